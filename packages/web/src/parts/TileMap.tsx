import { useWords } from '../app/session.tsx'

/** An area on the map. */
export interface Tile {
  readonly id: string
  readonly name: string
  readonly value: number | undefined
  readonly text: string
}

const STEPS = 6

/** Which of six tints a value has among all: the least the lightest. */
export function tintOf(value: number | undefined, all: readonly (number | undefined)[]): number {
  const known = all.filter((one) => one !== undefined)
  if (value === undefined || known.length === 0) return 0
  const [least, most] = [Math.min(...known), Math.max(...known)]
  return least === most ? 3 : 1 + Math.min(STEPS - 2, Math.floor(((value - least) / (most - least)) * (STEPS - 1)))
}

/** Areas as tiles, tinted by their values: a map where no geography is known. */
export function TileMap({
  tiles,
  pick,
  label,
}: {
  readonly tiles: readonly Tile[]
  readonly pick: (id: string) => void
  readonly label: string
}) {
  const words = useWords().boards
  const values = tiles.map(({ value }) => value)
  return (
    <>
      <ul className="map-tiles" aria-label={label}>
        {tiles.map(({ id, name, value, text }) => (
          <li key={id}>
            <button type="button" className={`map-tile tint-${tintOf(value, values)}`} onClick={() => pick(id)}>
              <span>{name}</span>
              <strong className="num">{text}</strong>
            </button>
          </li>
        ))}
      </ul>
      <p className="small dim">{words.mapNote}</p>
    </>
  )
}
