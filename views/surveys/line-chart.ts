import { html } from 'hono/html'
import type { Html } from '../here.ts'

/** One place on the line: what stands below it, and the value if there is one. */
export interface Dot {
  label: string
  value?: number
  /** the value as it is written */
  shown?: string
  /** whether a line leads here from the place before */
  joined: boolean
}

interface Line {
  /** says all that is drawn */
  label: string
  from: number
  to: number
  ticks: { at: number; text: string }[]
  dots: Dot[]
}

const [width, height] = [420, 168]
const [left, right, top, bottom] = [54, 24, 26, 30]

/** Values over time on their own range, as a picture that is part of the page. No line leads over a gap. */
export function lineChart({ label, from, to, ticks, dots }: Line): Html {
  const x = (at: number) => left + 24 + (at * (width - left - right - 48)) / Math.max(1, dots.length - 1)
  const y = (value: number) => top + ((to - value) / (to - from)) * (height - top - bottom)
  const base = height - bottom
  return html`<svg class="line-chart" role="img" aria-label="${label}" viewBox="0 0 ${width} ${height}">
${ticks.map(({ at, text }) => html`<line class="grid" x1="${left}" x2="${width - right}" y1="${y(at)}" y2="${y(at)}"></line><text class="tick" x="${left - 8}" y="${y(at) + 4}" text-anchor="end">${text}</text>`)}
${dots.map(({ label: below }, at) => html`<text class="below" x="${x(at)}" y="${base + 22}" text-anchor="middle">${below}</text>`)}
${dots.map(({ value, joined }, at) => {
  const before = dots[at - 1]?.value
  return joined && value !== undefined && before !== undefined
    ? html`<line class="way" x1="${x(at - 1)}" y1="${y(before)}" x2="${x(at)}" y2="${y(value)}"></line>`
    : ''
})}
${dots.map(({ value, shown }, at) =>
  value === undefined
    ? html`<text class="none" x="${x(at)}" y="${base - 5}" text-anchor="middle">–</text>`
    : html`<circle cx="${x(at)}" cy="${y(value)}" r="4.5"></circle><text class="value" x="${x(at)}" y="${y(value) - 11}" text-anchor="middle">${shown}</text>`,
)}</svg>`
}
