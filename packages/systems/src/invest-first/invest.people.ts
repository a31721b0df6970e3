import type { Condition, FieldDefinition, Grant } from '@jiannuo/engine'
import { actorPerson, equals, field, not } from '@jiannuo/engine'

/** Roles around investing first. */
export const investRoles = {
  sector: '科技（经信）主管部门专员',
  trustee: '受托国企平台投资经理',
  finance: '区财政局专员',
  leader: '区领导',
  supervisor: '督查室',
} as const

export const sectors: readonly Grant[] = [{ role: 'sector', at: 'lead' }]
export const trustees: readonly Grant[] = [{ role: 'trustee', at: 'district' }]
export const finance: readonly Grant[] = [{ role: 'finance', at: 'district' }]
export const leaders: readonly Grant[] = [{ role: 'leader', at: 'district' }]
export const supervisors: readonly Grant[] = [{ role: 'supervisor', at: 'district' }]

/** Another person than the one who is kept in the field. */
export const another = (id: string): Condition => not(equals(actorPerson, field(id)))

export const opinion: FieldDefinition = { title: '意见、理由', type: 'longText', required: true, maxLength: 1000 }
export const evidence: FieldDefinition = { title: '佐证材料', type: 'files', required: true }
export const amount = (title: string): FieldDefinition => ({
  title,
  type: 'money',
  unit: '万元',
  required: true,
  min: 0,
})
