import { xlsxColumns } from '@jiannuo/engine'
import { aboveScaleFirms, hotline } from '@jiannuo/systems'
import { describe, expect, it } from 'vitest'
import { guessMapping } from './guess.ts'

const guess = (header: string[], machine = hotline) =>
  guessMapping(
    machine,
    xlsxColumns(machine),
    header,
    (id) => Object.values(machine.actions).find(({ fields }) => fields?.[id])?.fields?.[id] ?? machine.fields[id],
  )

describe('guessing columns', () => {
  it('A54 the same title, with and without layout', () => {
    expect(guess(['*标题', ' 诉求内容 ', '诉求类型：', 'category'])).toEqual({
      '*标题': 'title',
      ' 诉求内容 ': 'content',
      '诉求类型：': 'kind',
      category: 'category',
    })
    expect(guess(['上年营业收入(万元)', '企业名称'], aboveScaleFirms)).toEqual({
      '上年营业收入(万元)': 'revenueLast',
      企业名称: 'name',
    })
  })

  it('A54 the usual other names, and titles that are alike', () => {
    expect(guess(['手机号码', '反映人姓名', '事发地址', '创建时间', '所属街道'])).toEqual({
      手机号码: 'callerPhone',
      反映人姓名: 'callerName',
      事发地址: 'address',
      创建时间: 'openedAt',
      所属街道: 'area',
    })
    expect(guess(['诉求标题', '工单紧急程度', '诉求具体内容'])).toMatchObject({
      诉求标题: 'title',
      工单紧急程度: 'urgency',
    })
  })

  it('A54 a column is given away once, and what is like none stays open', () => {
    const mapping = guess(['联系电话', '备用电话', '满意度', '', '标题', '标题'])
    expect(mapping).toEqual({ 联系电话: 'callerPhone', 标题: 'title' })
  })
})
