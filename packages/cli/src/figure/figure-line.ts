import type { FigureOf } from '@jiannuo/app'
import { figureLabels } from '../labels/figure.zh.ts'

/** A figure in one line, with the address by which it is traced. */
export const figureLine = (figure: FigureOf): string => figureLabels.line(figure.address, figure)
