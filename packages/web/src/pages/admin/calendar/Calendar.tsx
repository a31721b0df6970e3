import { Button } from 'antd'
import { useState } from 'react'
import { useRead } from '../../../api/queries.ts'
import { useMe, useWords } from '../../../app/session.tsx'
import { Card, Read } from '../../../parts/Page.tsx'
import { type DayShown, holidaysOf, type MonthShown, monthsOf, type YearView } from './year-days.ts'

/** A year of the working calendar, as twelve months and as the list of what is moved. */
export function CalendarPage() {
  const words = useWords().calendar
  const me = useMe()
  const [year, setYear] = useState(Number(me.today.slice(0, 4)))
  const found = useRead('calendar', { query: { year } })
  return (
    <>
      <div className="bar-of-acts">
        <Button aria-label={words.before} title={words.before} onClick={() => setYear(year - 1)}>
          ‹
        </Button>
        <b className="num" aria-live="polite">
          {words.yearOf(year)}
        </b>
        <Button aria-label={words.after} title={words.after} onClick={() => setYear(year + 1)}>
          ›
        </Button>
      </div>
      <Read from={found}>{(data) => <Year data={data} today={me.today} />}</Read>
    </>
  )
}

function Year({ data, today }: { readonly data: YearView; readonly today: string }) {
  const words = useWords().calendar
  return (
    <>
      <Card title={words.workdays(data.workdays)}>
        <p>{data.notice === undefined ? words.unpublished : words.source(data.notice)}</p>
        <Legend />
      </Card>
      <div className="months">
        {monthsOf(data).map((month) => (
          <Month key={month.month} month={month} today={today} />
        ))}
      </div>
      {data.days.length === 0 ? null : <Moved data={data} />}
    </>
  )
}

function Legend() {
  const words = useWords().calendar
  return (
    <ul className="legend" aria-label={words.legend}>
      <li>
        <span className="day day-holiday">
          1<i>{words.off}</i>
        </span>
        {words.offMeaning}
      </li>
      <li>
        <span className="day day-make-up">
          1<i>{words.work}</i>
        </span>
        {words.workMeaning}
      </li>
      <li>
        <span className="day day-weekend">1</span>
        {words.weekend}
      </li>
      <li>
        <span className="day day-today">1</span>
        {words.today}
      </li>
    </ul>
  )
}

function Month({ month, today }: { readonly month: MonthShown; readonly today: string }) {
  const words = useWords().calendar
  const cells = [...Array.from({ length: month.before }, () => undefined), ...month.days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) => cells.slice(at * 7, at * 7 + 7))
  return (
    <table className="month card">
      <caption>
        <b>{words.month(month.month)}</b>
        <span className="small dim">{words.monthDays(month.workdays)}</span>
      </caption>
      <thead>
        <tr>
          {words.weekdays.map((name, at) => (
            // Two days of a week may begin with the same letter.
            // oxlint-disable-next-line react/no-array-index-key
            <th key={at} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, row) => (
          <tr key={week.find((day) => day !== undefined)?.day ?? row}>
            {Array.from({ length: 7 }, (_, at) => (
              <Day key={week[at]?.day ?? at} day={week[at]} today={today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day, today }: { readonly day: DayShown | undefined; readonly today: string }) {
  const words = useWords().calendar
  if (day === undefined) return <td />
  const { kind, date, name } = day
  const says =
    kind === 'holiday' ? words.holidayOn(day.day, name) : kind === 'make-up' ? words.workOn(day.day) : undefined
  const mark = kind === 'holiday' ? words.off : kind === 'make-up' ? words.work : ''
  return (
    <td>
      <span
        className={`day day-${kind}${day.day === today ? ' day-today' : ''}`}
        title={says}
        {...(day.day === today ? { 'aria-current': 'date' as const } : {})}
      >
        {date}
        {mark === '' ? null : <i>{mark}</i>}
      </span>
    </td>
  )
}

function Moved({ data }: { readonly data: YearView }) {
  const words = useWords().calendar
  const work = data.days.filter(({ kind }) => kind === 'make-up')
  return (
    <Card title={words.list}>
      <table className="plain">
        <thead>
          <tr>
            <th>{words.holiday}</th>
            <th>{words.offDays}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {holidaysOf(data).map(({ name, from, to, days }) => (
            <tr key={from}>
              <td>{name}</td>
              <td className="num">{from === to ? from : `${from} ${words.to} ${to}`}</td>
              <td className="num">{words.days(days)}</td>
            </tr>
          ))}
          <tr>
            <td>{words.makeUp}</td>
            <td className="num">{work.map(({ day }) => day).join('、')}</td>
            <td className="num">{words.days(work.length)}</td>
          </tr>
        </tbody>
      </table>
    </Card>
  )
}
