create table if not exists order_events (
    order_id uuid        not null,
    version  integer     not null,
    type     text        not null,
    at       timestamptz not null,
    data     jsonb       not null,
    primary key (order_id, version)
);
