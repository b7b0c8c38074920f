-- Problems that were saved; bundled ones stay in the program.
create table problems (
    id         varchar(100)                not null primary key,
    created_at timestamp(6) with time zone not null,
    summary    text                        not null,
    body       text                        not null
);

-- One row for each problem posted for solving. Deleting sets deleted_at; revisions stay for the audit.
create table schedules (
    id          varchar(36)                 not null primary key,
    problem     varchar(1000)               not null,
    status      varchar(20)                 not null,
    created_at  timestamp(6) with time zone not null,
    started_at  timestamp(6) with time zone,
    finished_at timestamp(6) with time zone,
    deleted_at  timestamp(6) with time zone,
    error       text,
    time_limit  varchar(100)                not null,
    elapsed_s   double precision            not null,
    fraction    double precision            not null,
    steps       bigint                      not null,
    -- "value" is a word of SQL
    best_value  double precision,
    bound       double precision,
    gap_percent double precision,
    -- rises with every change, so that a copy can be compared with it
    version     bigint                      not null,
    -- the last event that followers were told
    last_event  bigint                      not null,
    -- the problem as it was posted, then what was made of it: all JSON
    body         text                       not null,
    resolved     text                       not null,
    requests     text                       not null,
    view_periods text,
    warnings     text                       not null,
    checkpoint   text
);

create index schedules_by_age on schedules (created_at, id);
create index schedules_by_status on schedules (status);

create table schedule_tags (
    schedule_id varchar(36)  not null references schedules (id),
    tag         varchar(200) not null,
    primary key (schedule_id, tag)
);

create index schedule_tags_by_tag on schedule_tags (tag);

-- Append-only: what the schedule was, who made it so, and why.
create table schedule_revisions (
    schedule_id varchar(36)                 not null references schedules (id),
    revision    integer                     not null,
    created_at  timestamp(6) with time zone not null,
    author      varchar(200)                not null,
    reason      varchar(1000)               not null,
    body        text                        not null,
    primary key (schedule_id, revision)
);

-- A key that a client gave to a post, so that posting again makes nothing new.
create table idempotency_keys (
    idempotency_key varchar(200)                not null primary key,
    body_sha256     varchar(64)                 not null,
    schedule_id     varchar(36)                 not null references schedules (id),
    created_at      timestamp(6) with time zone not null
);

create index idempotency_keys_by_age on idempotency_keys (created_at);
