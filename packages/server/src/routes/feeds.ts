import { feedChoices, type FeedNow, feedNow, previewFeed } from '@jiannuo/app'
import type { FeedNow as FeedAnswer } from '@jiannuo/contract'
import type { Handlers } from '../http/handler.ts'
import { figureSides } from '../views/figure.ts'
import { given } from '../views/given.ts'

type FeedNames = 'feed' | 'feedChoices' | 'previewFeed'
type Figure = NonNullable<FeedNow['figure']>

function figureView(figure: Figure): NonNullable<FeedAnswer['figure']> {
  const { address, title, period, unitName, excluded } = figure
  return { address, title, period, unitName, excluded, ...figureSides(figure) }
}

/** By what a commitment is fed: what it is now, what it could be, and what a choice would give. Set it with the action `feed`. */
export const feedHandlers: Pick<Handlers, FeedNames> = {
  feed: async ({ office, session }, { params }) => {
    const found = await feedNow(office, session, params.id)
    if (!found.ok) return found
    const { figure, may, ...rest } = found.value
    return { ok: true, value: { may, ...given(rest), ...(figure === undefined ? {} : { figure: figureView(figure) }) } }
  },
  feedChoices: async ({ office, session }, { params }) => {
    const found = await feedChoices(office, session, params.id)
    if (!found.ok) return found
    const { words, from, to, choices } = found.value
    return {
      ok: true,
      value: {
        words: [...words],
        from,
        to,
        choices: choices.map(({ as: _as, machine: _machine, reasons, categories, ...rest }) => ({
          ...rest,
          reasons: [...reasons],
          categories: categories.map((one) => ({ ...one })),
        })),
      },
    }
  },
  previewFeed: async ({ office, session }, { params, query }) => {
    const { units, adjusted, measure, ...rest } = query
    const found = await previewFeed(office, session, params.id, {
      measure,
      ...given(rest),
      adjusted: adjusted === 'true',
      units: units === undefined || units === '' ? [] : units.split(','),
    })
    if (!found.ok) return found
    const { address, title, figure, months } = found.value
    return {
      ok: true,
      value: {
        address,
        title,
        figure: figureView(figure),
        months: months.map(({ covers: _covers, ...month }) => ({ ...month })),
      },
    }
  },
}
