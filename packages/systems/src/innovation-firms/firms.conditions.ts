import type { Condition, Expr } from '@jiannuo/engine'
import { all, always, any, constant, equals, field, gt, gte, input, lt, lte, not, setting } from '@jiannuo/engine'
import { holds, type TitleId } from './firms.titles.ts'

const line = (title: TitleId, what: string): Expr => setting('conditions', constant(title), constant(what))
const atLeast = (id: string, title: TitleId, what: string): Condition => gte(field(id), line(title, what))

/** R&D over sales by how much a firm sells: small firms owe a larger share (高新技术企业认定管理办法第11条). */
const researchEnough: Condition = any(
  all(lt(field('revenue'), line('highTech', 'small')), atLeast('rdShare', 'highTech', 'rdSmall')),
  all(
    gte(field('revenue'), line('highTech', 'small')),
    lte(field('revenue'), line('highTech', 'large')),
    atLeast('rdShare', 'highTech', 'rdMiddle'),
  ),
  all(gt(field('revenue'), line('highTech', 'large')), atLeast('rdShare', 'highTech', 'rdLarge')),
)

/** What a firm must meet to apply for each title (domain.md 8). */
export const conditions: Readonly<Record<TitleId, Condition>> = {
  sme: all(
    lte(field('staff'), line('sme', 'staff')),
    lte(field('revenue'), line('sme', 'revenue')),
    lte(field('assets'), line('sme', 'assets')),
    atLeast('smeScore', 'sme', 'score'),
  ),
  highTech: all(
    atLeast('age', 'highTech', 'age'),
    atLeast('ownRights', 'highTech', 'rights'),
    atLeast('techStaffShare', 'highTech', 'techStaff'),
    atLeast('highTechShare', 'highTech', 'income'),
    researchEnough,
    not(equals(field('accident'), constant(true))),
  ),
  gazelle: atLeast('growth', 'gazelle', 'growth'),
  specialised: all(
    atLeast('nicheYears', 'specialised', 'years'),
    atLeast('rd', 'specialised', 'rd'),
    atLeast('rdShare', 'specialised', 'rdShare'),
    any(atLeast('revenue', 'specialised', 'revenue'), atLeast('newEquity', 'specialised', 'equity')),
    any(atLeast('specialisedScore', 'specialised', 'score'), equals(field('directPass'), constant(true))),
  ),
  // The national level stands on top of the provincial one.
  giant: holds('specialised'),
  // No published test: chosen by value, growth and rank, by lists of others.
  species: always,
}

/** Holds for every other title than the one that is asked for, and for that one when the test holds. */
export const whenAsked = (title: TitleId, test: Condition): Condition =>
  any(not(equals(input('title'), constant(title))), test)
