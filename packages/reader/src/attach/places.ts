// What ends a place's name, longest first, and what only looks like one.
const PLACE =
  /(?:^|[、，和与及：；])([\u4e00-\u9fff]{2,6}?(?:自治州|自治县|街道|新区|县|区|市|州|旗|镇|乡))(?=[、，和与及等]|[\u4e00-\u9fff]{2})/g
const NO_PLACE =
  /(?:社|园|小|片|城|地|全|市|景|辖|老|库|山|林|灾|牧|校|院|厂|港|街|营|战|湾|雪|滩|疫|各|县|发|范|护|验|能|聚|作|术|济|税|保|心|理|易|开|制|务|业|活|度|村)区$|(?:城|全|都|超|上|门|夜|股|各|县|地|楼|集|房|车|菜|入|应|区|本|我)市$|(?:全|各|市|区|强|大|我|本|百)县$|(?:全|各|城|村|乡|强|小|重|我)镇$|(?:全|各|城|家|回|返|下|我|镇)乡$|(?:全|各|我|神)[州旗]$|^(?:全|各|我|本|每)/

/**
 * Places named in a list before a number: 松原县、青溪区GDP增速…. Only names that say themselves what they are (…县, …区, …街道) are found.
 */
export function placesIn(text: string, from: number, to: number): string[] {
  const words = text.slice(from, to)
  if (!/[县区市州旗镇乡道]/.test(words)) return []
  const found: string[] = []
  for (const m of words.matchAll(PLACE)) {
    const name = m[1] ?? ''
    if (!NO_PLACE.test(name)) found.push(name)
  }
  return found
}
