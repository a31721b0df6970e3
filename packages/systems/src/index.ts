import { type Catalogue, catalogue } from '@jiannuo/engine'
import { firmMeasures } from './above-scale-firms/firms.measures.ts'
import { aboveScaleFirms } from './above-scale-firms/firms.register.ts'
import { buildingMeasures } from './buildings/buildings.measures.ts'
import { buildings } from './buildings/buildings.register.ts'
import { commitments } from './commitments/commitments.loop.ts'
import { commitmentMeasures } from './commitments/commitments.measures.ts'
import { documents } from './commitments/documents.loop.ts'
import { documentMeasures } from './commitments/documents.measures.ts'
import { feeds } from './commitments/feeds.loop.ts'
import { feedMeasures } from './commitments/feeds.measures.ts'
import { returns } from './commitments/returns.loop.ts'
import { returnMeasures } from './commitments/returns.measures.ts'
import { disputes } from './disputes/disputes.loop.ts'
import { disputeSettlementMeasures } from './disputes/disputes.measures.ts'
import { economy } from './economy/economy.loop.ts'
import { economyMeasures } from './economy/economy.measures.ts'
import { enterpriseRequests } from './enterprise-requests/requests.loop.ts'
import { requestMeasures } from './enterprise-requests/requests.measures.ts'
import { hazards } from './hazards/hazards.loop.ts'
import { hazardMeasures } from './hazards/hazards.measures.ts'
import { hotline } from './hotline/hotline.loop.ts'
import { hotlineMeasures } from './hotline/hotline.measures.ts'
import { innovationFirmMeasures } from './innovation-firms/firms.measures.ts'
import { innovationFirms } from './innovation-firms/firms.register.ts'
import { investFirst } from './invest-first/invest.loop.ts'
import { investFirstMeasures } from './invest-first/invest.measures.ts'
import { levyDisputes } from './levy-disputes/disputes.loop.ts'
import { disputeMeasures } from './levy-disputes/disputes.measures.ts'
import { microGridMeasures } from './micro-grids/grids.measures.ts'
import { microGrids } from './micro-grids/grids.register.ts'
import { parallelPermits } from './parallel-permits/permits.loop.ts'
import { parallelPermitMeasures } from './parallel-permits/permits.measures.ts'
import { projectIssues } from './project-issues/issues.loop.ts'
import { issueMeasures } from './project-issues/issues.measures.ts'
import { projectReturns } from './projects/project-returns.loop.ts'
import { projectReturnMeasures } from './projects/project-returns.measures.ts'
import { projectMeasures } from './projects/projects.measures.ts'
import { projects } from './projects/projects.register.ts'
import { proposals } from './proposals/proposals.loop.ts'
import { proposalMeasures } from './proposals/proposals.measures.ts'
import { riskMatters } from './risk-matters/risks.loop.ts'
import { riskMatterMeasures } from './risk-matters/risks.measures.ts'
import { safetyIndex } from './safety/safety.index.ts'
import { safetyWarnings } from './safety/safety.loop.ts'
import { safetyMeasures } from './safety/safety.measures.ts'
import { safetyWatches } from './safety/safety.watches.ts'
import { streetWhistle } from './street-whistle/whistle.loop.ts'
import { whistleMeasures } from './street-whistle/whistle.measures.ts'
import { zeroWasteCellMeasures } from './zero-waste-cells/cells.measures.ts'
import { zeroWasteCells } from './zero-waste-cells/cells.register.ts'

export { type HotlinePreset, hotlinePresets } from './hotline/hotline.limits.ts'
export { type SystemRow, type SystemShape, systemsTable } from './systems-table.ts'
export {
  aboveScaleFirms,
  buildingMeasures,
  buildings,
  commitmentMeasures,
  commitments,
  disputeMeasures,
  disputeSettlementMeasures,
  disputes,
  documentMeasures,
  documents,
  economy,
  economyMeasures,
  enterpriseRequests,
  feedMeasures,
  feeds,
  firmMeasures,
  hazardMeasures,
  hazards,
  hotline,
  hotlineMeasures,
  innovationFirmMeasures,
  innovationFirms,
  investFirst,
  investFirstMeasures,
  issueMeasures,
  levyDisputes,
  microGridMeasures,
  microGrids,
  parallelPermitMeasures,
  parallelPermits,
  projectIssues,
  projectMeasures,
  projectReturnMeasures,
  projectReturns,
  projects,
  proposalMeasures,
  proposals,
  requestMeasures,
  returnMeasures,
  returns,
  riskMatterMeasures,
  riskMatters,
  safetyIndex,
  safetyMeasures,
  safetyWarnings,
  safetyWatches,
  streetWhistle,
  whistleMeasures,
  zeroWasteCellMeasures,
  zeroWasteCells,
}

/** Every declared machine with its measures. A plain list: a new system is a line here and a row of `systemsTable`. */
export const catalogueOfSystems: Catalogue = catalogue({
  machines: [
    documents,
    commitments,
    returns,
    feeds,
    economy,
    projectIssues,
    hotline,
    streetWhistle,
    enterpriseRequests,
    levyDisputes,
    disputes,
    riskMatters,
    hazards,
    proposals,
    parallelPermits,
    projects,
    projectReturns,
    aboveScaleFirms,
    innovationFirms,
    investFirst,
    buildings,
    zeroWasteCells,
    safetyWarnings,
    microGrids,
  ],
  measures: [
    documentMeasures,
    commitmentMeasures,
    returnMeasures,
    feedMeasures,
    economyMeasures,
    issueMeasures,
    hotlineMeasures,
    whistleMeasures,
    requestMeasures,
    disputeMeasures,
    disputeSettlementMeasures,
    riskMatterMeasures,
    hazardMeasures,
    proposalMeasures,
    parallelPermitMeasures,
    projectMeasures,
    projectReturnMeasures,
    firmMeasures,
    innovationFirmMeasures,
    investFirstMeasures,
    buildingMeasures,
    zeroWasteCellMeasures,
    safetyMeasures,
    microGridMeasures,
  ],
  indexes: [safetyIndex],
  watches: safetyWatches,
})
