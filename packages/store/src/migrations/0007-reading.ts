import type { Migration } from './migration.ts'

// The application may not read the log; the entries of one record it may, when it may see the record.
const HISTORY = `
  create function jn_history(rid text) returns table (stream text, seq integer, body text, hash bytea, previous bytea, key text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    d constant text := current_setting('jiannuo.district');
    units constant text[] := nullif(current_setting('jiannuo.units', true), '')::text[];
    low bigint; high bigint;
  begin
    select r.first_at, r.last_at into low, high from record r where r.district = d and r.id = rid and r.sees && units;
    if not found then return; end if;
    return query select l.stream::text, l.seq, l.body, l.hash, lag(l.hash) over (order by l.seq), l.key::text
      from log l where l.district = d and l.stream = 'record:' || rid and l.at between low and high order by l.seq;
  end $$;
  revoke execute on function jn_history(text) from public;
  grant execute on function jn_history(text) to jiannuo_app;`

// Range by range of the contributions' key, backwards, looking at no more rows than a page may cost. A record that may not be
// seen is passed over; its place in the key is given back only when the looking ends there, so that the next page goes on.
// The planner does not know that the loop stops early: it would sort millions of rows, were sorting not taken from it.
const DRILL = `
  create function jn_drill(of_counter text, ranges jsonb, most integer, looks integer)
  returns table (period text, unit text, category text, record text, excluded boolean, amount numeric, title text, stands text)
  language plpgsql stable set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off as $$
  declare
    d constant text := current_setting('jiannuo.district');
    g record; x record; given integer := 0; looked integer := 0;
  begin
    for g in select * from jsonb_to_recordset(ranges) as j(number integer, low_period text, low_unit text, low_category text,
        high_period text, high_unit text, high_category text, high_record text, high_excluded boolean) order by 1 loop
      for x in select a.*, r.title, r.stands
        from contribution a left join record r on r.district = a.district and r.id = a.record
        where a.district = d and a.counter = of_counter
          and (a.period, a.unit, a.category) >= (g.low_period, g.low_unit, g.low_category)
          and (a.period, a.unit, a.category, a.record, a.excluded)
            < (g.high_period, g.high_unit, g.high_category, g.high_record, g.high_excluded)
        order by a.period desc, a.unit desc, a.category desc, a.record desc, a.excluded desc loop
        looked := looked + 1;
        if x.title is not null then given := given + 1; end if;
        if x.title is not null or looked >= looks then
          period := x.period; unit := x.unit; category := x.category; record := x.record; excluded := x.excluded;
          amount := x.amount; title := x.title; stands := x.stands;
          return next;
        end if;
        if given >= most or looked >= looks then return; end if;
      end loop;
    end loop;
  end $$;
  grant execute on function jn_drill(text, jsonb, integer, integer) to jiannuo_app;`

// What a list asks of a record besides its order; a part that is null asks for nothing. Whoever is of an area is seen by it.
const ASKED = `r.district || '' = d and r.machine || '' = f->>'machine' and r.sees && looked and arrayoverlap(r.sees, units)
          and (areas is null or r.area = any(areas))
          and (states is null or r.stands = any(states)) and (f->>'category' is null or r.category = f->>'category')
          and (f->>'due_before' is null or r.due_at < (f->>'due_before')::bigint)
          and (f->>'opened_from' is null or r.opened_at >= (f->>'opened_from')::bigint)
          and (f->>'opened_to' is null or r.opened_at < (f->>'opened_to')::bigint)
          and (f->>'open' is null or (r.closed_at is null) = (f->>'open')::boolean)`

const WALK_SETTINGS = 'set enable_sort = off set enable_bitmapscan = off set enable_seqscan = off'
const UNIT_SETTINGS = 'set enable_indexscan = off set enable_seqscan = off'

const SIGNATURE =
  '(f jsonb, units text[], areas text[], states text[], after_at bigint, after_id text, most integer) returns setof text'

/** A way to the first records of a list: by looking at so many of the next ones in its order. */
const nextWay = (name: string, [order, behind]: ListEnd, near: number): string => `
  create function ${name}${SIGNATURE} language plpgsql stable ${WALK_SETTINGS} as $$
  declare
    d constant text := current_setting('jiannuo.district');
    looked constant text[] := coalesce(areas, units);
  begin
    return query select r.id::text from (
        select * from record r where r.district = d and r.machine = f->>'machine' and ${behind} order by ${order} limit ${near}) r
      where ${ASKED} order by ${order} limit most;
  end $$;
  revoke execute on function ${name}(jsonb, text[], text[], text[], bigint, text, integer) from public;`

/** The other way: by looking at everything that the units may see. */
const allWay = (name: string, [order, behind]: ListEnd): string => `
  create function ${name}${SIGNATURE} language plpgsql stable ${UNIT_SETTINGS} as $$
  declare
    d constant text := current_setting('jiannuo.district');
    looked constant text[] := coalesce(areas, units);
  begin
    return query select r.id::text from record r where ${ASKED} and ${behind} order by ${order} limit most;
  end $$;
  revoke execute on function ${name}(jsonb, text[], text[], text[], bigint, text, integer) from public;`

type ListEnd = readonly [order: string, behind: string]
const BY_DUE: ListEnd = ['r.due_at, r.id', '(r.due_at, r.id) > (after_at, after_id) and r.closed_at is null']
const BY_NEWEST: ListEnd = ['r.opened_at desc, r.id desc', '(r.opened_at, r.id) < (after_at, after_id)']

// Who sees much finds a page among the next records of the order; who sees little has few records altogether, and the index of
// units gives them. The next ones are the same for everybody, so they are at hand; but those due next lie scattered, so fewer
// of them are looked at.
const IN_SIGHT = `
  ${nextWay('jn_next_due', BY_DUE, 8000)}
  ${allWay('jn_all_due', BY_DUE)}
  ${nextWay('jn_next_newest', BY_NEWEST, 20000)}
  ${allWay('jn_all_newest', BY_NEWEST)}

  create function jn_in_sight(f jsonb, by_due boolean, after_at bigint, after_id text, most integer) returns table (rank bigint, record text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    units constant text[] := nullif(current_setting('jiannuo.units', true), '')::text[];
    areas constant text[] := case when f->'areas' is null then null else array(select jsonb_array_elements_text(f->'areas')) end;
    states constant text[] := case when f->'states' is null then null else array(select jsonb_array_elements_text(f->'states')) end;
    found text[];
  begin
    found := case when by_due then array(select * from jn_next_due(f, units, areas, states, after_at, after_id, most))
      else array(select * from jn_next_newest(f, units, areas, states, after_at, after_id, most)) end;
    if cardinality(found) < most then
      found := case when by_due then array(select * from jn_all_due(f, units, areas, states, after_at, after_id, most))
        else array(select * from jn_all_newest(f, units, areas, states, after_at, after_id, most)) end;
    end if;
    return query select n, r from unnest(found) with ordinality as u(r, n);
  end $$;
  revoke execute on function jn_in_sight(jsonb, boolean, bigint, text, integer) from public;
  grant execute on function jn_in_sight(jsonb, boolean, bigint, text, integer) to jiannuo_app;`

/** Functions by which the application reads what the policies alone would hide, or would make slow. */
export const reading: Migration = { id: '0007-reading', sql: [HISTORY, DRILL, IN_SIGHT].join('\n') }
