import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk, noBrowser, violations } from './browser/desk.ts'
import { changeCell } from './browser/sheet.ts'

const why = await noBrowser()
if (why !== undefined) console.log(`the office in a browser is not tested: ${why}`)

/** The plan that is taken in: a real one where it lies beside the project, else the project's own of the invented district. */
const seeds = new URL('../../shared/seeds/', import.meta.url)
const seed = existsSync(seeds) ? readdirSync(seeds).find((name) => name.startsWith('003')) : undefined
const story =
  seed === undefined
    ? {
        file: fileURLToPath(new URL('../examples/lantai-2025-plan.txt', import.meta.url)),
        quote: '3600个',
        year: 2025,
        shares: [1200, 1200, 1200],
      }
    : { file: fileURLToPath(new URL(seed, seeds)), quote: '300家', year: 2024, shares: [100, 100, 100] }
const UNITS = ['兰台区教育局', '兰台区住建局', '兰台区城管局']
const at = (month: string): string => `${story.year}-${month}`
const [share = 0] = story.shares

const dialog = (page: Page) => page.locator('.ant-modal:visible')
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

/** Picks an option of a select by its words. */
async function choose(page: Page, select: ReturnType<Page['locator']>, option: string): Promise<void> {
  await select.click()
  await page.keyboard.type(option)
  await page.locator(`.ant-select-dropdown:visible .ant-select-item-option-active[title="${option}"]`).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.ant-select-dropdown:visible').count()).toBe(0)
}

/** Presses what is open in a dialog to be done, and waits until it has gone. */
async function finish(page: Page, name: string): Promise<void> {
  await dialog(page).getByRole('button', { name, exact: false }).last().click()
  const refusal = dialog(page).locator('.error-box, .ant-form-item-explain-error')
  await Promise.race([dialog(page).waitFor({ state: 'hidden' }), refusal.first().waitFor()])
  if ((await refusal.count()) > 0) throw new Error((await refusal.allTextContents()).join('；'))
}

/** Does an action of the record that is open, filling in its form. */
async function doAction(page: Page, title: string, fill?: () => Promise<void>): Promise<void> {
  await button(page, title).click()
  await dialog(page).waitFor()
  await fill?.()
  await finish(page, '确定')
}

/** What an endpoint answers somebody whose page is open. */
const answered = (page: Page, path: string): Promise<{ readonly rows: readonly { readonly id: string }[] }> =>
  page.evaluate(`fetch(${JSON.stringify(path)}).then((response) => response.json())`)

/** Goes to another page as a link within the office does, and waits until what it shows has come. */
async function walk(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  )
  const there = `location.pathname === ${JSON.stringify(path)} && document.querySelector('.page-head h1') !== null
    && document.querySelector('.ant-skeleton, .ant-spin') === null`
  await expect.poll(() => page.evaluate(there), { timeout: 15_000 }).toBe(true)
}

describe.skipIf(why !== undefined)('the whole story in a browser', () => {
  let desk: Desk
  let supervisor: Page
  let leader: Page
  let clerk: Page
  let chief: Page
  let part = ''
  beforeAll(async () => {
    desk = await Desk.open(`${at('01-27')} 09:00`)
    supervisor = await desk.as('lantai-supervisor-1')
  }, 120_000)
  afterAll(() => desk?.close(), 60_000)

  test('a plan dropped in is read at once, and one target is corrected and confirmed by keyboard', async () => {
    await supervisor.getByRole('link', { name: '文件' }).first().click()
    const began = Date.now()
    await supervisor.locator('input[type=file]').setInputFiles(story.file)
    await supervisor.locator('.proposal').first().waitFor()
    console.log(`statements on screen ${Date.now() - began} ms after the file was dropped`)
    const list = supervisor.getByRole('group', { name: '陈述和任务' })
    await list.focus()
    const wanted = supervisor.locator('.text .span', { hasText: story.quote }).last()
    for (let moves = 0; moves < 200 && !(await wanted.getAttribute('class'))?.includes(' on'); moves++)
      await supervisor.keyboard.press('ArrowDown')
    expect(await wanted.getAttribute('class')).toContain(' on')
    await supervisor.keyboard.press('e')
    await dialog(supervisor).waitFor()
    await choose(supervisor, dialog(supervisor).getByLabel('牵头单位'), UNITS[0] ?? '')
    await finish(supervisor, '确认')
    await list.focus()
    await supervisor.keyboard.press('Enter')
    await supervisor.getByText('已处理', { exact: true }).click()
    await expect.poll(() => supervisor.locator('.proposal').count()).toBe(2)
    expect(await violations(supervisor)).toEqual([])
  }, 60_000)

  test('the rest is confirmed at once; the target is split to three departments and given out', async () => {
    await button(supervisor, /^全部确认/).click()
    await supervisor.locator('.ant-modal-confirm-btns .ant-btn-primary').click()
    await expect.poll(() => supervisor.locator('.proposal').count(), { timeout: 20_000 }).toBeGreaterThan(20)
    const mine = supervisor.locator('.proposal', { hasText: story.quote }).first()
    await mine.hover()
    await mine.getByRole('link').click()
    await button(supervisor, '分解到单位').click()
    await dialog(supervisor).getByRole('button', { name: '加一个单位' }).click()
    for (const [row, unit] of UNITS.entries()) {
      await choose(supervisor, dialog(supervisor).getByLabel('单位').nth(row), unit)
      await dialog(supervisor).getByLabel('数值').nth(row).fill(String(story.shares[row]))
    }
    await dialog(supervisor)
      .getByText(`合计${story.shares.reduce((a, b) => a + b, 0)}`)
      .waitFor()
    await finish(supervisor, '确定')
    const parts = supervisor.locator('.card', { hasText: '分解' }).locator('a.item')
    await expect.poll(() => parts.count()).toBe(3)
    desk.clock.to(`${at('01-28')} 09:00`)
    for (const unit of UNITS) {
      await parts.filter({ hasText: unit }).click()
      await doAction(supervisor, '下达')
      if (unit === UNITS[0]) part = new URL(supervisor.url()).pathname
      await supervisor.goBack()
    }
    await doAction(supervisor, '下达')
    expect(await violations(supervisor)).toEqual([])
  }, 60_000)

  test('a clerk on a phone takes it on and returns a month; it is sent back, mended, approved; the light turns before the leader’s eyes', async () => {
    clerk = await desk.as('lantai-education-a', { phone: true })
    await clerk.goto(`${desk.running.url}${part}`)
    await doAction(clerk, '签收任务')
    desk.clock.to(`${at('02-26')} 10:00`)
    leader = await desk.as('lantai-leader-1')
    await leader.goto(`${desk.running.url}${part}`)
    const light = leader.locator('.card').first().locator('.light').first()
    await expect.poll(() => light.textContent()).toBe('未报')
    await clerk.locator('.bottom').getByRole('link', { name: '月调度' }).click()
    const row = (page: Page) => page.locator('.item', { hasText: story.quote.slice(-1) }).filter({ hasText: UNITS[0] })
    await row(clerk).getByRole('button', { name: '填报' }).click()
    await dialog(clerk)
      .getByLabel('完成数')
      .fill(String(share / 5))
    await dialog(clerk).getByLabel('进展情况').fill('本月完成五分之一。')
    expect(await violations(clerk)).toEqual([])
    await finish(clerk, '确定')
    await supervisor.goto(`${desk.running.url}/returns`)
    await row(supervisor).getByRole('button', { name: '退回' }).click()
    await dialog(supervisor).getByLabel('理由').fill('请附名单。')
    await finish(supervisor, '确定')
    await clerk.getByText('请附名单。').waitFor()
    await row(clerk).getByRole('button', { name: '补充后再报' }).click()
    await dialog(clerk).getByLabel('进展情况').fill('本月完成五分之一，名单已附。')
    await finish(clerk, '确定')
    await row(supervisor).getByRole('button', { name: '采用' }).click()
    await finish(supervisor, '确定')
    await expect.poll(() => light.textContent(), { timeout: 15_000 }).toBe('绿灯')
  }, 90_000)

  test('the target of a part is adjusted with approval, and what was promised stays beside it', async () => {
    chief = await desk.as('lantai-education-c')
    await chief.goto(`${desk.running.url}${part}`)
    await doAction(chief, '申请调整', async () => {
      await dialog(chief)
        .getByLabel('调整后的目标值', { exact: true })
        .fill(String(share - 10))
      await dialog(chief).getByLabel('调整理由').fill('一处选址调整。')
    })
    await supervisor.goto(`${desk.running.url}${part}`)
    await doAction(supervisor, '同意调整', () =>
      dialog(supervisor).getByLabel('批准意见或文号').fill(`区政府专题会议纪要〔${story.year}〕9号`),
    )
    await supervisor.getByText('目标调整过').waitFor()
    expect(await supervisor.locator('.card').first().textContent()).toContain(`${share}`)
  }, 60_000)

  test('it is struck off by a second person, with evidence of its number', async () => {
    desk.clock.to(`${at('11-28')} 09:00`)
    await clerk.goto(`${desk.running.url}/returns`)
    const row = (page: Page) => page.locator('.item', { hasText: story.quote.slice(-1) }).filter({ hasText: UNITS[0] })
    await row(clerk).getByRole('button', { name: '填报' }).click()
    await dialog(clerk)
      .getByLabel('完成数')
      .fill(String(share - 8))
    await dialog(clerk).getByLabel('进展情况').fill('已超过调整后的目标。')
    await finish(clerk, '确定')
    await supervisor.goto(`${desk.running.url}/returns`)
    await row(supervisor).getByRole('button', { name: '采用' }).click()
    await finish(supervisor, '确定')
    await chief.goto(`${desk.running.url}${part}`)
    await doAction(chief, '申请销号', async () => {
      await dialog(chief).getByLabel('数据来源').fill('教育事业统计年报')
      await dialog(chief)
        .getByLabel('完成数')
        .fill(String(share - 8))
      await dialog(chief).getByLabel('完成情况说明').fill('已完成。')
    })
    await supervisor.goto(`${desk.running.url}${part}`)
    await doAction(supervisor, '受理复核')
    const second = await desk.as('lantai-supervisor-2')
    await second.goto(`${desk.running.url}${part}`)
    await doAction(second, '销号')
    await expect.poll(() => second.locator('.card').first().textContent()).toContain('已销号')
    expect(await violations(second)).toEqual([])
  }, 90_000)

  test('the split table goes out, is changed in a spreadsheet, and comes back with its differences shown first', async () => {
    await supervisor.goto(`${desk.running.url}/ledger?year=${story.year}&state=draft`)
    const first = supervisor.locator('.ant-table-tbody a').first()
    const title = (await first.textContent()) ?? ''
    expect(await violations(supervisor)).toEqual([])
    const [sheet] = await Promise.all([
      supervisor.waitForEvent('download'),
      button(supervisor, '导出任务分解表').click(),
    ])
    const path = `${desk.folder}/table.xlsx`
    await sheet.saveAs(path)
    await changeCell(path, ['工作任务', title], ['牵头领导', '周副区长'])
    await supervisor.locator('input[type=file]').setInputFiles(path)
    await dialog(supervisor).getByText('可采纳的改动1处').waitFor()
    expect(await dialog(supervisor).textContent()).toContain('周副区长')
    await finish(supervisor, '采纳可以采纳的')
    await first.click()
    await supervisor.getByText('周副区长').first().waitFor()
  }, 60_000)

  test('the way from a figure of the overview leads to the sentence in the document', async () => {
    desk.clock.to(`${at('12-20')} 09:00`)
    await leader.goto(desk.running.url)
    expect(await violations(leader)).toEqual([])
    await button(leader, '未报怎么算的').click()
    const drawer = leader.locator('.ant-drawer:visible')
    await drawer.locator('table button').first().click()
    await drawer.getByRole('link', { name: '看原文' }).click()
    await expect.poll(() => leader.locator('.ant-drawer-open').count()).toBe(0)
    const quote = (await leader.locator('.quote mark').textContent()) ?? ''
    expect(quote.length).toBeGreaterThan(1)
    await leader.getByRole('link', { name: '看原文' }).click()
    await expect.poll(() => leader.locator('.text .span.on').allTextContents()).toContain(quote)
  }, 60_000)

  test('every page can be read by everybody, in light and dark, at a desk and on a phone', async () => {
    const id = part.split('/').at(-1) ?? ''
    const shown = await answered(supervisor, '/api/documents')
    const pages = [
      '/',
      '/documents',
      `/documents/${shown.rows[0]?.id}`,
      '/ledger',
      `/ledger/${id}`,
      '/returns',
      '/cases',
      `/records/${id}`,
      '/compare',
      ...['organisation', 'rules', 'calendar', 'indicators', 'settings', 'log'].map((name) => `/admin/${name}`),
    ]
    const looks = [
      { person: 'lantai-admin', dark: false, phone: false },
      { person: 'lantai-supervisor-1', dark: true, phone: true },
    ]
    const found: string[] = []
    for (const { person, ...look } of looks) {
      const page = await desk.as(person, look)
      for (const path of pages) {
        await walk(page, path)
        const wide: number = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        if (wide > 0) found.push(`${path} ${JSON.stringify(look)}: ${wide}px wider than the window`)
        for (const one of await violations(page)) found.push(`${path} ${JSON.stringify(look)}: ${one}`)
      }
    }
    expect(found).toEqual([])
  }, 240_000)

  test('nothing was complained of in any of these pages', () => {
    expect(desk.faults).toEqual([])
  })
})
