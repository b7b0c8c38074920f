-- The large texts leave the row that changes with every step of a solve. Replanning changes the problem: a schedule
-- then has one more variant of it, and every revision says which one it answers.
create table schedule_problems (
    schedule_id  varchar(36) not null references schedules (id),
    variant      integer     not null,
    body         text        not null,
    resolved     text        not null,
    requests     text        not null,
    view_periods text,
    warnings     text        not null,
    primary key (schedule_id, variant)
);

insert into schedule_problems (schedule_id, variant, body, resolved, requests, view_periods, warnings)
select id, 1, body, resolved, requests, view_periods, warnings from schedules;

-- The best schedule of a solve that is not over, and the id of the event that told of it.
create table checkpoints (
    schedule_id varchar(36) not null primary key references schedules (id),
    event       bigint      not null,
    body        text        not null
);

insert into checkpoints (schedule_id, event, body)
select id, last_event, checkpoint from schedules where checkpoint is not null;

alter table schedules drop column body;
alter table schedules drop column resolved;
alter table schedules drop column requests;
alter table schedules drop column view_periods;
alter table schedules drop column warnings;
alter table schedules drop column checkpoint;

-- who posted it
alter table schedules add column owner varchar(200) default 'local' not null;
-- the variant of the problem that the present revision answers
alter table schedules add column variant integer default 1 not null;
-- the present revision, 0 while there is none
alter table schedules add column head integer default 0 not null;
-- the revision whose proven bound still holds as long as its pins are kept, if any
alter table schedules add column proof integer;
-- the revision that is published, if any
alter table schedules add column published integer;
-- which of its solves this is, from 1
alter table schedules add column job integer default 1 not null;
-- what the solve goes by where it is not the problem's own
alter table schedules add column step_limit bigint;
alter table schedules add column seed bigint;
alter table schedules add column replan text;
-- orders the queue fairly between owners: lower ones go first
alter table schedules add column queue_tag bigint default 0 not null;
alter table schedules add column stop_requested boolean default false not null;
-- whoever holds the lease works on it; who has lost it must not write any more
alter table schedules add column lease varchar(36);

update schedules set head = (
    select coalesce(max(r.revision), 0) from schedule_revisions r where r.schedule_id = schedules.id);
update schedules set proof = head where head > 0;

alter table schedule_revisions add column kind varchar(20) default 'SOLVE' not null;
alter table schedule_revisions add column variant integer default 1 not null;
alter table schedule_revisions add column status varchar(20);
alter table schedule_revisions add column schedule_value double precision;

create index schedules_by_queue on schedules (queue_tag);
create index schedules_by_owner on schedules (owner);

-- Names that planners gave to revisions, and publications: append-only, the newest counts.
create table revision_names (
    schedule_id varchar(36)                 not null,
    revision    integer                     not null,
    number      integer                     not null,
    name        varchar(200)                not null,
    author      varchar(200)                not null,
    created_at  timestamp(6) with time zone not null,
    primary key (schedule_id, revision, number),
    foreign key (schedule_id, revision) references schedule_revisions (schedule_id, revision)
);

create table publications (
    schedule_id varchar(36)                 not null,
    number      integer                     not null,
    revision    integer                     not null,
    author      varchar(200)                not null,
    created_at  timestamp(6) with time zone not null,
    primary key (schedule_id, number),
    foreign key (schedule_id, revision) references schedule_revisions (schedule_id, revision)
);

-- What replanning proposes: each may become the next revision.
create table proposals (
    schedule_id varchar(36)                 not null references schedules (id),
    number      integer                     not null,
    revision    integer                     not null,
    variant     integer                     not null,
    created_at  timestamp(6) with time zone not null,
    title       varchar(200)                not null,
    -- OPEN, ACCEPTED or DROPPED
    state       varchar(20)                 not null,
    summary     text                        not null,
    body        text                        not null,
    primary key (schedule_id, number)
);

-- Missions that a schedule or a saved problem is about: who is bound to missions sees it when all are among theirs.
create table schedule_missions (
    schedule_id varchar(36)  not null references schedules (id),
    mission     varchar(200) not null,
    primary key (schedule_id, mission)
);

create table problem_missions (
    problem_id varchar(100) not null references problems (id),
    mission    varchar(200) not null,
    primary key (problem_id, mission)
);

alter table problems add column owner varchar(200) default 'local' not null;

-- Ephemerides by the SHA-256 of their content.
create table ephemerides (
    id         varchar(64)                 not null primary key,
    created_at timestamp(6) with time zone not null,
    owner      varchar(200)                not null,
    summary    text                        not null,
    content    text                        not null
);

create table users (
    name          varchar(100)                not null primary key,
    -- null where somebody else asks who it is
    password_hash varchar(200),
    role          varchar(20)                 not null,
    -- JSON array; empty is all
    missions      text                        not null,
    enabled       boolean                     not null,
    created_at    timestamp(6) with time zone not null
);

create table tokens (
    id         varchar(36)                 not null primary key,
    user_name  varchar(100)                not null references users (name),
    label      varchar(200)                not null,
    -- SHA-256 of the secret, which is kept nowhere
    hash       varchar(64)                 not null unique,
    -- what it opens: API, or the calendar of one mission
    scope      varchar(200)                not null,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone,
    revoked_at timestamp(6) with time zone
);

create index tokens_by_user on tokens (user_name);

-- Who changed what. Append-only.
create table audit (
    id         bigint generated by default as identity primary key,
    created_at timestamp(6) with time zone not null,
    actor      varchar(200)                not null,
    action     varchar(60)                 not null,
    subject    varchar(200)                not null,
    detail     text                        not null
);

create index audit_by_subject on audit (subject, id);

-- The work queue of db-scheduler, as its documentation has it.
create table scheduled_tasks (
    task_name            varchar(100)             not null,
    task_instance        varchar(100)             not null,
    task_data            bytea,
    execution_time       timestamp(6) with time zone,
    picked               boolean                  not null,
    picked_by            varchar(200),
    last_success         timestamp(6) with time zone,
    last_failure         timestamp(6) with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp(6) with time zone,
    version              bigint                   not null,
    priority             integer,
    state                varchar(100),
    primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time asc);
