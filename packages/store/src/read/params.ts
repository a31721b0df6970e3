/** Parameters of a statement, numbered as they are added. */
export class Params {
  readonly values: unknown[] = []

  /** @returns its place in the text: `$3` */
  add(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}
