import type { RecordCurve } from '@jiannuo/contract'
import { lazy, Suspense, useMemo } from 'react'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { Card } from '../../parts/Page.tsx'

const Lines = lazy(async () => ({ default: (await import('../../parts/Curve.tsx')).Lines }))

/** What a record planned month by month against what was reached; nothing where its definition has no plan. */
export function PlanCurve({ id }: { readonly id: string }) {
  const { data } = useRead('recordCurve', { params: { id } })
  if (data === undefined || (data.planned.length === 0 && data.reached.length === 0)) return null
  return <Drawn curve={data} />
}

const lastOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

const at = (points: RecordCurve['planned'], month: string) => points.find(({ period }) => period === month)

function Drawn({ curve }: { readonly curve: RecordCurve }) {
  const words = useWords().record
  const { planned, reached, unit, title } = curve
  const lines = useMemo(() => {
    const of = (points: RecordCurve['planned']) => points.map(({ period, sum }) => [lastOf(period), sum] as const)
    return [
      { name: words.reachedSum, points: of(reached) },
      { name: words.plannedSum, points: of(planned), should: true },
    ]
  }, [planned, reached, words])
  const months = [...new Set([...planned, ...reached].map(({ period }) => period))].toSorted()
  return (
    <Card title={title} note={unit}>
      <Suspense fallback={<div className="chart" />}>
        <Lines lines={lines} unit={unit} label={title} />
      </Suspense>
      <div className="table-wrap">
        <table className="plain">
          <thead>
            <tr>
              {[words.monthOf, words.plannedMonth, words.reachedMonth, words.plannedSum, words.reachedSum].map(
                (one) => (
                  <th key={one}>{one}</th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {months.map((month) => {
              const [plan, done] = [at(planned, month), at(reached, month)]
              return (
                <tr key={month}>
                  <td className="num">{month}</td>
                  <td className="num">{plan?.value}</td>
                  <td className="num">{done?.value}</td>
                  <td className="num">{plan?.sum}</td>
                  <td className="num">{done?.sum}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
