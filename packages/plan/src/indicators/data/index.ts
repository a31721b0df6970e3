import type { Indicator } from '../types.ts'
import { agriculture } from './agriculture.ts'
import { city } from './city.ts'
import { economy } from './economy.ts'
import { environment } from './environment.ts'
import { finance } from './finance.ts'
import { general } from './general.ts'
import { government } from './government.ts'
import { industry } from './industry.ts'
import { investment } from './investment.ts'
import { people } from './people.ts'
import { science } from './science.ts'
import { trade } from './trade.ts'

/** Every indicator that the project knows, field by field. Facts of the trade: names, units, direction, usual lead. */
export const INDICATORS: readonly Indicator[] = [
  ...economy,
  ...investment,
  ...trade,
  ...finance,
  ...industry,
  ...science,
  ...agriculture,
  ...city,
  ...environment,
  ...people,
  ...government,
  ...general,
]
