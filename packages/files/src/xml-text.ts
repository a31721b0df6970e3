/** A text without what XML cannot carry: control characters are left out, halves of a surrogate pair become U+FFFD. */
export const xmlText = (text: string): string =>
  text.replace(/\p{Cs}/gu, '\uFFFD').replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
