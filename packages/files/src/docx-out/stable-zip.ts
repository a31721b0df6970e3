const DIRECTORY_ENTRY = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const END_LENGTH = 22
/** 1 January 1980, 0:00, the first moment that a zip can name: time in the lower two bytes, date in the upper. */
const EPOCH = 0x0021_0000

/**
 * Sets the time of every part of a zip to the first moment that a zip knows, in place: the library stamps the moment of writing.
 *
 * @param bytes a zip without a comment at its end, as the library writes it; any other is left as it is
 */
export function withoutTimes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - END_LENGTH
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) return bytes
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return bytes
    view.setUint32(at + 12, EPOCH, true)
    view.setUint32(view.getUint32(at + 42, true) + 10, EPOCH, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return bytes
}
