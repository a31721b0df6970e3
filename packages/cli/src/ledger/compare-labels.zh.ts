import type { Compared } from '@jiannuo/app'
import type { Outcome } from '@jiannuo/plan'

const nameOf = ({ place, title }: Compared): string => place ?? title

/** What `jiannuo compare` says. */
export const compareLabels = {
  years: (results: Compared, targets: Compared): string =>
    `甲：${results.title}中的实绩；乙：${targets.title}中${targets.year ?? ''}年的目标\n`,
  districts: (a: Compared, b: Compared, year: number): string =>
    `${year}年：甲 ${nameOf(a)}（${a.title}），乙 ${nameOf(b)}（${b.title}）\n`,
  promises: (plan: string, report: string, year: number): string =>
    `${year}年的承诺：《${plan}》；下落：《${report}》\n`,
  outcome: {
    exceeded: '超额完成',
    met: '完成',
    short: '没有完成',
    reworded: '换了口径',
    mentioned: '有交代无数',
    notMentioned: '没有再提',
  },
  unsure: '？',
  outcomeCount: (outcome: Outcome, count: number): string => `  ${compareLabels.outcome[outcome]}　${count}\n`,
  keptHidden: '完成的没有列出，用 --all 全部列出；带“？”的请人工核对\n',
  lowered: '低于上年实绩的目标',
  comparable: (count: number): string => `可比的（${count}）`,
  refused: (count: number): string => `不可比的（${count}）`,
  newTargets: (count: number): string => `上年没有对应实绩的目标（${count}）`,
  withoutTarget: (count: number): string => `本年没有对应目标的实绩（${count}）`,
  onlyIn: (one: Compared, count: number): string => `只有${nameOf(one)}提到的（${count}）`,
  more: (count: number): string => `  ……另有${count}条，用 --all 全部列出\n`,
  isLowered: '调低',
  mayBeLowered: '可能调低',
  /** Of this year's target to last year's result. */
  asked: { better: '更高要求', worse: '更低要求', same: '持平', unclear: '不作判断' },
  /** Of the second place to the first. */
  standing: { better: '乙领先', worse: '甲领先', same: '持平', unclear: '不作判断' },
} as const
