import type { Json } from '@jiannuo/engine'
import { type Doer, type Step, step } from '../example.ts'

/** A form. */
export type Input = Readonly<Record<string, Json>>

const CENTRE = 'lantai-labour'
/** Who acts in the examples, at units of 兰台区; the centre stands in the labour bureau. */
export const mediator: Doer = ['mediator', CENTRE]
export const lead: Doer = ['centreLead', CENTRE]
export const levier: Doer = ['unitClerk', 'lantai-commerce']
export const ME = `mediator@${CENTRE}`
export const LEVIER = 'lantai-commerce'
export const paper = ['c'.repeat(64)]

export const matter: Input = {
  title: '2022至2024年养老保险缴费基数争议',
  category: 'base',
  insurance: 'pension',
  years: '2022-2024',
  complexity: 'ordinary',
  source: 'tax',
  content: '申请人称单位按最低基数申报，低于实际工资。',
  claimed: 18600,
  applicantSide: 'worker',
  applicantName: '叶明溪',
  applicantPhone: '13500006789',
  respondentSide: 'firm',
  respondentName: '兰台远舟物流有限公司',
}

export const appointed: Input = { mediator: ME, co: [LEVIER], consent: true }
export const facts: Input = { opinion: '三年应补缴一万六千二百元。', sheets: paper }
export const pact = (performBy: string): Input => ({
  agreedAmount: 16200,
  performBy,
  plan: [{ no: '1', day: performBy, amount: 16200 }],
  terms: '单位补缴三年差额，个人部分由申请人承担。',
  signed: true,
  agreement: paper,
})
export const paid = (amount: number): Input => ({ amount, voucher: paper })

/** From the desk to the talks, on two days. */
export const inTalks = (day: string, next: string): readonly Step[] => [
  step(mediator, 'register', `${day} 09:00`, 'registered', matter),
  step(lead, 'accept', `${day} 10:00`, 'checking', appointed),
  step(levier, 'giveFacts', `${next} 09:00`, 'checking', facts),
  step(mediator, 'settleFacts', `${next} 10:00`, 'mediating', { verified: 16200 }),
]
