import type { Effect } from '../model/definition.ts'
import { meets } from './condition.ts'
import { type Draft, emit, type Stop, setField, stopClock } from './draft.ts'
import {
  beginRedo,
  decideRequest,
  fileRequest,
  joinGroup,
  leaveGroup,
  linkRecord,
  stateTruth,
  urge,
} from './effect-case.ts'
import { extendClock, pauseClock, resumeClock, startClock } from './effect-clock.ts'
import { addReading, addReadings, putRows, tellRecords } from './effect-value.ts'
import { answerAsCo, assignUnit, notifyRole, releaseUnits } from './effect-unit.ts'
import { isPresent, valueOf } from './view.ts'

/** Carries out one effect on the draft, or says why that cannot be. */
function carryOut(effect: Effect, draft: Draft): Stop | undefined {
  if ('if' in effect) return carryOutAll((meets(effect.if, draft) ? effect.then : effect.otherwise) ?? [], draft)
  if ('set' in effect) {
    const value = valueOf(effect.to, draft)
    return setField(draft, effect.set, value, !isPresent(value))
  }
  if ('clear' in effect) return setField(draft, effect.clear, null, true)
  if ('put' in effect) return putRows(draft, effect)
  if ('read' in effect) return addReading(draft, effect)
  if ('readRows' in effect) return addReadings(draft, effect)
  if ('tell' in effect) return tellRecords(draft, effect)
  if ('start' in effect) return startClock(draft, effect)
  if ('stop' in effect) return stopClock(draft, effect.stop)
  if ('pause' in effect) return pauseClock(draft, effect)
  if ('resume' in effect) return resumeClock(draft, effect)
  if ('extend' in effect) return extendClock(draft, effect)
  if ('assign' in effect) return assignUnit(draft, effect)
  if ('release' in effect) return releaseUnits(draft, effect)
  if ('answered' in effect) return answerAsCo(draft)
  if ('state' in effect) return stateTruth(draft, effect)
  if ('count' in effect) return emit(draft, { type: 'counted', counter: effect.count })
  if ('redo' in effect) return beginRedo(draft, effect)
  if ('request' in effect) return fileRequest(draft, effect)
  if ('decide' in effect) return decideRequest(draft, effect)
  if ('urge' in effect) return urge(draft, effect)
  if ('join' in effect) return joinGroup(draft, effect)
  if ('leave' in effect) return leaveGroup(draft)
  if ('link' in effect) return linkRecord(draft, effect)
  return notifyRole(draft, effect)
}

/** Carries out effects in order; the first that cannot be carried out stops the whole action. */
export function carryOutAll(effects: readonly Effect[], draft: Draft): Stop | undefined {
  for (const effect of effects) {
    const stopped = carryOut(effect, draft)
    if (stopped !== undefined) return stopped
  }
  return undefined
}
