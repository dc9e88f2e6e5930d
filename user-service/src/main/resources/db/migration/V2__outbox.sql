-- What happened to users, for change capture to send. A row is deleted again by the transaction that adds it: the log keeps it.
create table outbox (
    id          uuid primary key,
    type        text        not null,
    subject     uuid        not null,
    time        timestamptz not null,
    payload     jsonb       not null,
    traceparent text
);

alter publication millrace_users add table outbox;
