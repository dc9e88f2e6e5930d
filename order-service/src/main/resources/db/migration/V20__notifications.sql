-- What customers are told of their orders; not a part of the read model: what was sent out can't be made anew.
create table notifications (
    order_id uuid not null,
    version bigint not null,
    customer_id uuid not null,
    kind text not null,
    text text not null,
    at timestamptz not null,
    deliveries integer not null,
    written_at timestamptz not null default clock_timestamp(),
    primary key (order_id, version)
);
