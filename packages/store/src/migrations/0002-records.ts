import { guarded, type Migration, SEEN } from './migration.ts'

/**
 * Records as the fold of their entries, with what lists need as columns; the figures they make; their timers; messages.
 * Sums are kept for each unit and category, for each of the two over all of the other, and for all together; `*` stands for all. Each
 * delta is folded into all four. `due_at` of a record without a running clock is the largest exact whole number, so that it sorts last.
 */
export const records: Migration = {
  id: '0002-records',
  sql: `
  create table record (
    district text collate "C" not null,
    id text collate "C" not null,
    machine text collate "C" not null,
    stands text collate "C" not null,
    lead text collate "C",
    area text collate "C",
    category text collate "C" not null,
    title text not null,
    opened_at bigint not null,
    closed_at bigint,
    due_at bigint not null,
    due_clock text,
    urging text,
    rounds integer not null,
    first_at bigint not null,
    last_at bigint not null,
    seq integer not null,
    hash bytea not null,
    found text not null,
    sees text[] not null,
    state json not null,
    primary key (district, id)
  ) with (fillfactor = 90);
  create index record_due on record (district, machine, due_at, id) where closed_at is null;
  create index record_lead_due on record (district, machine, lead, due_at, id) where closed_at is null;
  create index record_newest on record (district, machine, opened_at, id);
  create index record_lead_newest on record (district, machine, lead, opened_at, id);
  create index record_state_newest on record (district, machine, stands, opened_at, id);
  create index record_category_newest on record (district, machine, category, opened_at, id);
  create index record_lead_category on record (district, machine, category, lead, opened_at, id);
  create index record_sees on record using gin (sees) with (gin_pending_list_limit = 256);
  create index record_sees_open on record using gin (sees) with (gin_pending_list_limit = 256) where closed_at is null;
  ${guarded('record', 'select, insert, update', SEEN)}

  create table lookup (
    district text collate "C" not null,
    lookup text collate "C" not null,
    record text collate "C" not null,
    primary key (district, lookup, record)
  );
  create index lookup_record on lookup (district, record);
  ${guarded('lookup', 'select, insert, delete')}

  create table contribution (
    district text collate "C" not null,
    counter text collate "C" not null,
    period text collate "C" not null,
    unit text collate "C" not null,
    category text collate "C" not null,
    record text collate "C" not null,
    excluded boolean not null,
    amount numeric not null,
    primary key (district, counter, period, unit, category, record, excluded)
  );
  ${guarded('contribution', 'select, insert, update, delete')}

  create table measure_delta (
    district text collate "C" not null,
    counter text collate "C" not null,
    period text collate "C" not null,
    unit text collate "C" not null,
    category text collate "C" not null,
    raw numeric not null,
    adjusted numeric not null
  );
  ${guarded('measure_delta', 'select, insert')}

  create table measure_total (
    district text collate "C" not null,
    counter text collate "C" not null,
    period text collate "C" not null,
    unit text collate "C" not null,
    category text collate "C" not null,
    raw numeric not null,
    adjusted numeric not null,
    primary key (district, counter, unit, category, period)
  ) with (fillfactor = 50);
  create index measure_total_category on measure_total (district, counter, category, period, unit);
  create index measure_total_unit on measure_total (district, counter, unit, period, category);
  ${guarded('measure_total', 'select')}

  create table timer (
    district text collate "C" not null,
    record text collate "C" not null,
    at bigint not null,
    marks text not null,
    lease_until bigint not null default 0,
    primary key (district, record)
  ) with (fillfactor = 80);
  create index timer_due on timer (district, at);
  ${guarded('timer', 'select, insert, update, delete')}

  create sequence message_id;
  grant usage on sequence message_id to jiannuo_app;
  create table message (
    district text collate "C" not null,
    unit text collate "C" not null,
    role text collate "C" not null,
    id bigint not null default nextval('message_id'),
    record text collate "C" not null,
    message text not null,
    at bigint not null,
    primary key (district, unit, role, id)
  );
  ${guarded('message', 'select, insert', "array[unit, '*'] && nullif(current_setting('jiannuo.units', true), '')::text[]")}`,
}
