import { type Catalogue, catalogue } from '@jiannuo/engine'
import { firmMeasures } from './above-scale-firms/firms.measures.ts'
import { aboveScaleFirms } from './above-scale-firms/firms.register.ts'
import { commitments } from './commitments/commitments.loop.ts'
import { commitmentMeasures } from './commitments/commitments.measures.ts'
import { documents } from './commitments/documents.loop.ts'
import { documentMeasures } from './commitments/documents.measures.ts'
import { returns } from './commitments/returns.loop.ts'
import { returnMeasures } from './commitments/returns.measures.ts'
import { economy } from './economy/economy.loop.ts'
import { economyMeasures } from './economy/economy.measures.ts'
import { hotline } from './hotline/hotline.loop.ts'
import { hotlineMeasures } from './hotline/hotline.measures.ts'

export { type HotlinePreset, hotlinePresets } from './hotline/hotline.limits.ts'
export { type SystemRow, type SystemShape, systemsTable } from './systems-table.ts'
export {
  aboveScaleFirms,
  commitmentMeasures,
  commitments,
  documentMeasures,
  documents,
  economy,
  economyMeasures,
  firmMeasures,
  hotline,
  hotlineMeasures,
  returnMeasures,
  returns,
}

/** Every declared machine with its measures. A plain list: a new system is a line here and a row of `systemsTable`. */
export const catalogueOfSystems: Catalogue = catalogue({
  machines: [documents, commitments, returns, economy, hotline, aboveScaleFirms],
  measures: [documentMeasures, commitmentMeasures, returnMeasures, economyMeasures, hotlineMeasures, firmMeasures],
})
