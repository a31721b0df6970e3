import { expect, it } from 'vitest'
import { transition, timersOf, seesOf, contributions, contributionDeltas, type RecordState, nextDue, checkMachine, checkMeasures, describeRefusal, availableActions } from '../index.ts'
import { hotline } from '../../../systems/src/hotline/hotline.loop.ts'
import * as ms from '../../../systems/src/hotline/hotline.measures.ts'
import * as l from '../testing/lending.ts'
import { contextAt, actorWith } from '../testing/district.ts'
it('x', () => { 
  let t0 = performance.now(); checkMachine(hotline); console.log('check', performance.now()-t0)
  console.log(Object.keys(ms), Object.keys(l))
  const m = (ms as any).hotlineMeasures
  console.log(m && checkMeasures(m, hotline), Object.keys(m.counters).length)
  const actor = actorWith(...['operator','dispatcher','arbiter','callerBack','supervisor'].map(role => ({role, unit:'lantai'})), {role:'handler',unit:'lantai-housing'},{role:'reviewer',unit:'lantai-housing'})
  const ctx = contextAt('2025-09-26 10:00')
  const run = () => {
    let r: RecordState|undefined; let before: any[] = []; let n = 0
    for (const [action, input] of [['accept',{title:'漏水',channel:'phone',kind:'help',category:Object.keys(hotline.settings.categories.default as any)[0],urgency:'ordinary',content:'漏水', area:'lantai-dongmen-guihua'}],['clear',{}],['dispatchByHand',{lead:'lantai-housing',clause:'x'}],['signIn',{}],['finish',{contacted:true,solved:true,reply:'好'}]] as any) {
      const o = transition(hotline, r, {action, input, actor, record:'R1'}, ctx)
      if (!o.ok) { console.log(describeRefusal(o.refusal, hotline)); throw 1 }
      r = o.value.record
      const after = contributions(m, hotline, r, 480)
      contributionDeltas(before, after); before = after as any
      timersOf(hotline, r, ctx.calendar); seesOf(r, hotline, ctx.units); nextDue(r, ctx.calendar)
      n++
    }
    return n
  }
  run(); for (let i=0;i<2000;i++) run()
  const t = performance.now(); let n=0; for (let i=0;i<4000;i++) n+=run(); console.log('µs per action', (performance.now()-t)*1000/n)
})
