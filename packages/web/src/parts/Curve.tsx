import type { CommitmentDetail } from '@jiannuo/contract'
import { LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useMemo, useRef } from 'react'
import { useWords } from '../app/session.tsx'

register([LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

const pad = (text: number): string => String(text).padStart(2, '0')

/** The last day that a period's text names; the start of a longer one is not where its value stands. */
export function dayOf(period: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return period
  const month = /^(\d{4})-(\d{2})$/.exec(period)
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period)
  const year = Number((month ?? quarter)?.[1] ?? /^(\d{4})$/.exec(period)?.[1])
  if (!Number.isFinite(year)) return undefined
  const last = month !== null ? Number(month[2]) : quarter !== null ? Number(quarter[2]) * 3 : 12
  return `${year}-${pad(last)}-${pad(new Date(Date.UTC(year, last, 0)).getUTCDate())}`
}

const inkOf = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** One line of a chart: days (`YYYY-MM-DD`) and values. */
export interface Line {
  readonly name: string
  readonly points: readonly (readonly [day: string, value: number])[]
  /** Dashed and without points: what should be. */
  readonly should?: boolean
}

/** Lines over time. What it shows stands beneath it in a table as well. */
export function Lines({
  lines,
  unit,
  label,
}: {
  readonly lines: readonly Line[]
  readonly unit: string
  readonly label: string
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (box.current === null) return undefined
    const chart = init(box.current)
    const ink = inkOf('--ink')
    chart.setOption({
      animation: false,
      textStyle: { color: ink, fontFamily: 'inherit' },
      grid: { left: 8, right: 16, top: 34, bottom: 8, containLabel: true },
      legend: { top: 0, textStyle: { color: ink } },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'time', axisLabel: { color: inkOf('--dim') } },
      yAxis: {
        type: 'value',
        name: unit,
        axisLabel: { color: inkOf('--dim') },
        splitLine: { lineStyle: { color: inkOf('--line') } },
      },
      series: lines.map(({ name, points, should }) => ({
        name,
        type: 'line',
        data: points,
        ...(should === true
          ? { symbol: 'none', color: inkOf('--dim'), lineStyle: { type: 'dashed' } }
          : { symbolSize: 7, color: inkOf('--accent') }),
      })),
    })
    const fit = (): void => chart.resize()
    addEventListener('resize', fit)
    return () => {
      removeEventListener('resize', fit)
      chart.dispose()
    }
  }, [lines, unit])
  return <div ref={box} className="chart" role="img" aria-label={label} />
}

const byDay = (points: readonly (readonly [string, number])[]): Line['points'] =>
  points.toSorted(([a], [b]) => (a < b ? -1 : 1))

/** What a commitment reached, and what should have been, over time. The table beneath says the same in words. */
export function Curve({ detail }: { readonly detail: CommitmentDetail }) {
  const words = useWords().commitment
  const lines = useMemo<readonly Line[]>(
    () => [
      {
        name: words.actual,
        points: byDay(
          detail.readings.flatMap(({ period, value }) => {
            const day = dayOf(period)
            return day === undefined ? [] : [[day, value] as const]
          }),
        ),
      },
      { name: words.should, points: detail.paceCurve.map(({ on, value }) => [on, value] as const), should: true },
    ],
    [detail, words],
  )
  return <Lines lines={lines} unit={detail.row.unit} label={words.curve} />
}
