import type { Words } from '../words.ts'

/** Words of the frame of every page. */
export const menu: Words['menu'] = {
  overview: 'Overview',
  documents: 'Documents',
  ledger: 'Ledger',
  cases: 'Cases',
  boards: 'Figures',
  indexes: 'Indexes',
  returns: 'Returns',
  compare: 'Compare',
  admin: 'Administration',
  more: 'More',
  skip: 'Skip to the content',
  search: 'Find tasks and documents',
  dark: 'Dark',
  light: 'Light',
  signOut: 'Sign out',
  year: (year) => String(year),
  nothingFound: 'Nothing found',
  language: '中文',
}
