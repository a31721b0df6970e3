const day = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' })
const minute = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Shanghai',
})

/** The day of a moment, in China: 2026年3月2日. */
export const dayOf = (at: number): string => day.format(at)

/** A moment to the minute, in China. */
export const minuteOf = (at: number): string => minute.format(at)

const iso = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'Asia/Shanghai',
})

/** Today in China, `YYYY-MM-DD`. */
export const todayIn = (): string => iso.format(Date.now())
