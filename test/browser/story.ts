import { createHash } from 'node:crypto'
import { addPerson, addUnit, appoint, performAt, type Session, sessionOf } from '@jiannuo/app'
import type { ExampleDefinition, Json, Machine } from '@jiannuo/engine'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { moment, valueOf } from '../../packages/app/testing/kit.ts'
import type { Desk } from './desk.ts'
import { fillForm } from './forms.ts'

type Step = ExampleDefinition['steps'][number]

const DISTRICT = 'lantai'
/** Units that the examples of the definitions name and the demonstration has not. */
const UNITS = [
  ['lantai-dongmen', '东门街道', 'street', 'lantai'],
  ['lantai-dongmen-guihua', '桂花社区', 'community', 'lantai-dongmen'],
  ['lantai-dongmen-guihua-1', '桂花社区第一网格', 'grid', 'lantai-dongmen-guihua'],
] as const
/** People who have a desk, to be given the posts that examples act by. */
const POOL = [
  'lantai-supervisor-2',
  'lantai-education-a',
  'lantai-education-c',
  'lantai-housing-a',
  'lantai-urban-a',
  'lantai-urban-c',
  'lantai-statistician-1',
  'lantai-yanchi-a',
]

/**
 * A worked example of a definition, done by people at desks: what is named to be done on pages goes through the browser, the rest past it by the same
 * use cases. Who acts in the example by one post is one person here.
 */
export class Story {
  readonly #desk: Desk
  readonly #machine: Machine
  readonly #people = new Map<string, string>()
  readonly #pages = new Map<string, Page>()
  readonly #records = new Map<string, string>()
  #keys = 0

  constructor(desk: Desk, machine: string) {
    this.#desk = desk
    const found = desk.office.catalogue.machine(machine)
    if (found === undefined) throw new Error(machine)
    this.#machine = found
  }

  /** Units that the demonstration has not. */
  static async prepare(desk: Desk): Promise<void> {
    const admin = valueOf(await sessionOf(desk.office, DISTRICT, 'lantai-admin'))
    for (const [id, name, kind, parent] of UNITS) {
      const { tree } = await desk.office.districts.view(DISTRICT)
      if (tree.unit(id) === undefined) valueOf(await addUnit(desk.office, admin, { id, name, kind, parent }))
    }
  }

  /** The record of a name of the example, `r1` where it has only one. */
  record(name = 'r1'): string {
    return this.#records.get(name) ?? ''
  }

  /** A name of an example stands for a record that is there. */
  know(name: string, record: string): void {
    this.#records.set(name, record)
  }

  async #personFor({ role = '', unit = '', person }: Step): Promise<string> {
    const doer = person ?? `${role}@${unit}`
    const known = this.#people.get(doer) ?? POOL[new Set(this.#people.values()).size]
    if (known === undefined) throw new Error(`nobody left for ${doer}`)
    this.#people.set(doer, known)
    const { posts } = valueOf(await sessionOf(this.#desk.office, DISTRICT, known))
    if (!posts.some((post) => post.role === role && post.unit === unit)) {
      const admin = valueOf(await sessionOf(this.#desk.office, DISTRICT, 'lantai-admin'))
      valueOf(await appoint(this.#desk.office, admin, { person: known, role, unit }))
    }
    return known
  }

  async #real(value: Json): Promise<Json> {
    if (typeof value === 'string') {
      if (this.#records.has(value)) return this.#records.get(value) ?? value
      if (/^([0-9a-f])\1{63}$/.test(value)) return this.#file()
      return value
    }
    if (Array.isArray(value)) return Promise.all(value.map((one: Json) => this.#real(one)))
    if (value === null || typeof value !== 'object') return value
    const cells = Object.entries(value).map(async ([id, one]) => [id, await this.#real(one)] as const)
    return Object.fromEntries(await Promise.all(cells))
  }

  async #file(): Promise<string> {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 2])
    await this.#desk.office.store.files.put({ district: DISTRICT, person: 'story', units: 'all' }, bytes, 'image/png')
    return createHash('sha256').update(bytes).digest('hex')
  }

  async #peopleNamed(input: Readonly<Record<string, Json>>): Promise<void> {
    const { persons } = await this.#desk.office.districts.view(DISTRICT)
    for (const value of Object.values(input))
      if (typeof value === 'string' && /^p-[a-z]+$/.test(value) && !persons.has(value)) {
        const admin = valueOf(await sessionOf(this.#desk.office, DISTRICT, 'lantai-admin'))
        valueOf(await addPerson(this.#desk.office, admin, { id: value, name: `责任人${value.slice(2)}` }))
      }
  }

  /**
   * Plays steps of an example.
   *
   * @param onPages numbers (from 1) of the steps that are done in the browser
   */
  async play(steps: readonly Step[], onPages: readonly number[]): Promise<void> {
    for (const [at, step] of steps.entries()) {
      if (step.role === undefined) continue
      this.#desk.clock.to(step.at)
      const person = await this.#personFor(step)
      await this.#peopleNamed(step.input ?? {})
      if (onPages.includes(at + 1)) await this.#onPage(step, person)
      else await this.#past(step, person)
    }
  }

  async #past(step: Step, person: string): Promise<void> {
    const { record = 'r1', action, input = {}, refused, state } = step
    const session: Session = valueOf(await sessionOf(this.#desk.office, DISTRICT, person))
    const given: Record<string, Json> = {}
    for (const [id, value] of Object.entries(input)) given[id] = await this.#real(value)
    const known = this.#records.get(record)
    const command = {
      machine: this.#machine.id,
      action,
      input: given,
      key: `story-${this.#machine.id}-${++this.#keys}`,
    }
    const done = await performAt(
      this.#desk.office,
      session,
      { ...command, ...(known === undefined ? {} : { record: known }) },
      moment(step.at),
    )
    expect([action, step.at, done.ok ? done.value.state : done.refusal.code]).toEqual([
      action,
      step.at,
      refused ?? state,
    ])
    if (done.ok) this.#records.set(record, done.value.record)
  }

  /** Closes the desks: a page that is left open follows all that others do. */
  async close(): Promise<void> {
    await Promise.all([...this.#pages.values()].map((page) => page.context().close()))
    this.#pages.clear()
  }

  async pageOf(person: string): Promise<Page> {
    const known = this.#pages.get(person)
    if (known !== undefined) return known
    const page = await this.#desk.as(person)
    this.#pages.set(person, page)
    return page
  }

  async #onPage(step: Step, person: string): Promise<void> {
    const { record = 'r1', action, input = {} } = step
    const page = await this.pageOf(person)
    const known = this.#records.get(record)
    const { url } = this.#desk.running
    const { tree } = await this.#desk.office.districts.view(DISTRICT)
    const names = { unit: tree.name, record: (id: string) => this.#records.get(id) ?? id }
    const definition = this.#machine.actions[action]
    if (definition === undefined) throw new Error(action)
    if (known === undefined) {
      await page.goto(`${url}/cases/${this.#machine.id}/new`)
      await fillForm(page, page.locator('.opening'), this.#machine, action, input, names)
      await page.locator('.opening button[type=submit], form button[type=submit]').first().click()
      await page.locator('.facts.standing').waitFor()
      this.#records.set(record, new URL(page.url()).pathname.split('/').at(-1) ?? '')
    } else {
      await page.goto(`${url}/records/${known}`)
      await page.locator('.facts.standing').waitFor()
      const offered = page.getByRole('button', { name: definition.title, exact: true })
      // What cannot be done now is no button: it stands among the others, with why.
      if (step.refused !== undefined && (await offered.count()) === 0) {
        expect(await page.locator('.main details').first().textContent()).toContain(`${definition.title}：`)
        return
      }
      await offered.click()
      const dialog = page.locator('.ant-modal:visible')
      await fillForm(page, dialog, this.#machine, action, input, names)
      await dialog.getByRole('button', { name: '确定' }).click()
      if (step.refused !== undefined) {
        await dialog.locator('.error-box').waitFor()
        await dialog.getByRole('button', { name: '取消' }).click()
        return
      }
      await dialog.waitFor({ state: 'hidden' })
    }
    const title = this.#machine.states[step.state ?? '']?.title ?? ''
    await expect.poll(() => page.locator('.main .card h2').first().textContent()).toContain(title)
    // Nobody sits before a record that goes on to others.
    await page.goto('about:blank')
  }
}
