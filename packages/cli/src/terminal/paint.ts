/** Colours of the terminal by what they mean; without colours each leaves the text alone. */
export interface Paint {
  readonly heading: (text: string) => string
  readonly faint: (text: string) => string
  readonly target: (text: string) => string
  readonly result: (text: string) => string
  readonly forecast: (text: string) => string
  readonly error: (text: string) => string
  readonly mark: (text: string) => string
}

const style =
  (open: number, close: number) =>
  (text: string): string =>
    text === '' ? text : `\u001b[${open}m${text}\u001b[${close}m`

const plain = (text: string): string => text

/** Chooses colours or none. */
export function createPaint(colours: boolean): Paint {
  if (!colours) {
    return { heading: plain, faint: plain, target: plain, result: plain, forecast: plain, error: plain, mark: plain }
  }
  return {
    heading: style(1, 22),
    faint: style(2, 22),
    target: style(36, 39),
    result: style(32, 39),
    forecast: style(33, 39),
    error: style(31, 39),
    mark: style(1, 22),
  }
}

/** How the standard output shows a text. */
export interface Screen {
  readonly width: number
  readonly paint: Paint
}

/** Width of a table that goes to a pipe or file, or to a terminal that does not say how wide it is. */
const DEFAULT_WIDTH = 120

/** Colours only for people: a terminal, and NO_COLOR (no-color.org) not set. */
export function screenOf(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
): Screen {
  const terminal = stream.isTTY === true
  const colours = terminal && !environment.NO_COLOR && environment.TERM !== 'dumb'
  return { width: (terminal && stream.columns) || DEFAULT_WIDTH, paint: createPaint(colours) }
}
