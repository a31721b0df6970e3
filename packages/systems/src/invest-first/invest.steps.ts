import type { Json } from '@jiannuo/engine'
import { type Doer, type Expected, type Step, step } from '../example.ts'

export type Input = Readonly<Record<string, Json>>
type Hoped = Expected | string

export const sector: Doer = ['sector', 'lantai-industry']
export const trustee: Doer = ['trustee', 'lantai']
export const finance: Doer = ['finance', 'lantai']
export const leader: Doer = ['leader', 'lantai']
export const file = 'c'.repeat(64)
export const said = { opinion: '见附件。', evidence: [file] }

const project: Input = {
  name: '高精度磁编码器中试',
  firmName: '兰台启衡传感科技有限公司',
  creditCode: '91420199MA4KD4E5F6',
  source: 'university',
  origin: '兰台理工大学',
  requested: 300,
  contactName: '沈知微',
  contactPhone: '13800007890',
}

export const apply = (at: string, hoped: Hoped = 'applied', more: Input = {}): Step =>
  step(sector, 'apply', at, hoped, { ...project, materials: [file], ...more })
export const admit = (at: string, hoped: Hoped = 'reviewing'): Step => step(sector, 'admit', at, hoped)
export const review = (at: string, score: number, experts: number, hoped: Hoped): Step =>
  step(sector, 'review', at, hoped, { score, experts, minutes: [file] })
export const examine = (at: string, hoped: Hoped = 'deciding'): Step =>
  step(trustee, 'examine', at, hoped, { report: [file], opinion: '团队稳定，样机已测。' })
export const approve = (at: string, approved: number, hoped: Hoped = 'approved'): Step =>
  step(leader, 'approve', at, hoped, { approved, document: [file] })
export const sign = (at: string, hoped: Hoped = 'running', more: Input = {}): Step =>
  step(trustee, 'sign', at, hoped, {
    triggers: ['financing', 'revenue'],
    triggerTerms: '获得不低于500万元的市场化股权融资，或年营业收入达到1000万元。',
    valuation: '按触发时最近一轮投前估值的八折。',
    shareCap: 10,
    endsOn: '2028-06-30',
    milestones: [{ no: '1', goal: '完成样机小批量', due: '2025-12-31' }],
    agreement: [file],
    ...more,
  })
export const pay = (at: string, sum: number, hoped: Hoped = 'running'): Step =>
  step(finance, 'pay', at, hoped, { sum, voucher: [file] })
export const check = (at: string, reached: boolean, hoped: Hoped = 'running'): Step =>
  step(trustee, 'check', at, hoped, { reached, ...said })
export const claim = (at: string, trigger: string, hoped: Hoped = 'triggered'): Step =>
  step(trustee, 'claim', at, hoped, { trigger, evidence: [file] })
export const convert = (at: string, share: number, equity: number, hoped: Hoped = 'converting'): Step =>
  step(leader, 'convert', at, hoped, { share, equity, document: [file] })
export const register = (at: string, hoped: Hoped = 'held'): Step =>
  step(trustee, 'register', at, hoped, { registration: [file] })
export const proposeExit = (at: string, hoped: Hoped = 'exiting'): Step =>
  step(trustee, 'proposeExit', at, hoped, { way: 'transfer', price: [file], opinion: '新一轮投资方愿意受让。' })
export const exit = (at: string, proceeds: number, hoped: Hoped = 'exited'): Step =>
  step(finance, 'exit', at, hoped, { proceeds, voucher: [file] })
export const reportLoss = (at: string, hoped: Hoped = 'lossReview'): Step =>
  step(trustee, 'reportLoss', at, hoped, { lossCause: 'technology', ...said })
export const exempt = (at: string, hoped: Hoped = 'exempted', more: Input = {}): Step =>
  step(leader, 'exempt', at, hoped, {
    procedure: true,
    honest: true,
    audit: [file],
    opinion: '程序完备，未见牟利。',
    ...more,
  })
export const callBack = (at: string, hoped: Hoped = 'returning', cause = 'unmet'): Step =>
  step(leader, 'callBack', at, hoped, { cause, opinion: '按协议返还。' })
export const receive = (at: string, returnedSum: number, hoped: Hoped = 'returned'): Step =>
  step(finance, 'receive', at, hoped, { returnedSum, voucher: [file] })

/** From the call to the agreement. */
export const signed: readonly Step[] = [
  apply('2025-03-03 09:00'),
  admit('2025-03-10 09:00'),
  review('2025-04-07 09:00', 82, 7, 'diligence'),
  examine('2025-05-12 09:00'),
  approve('2025-06-03 09:00', 200),
  sign('2025-07-01 09:00'),
]
