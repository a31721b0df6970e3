import { holiday, type CalendarYear, workingDay } from './calendar-year.ts'

// Follows 国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号，2024年11月12日）:
// https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm
// Read from chinese-days 1.5.7 and compared with the text of the notice.

/** Days off and make-up working days of 2025, as the State Council's notice sets them. */
export const year2025: CalendarYear = {
  year: 2025,
  published: true,
  notice: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号，2024年11月12日）',
  off: [
    ...holiday('元旦', '2025-01-01'),
    ...holiday('春节', '2025-01-28', '2025-02-04'),
    ...holiday('清明节', '2025-04-04', '2025-04-06'),
    ...holiday('劳动节', '2025-05-01', '2025-05-05'),
    ...holiday('端午节', '2025-05-31', '2025-06-02'),
    ...holiday('国庆节、中秋节', '2025-10-01', '2025-10-08'),
  ],
  work: [
    workingDay('2025-01-26'),
    workingDay('2025-02-08'),
    workingDay('2025-04-27'),
    workingDay('2025-09-28'),
    workingDay('2025-10-11'),
  ],
}
