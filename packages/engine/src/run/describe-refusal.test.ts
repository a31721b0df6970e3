import { describe, expect, it } from 'vitest'
import { act, after, at, chief, clerk, FILE, handler, helper, refusal, SEND } from '../../testing/kit.ts'
import { patrol } from '../../testing/patrol.ts'
import { describeRefusal, engineWording, type Refusal, transition } from '../index.ts'

const filed = after([FILE])
const sent = after([SEND], filed)
const say = (...args: Parameters<typeof act>): string => describeRefusal(refusal(act(...args)), patrol)

describe('refusals in words', () => {
  it('E111 what was tried and why not, where the record stands, what is possible', () => {
    expect(say(filed, [clerk, 'finish', {}, SEND[3]])).toBe(
      '不能“报完成”：“报完成”只能在“办理中”时办理。巡查件“P1”现为“待派发”。您现在可以：更正、派发、合并。',
    )
    expect(say(sent, [helper, 'finish', {}, SEND[3]])).toBe(
      '不能“报完成”：您现有的岗位不能办理“报完成”，请由有权的岗位办理。巡查件“P1”现为“办理中”。您现在没有可以办理的操作。',
    )
    expect(say(undefined, [clerk, 'send', {}, SEND[3]])).toBe(
      '不能“派发”：请先登记巡查件。巡查件尚未建立。您现在可以：登记。',
    )
  })

  it('E111 a guard is said in the definition’s words', () => {
    expect(say(sent, [handler, 'finish', { solved: false }, SEND[3]])).toContain('不能“报完成”：没有解决的请说明原因。')
  })

  it('E111 of a form every fault is named', () => {
    expect(say(sent, [chief, 'askMore', { more: 0, x: 1 }, SEND[3]])).toContain(
      '填写的内容有3处需要改正：“理由”必填；“延长”不能小于1，现为0；“x”不在本操作的填写范围内，请删去。',
    )
    const wrong = transition(
      patrol,
      undefined,
      {
        action: 'file',
        input: { title: '一二三四五六七八九十一二三四五六七八九十一', kind: 'x' },
        actor: clerk,
        record: 'P9',
      },
      at(FILE[3]),
    )
    expect(describeRefusal(refusal(wrong), patrol)).toContain('“标题”最多20个字，现有21个字；“类型”没有“x”这一选项')
  })

  it('E111 a code without words, an action or state that is gone, are shown as they are', () => {
    const odd: Refusal = { code: 'x/y', action: 'gone', record: 'P1', state: 'lost', params: {}, possible: ['away'] }
    expect(describeRefusal(odd, patrol)).toBe('不能“gone”：x/y。巡查件“P1”现为“lost”。您现在可以：away。')
    const opening: Refusal = { code: 'engine/wrong-state', action: 'file', record: 'P1', params: {}, possible: [] }
    expect(describeRefusal(opening, patrol)).toContain('“登记”只能在时办理')
  })

  it('E111 every code is worded, without a place left open', () => {
    for (const text of Object.values(engineWording)) {
      expect(text).toMatch(/[\u4e00-\u9fff]/)
      expect(text).not.toMatch(/[。.]$/)
    }
  })
})
