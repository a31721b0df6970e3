import type { Mask } from '../model/definition.ts'

const HIDDEN = '****'

/** A mobile number as 138****1234; of a shorter one only the last two figures. */
function maskPhone(text: string): string {
  const digits = text.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
  return digits.length >= 11 ? `${digits.slice(0, 3)}${HIDDEN}${digits.slice(-4)}` : `${HIDDEN}${digits.slice(-2)}`
}

/** At most the first six and the last four; of a short number too little is left to hide, so nothing is shown. */
const maskIdNumber = (text: string): string =>
  text.length >= 15 ? `${text.slice(0, 6)}********${text.slice(-4)}` : '********'

const maskName = (text: string): string => {
  const [first = ''] = text
  return first === '' ? '' : `${first}*`
}

/** Ends of the names of areas, smallest first: an address is shown down to the smallest that it names. */
const AREA_ENDS: readonly RegExp[] = [/社区|居委会|村委会/u, /街道|镇|乡/u, /区|县|市/u]

/** The address down to the community; street names and numbers behind it stay hidden. */
function maskAddress(text: string): string {
  for (const end of AREA_ENDS) {
    const found = end.exec(text)
    if (found !== null) return `${text.slice(0, found.index + found[0].length)}${HIDDEN}`
  }
  return HIDDEN
}

/**
 * A personal text as it is shown to those who may not see it whole (domain.md 17): 138****1234; an ID number with
 * its first six and last four; 张*; an address down to the community.
 */
export function maskValue(mask: Mask, text: string): string {
  if (text === '') return ''
  switch (mask) {
    case 'name':
      return maskName(text)
    case 'phone':
      return maskPhone(text)
    case 'idNumber':
      return maskIdNumber(text)
    case 'address':
      return maskAddress(text)
    case 'all':
      return HIDDEN
  }
}
