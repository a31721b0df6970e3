import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Office } from '@jiannuo/app'
import { type Running, readSettings, startServer } from '@jiannuo/server'
import { lantai, offices, type TestClock, testClock, valueOf } from '../../packages/app/testing/kit.ts'

/** Where the pages were built to. */
const PAGES = fileURLToPath(new URL('../../packages/web/dist', import.meta.url))
/** Browsers that a machine may have. */
const CHROMIUM = process.env['JIANNUO_CHROMIUM'] ?? '/usr/bin/chromium'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Nothing is drawn for anybody: what a screen would need is left out. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-extensions', '--mute-audio']
/** Hours in which no session ends: the tests' clock leaps through the year. */
const LONG = 9000

const open = offices()

/** Why there is no browser here; undefined where there is one. @throws Error where one is required */
export async function noBrowser(): Promise<string | undefined> {
  try {
    await (await chromium.launch({ executablePath: CHROMIUM, args: ARGS })).close()
    return undefined
  } catch (error) {
    const why = `no browser at ${CHROMIUM}: ${error instanceof Error ? error.message.split('\n')[0] : ''}`
    if (process.env['JIANNUO_REQUIRE_BROWSER'] === '1') throw new Error(why, { cause: error })
    return why
  }
}

/** The office as it stands at a moment, served to browsers of its people. */
export class Desk {
  /** What the consoles of all pages complained of. */
  readonly faults: string[] = []
  readonly clock: TestClock
  /** The office itself, for what is not done in a browser. */
  readonly office: Office
  readonly running: Running
  readonly folder: string
  readonly #browser: Browser
  readonly #opened: BrowserContext[] = []

  private constructor(clock: TestClock, office: Office, running: Running, folder: string, browser: Browser) {
    this.clock = clock
    this.office = office
    this.running = running
    this.folder = folder
    this.#browser = browser
  }

  static async open(at: string): Promise<Desk> {
    const clock = testClock(at)
    const office = await open(clock)
    await lantai(office)
    const folder = mkdtempSync(join(tmpdir(), 'jiannuo-desk-'))
    const base = valueOf(readSettings({ JIANNUO_LOG: 'silent', PORT: '0' }))
    const settings = { ...base, idleMinutes: LONG * 60, sessionHours: LONG }
    const started = await startServer({ office, settings, folder, pages: PAGES, version: '0.0.0', demo: true })
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS })
    return new Desk(clock, office, valueOf(started), folder, browser)
  }

  /** Somebody of the invented district at a desk, or with a phone, signed in by a click on their name. */
  async as(
    person: string,
    { phone = false, dark = false }: { readonly phone?: boolean; readonly dark?: boolean } = {},
  ): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: phone ? { width: 390, height: 844 } : { width: 1366, height: 860 },
      isMobile: phone,
      hasTouch: phone,
      colorScheme: dark ? 'dark' : 'light',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      acceptDownloads: true,
      reducedMotion: 'reduce',
    })
    this.#opened.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        this.faults.push(`${person} ${page.url()} ${message.type()}: ${message.text().slice(0, 300)}`)
    })
    page.on('pageerror', (error) => this.faults.push(`${person} ${page.url()} ${String(error).slice(0, 300)}`))
    await page.goto(this.running.url)
    const label = this.running.demo.accounts.find(({ name }) => name === person)?.label ?? person
    await page.getByRole('button', { name: label }).click()
    await page.locator('.shell').waitFor()
    return page
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.map((context) => context.close()))
    await this.#browser.close()
    await this.running.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

/** What stands in the way of people with impairments on a page as it is now (WCAG 2.2 A and AA, axe's own rules). */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const found: AxeResult = await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(tags)} })`)
  return found.violations.map(
    ({ id, help, nodes }) =>
      `${id} (${help}): ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')}`,
  )
}
