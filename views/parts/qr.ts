import { html } from 'hono/html'
import QRCode from 'qrcode'
import type { Html } from '../here.ts'

/** Light cells around it, without which telephones do not find it. */
const border = 4

/** A text as a QR code, drawn into the page itself: no picture to fetch, and nobody else who learns of it. */
export function qrCode(text: string, label: string): Html {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data, (cell, at) =>
    cell ? `M${(at % size) + border} ${Math.floor(at / size) + border}h1v1h-1z` : '',
  )
  const side = size + 2 * border
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${side} ${side}" width="240" height="240" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"></rect><path d="${dark.join('')}" fill="#000"></path></svg>`
}
