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

/** Functions by which the application reads what the policies alone would hide, or would make slow. */
export const reading: Migration = { id: '0007-reading', sql: [HISTORY, DRILL].join('\n') }
