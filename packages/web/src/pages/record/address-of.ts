/** Pages of their own, by machine. */
const PAGES: Readonly<Record<string, string>> = { commitments: 'ledger', documents: 'documents' }

/** The page of a record: its own where its kind has one, else the page of any record. */
export const addressOf = (machine: string, record: string): string =>
  `/${Object.hasOwn(PAGES, machine) ? PAGES[machine] : 'records'}/${encodeURIComponent(record)}`
