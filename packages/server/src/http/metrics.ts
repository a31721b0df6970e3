const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

interface Series {
  count: number
  sum: number
  readonly buckets: number[]
}

/** Counts of the server, told in the text form of Prometheus. */
export class Metrics {
  readonly #requests = new Map<string, number>()
  readonly #times = new Map<string, Series>()
  readonly #gauges = new Map<string, { readonly help: string; readonly read: () => number }>()

  /** Notes a request that was answered. @param seconds how long it took */
  observe(method: string, route: string, status: number, seconds: number): void {
    const labels = `method="${method}",route="${route}"`
    const key = `${labels},status="${status}"`
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1)
    const series = this.#times.get(labels) ?? { count: 0, sum: 0, buckets: BOUNDS.map(() => 0) }
    series.count += 1
    series.sum += seconds
    for (const [at, bound] of BOUNDS.entries()) if (seconds <= bound) series.buckets[at] = (series.buckets[at] ?? 0) + 1
    this.#times.set(labels, series)
  }

  /** A number that is read when somebody asks. */
  gauge(name: string, help: string, read: () => number): void {
    this.#gauges.set(name, { help, read })
  }

  /** Everything, as text. */
  text(): string {
    const lines = ['# HELP jiannuo_requests_total Answered requests.', '# TYPE jiannuo_requests_total counter']
    for (const [labels, count] of this.#requests) lines.push(`jiannuo_requests_total{${labels}} ${count}`)
    lines.push('# HELP jiannuo_request_seconds Time to answer.', '# TYPE jiannuo_request_seconds histogram')
    for (const [labels, { count, sum, buckets }] of this.#times) {
      for (const [at, bound] of BOUNDS.entries())
        lines.push(`jiannuo_request_seconds_bucket{${labels},le="${bound}"} ${buckets[at] ?? 0}`)
      lines.push(`jiannuo_request_seconds_bucket{${labels},le="+Inf"} ${count}`)
      lines.push(`jiannuo_request_seconds_sum{${labels}} ${sum}`, `jiannuo_request_seconds_count{${labels}} ${count}`)
    }
    for (const [name, { help, read }] of this.#gauges)
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${read()}`)
    return `${lines.join('\n')}\n`
  }
}
