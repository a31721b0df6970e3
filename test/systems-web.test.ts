import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk, noBrowser, violations } from './browser/desk.ts'
import { Story } from './browser/story.ts'

const why = await noBrowser()
if (why !== undefined) console.log(`systems in a browser are not tested: ${why}`)

describe.skipIf(why !== undefined)('systems in a browser', () => {
  let desk: Desk
  const example = (machine: string, title: RegExp) => {
    const found = desk.office.catalogue.machine(machine)?.examples.find((one) => title.test(one.title))
    if (found === undefined) throw new Error(`${machine} has no example ${title}`)
    return found.steps
  }
  beforeAll(async () => {
    desk = await Desk.open('2025-01-06 09:00')
    await Story.prepare(desk)
  }, 120_000)
  afterAll(async () => {
    expect(desk.faults).toEqual([])
    await desk.close()
  }, 60_000)

  test('a firm is promoted from 培育库 to 达标库', async () => {
    const story = new Story(desk, 'above-scale-firms')
    // Entered, refused what it does not meet yet, and promoted twice on pages.
    await story.play(example('above-scale-firms', /从培育库、重点库、达标库到入统/).slice(0, 6), [3, 4, 6])
    await story.close()
  }, 90_000)

  test('a hazard is posted, planned, checked, struck off by a second body', async () => {
    const story = new Story(desk, 'hazards')
    const steps = example('hazards', /重大隐患：先上报、挂牌/)
    await story.play(steps, [4, steps.length])
    await story.close()
  }, 120_000)

  test('a proposal is answered B and turned to A in the next year', async () => {
    const story = new Story(desk, 'proposals')
    const steps = example('proposals', /B类承诺跟踪到下一年/)
    await story.play(steps, [steps.length - 3, steps.length - 1])
    const page = await story.pageOf('lantai-supervisor-2')
    await page.goto(`${desk.running.url}/records/${story.record()}`)
    await page.locator('.facts.standing').waitFor()
    expect(await violations(page)).toEqual([])
    await story.close()
  }, 120_000)

  test('a project’s issue goes from the weekly round to the monthly meeting and up, and is struck off by another', async () => {
    const projects = new Story(desk, 'projects')
    const [first] = desk.office.catalogue.machine('projects')?.examples ?? []
    await projects.play(first?.steps.slice(0, 1) ?? [], [])
    const story = new Story(desk, 'project-issues')
    story.know('projects-1', projects.record())
    const steps = example('project-issues', /周盘点两次未解决/)
    await story.play(steps, [9, steps.length])
    await story.close()
  }, 120_000)

  test('a street’s index is explained: rank, parts, what moved it, down to the records', async () => {
    desk.clock.to('2026-02-02 09:00')
    const page = await desk.as('lantai-supervisor-1')
    await page.goto(`${desk.running.url}/indexes`)
    await page.locator('.map-tiles .map-tile').first().click()
    const parts = page.locator('.card', { hasText: '标准分' })
    await parts.waitFor()
    expect(await parts.textContent()).toContain('不计此项时')
    expect(await violations(page)).toEqual([])
    await parts.getByRole('button').first().click()
    await page.locator('.ant-drawer:visible').getByText('公式').first().waitFor()
    await page.keyboard.press('Escape')
    await page.goto(`${desk.running.url}/boards?machine=hazards&span=all`)
    await page.locator('.board-figures .board-figure').first().waitFor()
    expect(await violations(page)).toEqual([])
    const sheet = page.waitForEvent('download')
    await page.getByRole('link', { name: '月调度（DOCX）' }).click()
    expect((await sheet).suggestedFilename()).toMatch(/月调度.*\.docx$/)
  }, 90_000)
})
