import type { IndicatorReading, ReadingSource, ReadingVersion } from '../model.ts'

const SOURCES = ['measure', 'document', 'return'] as const satisfies readonly ReadingSource[]
const VERSIONS = ['final', 'preliminary', 'forecast'] as const satisfies readonly ReadingVersion[]

type Told = Pick<IndicatorReading, 'source' | 'version' | 'at' | 'id'>

/**
 * Which of two readings of the same days holds, negative when the first (SPEC P52): anything before a forecast, then the more
 * trusted source, the later version, the later record. Ids settle the rest, so that the order of a list never matters.
 */
export function byTrust(a: Told, b: Told): number {
  return (
    Number(a.version === 'forecast') - Number(b.version === 'forecast') ||
    SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source) ||
    VERSIONS.indexOf(a.version) - VERSIONS.indexOf(b.version) ||
    b.at - a.at ||
    (a.id < b.id ? -1 : 1)
  )
}

/** The least trusted source among readings that were put together. */
export const weakestSource = (readings: readonly Pick<Told, 'source'>[]): ReadingSource =>
  SOURCES[Math.max(0, ...readings.map(({ source }) => SOURCES.indexOf(source)))] ?? 'return'

/** The least certain version among readings that were put together. */
export const weakestVersion = (readings: readonly Pick<Told, 'version'>[]): ReadingVersion =>
  VERSIONS[Math.max(0, ...readings.map(({ version }) => VERSIONS.indexOf(version)))] ?? 'forecast'
