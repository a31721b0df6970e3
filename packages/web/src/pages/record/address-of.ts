/** Pages of their own, by machine: of a record, and of their list. */
const PAGES: Readonly<Record<string, { readonly record: string; readonly list: string }>> = {
  commitments: { record: 'ledger', list: '/ledger' },
  documents: { record: 'documents', list: '/documents' },
  returns: { record: 'records', list: '/returns' },
}

const pagesOf = (machine: string) => (Object.hasOwn(PAGES, machine) ? PAGES[machine] : undefined)

/** The page of a record: its own where its kind has one, else the page of any record. */
export const addressOf = (machine: string, record: string): string =>
  `/${pagesOf(machine)?.record ?? 'records'}/${encodeURIComponent(record)}`

/** The list of a kind of records: its own where it has one, else the list of any kind. */
export const listAddressOf = (machine: string): string =>
  pagesOf(machine)?.list ?? `/cases/${encodeURIComponent(machine)}`

/** Whether a kind of records has a list of its own. */
export const hasOwnList = (machine: string): boolean => pagesOf(machine) !== undefined
