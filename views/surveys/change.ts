import { html } from 'hono/html'
import type { ScaleChange } from '../../src/exit/survey-change.ts'
import type { Score } from '../../src/surveys/scores.ts'
import type { Here, Html } from '../here.ts'
import { type Column, table } from '../parts/lists.ts'
import { fill } from '../words.ts'

/** Intake beside exit for one youth: what was answered and how much of it, with what must not be read into it. */
export function changeTable(here: Here, changes: ScaleChange[]): Html {
  const t = here.t.surveys
  const lines = changes.map(({ scale, about, before, after, difference }) => {
    const share = about?.kind === 'knowledge'
    return html`<tr><th scope="row">${about?.[here.lang] ?? scale}<br><small>${about?.better === 'lower' ? t.hopedLower : t.hopedHigher}</small></th>
<td>${scoreIn(here, before, share)}</td><td>${scoreIn(here, after, share)}</td>
<td class="number">${difference === undefined ? '–' : signed(here, difference, share)}</td></tr>`
  })
  const heads: Column[] = [t.scale, t.before, t.after, [t.difference, 'number']]
  return html`<h2>${t.changeTitle}</h2><p>${t.changeLead}</p>${table(t.changeTitle, heads, lines, '')}<p class="notice">${t.caveat}</p>`
}

function scoreIn({ t }: Here, score: Score | undefined, share: boolean): Html {
  if (!score) return html`<small>${t.surveys.notAsked}</small>`
  const { value, answered, of } = score
  return html`${value === undefined ? t.surveys.noScore : shown(value, share)} <small>${fill(t.surveys.answered, { n: answered, of })}</small>`
}

const shown = (value: number, share: boolean): string => (share ? `${Math.round(value * 100)}%` : value.toFixed(1))

/** With a real minus sign; a share in points of per cent. */
function signed({ t }: Here, value: number, share: boolean): string {
  const size = share ? fill(t.surveys.points, { n: Math.abs(Math.round(value * 100)) }) : Math.abs(value).toFixed(1)
  return `${value < 0 ? '−' : value > 0 ? '+' : ''}${size}`
}
