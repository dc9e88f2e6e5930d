-- Each version of the read model has a schema of its own, view_N; what there was is version 1.
create schema view_1;
alter table orders set schema view_1;
alter table checkpoints set schema view_1;
alter table view_1.orders add column skus text[] not null default '{}';
create index orders_by_sku on view_1.orders using gin (skus);

-- Which version is read; the previous one is fed too, so that it can be read again at once.
create table read_models (
    name text primary key,
    active integer not null,
    previous integer
);
insert into read_models (name, active) values ('orders', 1);

create table rebuilds (
    id uuid primary key,
    read_model text not null references read_models,
    version integer not null,
    state text not null,
    accepts_differences boolean not null,
    done bigint not null default 0,
    total bigint not null default 0,
    passed_over bigint not null default 0,
    started_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    detail text,
    unique (read_model, version)
);
create unique index one_rebuild_at_a_time on rebuilds (read_model) where state in ('COPYING', 'VERIFYING');

-- The rows there were don't know their products: a rebuild gives them.
insert into rebuilds (id, read_model, version, state, accepts_differences)
select gen_random_uuid(), 'orders', 2, 'COPYING', false where exists (select from view_1.orders);
