import type { FigureOf, Office, SimulatedYear } from '@jiannuo/app'
import { CHINA_OFFSET, localDate } from '@jiannuo/kernel'

const day = (at: SimulatedYear['from']): string => localDate(at, CHINA_OFFSET)

const count = (value: number | undefined): string =>
  value === undefined ? '无' : String(Math.round(value * 100) / 100)

const rate = (value: number | undefined, { unit, decimals }: FigureOf): string =>
  value === undefined ? '无' : `${value.toFixed(decimals)}${unit}`

/** What `jiannuo simulate --scale` says. */
export const yearLabels = {
  head: (done: SimulatedYear, seconds: number, megabytes: number): string => {
    const entries = done.commands + done.marks
    return [
      `模拟了兰台区 ${day(done.from)} 至 ${day(done.until)}，规模 ${done.scale}，种子 ${done.seed}：登记 ${done.opened} 件，办理 ${done.commands} 笔，到时事项 ${done.marks} 个。`,
      `用时 ${seconds.toFixed(1)} 秒（每秒 ${Math.round(entries / Math.max(seconds, 0.001))} 笔），内存峰值 ${megabytes.toFixed(0)} MB。`,
      '',
    ].join('\n')
  },
  machines: (office: Pick<Office, 'catalogue'>, done: SimulatedYear): string => {
    const lines = office.catalogue.machines.flatMap(({ id, system, title, noun, kind }) => {
      const tally = done.machines[id]
      if (tally === undefined) return []
      const late = kind === 'loop' ? `，超时 ${tally.late}` : ''
      return [`  ${system}　${title}：登记${noun} ${tally.opened}，办结或退出 ${tally.closed}${late}`]
    })
    return ['各系统：', ...lines, ''].join('\n')
  },
  refused: (done: SimulatedYear): string => {
    const refused = Object.entries(done.refused).map(([code, times]) => `${code} ${times}`)
    return refused.length === 0 ? '' : `被规则拒绝的：${refused.join('，')}\n`
  },
  figures: (figures: readonly FigureOf[]): string => {
    const lines = figures.map((one) => {
      const { title, numerator, base, adjustedNumerator, adjustedBase, excluded, value, adjusted } = one
      if (base === undefined) return `  ${title} ${count(value)}`
      const raw = `${rate(value, one)}（${count(numerator)}/${count(base)}）`
      return `  ${title} ${raw}；剔除 ${count(excluded)} 后 ${rate(adjusted, one)}（${count(adjustedNumerator)}/${count(adjustedBase)}）`
    })
    return ['报告中的数：', ...lines, ''].join('\n')
  },
  fastNote: '快速写入：同样的规则、同样的记录，多笔合为一次事务写入；完成后请运行 jiannuo verify 复核。\n',
} as const
