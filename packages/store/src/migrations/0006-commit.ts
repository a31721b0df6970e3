import type { Migration } from './migration.ts'

// Who came first: the newest entry of a stream. The application may not read the log, so a function of the owner looks.
const NEWEST = `
  create function jn_newest(of_stream text) returns json
  language sql stable security definer set search_path = public, pg_temp as $$
    select json_build_object('seq', l.seq, 'at', l.at, 'by', l.body::json->>'by', 'action', l.body::json->>'action')
    from log l where l.district = current_setting('jiannuo.district') and l.stream = of_stream
    order by l.seq desc limit 1
  $$;
  revoke execute on function jn_newest(text) from public;
  grant execute on function jn_newest(text) to jiannuo_app;`

// Runs under the policies of the caller: what may not be seen is not shown, and its winner not named.
const REFUSED = `
  create function jn_refused(d text, k text, streams jsonb) returns json language plpgsql as $$
  declare
    kept json; s jsonb; head integer; its_state json; lost json[] := '{}';
  begin
    select c.answer into kept from command c where c.district = d and c.key = k;
    if found then return json_build_object('repeated', kept); end if;
    for s in select * from jsonb_array_elements(streams) loop
      its_state := null;
      if s ? 'row' then
        select r.seq, r.state into head, its_state from record r where r.district = d and r.id = s->>'record';
      else
        select h.seq into head from stream h where h.district = d and h.stream = s->>'stream';
      end if;
      if coalesce(head, 0) <> (s->>'expected')::integer then
        lost := lost || json_build_object('stream', s->>'stream', 'state', its_state,
          'newest', case when head is null then null else jn_newest(s->>'stream') end);
      end if;
    end loop;
    return json_build_object('conflict', array_to_json(lost));
  end $$;`

// What the log's entry makes of the record. The list columns come typed out of the payload; the state is kept as it was written.
const RECORD = `
  create function jn_put_record(d text, s jsonb, h bytea, its_state text, known text) returns void language plpgsql as $$
  declare
    x record; n constant integer := (s->>'expected')::integer + 1; rid constant text := s->>'record';
  begin
    select * into x from jsonb_to_record(s->'row') as r(machine text, stands text, lead text, area text, category text, title text,
      opened_at bigint, closed_at bigint, due_at bigint, due_clock text, urging text, rounds integer, found text, sees text[],
      words text[], text text, lookups text[]);
    if n = 1 then
      insert into record (district, id, machine, stands, lead, area, category, title, opened_at, closed_at, due_at, due_clock,
        urging, rounds, first_at, last_at, seq, hash, found, sees, state)
      values (d, rid, x.machine, x.stands, x.lead, x.area, x.category, x.title, x.opened_at, x.closed_at, x.due_at, x.due_clock,
        x.urging, x.rounds, (s->>'at')::bigint, (s->>'at')::bigint, n, h, x.found, x.sees, its_state::json);
    else
      update record r set machine = x.machine, stands = x.stands, lead = x.lead, area = x.area, category = x.category,
        title = x.title, opened_at = x.opened_at, closed_at = x.closed_at, due_at = x.due_at, due_clock = x.due_clock,
        urging = x.urging, rounds = x.rounds, first_at = least(r.first_at, (s->>'at')::bigint),
        last_at = greatest(r.last_at, (s->>'at')::bigint), seq = n, hash = h, found = x.found, sees = x.sees,
        state = its_state::json
      where r.district = d and r.id = rid;
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

// Each row by its whole key: with a handful of rows a loop costs next to nothing, and no plan can go wrong while a table grows.
const FIGURES = `
  create function jn_put_contributions(d text, rid text, gone jsonb, made jsonb) returns void language plpgsql as $$
  declare x record;
  begin
    for x in select * from jsonb_to_recordset(gone) as g(counter text, period text, unit text, category text, excluded boolean) loop
      delete from contribution c where c.district = d and c.counter = x.counter and c.period = x.period and c.unit = x.unit
        and c.category = x.category and c.record = rid and c.excluded = x.excluded;
    end loop;
    insert into contribution as c (district, counter, period, unit, category, record, excluded, amount)
      select d, m.counter, m.period, m.unit, m.category, rid, m.excluded, m.amount
      from jsonb_to_recordset(made) as m(counter text, period text, unit text, category text, excluded boolean, amount numeric)
      on conflict (district, counter, period, unit, category, record, excluded) do update set amount = excluded.amount;
  end $$;

  create function jn_put_timer(d text, rid text, t jsonb) returns void language plpgsql as $$
  begin
    if t = 'null'::jsonb then
      delete from timer where district = d and record = rid;
    else
      insert into timer as old (district, record, at, marks) values (d, rid, (t->>'at')::bigint, t->>'marks')
      on conflict (district, record) do update set at = excluded.at, marks = excluded.marks, lease_until = 0
      where old.marks <> excluded.marks;
    end if;
  end $$;`

const CHANGE = `
  create function jn_put_change(d text, it text, x jsonb) returns void language plpgsql as $$
  begin
    case it
    when 'unit' then
      insert into unit (district, id, name, kind, parent, line, rank, closed)
      select d, r.* from jsonb_to_record(x) as r(id text, name text, kind text, parent text, line text[], rank double precision, closed boolean)
      on conflict (district, id) do update set name = excluded.name, kind = excluded.kind, parent = excluded.parent,
        line = excluded.line, rank = excluded.rank, closed = excluded.closed;
    when 'person' then
      insert into person (district, id, name, account) select d, r.* from jsonb_to_record(x) as r(id text, name text, account text)
      on conflict (district, id) do update set name = excluded.name, account = excluded.account;
    when 'post' then
      insert into post (district, id, person, role, unit, from_at, to_at)
      select d, r.* from jsonb_to_record(x) as r(id text, person text, role text, unit text, from_at bigint, to_at bigint)
      on conflict (district, id) do update set person = excluded.person, role = excluded.role, unit = excluded.unit,
        from_at = excluded.from_at, to_at = excluded.to_at;
    when 'setting' then
      insert into setting (district, machine, setting, from_at, value)
      select d, r.* from jsonb_to_record(x) as r(machine text, setting text, from_at bigint, value json)
      on conflict (district, machine, setting, from_at) do update set value = excluded.value;
    when 'mapping' then
      insert into mapping (district, id, machine, columns)
      select d, r.* from jsonb_to_record(x) as r(id text, machine text, columns json)
      on conflict (district, id) do update set machine = excluded.machine, columns = excluded.columns;
    end case;
  end $$;`

const BESIDES = `
  create function jn_put_besides(d text, p jsonb) returns void language plpgsql as $$
  begin
    if p ? 'deltas' then
      insert into measure_delta (district, counter, period, unit, category, raw, adjusted)
      select d, m.* from jsonb_to_recordset(p->'deltas')
        as m(counter text, period text, unit text, category text, raw numeric, adjusted numeric);
    end if;
    if p ? 'messages' then
      insert into message (district, record, role, unit, message, at)
      select d, m.* from jsonb_to_recordset(p->'messages') as m(record text, role text, unit text, message text, at bigint);
    end if;
    if p ? 'secrets' then
      insert into secret (district, id, record, wrapped)
      select d, m.id, m.record, decode(m.wrapped, 'base64')
      from jsonb_to_recordset(p->'secrets') as m(id text, record text, wrapped text);
    end if;
    if p ? 'erased' then
      update secret set wrapped = null, erased_at = (p->>'at')::bigint
      where district = d and id in (select jsonb_array_elements_text(p->'erased'));
    end if;
  end $$;`

const COMMIT = `
  create function jn_commit(p jsonb, its_answer json, bodies text[], states text[]) returns json language plpgsql as $$
  declare
    d constant text := current_setting('jiannuo.district');
    k constant text := p->>'key';
    streams constant jsonb := p->'streams';
    n constant integer := cardinality(bodies);
    heads bytea[] := '{}';
    founds text[] := '{}';
    head_seq integer; head bytea; known text; kept json; s jsonb; h bytea;
  begin
    select c.answer into kept from command c where c.district = d and c.key = k;
    if found then return json_build_object('repeated', kept); end if;
    -- All streams are locked, in the order that the caller gives all of them, before anything is written.
    for i in 1..n loop
      s := streams->(i - 1);
      if s ? 'row' then
        select r.seq, r.hash, r.found into head_seq, head, known from record r where r.district = d and r.id = s->>'record' for update;
      else
        select f.seq, f.hash into head_seq, head from stream f where f.district = d and f.stream = s->>'stream' for update;
      end if;
      if not found then
        head_seq := 0;
        known := null;
        head := sha256(convert_to(d || E'\\n' || (s->>'stream'), 'UTF8'));
      end if;
      if head_seq <> (s->>'expected')::integer then return jn_refused(d, k, streams); end if;
      heads := heads || head;
      founds := array_append(founds, known);
    end loop;
    -- The record was found under the caller's policies; after the command it may be out of the caller's sight.
    perform set_config('jiannuo.units', '{*}', true);
    insert into command (district, key, at, answer) values (d, k, (p->>'at')::bigint, its_answer);
    for i in 1..n loop
      s := streams->(i - 1);
      h := sha256(heads[i] || convert_to(k || E'\\n' || bodies[i], 'UTF8'));
      insert into log (district, stream, seq, at, position, key, body, hash)
      values (d, s->>'stream', (s->>'expected')::integer + 1, (s->>'at')::bigint, nextval('log_position'), k, bodies[i], h);
      if s ? 'row' then
        perform jn_put_record(d, s, h, states[i], founds[i]);
      elsif s->>'expected' = '0' then
        insert into stream (district, stream, seq, hash) values (d, s->>'stream', 1, h);
      else
        update stream f set seq = f.seq + 1, hash = h where f.district = d and f.stream = s->>'stream';
      end if;
      if s ? 'made' then perform jn_put_contributions(d, s->>'record', s->'gone', s->'made'); end if;
      if s ? 'timer' then perform jn_put_timer(d, s->>'record', s->'timer'); end if;
      if s ? 'change' then perform jn_put_change(d, s->>'table', s->'change'); end if;
    end loop;
    perform jn_put_besides(d, p);
    return null;
  end $$;
  grant execute on function jn_commit(jsonb, json, text[], text[]) to jiannuo_app;`

/**
 * One command in one call. Checks the client's key, locks the streams, compares what the decider saw, appends the entries
 * to the log with their hashes, and brings everything derived up to date. It runs with the rights and under the policies
 * of the caller. Two that add the same new stream at once meet the primary key; the caller then asks again and is answered.
 */
export const commit: Migration = {
  id: '0006-commit',
  sql: [NEWEST, REFUSED, RECORD, FIGURES, CHANGE, BESIDES, COMMIT].join('\n'),
}
