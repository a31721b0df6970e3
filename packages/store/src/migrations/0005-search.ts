import { guarded, type Migration, SEEN } from './migration.ts'

// A word as it stands in a query, whatever signs it has.
const LEXEME = `
  create function jn_lexeme(word text) returns text language sql immutable as $$
    select chr(39) || replace(replace(word, chr(92), chr(92) || chr(92)), chr(39), chr(39) || chr(39)) || chr(39)
  $$;`

// Every text has the units that may see it, and the stretches of time it was opened in, as words of its own: `searchWords` in the
// program gives them. So a frequent word is looked for in the last two days first, a rarer one in wider and wider windows,
// and what must be fetched and sorted stays small; for who sees little as well.
const WINDOWS = `
  create function jn_search_windows(district text, at bigint) returns text[] language sql immutable as $$
    select array_agg(array[jn_lexeme(name || part), jn_lexeme(name || (part - 1))] order by days)
    from (select days, '~' || district || '/' || days || '.' as name, (at + 28800000) / (86400000 * days) as part
      from unnest(array[1, 4, 16, 64, 256]::bigint[]) as w(days)
      union all select 1000, '~' || district || '/all.', 1) as w
  $$;

  create function jn_search_units() returns tsquery language sql stable as $$
    select case when '*' = any (units) then null else (select string_agg(jn_lexeme('@' || u), ' | ')::tsquery from unnest(units) u) end
    from (select nullif(current_setting('jiannuo.units', true), '')::text[]) as s(units)
  $$;`

// One try: the newest hits of one query. Walking along the texts from the newest on would be quick for frequent words and endless
// for rare ones, so only the index of words may lead to them; a test with something added to the column uses no index.
const HITS = `
  create function jn_hits(query tsquery, of_machine text, most integer) returns setof search
  language plpgsql stable set enable_indexscan = off set enable_seqscan = off as $$
  declare
    d constant text := current_setting('jiannuo.district');
    units constant text[] := nullif(current_setting('jiannuo.units', true), '')::text[];
  begin
    return query select s.* from search s
      where s.words @@ query and s.district || '' = d and arrayoverlap(s.sees, units) and (of_machine is null or s.machine = of_machine)
      order by s.opened_at desc, s.record desc limit most;
  end $$;
  revoke execute on function jn_hits(tsquery, text, integer) from public;

  create function jn_newest_hits(query tsquery, of_machine text, most integer) returns setof search
  language plpgsql stable as $$
  declare
    d constant text := current_setting('jiannuo.district');
    units constant tsquery := jn_search_units();
    seen tsquery := query;
    newest bigint;
    pair text[];
    hits search[];
  begin
    select max(s.opened_at) into newest from search s where s.district = d;
    if newest is null then return; end if;
    if units is not null then seen := query && units; end if;
    foreach pair slice 1 in array jn_search_windows(d, newest) loop
      hits := array(select h from jn_hits(seen && (pair[1]::tsquery || pair[2]::tsquery), of_machine, most) h);
      exit when cardinality(hits) >= most;
    end loop;
    return query select * from unnest(hits);
  end $$;
  revoke execute on function jn_newest_hits(tsquery, text, integer) from public;`

// Every two characters that stand side by side. Not pg_trgm: what it takes for a letter depends on the locale of the server, and
// under C, which is the fastest and the most common in containers, no Chinese character is one.
const PAIRS = `
  create function jn_pairs(text text) returns text[] language plpgsql immutable parallel safe as $$
  declare
    signs text[] := string_to_array(left(text, 4000), null);
    pairs text[] := '{}';
  begin
    for i in 1 .. cardinality(signs) - 1 loop
      pairs[i] := signs[i] || signs[i + 1];
    end loop;
    return pairs;
  end $$;`

const PASSAGES = `
  create function jn_passages(passage text, of_machine text, most integer) returns setof text
  language plpgsql stable set enable_indexscan = off set enable_seqscan = off as $$
  declare
    d constant text := current_setting('jiannuo.district');
    pattern constant text := '%' || replace(replace(replace(passage, chr(92), chr(92) || chr(92)), '%', chr(92) || '%'), '_', chr(92) || '_') || '%';
    found text[];
  begin
    found := array(select p.record from passage p where jn_pairs(p.text) @> jn_pairs(passage) and p.text like pattern and p.district || '' = d limit 1000);
    return query select * from jn_newest_of(found, of_machine, most);
  end $$;
  revoke execute on function jn_passages(text, text, integer) from public;

  create function jn_newest_of(records text[], of_machine text, most integer) returns setof text
  language plpgsql stable set enable_indexscan = on as $$
  declare
    d constant text := current_setting('jiannuo.district');
    units constant text[] := nullif(current_setting('jiannuo.units', true), '')::text[];
  begin
    return query select s.record::text from search s
      where s.district = d and s.record = any (records) and arrayoverlap(s.sees, units) and (of_machine is null or s.machine = of_machine)
      order by s.opened_at desc, s.record desc limit most;
  end $$;
  revoke execute on function jn_newest_of(text[], text, integer) from public;`

const SEARCH = `
  create function jn_search(whole text, loose text, passage text, of_machine text, most integer)
  returns table (rank bigint, record text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    if whole is not null then
      return query select row_number() over (), w.record from jn_newest_hits(whole::tsquery, of_machine, most) w;
      if found then return; end if;
    end if;
    if passage is not null then
      return query select row_number() over (), p from jn_passages(passage, of_machine, most) p;
      if found then return; end if;
    end if;
    if loose is not null then
      return query select row_number() over (order by ts_rank(w.words, loose::tsquery) desc, w.opened_at desc, w.record desc), w.record
        from jn_newest_hits(loose::tsquery, of_machine, most * 4) w limit most;
    end if;
  end $$;
  revoke execute on function jn_search(text, text, text, text, integer) from public;
  grant execute on function jn_search(text, text, text, text, integer) to jiannuo_app;`

/**
 * What records are found by. A search runs in a function of the owner, with district and visibility as tests of its own:
 * under a row-level policy the indexes of words and passages would not be used, for their operators are not leakproof. Passages
 * stand apart, so that a record that only changes hands has its words written anew, but not its passage; the application
 * can write them, but read them by the search alone.
 */
export const search: Migration = {
  id: '0005-search',
  sql: `
  create table search (
    district text collate "C" not null,
    record text collate "C" not null,
    machine text collate "C" not null,
    opened_at bigint not null,
    sees text[] not null,
    words tsvector not null,
    primary key (district, record)
  );
  create index search_newest on search (district, opened_at);
  create index search_words on search using gin (words) with (gin_pending_list_limit = 1024);
  ${guarded('search', 'select, insert, update', SEEN)}

  ${PAIRS}
  create table passage (
    district text collate "C" not null,
    record text collate "C" not null,
    text text not null,
    primary key (district, record)
  );
  create index passage_pairs on passage using gin (jn_pairs(text)) with (gin_pending_list_limit = 1024);
  ${guarded('passage', 'select (district, record), insert, update')}
  ${LEXEME}
  ${WINDOWS}
  ${HITS}
  ${PASSAGES}
  ${SEARCH}`,
}
