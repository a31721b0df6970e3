import type { Words } from '../words.ts'

/** Words of the overview. */
export const overview: Words['overview'] = {
  title: 'Overview',
  followed: (total) => `${total} tasks under way`,
  struckOff: (count) => `${count} struck off`,
  pace: 'Pace of the year',
  worst: 'Most in need of attention',
  silent: 'Without a return',
  changes: 'What changed this week',
  noChanges: 'No light turned this week',
  due: 'Due soon or overdue',
  noDue: 'Nothing due within 30 days',
  units: 'Units',
  chapters: 'Chapters',
  returns: (period, come, owed) => `Returns of ${period}: ${come} of ${owed} have come`,
  unconfirmed: (count) => `${count} tasks read from documents are not confirmed yet and count nowhere until they are`,
  confirm: 'Go and confirm',
  allWell: 'No red and no yellow light',
  total: 'In all',
  everyone: 'Every unit has reported in time',
  trace: 'How it is worked out',
}
