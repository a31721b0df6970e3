import { guarded, type Migration } from './migration.ts'

/** Files by content hash, in pieces; data keys, wrapped by the master key. A key that was erased keeps its row without the key. */
export const filesAndSecrets: Migration = {
  id: '0004-files-and-secrets',
  sql: `
  create table blob (
    district text collate "C" not null,
    hash text collate "C" not null,
    size bigint not null,
    media_type text not null,
    primary key (district, hash)
  );
  ${guarded('blob', 'select, insert')}

  create table blob_piece (
    district text collate "C" not null,
    hash text collate "C" not null,
    piece integer not null,
    bytes bytea not null,
    primary key (district, hash, piece)
  );
  alter table blob_piece alter column bytes set storage external;
  ${guarded('blob_piece', 'select, insert')}

  create table secret (
    district text collate "C" not null,
    id text collate "C" not null,
    record text collate "C" not null,
    wrapped bytea,
    erased_at bigint,
    primary key (district, id)
  );
  create index secret_record on secret (district, record);
  ${guarded('secret', 'select, insert')}
  grant update (wrapped, erased_at) on secret to jiannuo_app;`,
}
