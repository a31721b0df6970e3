import { describeProblem } from '@jiannuo/kernel'

/** A template with its values put in, as problems are worded. */
export const fill = (template: string, params: Readonly<Record<string, string | number>>): string =>
  describeProblem({ code: template, severity: 'error', params }, { [template]: template })
