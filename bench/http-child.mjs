// What bench/http.mjs drives, each in a process of its own: `office`, the real server on a folder, and `bare`, Hono routes that ask the same of the
// same database, as its owner, without session, policies, masks or schemas, and answer with what the office's rows show. `anew` is the real server
// with the keeping of answers taken out, so that every call is worked out.
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import { openOffice } from '../packages/app/dist/index.js'
import { instant } from '../packages/kernel/dist/index.js'
import { KeptAnswers } from '../packages/server/dist/http/kept.js'
import { readSettings, startServer } from '../packages/server/dist/index.js'
import { DISTRICT } from './hotline-life.mjs'
import { LEDGER_NOW, ok } from './ledger-fill.mjs'

const [, , role, folder, pool, seen, at = String(LEDGER_NOW)] = process.argv

async function office() {
  const began = performance.now()
  const now = () => instant(Number(at) + Math.floor(performance.now() - began))
  const opened = ok(await openOffice({ folder, now, poolSize: Number(pool) }))
  const settings = ok(readSettings({ PORT: '0', JIANNUO_CALLS_PER_SECOND: '1000000' }))
  const started = ok(await startServer({ office: opened, settings, folder, pages: folder, version: '0', demo: true }))
  process.send({ url: started.url, accounts: started.demo.accounts })
  process.once('disconnect', async () => {
    await started.close()
    await opened.close()
  })
}

/** What the office's pages show, in as few plain statements as one would write for it. */
function statements() {
  // By the index of facets, which is how the office finds them.
  const ours = `r.facets is not null and array[r.district || '/' || r.machine] && array['${DISTRICT}/commitments'] and r.sees && array['${seen}', '~']`
  const ofYear = `${ours} and r.facets && array['year=2026']`
  const followed = `${ofYear} and r.stands in ('issued', 'running', 'applied', 'review')`
  const facet = (name) =>
    `(select substr(f, ${name.length + 2}) from unnest(r.facets) f where starts_with(f, '${name}='))`
  const page = (tests) =>
    `select r.state from record r where ${ofYear} and ${tests} order by r.opened_at desc, r.id desc limit 50`
  const colour = "r.facets && array['light=red', 'light=yellow']"
  const lights = (tests) =>
    `select ${facet('light')} as light, count(*)::int from record r where ${followed} and ${tests} group by 1`
  const states = (tests) => `select r.stands, count(*)::int from record r where ${ofYear} and ${tests} group by 1`
  const of = (light, order, limit) =>
    `select r.state from record r where ${followed} and r.facets && array['light=${light}'] order by ${order} limit ${limit}`
  return {
    list: [page('true'), lights('true'), states('true')],
    filter: [page(colour), lights(colour), states(colour)],
    overview: [
      lights('true'),
      states('true'),
      `select ${facet('year')} as year, count(*)::int from record r where ${ours} group by 1`,
      `select r.lead, ${facet('light')} as light, count(*)::int from record r where ${followed} group by 1, 2`,
      `select ${facet('chapter')} as chapter, ${facet('light')} as light, count(*)::int from record r where ${followed} group by 1, 2`,
      of('red', "(r.state->'fields'->>'gap')::float", 10),
      of('silent', 'r.opened_at desc', 10),
      `select r.state from record r where ${followed} and r.closed_at is null order by r.due_at limit 10`,
    ],
    // The pages of cases: what is asked of the database for the same rows, by its owner.
    inbox: [
      `select r.state from record r where r.district = '${DISTRICT}' and r.machine = 'hotline' and r.lead = '${seen}' and r.closed_at is null order by r.due_at, r.id limit 50`,
      `select r.stands, count(*)::int from record r where r.district = '${DISTRICT}' and r.machine = 'hotline' and r.lead = '${seen}' and r.closed_at is null group by 1`,
    ],
    case: [
      `select (select json_agg(l.body) from log l where l.district = '${DISTRICT}' and l.stream = 'record:' || $1) as log,
        (select r.state from record r where r.district = '${DISTRICT}' and r.id = $1) as state`,
    ],
    one: [
      `select (select json_agg(l.body) from log l where l.district = '${DISTRICT}' and l.stream = 'record:' || $1) as log,
        (select json_agg(d) from reading d where d.district = '${DISTRICT}' and d.series = 'c:' || $1) as readings,
        (select r.state from record r where r.district = '${DISTRICT}' and r.id = $1) as state,
        (select json_agg(r.state) from record r where r.district = '${DISTRICT}' and r.machine = 'returns' and r.facets @> array['commitment=' || $1]) as returns,
        (select json_agg(r.state) from record r where r.district = '${DISTRICT}' and r.machine = 'commitments' and r.facets @> array['parent=' || $1]) as parts`,
    ],
  }
}

const SHOWN = [
  'title',
  'year',
  'chapter',
  'light',
  'why',
  'value',
  'unit',
  'current',
  'currentPeriod',
  'currentVersion',
  'completion',
  'pace',
  'gap',
  'forecast',
  'leadUnit',
  'leader',
  'partners',
  'due',
  'lastPeriod',
  'silentPeriods',
  'adjustedAt',
  'parts',
  'parent',
  'document',
  'comparator',
]

/** As much of a row as the office shows; the whole of it would be six times as much to send. */
const shown = (row) => {
  if (row.state?.fields === undefined) return row
  const { id, state, seq, lead, fields } = row.state
  return { id, state, seq, lead, ...Object.fromEntries(SHOWN.map((name) => [name, fields[name]])) }
}

function bare() {
  const { host, port } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8'))
  const db = new pg.Pool({ host, port, database: 'jiannuo', user: 'jiannuo_owner', max: Number(pool) })
  const asked = statements()
  const app = new Hono()
  const answer = (texts, params) =>
    Promise.all(texts.map(async (text) => (await db.query(text, params)).rows.map(shown)))
  for (const name of ['list', 'filter', 'overview', 'inbox'])
    app.get(`/${name}`, async (c) => c.json(await answer(asked[name], [])))
  app.get('/case/:id', async (c) => c.json(await answer(asked.case, [c.req.param('id')])))
  app.get('/one/:id', async (c) => c.json(await answer(asked.one, [c.req.param('id')])))
  const listener = getRequestListener(app.fetch)
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
  server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }))
  process.once('disconnect', () => process.exit(0))
}

if (role === 'anew') KeptAnswers.prototype.answer = (_session, _asked, make) => make()
await (role === 'bare' ? bare() : office())
