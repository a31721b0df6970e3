import { expect, it } from 'vitest'
import { after, FILE, SEND, FINISH, CHECK } from '../../testing/kit.ts'
it('x', () => {
  expect(after([FILE, SEND, FINISH, CHECK]).state).toBe('done')
})
