import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The module of pdfjs that runs in Node. */
type Library = typeof PdfJs
/** An open PDF; to be closed with `close`. */
export type PdfDocument = Awaited<ReturnType<Library['getDocument']>['promise']>
/** A page of it. */
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** Stands for a class of the canvas library. */
function Stub(): void {}

let loading: Promise<Library> | undefined

/** The library, loaded once. */
function library(): Promise<Library> {
  loading ??= load()
  return loading
}

/**
 * pdfjs wants classes of a canvas library of 30 MB when it is loaded, for drawing, which is never done here. Empty classes
 * satisfy it; they are taken away again so that other code in the process does not take them for a browser's.
 */
async function load(): Promise<Library> {
  const names = ['DOMMatrix', 'Path2D', 'ImageData'].filter((name) => !(name in globalThis))
  for (const name of names) Object.defineProperty(globalThis, name, { value: Stub, configurable: true })
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    for (const name of names) Reflect.deleteProperty(globalThis, name)
  }
}

/** Opens a PDF. Rejects with pdfjs's own errors, whose `name` tells a missing password from a broken file. */
export async function openPdf(bytes: Uint8Array): Promise<{ document: PdfDocument; close: () => Promise<void> }> {
  const { getDocument } = await library()
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    // A copy: the library takes the bytes for itself, and will not have a Buffer.
    data: new Uint8Array(bytes),
    // Without these tables, PDFs whose Chinese fonts are not embedded give an empty text and no error.
    cMapUrl: `${home}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}/standard_fonts/`,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
  })
  const close = async () => {
    await task.destroy()
  }
  try {
    return { document: await task.promise, close }
  } catch (error) {
    await close()
    throw error
  }
}
