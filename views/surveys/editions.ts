import { html } from 'hono/html'
import type { Count } from '../../src/intake/edition-counts.ts'
import { type SurveyName, surveyNames } from '../../src/surveys/definition.ts'
import type { Version } from '../../src/surveys/versions.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { type Column, stack } from '../parts/lists.ts'
import { fill } from '../words.ts'

export interface VersionsShown {
  versions: Version[]
  counts: ReadonlyMap<string, Count>
  /** names by person's id */
  names: ReadonlyMap<string, string>
}

/** Each survey with its versions: which is in use, who published it, how often it was handed out and answered. */
export function editionsPage(here: Here, shown: VersionsShown): Html {
  const v = here.t.versions
  return layout(here, {
    title: v.title,
    styles: ['edition.css'],
    body: html`<div class="head"><h1>${v.title}</h1>${here.may('see the codebook') ? html`<a href="/codebook">${here.t.codebook.title}</a>` : ''}</div><p class="lead">${v.lead}</p>
${surveyNames.map((name) => surveySection(here, shown, name))}
<p class="hint">${v.counted}</p>`,
  })
}

function surveySection(here: Here, shown: VersionsShown, survey: SurveyName): Html {
  const v = here.t.versions
  const own = shown.versions.filter((one) => one.survey === survey)
  const heads: Column[] = [v.version, v.state, v.by, [v.handed, 'number'], [v.answered, 'number']]
  const mayAdd = here.may('settle the surveys') && !own.some(({ state }) => state === 'draft')
  const add = html`<a class="button small" href="/surveys/new?survey=${survey}" aria-label="${fill(v.addOf, { survey: v.survey[survey] })}">${v.add}</a>`
  return html`<section class="versions"><div class="head"><h2>${v.survey[survey]}</h2>${mayAdd ? add : ''}</div>${stack(
    v.survey[survey],
    heads,
    own.map((one) => lineOf(here, shown, one)),
    '–',
  )}</section>`
}

function lineOf(here: Here, { counts, names }: VersionsShown, one: Version): (Html | string | number)[] {
  const v = here.t.versions
  const { handed, answered } = counts.get(one.id) ?? { handed: 0, answered: 0 }
  const never = one.state === 'draft'
  return [
    html`<a href="/surveys/${one.id}">${fill(v.nth, { n: one.version })}</a>`,
    versionMark(here, one),
    signedBy(here, names, one) ?? '–',
    never ? '–' : handed,
    never ? '–' : answered,
  ]
}

/** Its state, and whether it is the one in use. */
export const versionMark = ({ t }: Here, { state, isCurrent }: Version): Html =>
  html`<span class="mark${state === 'draft' ? ' care' : ''}">${t.versions.states[state]}</span>${isCurrent ? html` <span class="mark good">${t.versions.current}</span>` : ''}`

/** Who published it, or wrote the draft, and when; nobody of the house where it came with the programme. */
export function signedBy(here: Here, names: ReadonlyMap<string, string>, { edition }: Version): string | undefined {
  const signed = edition?.published ?? edition
  return (
    signed && fill(here.t.shared.by, { who: names.get(signed.by) ?? signed.by, when: shortMoment(here, signed.at) })
  )
}
