import type { Problem, Result } from '@jiannuo/kernel'

/** How much a file may ask of the machine before it is refused. */
export interface Limits {
  /** Bytes of the file itself. */
  readonly fileBytes: number
  /** Bytes that the packed parts of a DOCX or PDF may unfold to, all together. */
  readonly unpackedBytes: number
  /** Pages of a PDF. */
  readonly pages: number
  /** Seconds that a PDF may take; the library can compute for very long over a damaged font. */
  readonly pdfSeconds: number
  /** UTF-16 code units of the text. */
  readonly textChars: number
}

/**
 * Limits when the caller names none. The largest work report seen has 60,000 characters and 40 pages, scanned ones
 * weigh 30 MiB: these limits are far above any real document and far below what would take a machine down.
 */
export const defaultLimits: Limits = {
  fileBytes: 64 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  pages: 2_000,
  pdfSeconds: 180,
  textChars: 20_000_000,
}

/** A refusal of the whole file: one error with its code and what the wording names. */
export function refuse(code: string, params: NonNullable<Problem['params']>): Extract<Result<never>, { ok: false }> {
  return { ok: false, problems: [{ code, severity: 'error', params }] }
}

/** Bytes in the unit that people use: 812 字节, 1.5 MB. */
export function describeBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB']
  return `${Number(value.toFixed(1))} ${unit}`
}
