-- The tables of one version of the read model, made in the schema of that version.
create table if not exists orders (
    id uuid primary key,
    version bigint not null,
    status text not null,
    customer_id uuid,
    country text,
    placed_at timestamptz not null,
    currency text not null,
    total numeric(18, 4) not null,
    paid numeric(18, 4) not null,
    refunded numeric(18, 4) not null,
    skus text[] not null
);

create index if not exists orders_by_time on orders (placed_at desc, id desc);
create index if not exists orders_by_customer on orders (customer_id, placed_at desc, id desc);
create index if not exists orders_by_status on orders (status, placed_at desc, id desc);
create index if not exists orders_by_sku on orders using gin (skus);

-- Up to where in events.orders the rows above are true; written in the transaction that writes them.
create table if not exists checkpoints (
    partition integer primary key,
    next_offset bigint not null
);
