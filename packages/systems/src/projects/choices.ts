import { daysInMonth } from '@jiannuo/kernel'
import type { SettingDefinition } from '@jiannuo/engine'
import { projectSources as sources } from './sources.ts'

/** 级别: each project has one, the highest that it reaches, so that figures by level add up to the whole (domain.md 5). */
export const levels = { municipal: '市级重大', large: '亿元以上（不含市级重大）', district: '区级其他' } as const

/** Kinds of projects with the smallest total investment with which one may come into the reserve library. */
export const kindsSetting: SettingDefinition = {
  title: '项目类别和储备库入库规模（万元）',
  type: 'table',
  default: {
    industry: { title: '产业项目', size: 5000 },
    infrastructure: { title: '基础设施项目', size: 3000 },
    livelihood: { title: '民生社会事业项目', size: 1000 },
  },
  source: `公开的区级储备库规则为产业5000万元、创新平台1000万元等，各地不一；${sources.proposal}`,
}

const two = (part: number): string => String(part).padStart(2, '0')

/** One month of reporting: its title, its days, a moment within it, and the day by which its return is owed. */
const monthRow = (year: number, month: number) => ({
  title: `${year}年${month}月`,
  year,
  first: `${year}-${two(month)}-01`,
  last: `${year}-${two(month)}-${daysInMonth(year, month)}`,
  // Noon of the 15th in China: the moment by which the month's investment is counted.
  at: Date.UTC(year, month - 1, 15, 4),
  due: month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`,
})

/** Months of reporting, 2025 to 2030. A return is counted in the month it is about, whenever it is approved. */
export const monthsSetting: SettingDefinition = {
  title: '投资月报日历',
  type: 'table',
  default: Object.fromEntries(
    [2025, 2026, 2027, 2028, 2029, 2030].flatMap((year) =>
      Array.from({ length: 12 }, (_, at) => [`${year}-${two(at + 1)}`, monthRow(year, at + 1)] as const),
    ),
  ),
  source: `${sources.monthly}；截止日可按本地统计月报日程修改`,
}
