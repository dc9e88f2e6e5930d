create table users (
    id         uuid primary key,
    email      text        not null,
    name       text        not null,
    country    text,
    version    bigint      not null check (version > 0),
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create unique index users_email_key on users (lower(email));

-- Change capture gets the whole old row: deletes say what is gone, and no unchanged large value is left out.
alter table users replica identity full;

-- What is left of a user that is gone: the id, so that it never comes back.
create table erased_users (
    id        uuid primary key,
    erased_at timestamptz not null
);

create table idempotency_keys (
    key         text primary key,
    fingerprint text        not null,
    user_id     uuid        not null,
    taken_at    timestamptz not null
);

create index idempotency_keys_taken_at on idempotency_keys (taken_at);

-- Made here because only the owner of a table may publish it: whoever captures it needs no more than to read.
create publication millrace_users for table users;
