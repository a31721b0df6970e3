import type { FieldDefinition } from '@jiannuo/engine'

type Fields = Readonly<Record<string, FieldDefinition>>

/** What the warning says: filled by a watch, or by hand. */
const warning: Fields = {
  title: { title: '预警事项', type: 'text', required: true, maxLength: 200, search: true, column: 1 },
  watch: { title: '监测规则', type: 'text', maxLength: 60, facet: true },
  kind: {
    title: '预警类别',
    type: 'choice',
    required: true,
    choices: { index: '综合得分', dispute: '矛盾纠纷', hazard: '安全隐患', complaint: '群众诉求', other: '其他' },
    facet: true,
    column: 2,
  },
  street: { title: '街道', type: 'unit', required: true, column: 3 },
  period: {
    title: '月份',
    type: 'text',
    required: true,
    facet: true,
    column: 4,
    pattern: { regex: '\\d{4}-(0[1-9]|1[0-2])', says: '月份（2026-03）' },
  },
  value: { title: '当期值', type: 'number' },
  line: { title: '对照值', type: 'number', help: '规定的界线，升降类预警为上月值。' },
  words: { title: '预警内容', type: 'longText', maxLength: 1000 },
}

/** What the street answers. */
const answer: Fields = {
  cause: { title: '原因分析', type: 'longText', maxLength: 2000, search: true },
  measures: { title: '整改措施', type: 'longText', maxLength: 2000, search: true },
  result: { title: '整改结果', type: 'longText', maxLength: 2000 },
  evidence: { title: '佐证材料', type: 'files' },
}

const course: Fields = {
  acceptedAt: { title: '签收时间', type: 'instant' },
  submittedBy: { title: '报送人', type: 'person' },
  liftedAt: { title: '解除时间', type: 'instant' },
  lateAt: { title: '整改逾期时间', type: 'instant' },
  talkedOn: { title: '约谈日期', type: 'date' },
}

/** Fields of a warning (预警单; systems.md S50). */
export const safetyFields: Fields = { ...warning, ...answer, ...course }

export const warningInput = Object.keys(warning)
