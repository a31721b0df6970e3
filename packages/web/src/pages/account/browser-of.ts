/** Browsers by a word of what they call themselves; those that name others besides themselves come first. */
const BROWSERS = [
  ['Edg', 'Edge'],
  ['MicroMessenger', '微信'],
  ['360SE', '360'],
  ['QQBrowser', 'QQ'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const

const SYSTEMS = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const

const nameIn = (list: readonly (readonly [string, string])[], agent: string): string | undefined =>
  list.find(([word]) => agent.includes(word))?.[1]

/** A browser and its machine, by what it calls itself; its first words where nothing is known of it. */
export function browserOf(agent: string): string {
  const known = [nameIn(BROWSERS, agent), nameIn(SYSTEMS, agent)].filter((name) => name !== undefined)
  return known.length > 0 ? known.join(' · ') : agent.slice(0, 40)
}
