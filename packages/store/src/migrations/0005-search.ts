import { guarded, type Migration, SEEN } from './migration.ts'

// One try: the newest hits of one query, as far as whoever asks may see them. The setting is read once, not for each row. Walking
// along the texts from the newest on would be quick for frequent words and endless for rare ones: only the index of words is used.
const HITS = `
  create function jn_hits(query tsquery, of_machine text, most integer) returns setof search
  language plpgsql stable set enable_indexscan = off set enable_seqscan = off as $$
  declare
    d constant text := current_setting('jiannuo.district');
    units constant text[] := nullif(current_setting('jiannuo.units', true), '')::text[];
  begin
    return query select s.* from search s
      where s.words @@ query and s.district = d and s.sees && units and (of_machine is null or s.machine = of_machine)
      order by s.opened_at desc, s.record desc limit most;
  end $$;
  revoke execute on function jn_hits(tsquery, text, integer) from public;

  create function jn_passages(phrase text, of_machine text, most integer) returns setof search
  language plpgsql stable set enable_indexscan = off set enable_seqscan = off as $$
  declare
    d constant text := current_setting('jiannuo.district');
    units constant text[] := nullif(current_setting('jiannuo.units', true), '')::text[];
  begin
    return query select f.* from (
        select * from search s where s.text ilike phrase and s.district = d and s.sees && units
          and (of_machine is null or s.machine = of_machine) limit 1000) f
      order by f.opened_at desc, f.record desc limit most;
  end $$;
  revoke execute on function jn_passages(text, text, integer) from public;`

// Every text carries the day, week, month and year it was opened in as words of their own. So a frequent word is looked for
// in the last two days first, a rarer one in wider windows: what must be fetched and sorted stays small.
const WINDOWS = `
  create function jn_windows(query tsquery, of_machine text, most integer) returns setof search
  language plpgsql stable as $$
  declare
    d constant text := current_setting('jiannuo.district');
    newest bigint;
    windows text[];
    hits search[];
  begin
    select max(s.opened_at) into newest from search s where s.district = d;
    if newest is null then return; end if;
    windows := jn_search_windows(d, newest);
    foreach windows slice 1 in array windows loop
      hits := array(select h from jn_hits(query && (windows[1]::tsquery || windows[2]::tsquery), of_machine, most) h);
      exit when cardinality(hits) >= most;
    end loop;
    return query select * from unnest(hits);
  end $$;
  revoke execute on function jn_windows(tsquery, text, integer) from public;`

// The names of the windows, newest day first; the same as \`windowWords\` gives in the program.
const NAMES = `
  create function jn_lexeme(word text) returns text language sql immutable as $$
    select chr(39) || replace(replace(word, chr(92), chr(92) || chr(92)), chr(39), chr(39) || chr(39)) || chr(39)
  $$;

  create function jn_search_windows(district text, at bigint) returns text[] language sql immutable as $$
    select array_agg(array[jn_lexeme(name || part), jn_lexeme(name || (part - 1))] order by rank)
    from (values
      (1, '~' || district || '/d', (at + 28800000) / 86400000),
      (2, '~' || district || '/w', (at + 28800000) / 604800000),
      (3, '~' || district || '/m', (at + 28800000) / 2592000000),
      (4, '~' || district || '/y', (at + 28800000) / 31536000000),
      (5, '~' || district || '/', 1)) as w(rank, name, part)
  $$;`

const SEARCH = `
  create function jn_search(whole text, prefixes text, loose text, phrase text, of_machine text, most integer)
  returns table (rank bigint, record text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    if whole is not null then
      return query select row_number() over (), w.record from jn_windows(whole::tsquery, of_machine, most) w;
      if found then return; end if;
      return query select row_number() over (), w.record from jn_windows(prefixes::tsquery, of_machine, most) w;
      if found then return; end if;
    end if;
    if phrase is not null then
      return query select row_number() over (), p.record from jn_passages(phrase, of_machine, most) p;
      if found then return; end if;
    end if;
    if loose is not null then
      return query select row_number() over (order by ts_rank(w.words, loose::tsquery) desc, w.opened_at desc, w.record desc), w.record
        from jn_windows(loose::tsquery, of_machine, most * 4) w limit most;
    end if;
  end $$;
  revoke execute on function jn_search(text, text, text, text, text, integer) from public;
  grant execute on function jn_search(text, text, text, text, text, integer) to jiannuo_app;`

/**
 * What records are found by. A search runs in a function of the owner, with district and visibility as tests of its own:
 * under a row-level policy the indexes of words and trigrams would not be used, for their operators are not leakproof.
 */
export const search: Migration = {
  id: '0005-search',
  sql: `
  create extension if not exists pg_trgm;

  create table search (
    district text collate "C" not null,
    record text collate "C" not null,
    machine text collate "C" not null,
    opened_at bigint not null,
    sees text[] not null,
    words tsvector not null,
    text text not null,
    primary key (district, record)
  ) with (fillfactor = 85);
  create index search_newest on search (district, opened_at);
  create index search_words on search using gin (words) with (gin_pending_list_limit = 1024);
  create index search_text on search using gin (text gin_trgm_ops) with (gin_pending_list_limit = 1024);
  ${guarded('search', 'select, insert, update', SEEN)}
  ${HITS}
  ${NAMES}
  ${WINDOWS}
  ${SEARCH}`,
}
