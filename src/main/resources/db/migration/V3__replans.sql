-- Answers to changes of a schedule's problem. Each alternative may become the next revision, and the changed problem
-- then becomes one more variant of the schedule's.
drop table proposals;
alter table schedules drop column replan;

-- the variant that a change was made to, and the change, where the problem is one that a change left
alter table schedule_problems add column base_variant integer;
alter table schedule_problems add column change_set text;

create table replans (
    id            varchar(36)                 not null primary key,
    schedule_id   varchar(36)                 not null references schedules (id),
    created_at    timestamp(6) with time zone not null,
    owner         varchar(200)                not null,
    base_revision integer                     not null,
    base_variant  integer                     not null,
    -- RUNNING, DONE or FAILED
    state         varchar(20)                 not null,
    error         text,
    change_set    text                        not null,
    -- what is known once it is done: the changed problem, and what a planner should know; JSON
    body          text,
    requests      text,
    view_periods  text,
    warnings      text,
    notes         text
);

create index replans_by_schedule on replans (schedule_id, created_at);
create index replans_by_state on replans (state);

create table replan_alternatives (
    replan_id varchar(36) not null references replans (id) on delete cascade,
    number    integer     not null,
    summary   text        not null,
    body      text        not null,
    primary key (replan_id, number)
);

-- A second work queue of db-scheduler, so that planners who wait for an answer do not wait for solves.
create table replan_tasks (
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

create index replan_tasks_by_time on replan_tasks (execution_time);
create index replan_tasks_by_heartbeat on replan_tasks (last_heartbeat);
