import type { Words } from '../words.ts'

/** Words of the administration. */
export const admin: Words['admin'] = {
  title: 'Administration',
  organisation: 'Units and people',
  rules: 'Light rules',
  calendar: 'Working calendar',
  indicators: 'Indicators',
  settings: 'Settings',
  log: 'Log',
  preview: 'See which lights would turn',
  take: 'Adopt these rules',
  inForce: 'In force',
  changes: (judged, changes) => `${judged} judged, ${changes} would turn`,
  indicator: 'Indicator',
  aliases: 'Other names',
  used: 'Used by',
  merge: 'Merge into',
  own: 'New, from a document',
  time: 'Time',
  who: 'Who',
  what: 'What',
  stream: 'Stream',
  hash: 'Hash',
  older: 'Older',
}
