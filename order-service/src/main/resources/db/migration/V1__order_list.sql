create table orders (
    id uuid primary key,
    version bigint not null,
    status text not null,
    customer_id uuid,
    country text,
    placed_at timestamptz not null,
    currency text not null,
    total numeric(18, 4) not null,
    paid numeric(18, 4) not null,
    refunded numeric(18, 4) not null
);

create index orders_by_time on orders (placed_at desc, id desc);
create index orders_by_customer on orders (customer_id, placed_at desc, id desc);
create index orders_by_status on orders (status, placed_at desc, id desc);

-- Up to where in events.orders the rows above are true; written in the transaction that writes them.
create table checkpoints (
    partition integer primary key,
    next_offset bigint not null
);
