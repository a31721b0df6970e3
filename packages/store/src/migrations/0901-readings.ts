import { guarded, type Migration, SEEN } from './migration.ts'

// Readings of a record's entries, one row each; appended and never changed. Whoever saw the record then sees them.
const READINGS = `
  create table reading (
    district text collate "C" not null,
    record text collate "C" not null,
    seq integer not null,
    ordinal integer not null,
    series text collate "C" not null,
    period text collate "C" not null,
    version text not null,
    source text not null,
    covers text not null,
    value numeric not null,
    numerator numeric,
    denominator numeric,
    unit text not null,
    at bigint not null,
    sees text[] not null,
    primary key (district, record, seq, ordinal)
  );
  create index reading_series on reading (district, series, period);
  ${guarded('reading', 'select, insert', SEEN)}`

// What the log has by now. Which units saw a record at the time of its entry is known to the program alone: those of today must do,
// until everything is worked out again.
const FROM_LOG = `
  insert into reading (district, record, seq, ordinal, series, period, version, source, covers, value, numerator, denominator, unit, at, sees)
  select l.district, r.id, l.seq, row_number() over (partition by l.district, r.id, l.seq order by e.place), e.event->>'series',
    e.event->>'period', e.event->>'version', e.event->>'source', e.event->>'covers', (e.event->>'value')::numeric,
    (e.event->>'numerator')::numeric, (e.event->>'denominator')::numeric, e.event->>'unit', l.at, r.sees
  from log l join record r on r.district = l.district and r.id = substr(l.stream, 8)
    cross join lateral json_array_elements(l.body::json->'events') with ordinality as e(event, place)
  where l.stream like 'record:%' and position('"type":"read"' in l.body) > 0 and e.event->>'type' = 'read';`

// A record without facets has none at all, so that it is no larger than before, and stands in no index of them. District and
// machine are in the index too, as an array, for which it needs no extension; and so are the units: what a clerk of one unit asks
// for is found by all that is asked at once.
const FACETS = `
  alter table record add column facets text[];
  create index record_facets on record using gin ((array[district || '/' || machine]), facets, sees)
    with (gin_pending_list_limit = 256) where facets is not null;`

// As before, and besides the facets and the readings of the entry.
const RECORD = `
  create or replace function jn_put_record(d text, s jsonb, h bytea, its_state text, known text) returns void language plpgsql as $$
  declare
    x record; n constant integer := (s->>'expected')::integer + 1; rid constant text := s->>'record';
  begin
    select * into x from jsonb_to_record(s->'row') as r(machine text, stands text, lead text, area text, category text, title text,
      opened_at bigint, closed_at bigint, due_at bigint, due_clock text, urging text, rounds integer, found text, sees text[],
      facets text[], words text[], text text, lookups text[]);
    if n = 1 then
      insert into record (district, id, machine, stands, lead, area, category, title, opened_at, closed_at, due_at, due_clock,
        urging, rounds, first_at, last_at, seq, hash, found, sees, state, facets)
      values (d, rid, x.machine, x.stands, x.lead, x.area, x.category, x.title, x.opened_at, x.closed_at, x.due_at, x.due_clock,
        x.urging, x.rounds, (s->>'at')::bigint, (s->>'at')::bigint, n, h, x.found, x.sees, its_state::json, x.facets);
    else
      update record r set machine = x.machine, stands = x.stands, lead = x.lead, area = x.area, category = x.category,
        title = x.title, opened_at = x.opened_at, closed_at = x.closed_at, due_at = x.due_at, due_clock = x.due_clock,
        urging = x.urging, rounds = x.rounds, first_at = least(r.first_at, (s->>'at')::bigint),
        last_at = greatest(r.last_at, (s->>'at')::bigint), seq = n, hash = h, found = x.found, sees = x.sees,
        state = its_state::json, facets = x.facets
      where r.district = d and r.id = rid;
    end if;
    if s ? 'readings' then
      insert into reading (district, record, seq, ordinal, series, period, version, source, covers, value, numerator, denominator,
        unit, at, sees)
      select d, rid, n, m.ordinal, m.series, m.period, m.version, m.source, m.covers, m.value, m.numerator, m.denominator, m.unit,
        (s->>'at')::bigint, x.sees
      from jsonb_to_recordset(s->'readings') as m(ordinal integer, series text, period text, version text, source text, covers text,
        value numeric, numerator numeric, denominator numeric, unit text);
    end if;
    if known is distinct from x.found then
      insert into search as f (district, record, machine, opened_at, sees, words)
      values (d, rid, x.machine, x.opened_at, x.sees, array_to_tsvector(x.words))
      on conflict (district, record) do update set sees = excluded.sees, words = excluded.words;
      if known is null then
        insert into passage (district, record, text) values (d, rid, x.text);
      else
        if split_part(known, ' ', 1) <> split_part(x.found, ' ', 1) then
          update passage p set text = x.text where p.district = d and p.record = rid;
        end if;
        delete from lookup l where l.district = d and l.record = rid and l.lookup <> all (x.lookups);
      end if;
      if cardinality(x.lookups) > 0 then
        insert into lookup (district, lookup, record) select d, l, rid from unnest(x.lookups) l on conflict do nothing;
      end if;
    end if;
  end $$;`

// What is asked for, as tests with the values written into them: so the plan follows the values, and any number of groups of
// facets are looked up in the index at once. Whoever sees all sees every row, for `*` is in every list. Where facets lead to the
// records, openness is asked for in a way that no index knows: a planner would go through the index of all that is open as well.
const NARROWED = `
  create function jn_narrowed(f jsonb, by_facets boolean) returns text language plpgsql stable as $$
  declare
    units constant text[] := nullif(current_setting('jiannuo.units', true), '')::text[];
    d constant text := current_setting('jiannuo.district');
    tests text := format('r.district = %L and r.machine = %L', d, f->>'machine');
    x record;
  begin
    if by_facets then
      tests := tests || format(' and r.facets is not null and array[r.district || ''/'' || r.machine] && array[%L]', d || '/' || (f->>'machine'));
    end if;
    if ('*' = any (units)) is not true then tests := tests || format(' and r.sees && %L::text[]', units); end if;
    for x in select c.name, array(select jsonb_array_elements_text(f->c.key)) as list
        from (values ('leads', 'lead'), ('states', 'stands'), ('areas', 'area')) as c(key, name) where f ? c.key loop
      tests := tests || format(' and r.%I = any(%L::text[])', x.name, x.list);
    end loop;
    for x in select array(select jsonb_array_elements_text(g)) as list from jsonb_array_elements(f->'facets') g loop
      tests := tests || format(' and r.facets && %L::text[]', x.list);
    end loop;
    if f ? 'category' then tests := tests || format(' and r.category = %L', f->>'category'); end if;
    if f ? 'open' then
      tests := tests || case when by_facets then ' and r.closed_at + 0 is ' else ' and r.closed_at is ' end
        || case when (f->>'open')::boolean then 'null' else 'not null' end;
    end if;
    if f ? 'due_before' then tests := tests || format(' and r.due_at < %s', (f->>'due_before')::bigint); end if;
    if f ? 'opened_from' then tests := tests || format(' and r.opened_at >= %s', (f->>'opened_from')::bigint); end if;
    if f ? 'opened_to' then tests := tests || format(' and r.opened_at < %s', (f->>'opened_to')::bigint); end if;
    return tests;
  end $$;
  revoke execute on function jn_narrowed(jsonb, boolean) from public;`

const FACETED = `
  create function jn_faceted(f jsonb, by_due boolean, after_at bigint, after_id text, most integer) returns setof text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    return query execute 'select r.id::text from record r where ' || jn_narrowed(f, true) ||
      case when by_due then ' and r.closed_at + 0 is null and (r.due_at, r.id) > ($1, $2) order by r.due_at, r.id'
        else ' and (r.opened_at, r.id) < ($1, $2) order by r.opened_at desc, r.id desc' end || ' limit $3'
      using after_at, after_id, most;
  end $$;
  revoke execute on function jn_faceted(jsonb, boolean, bigint, text, integer) from public;
  grant execute on function jn_faceted(jsonb, boolean, bigint, text, integer) to jiannuo_app;`

// Groups are few, records may be many: a table of groups, never a sort. A record's facets stand in the order of their bytes, so the one
// of a field is the first behind all that come before the field's name and its sign.
const COUNTS = `
  create function jn_counts(f jsonb, by_name text) returns table (value text, count bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set enable_sort = off as $$
  begin
    if by_name in ('state', 'lead') then
      return query execute format('select r.%1$I::text, count(*) from record r where r.%1$I is not null and %2$s group by 1',
        case by_name when 'state' then 'stands' else 'lead' end,
        jn_narrowed(f, f ? 'facets'));
    else
      return query execute 'select substr(u.facet, length($1) + 1), count(*)
        from (select r.facets[width_bucket($2 collate "C", r.facets) + 1] as facet
          from record r where ' || jn_narrowed(f, true) || ' offset 0) u
        where starts_with(u.facet, $1) group by 1' using by_name || '=', by_name || '<' || chr(1114111);
    end if;
  end $$;
  revoke execute on function jn_counts(jsonb, text) from public;
  grant execute on function jn_counts(jsonb, text) to jiannuo_app;`

/** Readings as a table of their own; facets of records, by which lists are narrowed and records counted. */
export const readings: Migration = {
  id: '0901-readings',
  sql: [READINGS, FROM_LOG, FACETS, RECORD, NARROWED, FACETED, COUNTS].join('\n'),
}
