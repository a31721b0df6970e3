const ETC = 0x7b49 // 等

/**
 * Whether the character at a position is the 等 that closes a list of names; not that of 高等, 中等, 等级, 等额.
 */
export function closesList(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== ETC) return false
  return !'高中初均平同优劣上下特差'.includes(text[at - 1] ?? '') && !'级候额于'.includes(text[at + 1] ?? '\n')
}
