import type { Wording } from './problem.ts'

/** Chinese wording of every problem that this package can find. */
export const kernelWording = {
  'kernel/bad-date': '“{text}”不是有效日期，请按“2025-01-31”的格式填写',
  'kernel/bad-instant': '“{text}”不是有效时间，请按“2025-01-31 09:30”的格式填写',
  'kernel/bad-span': '起止日期颠倒：{from}晚于{to}，请调换后再试',
  'kernel/unit-mismatch': '“{from}”与“{to}”不是同一类计量单位，不能换算或比较，请核对单位',
  'kernel/calendar-conflict': '{year}年工作日历中{date}既列为放假又列为上班，请对照国务院办公厅通知更正',
  'kernel/calendar-stray': '{year}年工作日历中列有其他年份的日期{date}，请移到相应年份',
  'kernel/calendar-idle': '{year}年工作日历把{date}列为调休上班日，但当天本来就是周一至周五，请核对',
  'kernel/calendar-ending': '工作日历数据到{date}为止，只剩{days}天，请在国务院办公厅发布下一年放假通知后及时补录',
  'kernel/calendar-ended': '工作日历数据已到期（{date}），此后的工作日按周一至周五暂算，请补录最新放假通知',
} as const satisfies Wording

/** Code of a problem that this package can find. */
export type KernelProblemCode = keyof typeof kernelWording
