import type { RequestDefinition } from '@jiannuo/engine'
import { ledgerSources as sources } from './sources.ts'

/** What a unit may ask and the district decides. Whoever asked never decides. */
export const commitmentRequests: Readonly<Record<string, RequestDefinition>> = {
  objection: {
    title: '对分解的异议',
    reasons: {
      duty: '不属于本单位职责',
      partner: '牵头单位和责任单位应当调换或增减',
      target: '目标值与来源文件不符或无法核实',
      due: '完成时限与来源文件不符',
      double: '与其他任务重复',
    },
    source: sources.proposal,
  },
  adjustment: { title: '调整申请', source: `${sources.tongliang}；${sources.ningbo}` },
  cancel: { title: '取消申请', source: '取消须经批准（本项目建议）' },
}

/** Levels of urging (督办), mildest first. */
export const commitmentUrging = { remind: '提示', order: '督办', talk: '约谈' } as const
