import { administers, type Office, type Session } from '@jiannuo/app'
import type { Accounts, ListedAccount } from '@jiannuo/app/accounts'
import type { Organisation } from '@jiannuo/contract'
import { given } from './given.ts'
import { viewWords } from './words.zh.ts'

const KINDS = ['department', 'street', 'community', 'grid'] as const

/** A kind of unit by its word; one that is unknown is refused by the use case as a department would be where it cannot stand. */
export const unitKind = (text: string): (typeof KINDS)[number] => KINDS.find((kind) => kind === text) ?? 'department'

/** Units for everybody of the district; its people with posts and accounts for those who administer it. */
export async function organisation(office: Office, session: Session, accounts: Accounts): Promise<Organisation> {
  const view = await office.districts.view(session.district)
  const now = office.now()
  const posts = view.posts.filter(({ to }) => to === undefined || to > now)
  const units = view.tree.all.map(({ id, name, kind, parent, closed }) => ({
    id,
    name,
    kind,
    kindTitle: viewWords.unitKinds[kind],
    closed: closed === true,
    people: new Set(posts.filter(({ unit }) => unit === id).map(({ person }) => person)).size,
    ...given({ parent }),
  }))
  const listed = administers(session) ? await accounts.accountsIn(session.district) : []
  const people = administers(session)
    ? [...view.persons.values()].map(({ id, name, account }) => ({
        id,
        name,
        posts: posts
          .filter(({ person }) => person === id)
          .map(({ id: post, role, unit, from, to }) => ({
            id: post,
            role,
            roleTitle: office.machines.roles[role] ?? role,
            unit,
            unitName: view.tree.name(unit),
            from,
            ...given({ to }),
          })),
        ...accountView(
          listed.find(({ person }) => person === id),
          account,
        ),
      }))
    : []
  return {
    units,
    people,
    roles: Object.entries(office.machines.roles).map(([id, title]) => ({ id, title })),
    kinds: KINDS.map((id) => ({ id, title: viewWords.unitKinds[id] })),
  }
}

/** The account that somebody signs in with, or the name that was set down for one. */
function accountView(account: ListedAccount | undefined, wanted: string | undefined) {
  if (account === undefined) return given({ accountWanted: wanted })
  const { id, name, closed, twoFactor } = account
  return { account: { id, name, closed, twoFactor } }
}
