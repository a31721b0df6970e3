import type { LifePlan } from '../life.ts'
import { buildings } from './buildings.ts'
import { disputes } from './disputes.ts'
import { enterpriseRequests } from './enterprise-requests.ts'
import { hazards } from './hazards.ts'
import { innovationFirms } from './innovation-firms.ts'
import { investFirst } from './invest-first.ts'
import { levyDisputes } from './levy-disputes.ts'
import { microGrids } from './micro-grids.ts'
import { parallelPermits } from './parallel-permits.ts'
import { projectIssues } from './project-issues.ts'
import { projectReturns } from './project-returns.ts'
import { projects } from './projects.ts'
import { proposals } from './proposals.ts'
import { riskMatters } from './risk-matters.ts'
import { safetyWarnings } from './safety-warnings.ts'
import { streetWhistle } from './street-whistle.ts'
import { zeroWasteCells } from './zero-waste-cells.ts'

/** How the machines live that have no scenario of their own. */
export const LIVES: readonly LifePlan[] = [
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
  projectIssues,
  innovationFirms,
  investFirst,
  buildings,
  zeroWasteCells,
  safetyWarnings,
  microGrids,
]
