import { granted, type Result, refused } from '@jiannuo/kernel'
import { changeSection, nextSection, silenceSection } from './after.ts'
import { disagreements } from './agree.ts'
import { redSection, yellowSection } from './items.ts'
import { overall } from './overall.ts'
import { day, heading, paragraph, say } from './text.ts'
import type { CircularBlock, CircularInput, CircularPaper } from './types.ts'
import type { CircularPhrase } from './wording.zh.ts'

/**
 * 月调度通报 (domain.md 1.2): composes the monthly circular of a district. Nothing is counted, judged or rounded here that the input
 * does not hold: sentences and tables only show it, shares with one decimal. The text is plain and praises nobody.
 *
 * @param input what the ledger knows on the day; not changed
 * @returns the paper, or every disagreement of the input with itself (`circular/…`), each naming both numbers
 */
export function monthlyCircular(input: CircularInput): Result<CircularPaper> {
  const problems = disagreements(input)
  if (problems.length > 0) return refused(...problems)
  const { district, year, month, issuer, asOf, date = asOf, number, recipients } = input
  return granted({
    title: say('title', { district, year, month }),
    ...(number === undefined ? {} : { documentNumber: number }),
    ...(recipients === undefined ? {} : { recipients }),
    blocks: [
      paragraph(say('opening', { district, year, asOf: day(asOf) })),
      ...section('overall', overall(input)),
      ...section('reds', redSection(input.reds)),
      ...section('yellows', yellowSection(input.yellows)),
      ...section('silence', silenceSection(input.silent)),
      ...section('changes', changeSection(input)),
      ...section('next', nextSection(input)),
    ],
    signature: { issuer, date },
  })
}

const section = (title: CircularPhrase, blocks: readonly CircularBlock[]): CircularBlock[] => [
  heading(1, say(title)),
  ...blocks,
]
