import { type Catalogue, catalogue } from '@jiannuo/engine'
import { firmMeasures } from './above-scale-firms/firms.measures.ts'
import { aboveScaleFirms } from './above-scale-firms/firms.register.ts'
import { hotline } from './hotline/hotline.loop.ts'
import { hotlineMeasures } from './hotline/hotline.measures.ts'

export { type HotlinePreset, hotlinePresets } from './hotline/hotline.limits.ts'
export { type SystemRow, type SystemShape, systemsTable } from './systems-table.ts'
export { aboveScaleFirms, firmMeasures, hotline, hotlineMeasures }

/** Every declared machine with its measures. A plain list: a new system is a line here and a row of `systemsTable`. */
export const catalogueOfSystems: Catalogue = catalogue({
  machines: [hotline, aboveScaleFirms],
  measures: [hotlineMeasures, firmMeasures],
})
