import { holiday, type CalendarYear, workingDay } from './calendar-year.ts'

// Follows 国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号，2023年10月25日）:
// https://www.gov.cn/zhengce/content/202310/content_6911527.htm
// Read from chinese-days 1.5.7 and compared with the text of the notice.

/** Days off and make-up working days of 2024, as the State Council's notice sets them. */
export const year2024: CalendarYear = {
  year: 2024,
  published: true,
  notice: '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号，2023年10月25日）',
  off: [
    ...holiday('元旦', '2024-01-01'),
    ...holiday('春节', '2024-02-10', '2024-02-17'),
    ...holiday('清明节', '2024-04-04', '2024-04-06'),
    ...holiday('劳动节', '2024-05-01', '2024-05-05'),
    ...holiday('端午节', '2024-06-10'),
    ...holiday('中秋节', '2024-09-15', '2024-09-17'),
    ...holiday('国庆节', '2024-10-01', '2024-10-07'),
  ],
  work: [
    workingDay('2024-02-04'),
    workingDay('2024-02-18'),
    workingDay('2024-04-07'),
    workingDay('2024-04-28'),
    workingDay('2024-05-11'),
    workingDay('2024-09-14'),
    workingDay('2024-09-29'),
    workingDay('2024-10-12'),
  ],
}
