import { holiday, type CalendarYear, workingDay } from './calendar-year.ts'

// Follows 国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）:
// https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm
// Read from chinese-days 1.5.7 and compared with the text of the notice.

/** Days off and make-up working days of 2026, as the State Council's notice sets them. */
export const year2026: CalendarYear = {
  year: 2026,
  published: true,
  notice: '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）',
  off: [
    ...holiday('元旦', '2026-01-01', '2026-01-03'),
    ...holiday('春节', '2026-02-15', '2026-02-23'),
    ...holiday('清明节', '2026-04-04', '2026-04-06'),
    ...holiday('劳动节', '2026-05-01', '2026-05-05'),
    ...holiday('端午节', '2026-06-19', '2026-06-21'),
    ...holiday('中秋节', '2026-09-25', '2026-09-27'),
    ...holiday('国庆节', '2026-10-01', '2026-10-07'),
  ],
  work: [
    workingDay('2026-01-04'),
    workingDay('2026-02-14'),
    workingDay('2026-02-28'),
    workingDay('2026-05-09'),
    workingDay('2026-09-20'),
    workingDay('2026-10-10'),
  ],
}
