import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk, noBrowser, violations } from './browser/desk.ts'

const why = await noBrowser()
if (why !== undefined) console.log(`cases in a browser are not tested: ${why}`)

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
const TITLE = '砚池路12号路面破损'

const dialog = (page: Page) => page.locator('.ant-modal:visible')
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** Where the record that is open stands. */
const standing = (page: Page) => page.locator('.main .card h2').first()

/** Picks an option of a select by its words. */
async function choose(page: Page, within: ReturnType<Page['locator']>, label: string, option: string): Promise<void> {
  await within.getByLabel(label, { exact: true }).click()
  await page.keyboard.type(option)
  await page.locator(`.ant-select-dropdown:visible .ant-select-item-option-active[title="${option}"]`).waitFor()
  await page.keyboard.press('Enter')
}

/** Answers a question of a form with yes or no. */
const answer = (page: Page, question: string, said: '是' | '否') =>
  dialog(page).getByRole('radiogroup', { name: question }).getByText(said, { exact: true }).click()

/** Does an action of the record that is open, and waits until it stands where that leads. */
async function doAction(page: Page, title: string, state: string, fill?: () => Promise<void>): Promise<void> {
  await button(page, title).click()
  await dialog(page).waitFor()
  await fill?.()
  await dialog(page).getByRole('button', { name: '确定' }).click()
  const refusal = dialog(page).locator('.error-box, .ant-form-item-explain-error')
  await Promise.race([dialog(page).waitFor({ state: 'hidden' }), refusal.first().waitFor()])
  if ((await refusal.count()) > 0) throw new Error((await refusal.allTextContents()).join('；'))
  await expect.poll(() => standing(page).textContent()).toContain(state)
}

describe.skipIf(why !== undefined)('a citizen’s call in a browser', () => {
  let desk: Desk
  let record = ''
  const people = new Map<string, Page>()
  /** Somebody's page with the record open; the page stays theirs. */
  const at = async (person: string): Promise<Page> => {
    const known = people.get(person)
    const page = known ?? (await desk.as(person))
    people.set(person, page)
    if (!page.url().endsWith(record)) await page.goto(`${desk.running.url}${record}`)
    await page.locator('.facts.standing').waitFor()
    return page
  }
  const finish = async (reply: string): Promise<void> => {
    const handler = await at('lantai-urban-a')
    await doAction(handler, '提交办结', '办结待审', async () => {
      await answer(handler, '是否联系诉求人', '是')
      await answer(handler, '是否解决', '是')
      await dialog(handler).getByLabel('答复内容').fill(reply)
      await dialog(handler).getByLabel('协办单位未答复的说明').fill('协办事项已当面说清。')
    })
    const reviewer = await at('lantai-urban-c')
    await doAction(reviewer, '审核通过', '待回访')
  }
  const callBack = async (solved: '是' | '否', satisfaction: string, state: string): Promise<Page> => {
    const caller = await at('lantai-callerBack-1')
    await doAction(caller, '回访登记', state, async () => {
      await answer(caller, '承办单位是否联系过诉求人', '是')
      await answer(caller, '问题是否解决', solved)
      await choose(caller, dialog(caller), '是否满意', satisfaction)
    })
    return caller
  }
  beforeAll(async () => {
    desk = await Desk.open('2026-03-02 09:00')
  }, 120_000)
  afterAll(() => desk?.close(), 60_000)

  test('the call is written down; what may be the same matter is shown while typing', async () => {
    const operator = await desk.as('lantai-operator-1')
    people.set('lantai-operator-1', operator)
    await operator.getByRole('link', { name: '办件', exact: true }).first().click()
    await operator.getByRole('link', { name: '登记工单' }).click()
    const form = operator.locator('.opening')
    await form.getByLabel('标题').fill(TITLE)
    await choose(operator, form, '来源渠道', '区级热线')
    await choose(operator, form, '诉求类型', '投诉')
    await choose(operator, form, '诉求分类', '路面破损')
    await choose(operator, form, '紧急程度', '一般')
    await form.getByLabel('诉求内容').fill('砚池路12号门前路面有一处坑洞，已有三天，请修补。')
    await form.getByLabel('联系电话').fill('10012345678')
    await choose(operator, form, '事发地（街道、社区或网格）', '洗砚社区')
    await operator.getByText('没有发现可能重复的').waitFor()
    expect(await violations(operator)).toEqual([])
    await button(operator, '登记').click()
    await operator.locator('.facts.standing').waitFor()
    record = new URL(operator.url()).pathname
    expect(await standing(operator).textContent()).toContain('已受理')
    await operator.goto(`${desk.running.url}/cases/hotline/new`)
    await operator.locator('.opening').getByLabel('标题').fill('砚池路12号路面坑洞')
    const candidate = operator.locator('.card .item', { hasText: TITLE })
    await candidate.getByRole('button', { name: '看一看' }).click()
    await operator.locator('.ant-drawer .facts').waitFor()
    expect(await violations(operator)).toEqual([])
  }, 120_000)

  test('it waits for the dispatcher, who clears and sends it; the unit signs in from its list, many at once', async () => {
    const dispatcher = await desk.as('lantai-dispatcher-1')
    people.set('lantai-dispatcher-1', dispatcher)
    await dispatcher.goto(`${desk.running.url}/cases`)
    await dispatcher.locator('.system', { hasText: '市民热线' }).getByRole('link', { name: '1 等我办' }).click()
    expect(await violations(dispatcher)).toEqual([])
    await dispatcher.getByRole('link', { name: TITLE }).click()
    await doAction(dispatcher, '判重通过（不重复）', '待派单')
    await doAction(dispatcher, '按目录派单', '待签收')
    const handler = await desk.as('lantai-urban-a')
    people.set('lantai-urban-a', handler)
    await handler.goto(`${desk.running.url}/cases/hotline?mine=true`)
    await handler.getByLabel(`选择这一件：${TITLE}`).check()
    await button(handler, '签收（1件可办）').click()
    await dialog(handler).getByRole('button', { name: '确定' }).click()
    await handler.getByText('办成1件，没有办成0件').waitFor()
    await dialog(handler).getByRole('button', { name: '关闭' }).last().click()
    // The dispatcher's page follows by itself.
    await expect.poll(() => standing(dispatcher).textContent(), { timeout: 15_000 }).toContain('办理中')
  }, 120_000)

  test('the caller is not content: it is done again, and what was said before stays beside it', async () => {
    await finish('已现场查看，安排修补。')
    const caller = await callBack('否', '不满意', '重办')
    await caller.locator('.round summary').click()
    expect(await caller.locator('.round').textContent()).toContain('已现场查看，安排修补。')
    expect(await violations(caller)).toEqual([])
    await finish('已修补完毕，路面平整。')
    await callBack('是', '满意', '已归档')
    expect(await caller.locator('.three-sides').first().textContent()).toContain('已修补完毕')
  }, 150_000)

  test('the unit objects to its being counted, with evidence; the objection is refused, and both stay', async () => {
    const reviewer = await at('lantai-urban-c')
    await doAction(reviewer, '申请剔除', '已归档', async () => {
      await dialog(reviewer).getByLabel('理由').click()
      await reviewer.keyboard.press('ArrowDown')
      await reviewer.keyboard.press('Enter')
      await dialog(reviewer).getByLabel('说明').fill('坑洞由自来水管道破裂引起。')
      const input = dialog(reviewer).locator('input[type=file]')
      await input.setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: PNG })
      await dialog(reviewer).getByText('现场.png').waitFor()
    })
    const supervisor = await at('lantai-supervisor-1')
    await doAction(supervisor, '不同意剔除', '已归档', () =>
      dialog(supervisor).getByLabel('不同意的理由').fill('路面仍由本单位养护。'),
    )
    const asked = supervisor.locator('.card', { hasText: '申请' }).locator('.item', { hasText: '未同意' })
    await asked.waitFor()
    const [file] = await Promise.all([
      supervisor.waitForEvent('download'),
      asked.getByRole('link', { name: /^附件1/ }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/\.png$/)
    expect(await violations(supervisor)).toEqual([])
  }, 120_000)

  test('a personal value is shown with a reason, which is kept', async () => {
    const operator = await at('lantai-operator-1')
    await button(operator, '显示“联系电话”').click()
    await dialog(operator).getByLabel('查看理由').fill('诉求人来电核对')
    await dialog(operator).getByRole('button', { name: '确定' }).click()
    await operator.getByText('10012345678').waitFor()
    await operator.locator('.timeline', { hasText: '诉求人来电核对' }).waitFor()
  }, 30_000)

  test('nothing was complained of in any of these pages', () => {
    expect(desk.faults).toEqual([])
  })
})
