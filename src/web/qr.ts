import { create } from 'qrcode'

/** A QR code as a picture of ours may draw it: squares to a side, and the path of the dark ones. */
export interface Qr {
  size: number
  path: string
}

export function qrOf(text: string): Qr {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = [...data].flatMap((bit, at) => (bit ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : []))
  return { size, path: dark.join('') }
}
