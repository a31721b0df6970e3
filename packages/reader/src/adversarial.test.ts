import { afterAll, describe, expect, it } from 'vitest'
import { read } from './read.ts'
import type { ReadOptions } from './types.ts'

// R9: reading eight times as much costs about eight times as much, for texts made to hurt. Times are compared inside one
// run; below FLOOR they say nothing.

const SIZE = 1200
/** Lines are long only together. */
const LINES_SIZE = 8_000
/** Eight times the text may cost up to twenty-four times the time; squared cost would be sixty-four times. */
const TIMES = 8
const MOST = 24
const FLOOR = 1.5 // ms
const HEAD = '兰台区2026年政府工作计划\n一、重点任务\n推进：'

const options: ReadOptions = { kind: 'plan', year: 2026 }
const fill = (words: string, size: number): string => words.repeat(Math.ceil(size / words.length)).slice(0, size)

// one piece over and over, with nothing around it
const PIECES = [
  ...Array.from(
    '1９一十百万亿、，,。；“”（）()《》[]〔等第首前后半翻年月新的和与及了在比较至到从Am%.-—/:+_\ufffd\ue000 \u3000\t\n\r率均达超近约余多个家县市区占\u0000\ud83d',
  ),
  ...'分别 增长 下降 新增 预计 今年 以上 个百分点 亿元 1, 1. 1- 1/ 1: 1至 1个 1个的 1个、 1个和 1个（ （1个 1亿元的 1亿元以上 100户以上 60岁以上 1%、 1月 1+1 1千伏 一是 （一） 一、 第一 第一、 首家 首位 前1 前十 位居第一 翻番 翻一番 四分之 分之 一半 九成 2024年 2024- 2024年2024 十四五 “十四五” “1 ”“ （“ “） 建设 服务 推进 确保 等项目 A、B 各类 多个 一批 总量 总投资 面积 连续三年 5G G5 1号 文号 在全国1个 在全国 甲等 甲等1个 甲建设 （甲建设 甲乙建设 甲推进 同比 全力 谱写 存在 报告 名称： 索引号： 各位代表 目前 和等 是指 ：“ “””）》 （”》'.split(
    ' ',
  ),
  '1 个',
  '同比增长1%甲乙',
  '由2006年的1个，',
  '今年1个，',
  '2023年甲1个，',
  '预计甲1个；',
  '甲总投资1亿元，',
  '1个，，，，',
  '1年1月1日',
  '分别增长1%、',
  '甲率、均达90%，',
  '总投资1亿元的1个，',
  '推进甲乙，',
  '推进甲、乙和',
  '以甲为乙，',
  '推进甲等项目，',
  '6月底前，',
]

// lines of a document: what one of them looks for must not be looked for in all the others
const LINES = [
  '一、甲乙工作\n甲乙丙1个。\n',
  '（一）甲\n1.乙\n（1）丙\n①丁\n',
  '甲乙丙丁。推进甲乙丙丁戊己庚辛1个。\n',
  '甲乙丙丁戊己庚辛。 ',
  '甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸。\n',
  '推进“甲乙，建设丙1个。\n',
  '推进甲和乙等项目建设。\n',
  '推进甲、乙等6个项目“多证。\n',
  '6个项目“多证齐发。\n',
  '全市首家甲乙丙丁揭牌。\n',
  '甲乙丙丁1个戊己。\n',
  '甲1个、乙1个，丙均1个。\n',
  '“甲乙1个，丙丁1个。\n',
  '甲、乙产业转型，分别实现产值1亿元、2亿元。\n',
  '甲企业1个，乙1个入选丙丁。\n',
  '名称：甲\n',
  '今年政府工作主要预期目标甲。\n',
]

// numbers are read in the body only; at the top of a document these would be read as its head
const COUNTED = /[1一半九百首翻四]/

const INPUTS: readonly (readonly [string, (size: number) => string])[] = [
  ...PIECES.filter((words) => !COUNTED.test(words)).map(
    (words) => [words, (size: number) => fill(words, size)] as const,
  ),
  ...PIECES.map((words) => [`…推进：${words}`, (size: number) => HEAD + fill(words, size)] as const),
  ...LINES.map((words) => [words, (size: number) => HEAD + fill(words, size)] as const),
  ['名词解释 line', (size) => `${HEAD}\n名词解释\n${fill('甲乙：是指丙丁1个。\n', size)}`],
  ['名词解释 goes on', (size) => `${HEAD}\n名词解释\n甲：是指\n${fill('丙丁1个。\n', size)}`],
  ['（…）', (size) => fill('（', size / 2) + fill('）', size / 2)],
  ['“…”', (size) => fill('“', size / 2) + fill('”', size / 2)],
  ['“…）》', (size) => fill('“', size / 2) + fill('）》', size / 2)],
  ['（…1个', (size) => `${fill('（', size)}1个`],
  ['的…1个', (size) => `${fill('的', size)}1个项目`],
  ['甲…1个', (size) => `${fill('甲乙丙丁', size)}1个项目`],
  ['1个甲…', (size) => `1个${fill('甲乙丙丁', size)}`],
  ['，…1个…', (size) => fill('，', size / 2) + fill('1个', size / 2)],
  ['甲、…分别', (size) => `${fill('甲、', size / 2)}分别增长${fill('1%、', size / 2)}`],
  ['甲、…等1个', (size) => `推进${fill('甲、', size)}等1个项目开工。`],
  ['“甲等…1个', (size) => `“${fill('甲等', size)}1个`],
  ['（1个…）', (size) => fill('（1个', size / 2) + fill('）', size / 2)],
  ['名 …称', (size) => `名${fill(' ', Math.min(size, 200))}称：${fill('名 ', size)}`],
  ['same sentence', (size) => fill(`${'甲'.repeat(40)}。`, size)],
  ['one line, spaces for line ends', (size) => fill('甲乙丙丁1个。 ', size)],
]

const once = (text: string): number => {
  const began = performance.now()
  read(text, options)
  return performance.now() - began
}

/** The least of some runs: what the machine does besides only ever adds. */
const least = (text: string, runs: number): number => Math.min(...Array.from({ length: runs }, () => once(text)))

function ratioOf(make: (size: number) => string, size: number): { ratio: number; large: number } {
  let best = { ratio: Number.POSITIVE_INFINITY, large: 0 }
  // a slow run by accident is tried again with more runs
  for (const runs of [1, 3, 6]) {
    const large = least(make(size * TIMES), runs)
    if (large <= FLOOR * MOST) return { ratio: large / FLOOR, large }
    const small = Math.max(least(make(size), runs + 2), FLOOR)
    if (large / small < best.ratio) best = { ratio: large / small, large }
    if (best.ratio <= MOST) return best
  }
  return best
}

describe('time', () => {
  const slow: string[] = []
  for (const [name, make] of INPUTS) {
    it(`R9 grows in step with length: ${JSON.stringify(name)}`, () => {
      const { ratio, large } = ratioOf(make, LINES.includes(name) ? LINES_SIZE : SIZE)
      if (ratio > MOST) slow.push(`${JSON.stringify(name)} ratio ${ratio.toFixed(1)}, ${large.toFixed(0)} ms`)
      expect(ratio).toBeLessThanOrEqual(MOST)
    })
  }

  afterAll(() => {
    console.log(`adversarial inputs: ${INPUTS.length}`)
    for (const line of slow) console.log(`  super-linear: ${line}`)
  })
})
