import type { Migration } from './migration.ts'

// A frequent word that the caller's units hardly ever have found nothing in stretch after stretch, each of them a long list to go through. After
// the last day and the last two weeks or so the planner's guess decides: few in all are fetched at once. EXPLAIN needs a volatile function.
const NEWEST = `
  create or replace function jn_newest_hits(query tsquery, of_machine text, most integer) returns setof search
  language plpgsql volatile as $$
  declare
    d constant text := current_setting('jiannuo.district');
    units constant tsquery := jn_search_units();
    seen tsquery := query;
    newest bigint;
    pair text[];
    hits search[];
    tried integer := 0;
    guess json;
  begin
    select max(s.opened_at) into newest from search s where s.district = d;
    if newest is null then return; end if;
    if units is not null then seen := query && units; end if;
    foreach pair slice 1 in array jn_search_windows(d, newest) loop
      tried := tried + 1;
      continue when tried = 2;
      if tried = 4 then
        execute format('explain (format json) select 1 from search s where s.words @@ %L::tsquery', seen) into guess;
        if (guess->0->'Plan'->>'Plan Rows')::numeric < 5000 then
          return query select * from jn_hits(seen, of_machine, most);
          return;
        end if;
      end if;
      hits := array(select h from jn_hits(seen && (pair[1]::tsquery || pair[2]::tsquery), of_machine, most) h);
      exit when cardinality(hits) >= most;
    end loop;
    return query select * from unnest(hits);
  end $$;`

/** Searches end early where little can be expected: see `0005-search` for the stretches. */
export const searchSooner: Migration = { id: '0902-search', sql: NEWEST }
