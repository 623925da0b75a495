import { html } from 'hono/html'
import { labelOf } from '../../src/codebook/codebook.ts'
import { safetyGone, scaleEffects } from '../../src/surveys/alike.ts'
import { choicesOf, questionsOf } from '../../src/surveys/definition.ts'
import { type Difference, differencesOf } from '../../src/surveys/differences.ts'
import { scales } from '../../src/surveys/scales.ts'
import type { Version } from '../../src/surveys/versions.ts'
import type { Here, Html } from '../here.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'

/** How a version differs from the one before it, and what that means for comparing their answers. */
export function differenceSection(here: Here, before: Version, version: Version): Html {
  const v = here.t.versions
  const differences = differencesOf(before, version)
  const gone = safetyGone(before, version)
  const title = fill(v.differences, { n: before.version })
  if (differences.length === 0) return html`<section><h2>${title}</h2><p class="nothing">${v.none}</p></section>`
  const codes = gone.map((code) => labelOf('concern', code, here.lang)).join(', ')
  return html`<section><h2>${title}</h2>${gone.length > 0 ? html`<p class="warning">${fill(v.safetyGone, { codes })}</p>` : ''}
${stack(
  title,
  [v.where, v.what, v.was, v.is],
  differences.map((one) => lineOf(here, one, { was: before, is: version })),
  v.none,
)}
<h3>${v.effects}</h3><p>${v.effectsLead}</p>${effectTable(here, before, version)}</section>`
}

function lineOf(here: Here, difference: Difference, versions: { was: Version; is: Version }): (Html | string)[] {
  const v = here.t.versions
  const { of, name, question, what, words = [], settled } = difference
  const place =
    of === 'survey' ? '' : html` <code>${question === undefined || of === 'row' ? name : `${question}: ${name}`}</code>`
  const text = (which: 'was' | 'is') =>
    html`${words.map((one) => (one[which] === undefined ? '' : html`<span class="worded" lang="${one.lang}">${one[which]}</span>`))}`
  const said = (which: 'was' | 'is') => (settled ? settledAs(here, what, settled[which], versions[which]) : text(which))
  return [html`${v.kinds[of]}${place}`, v.whats[what], said('was'), said('is')]
}

/** What was settled in words where there are words for it, else as it stands in the file. */
function settledAs(here: Here, what: Difference['what'], value: string, version: Version): Html | string {
  const v = here.t.versions
  if (what === 'must') return value === 'must' ? v.must : v.may
  if (what === 'kind') return v.types[value as keyof typeof v.types]
  if (value === '') return '–'
  return what === 'condition' ? conditionIn(here, version, value) : html`<code>${value}</code>`
}

const comparisons: Record<string, keyof Here['t']['versions']['conditions']> = {
  '=': 'is',
  '<>': 'isNot',
  contains: 'chosen',
  notcontains: 'notChosen',
}

/** A condition in words: `{acts} contains 'other'` is when that answer, as it is worded, was chosen. */
export function conditionIn({ lang, t }: Here, version: Version, visibleIf: string): string {
  const [, name = '', is = '', answer = ''] = /^\{(\S+)\} (\S+) '(\S+)'$/.exec(visibleIf) ?? []
  const asked = questionsOf(version).find((question) => question.name === name)
  const text = asked && choicesOf(version, asked).find(({ value }) => value === answer)?.text
  const said = comparisons[is]
  if (!said) return visibleIf
  return fill(t.versions.conditions[said], { name, answer: text?.[lang === 'ko' ? 'default' : 'en'] ?? answer })
}

function effectTable(here: Here, before: Version, version: Version): Html {
  const v = here.t.versions
  const rows = scaleEffects(before, version).map(({ scale, effect }) => [
    nameOfScale(here, scale),
    html`<span class="mark ${effect === 'alike' ? 'good' : 'care'}">${v.effect[effect]}</span>`,
  ])
  return stack(v.effects, [v.scale, v.compared], rows, '–')
}

/** `공감 (EMP)` */
export const nameOfScale = ({ lang, t }: Here, code: string): string =>
  fill(t.versions.scaleNamed, { scale: scales[code]?.[lang] ?? code, code })
