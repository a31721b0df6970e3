import { expect, it } from 'vitest'
import { Turn } from './turn.ts'

/** A question that is answered when it is told to be. */
function question() {
  const open: ((answer: number) => void)[] = []
  let asked = 0
  const turn = new Turn(() => {
    asked += 1
    return new Promise<number>((resolve, reject) => {
      open.push((answer) => (answer < 0 ? reject(new Error('no')) : resolve(answer)))
    })
  })
  return { turn, asked: () => asked, answer: (value: number) => open.shift()?.(value) }
}

it('V24 whoever comes while it is being asked waits for the next answer, together', async () => {
  const { turn, asked, answer } = question()
  const first = turn.take()
  const [second, third] = [turn.take(), turn.take()]
  expect(asked()).toBe(1)
  answer(1)
  expect(await first).toBe(1)
  expect(asked()).toBe(2)
  const fourth = turn.take()
  answer(2)
  expect(await Promise.all([second, third])).toEqual([2, 2])
  answer(3)
  expect([await fourth, asked()]).toEqual([3, 3])
  const fifth = turn.take()
  answer(4)
  expect([await fifth, asked()]).toEqual([4, 4])
})

it('V24 a question that fails fails for those who asked it, and no others', async () => {
  const { turn, answer } = question()
  const first = turn.take()
  const second = turn.take()
  answer(-1)
  await expect(first).rejects.toThrow('no')
  answer(2)
  expect(await second).toBe(2)
})
