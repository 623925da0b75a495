import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { fill } from '../words.ts'
import type { Group, Line, Worded } from './worded.ts'

/** Everything kept about one youth, to be printed and handed over. */
export function packPage(here: Here, { number, purpose, leftOut, parts }: Worded): Html {
  const r = here.t.rights
  const title = fill(r.pack, { number })
  const made = fill(r.madeBy, { when: shortMoment(here, here.now), who: here.person?.name ?? '' })
  const why = r.purposes[purpose as keyof typeof r.purposes]
  return layout(here, {
    title,
    wide: true,
    body: html`<h1>${title}</h1><p>${made} · ${here.centre}<br>${r.packPurpose}: ${why}</p>
<p class="notice acts">${r.print}</p>
<section class="card"><h2>${r.leftOut}</h2>${
      leftOut.length === 0
        ? html`<p>${r.leftOutNothing}</p>`
        : html`<ul>${leftOut.map(({ words }) => html`<li>${words}</li>`)}</ul>`
    }</section>
${parts.map(
  ({ title: name, groups }) =>
    html`<section class="card"><h2>${name}</h2>${groups.every(({ lines }) => lines.length === 0) ? html`<p>${r.nothing}</p>` : isLong(groups) ? short(groups) : groups.map(group)}</section>`,
)}`,
  })
}

/** Many items of a few words each: a line for each, so that a history does not fill ten sheets. */
const isLong = (groups: Group[]): boolean =>
  groups.length > 3 && groups.every(({ lines }) => lines.length <= 8 && lines.every(({ words }) => words.length <= 60))

const short = (groups: Group[]): Html =>
  html`<ol class="history">${groups.map(
    ({ lines }) =>
      html`<li>${lines.map((line, at) => html`${at > 0 ? ' · ' : ''}<small>${line.label}</small> ${wordsAt(line)}`)}</li>`,
  )}</ol>`

const group = ({ title, lines }: Group): Html =>
  html`${title ? html`<h3>${title}</h3>` : ''}<dl class="facts">${gathered(lines).map(
    ([label, values]) =>
      html`<div><dt>${label}</dt>${values.map((one) => html`<dd class="typed">${wordsAt(one)}</dd>`)}</div>`,
  )}</dl>`

/** What stands there in words, and for a machine as it is kept. */
const wordsAt = ({ value, words }: Line): Html | string =>
  value === null || String(value) === words ? words : html`<data value="${String(value)}">${words}</data>`

/** Values of one name that follow each other stand under it together. */
function gathered(lines: Line[]): [label: string, values: Line[]][] {
  const all: [string, Line[]][] = []
  for (const line of lines) {
    const last = all.at(-1)
    if (last && last[0] === line.label) last[1].push(line)
    else all.push([line.label, [line]])
  }
  return all
}
