import type { BoardFigure as Figured } from '@jiannuo/app'
import type { BoardFigure } from '@jiannuo/contract'
import { figureSides } from './figure.ts'
import { given } from './given.ts'

/** A figure of a board for a page. */
export function boardFigure({ definition, figure, address }: Figured): BoardFigure {
  const { raw, adjusted } = figureSides(figure)
  return {
    measure: definition.id,
    title: definition.title,
    says: `${definition.says}（${definition.source}）`,
    unit: figure.unit,
    decimals: figure.decimals,
    direction: definition.direction,
    additivity: figure.additivity,
    raw,
    adjustedText: adjusted,
    excluded: figure.excluded,
    address,
    ...given({ value: figure.value, adjusted: figure.adjusted }),
  }
}
