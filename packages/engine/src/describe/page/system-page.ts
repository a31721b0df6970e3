import type { Machine } from '../../model/definition.ts'
import { describeAccess } from '../access.ts'
import { stateDiagram } from '../diagram.ts'
import type { DescribedMeasures } from '../formula.ts'
import { bullets, plain } from '../markdown.ts'
import { say } from '../say.ts'
import { actionsSection } from './actions.ts'
import { clocksSection, requestsSection } from './clocks.ts'
import { examplesSection } from './examples.ts'
import { fieldsSection } from './fields.ts'
import { measuresSection } from './measures.ts'
import { settingsSection } from './settings.ts'
import { statesSection } from './states.ts'
import { pageWords } from './wording.zh.ts'

/** What a page may show besides the definition. */
export interface PageOptions {
  /** Names of the units that the worked examples and the settings mention. */
  readonly units?: ReadonlyMap<string, string>
  /** What came of the worked examples when they were run, by example and step: how refusals were said. */
  readonly examples?: readonly { readonly steps: readonly { readonly says?: string }[] }[]
}

/** One part of a page; `undefined` when there is nothing to say. */
export interface Section {
  readonly title: string
  readonly body: string
}

/**
 * The page of a machine in Chinese, as Markdown: purpose, basis, diagram, states, actions with who may and what comes of them, clocks,
 * requests, settings, fields, access, measures, and the worked examples as stories. All of it comes from the definition, so the page
 * is as true as the program.
 */
export function systemPage(machine: Machine, measures?: DescribedMeasures, options: PageOptions = {}): string {
  const sections = [
    { title: pageWords.flow, body: ['```mermaid', stateDiagram(machine), '```', '', pageWords.flowSays].join('\n') },
    statesSection(machine),
    actionsSection(machine),
    clocksSection(machine),
    requestsSection(machine),
    settingsSection(machine, options.units),
    fieldsSection(machine),
    { title: pageWords.access, body: [pageWords.accessSays, describeAccess(machine)].join('\n\n') },
    measures === undefined ? undefined : measuresSection(machine, measures),
    examplesSection(machine, options),
  ].filter((section): section is Section => section !== undefined && section.body !== '')
  return `${[head(machine), ...sections.map(({ title, body }) => `## ${title}\n\n${body}`)].join('\n\n')}\n`
}

function head(machine: Machine): string {
  const { id, system, kind, version, title, purpose, basis, noun } = machine
  const facts = say(kind === 'loop' ? 'page/loop' : 'page/register', { id, system, version, noun })
  return [
    `# ${plain(title)}`,
    plain(purpose),
    plain(facts),
    ...(basis.length === 0 ? [] : [`${pageWords.basis}\n\n${bullets(basis)}`]),
  ].join('\n\n')
}
