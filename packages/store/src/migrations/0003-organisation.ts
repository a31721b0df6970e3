import { guarded, type Migration } from './migration.ts'

/** Units, persons, posts, settings, saved mappings: rows as the last entry of their stream left them. */
export const organisation: Migration = {
  id: '0003-organisation',
  sql: `
  create table unit (
    district text collate "C" not null,
    id text collate "C" not null,
    name text not null,
    kind text not null,
    parent text collate "C",
    line text[] not null,
    rank double precision not null,
    closed boolean not null,
    primary key (district, id)
  );
  ${guarded('unit', 'select, insert, update')}

  create table person (
    district text collate "C" not null,
    id text collate "C" not null,
    name text not null,
    account text collate "C",
    primary key (district, id)
  );
  create index person_account on person (district, account) where account is not null;
  ${guarded('person', 'select, insert, update')}

  create table post (
    district text collate "C" not null,
    id text collate "C" not null,
    person text collate "C" not null,
    role text collate "C" not null,
    unit text collate "C" not null,
    from_at bigint not null,
    to_at bigint,
    primary key (district, id)
  );
  ${guarded('post', 'select, insert, update')}

  create table setting (
    district text collate "C" not null,
    machine text collate "C" not null,
    setting text collate "C" not null,
    from_at bigint not null,
    value json not null,
    primary key (district, machine, setting, from_at)
  );
  ${guarded('setting', 'select, insert, update')}

  create table mapping (
    district text collate "C" not null,
    id text collate "C" not null,
    machine text collate "C" not null,
    columns json not null,
    primary key (district, id)
  );
  ${guarded('mapping', 'select, insert, update')}`,
}
