import type { Words } from '../words.ts'

/** Words of the page of any record. */
export const record: Words['record'] = {
  title: 'Record',
  content: 'Contents',
  lead: 'Lead',
  opened: 'Opened',
  closed: 'Closed',
  waits: 'Waits for',
  masked: 'personal, hidden',
  requests: 'Requests',
}
