import { describe, expect, it, vi } from 'vitest'
import { lending } from '../../testing/lending.ts'
import { derivedTests } from './index.ts'

// An engine that lets everybody do everything: the derived tests have to notice.
vi.mock(import('../run/grant.ts'), async (original) => ({
  ...(await original()),
  actingPost: (_grants, actor) => actor.posts[0],
}))

const failing = derivedTests(lending).tests.flatMap(({ name, run }) => {
  try {
    run()
    return []
  } catch (error) {
    return [[name, String(error)] as const]
  }
})
const names = failing.map(([name]) => name)

describe('E89 E92 an engine without permissions', () => {
  it('E92 every role that is granted nothing is seen to do it', () => {
    for (const action of ['lend', 'renew', 'return', 'mend']) expect(names).toContain(`access ${action} by inspector`)
    expect(names).toContain('reading by librarian (elsewhere)')
    expect(names).toContain('reading by inspector (lead)')
  })

  it('E92 a role that is granted an action is seen to do it from elsewhere', () => {
    const [, words] = failing.find(([name]) => name === 'access lend by librarian') ?? []
    expect(words).toContain('reserved (elsewhere): → lent')
  })

  it('E89 every place where somebody may act fails, and none where nobody may', () => {
    expect(names).toContain('outcome reserved/lend')
    expect(names).toContain('outcome lent/renew')
    expect(names).not.toContain('outcome declined/lend')
    expect(names).not.toContain('outcome reserved/lapse')
  })
})
