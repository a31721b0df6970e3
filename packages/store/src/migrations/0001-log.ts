import { guarded, type Migration } from './migration.ts'

// The log is divided by the year of the entry's moment, in the time of China. What no year takes, the rest takes.
const YEARS = `
  create function jn_add_log_year(year integer) returns boolean language plpgsql as $$
  declare
    part text := format('log_%s', year);
    low bigint := extract(epoch from make_date(year, 1, 1)::timestamp) * 1000 - 28800000;
    high bigint := extract(epoch from make_date(year + 1, 1, 1)::timestamp) * 1000 - 28800000;
  begin
    if to_regclass(part) is not null then return false; end if;
    execute format('create table %I (like log including defaults including constraints)', part);
    execute format('alter table %I enable row level security', part);
    execute format('alter table %I force row level security', part);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', part);
    execute format('with moved as (delete from log_rest where at >= $1 and at < $2 returning *)
      insert into %I select * from moved', part) using low, high;
    execute format('alter table log attach partition %I for values from (%s) to (%s)', part, low, high);
    return true;
  end $$;
  revoke execute on function jn_add_log_year(integer) from public;`

/** The log itself, the heads of streams that are no records, answers to repeated commands, seals, definitions. */
export const log: Migration = {
  id: '0001-log',
  sql: `
  create sequence log_position;
  grant usage on sequence log_position to jiannuo_app;

  create table log (
    district text collate "C" not null,
    stream text collate "C" not null,
    seq integer not null,
    at bigint not null,
    position bigint not null,
    key text collate "C" not null,
    body text not null,
    hash bytea not null,
    primary key (district, stream, seq, at)
  ) partition by range (at);
  create index log_by_position on log (district, position);
  create table log_rest partition of log default;
  alter table log_rest enable row level security;
  alter table log_rest force row level security;
  create policy owner_all on log_rest to current_user using (true) with check (true);
  ${guarded('log', 'select, insert', "current_setting('jiannuo.audit', true) = 'on'")}
  ${YEARS}

  create table stream (
    district text collate "C" not null,
    stream text collate "C" not null,
    seq integer not null,
    hash bytea not null,
    primary key (district, stream)
  ) with (fillfactor = 80);
  ${guarded('stream', 'select, insert, update')}

  create table command (
    district text collate "C" not null,
    key text collate "C" not null,
    at bigint not null,
    answer json not null,
    primary key (district, key)
  );
  ${guarded('command', 'select, insert')}

  create table seal (
    district text collate "C" not null,
    number integer not null,
    at bigint not null,
    position bigint not null,
    entries bigint not null,
    root bytea not null,
    previous bytea not null,
    peaks bytea[] not null,
    primary key (district, number)
  );
  ${guarded('seal', 'select')}

  create table definition (
    machine text collate "C" not null,
    version integer not null,
    fingerprint text not null,
    primary key (machine, version)
  );
  grant select on definition to jiannuo_app;`,
}
