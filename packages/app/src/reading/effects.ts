import type { ActionDefinition, Effect, Expr, FieldDefinition, Machine } from '@jiannuo/engine'

const nameIn = (expr: Expr): string | undefined =>
  'input' in expr ? expr.input : 'field' in expr && !('truth' in expr) && !('asked' in expr) ? expr.field : undefined

/** Every effect of a list, those under a condition too. */
const flat = (effects: readonly Effect[]): readonly Effect[] =>
  effects.flatMap((effect) => ('if' in effect ? [...flat(effect.then), ...flat(effect.otherwise ?? [])] : [effect]))

/** The field of a form that an action takes the area of a record from. */
export function areaFieldOf({ effects = [] }: ActionDefinition): string | undefined {
  for (const effect of flat(effects)) if ('assign' in effect && effect.assign === 'area') return nameIn(effect.to)
  return undefined
}

/** The field of a form by which an action joins a record to another as a duplicate of it. */
export function joinFieldOf({ effects = [] }: ActionDefinition): string | undefined {
  for (const effect of flat(effects)) if ('join' in effect) return nameIn(effect.join)
  return undefined
}

/** The field that a value kept by an effect was filled into: of the form of the first action that has such an effect, else of the record. */
export function fieldKeptBy(
  { actions, fields }: Machine,
  keeps: (effect: Effect) => boolean,
  id: string,
): FieldDefinition | undefined {
  const action = Object.values(actions).find(({ effects = [], fields: own }) => {
    return own?.[id] !== undefined && flat(effects).some(keeps)
  })
  return action?.fields?.[id] ?? fields[id]
}
