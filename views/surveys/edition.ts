import { html } from 'hono/html'
import type { Count } from '../../src/intake/edition-counts.ts'
import type { Refusal } from '../../src/result.ts'
import type { Fault } from '../../src/surveys/faults.ts'
import type { Version } from '../../src/surveys/versions.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { askedIn } from './edition-asked.ts'
import { differenceSection } from './edition-differences.ts'
import { signedBy, versionMark } from './editions.ts'
import { faultList } from './fault-list.ts'

export interface EditionShown {
  version: Version
  /** the published one that it is read against */
  before?: Version
  count: Count
  names: ReadonlyMap<string, string>
  /** of a draft, since rules may have become stricter after it was saved */
  faults: Fault[]
}

/** What a survey is called, and which version: `사전 설문 2판`. */
export const nameOfVersion = ({ t }: Here, { survey, version }: Pick<Version, 'survey' | 'version'>): string =>
  fill(t.versions.one, { survey: t.versions.survey[survey as keyof Here['t']['versions']['survey']], n: version })

/** One version: what it asks as worded, how it differs from the one before, and for a draft what can be done with it. */
export function editionPage(here: Here, shown: EditionShown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const v = here.t.versions
  const { version, before, faults } = shown
  const isDraft = version.state === 'draft'
  return layout(here, {
    title: nameOfVersion(here, version),
    refused: refusals.length > 0,
    styles: ['edition.css'],
    body: html`<div class="head"><h1>${nameOfVersion(here, version)} ${versionMark(here, version)}</h1><a href="/surveys">${v.toList}</a></div>
${formOf(here, typed, refusals).problems()}
${faults.length > 0 ? faultList(here, faults) : ''}
${facts(here, shown)}
${isDraft && here.may('settle the surveys') ? draftActs(here, shown, typed, refusals) : ''}
${before ? differenceSection(here, before, version) : html`<p class="notice">${v.first}</p>`}
${askedIn(here, version)}`,
  })
}

function facts(here: Here, { version, count, names }: EditionShown): Html {
  const v = here.t.versions
  const isDraft = version.state === 'draft'
  return html`<section class="card">${factList([
    [isDraft ? v.draftedOn : v.publishedOn, signedBy(here, names, version) ?? v.cameWith],
    [v.handed, isDraft ? undefined : String(count.handed)],
    [v.answered, isDraft ? undefined : String(count.answered)],
  ])}<p class="acts"><a class="button" href="/surveys/${version.id}/preview">${v.toPreview}</a>${
    isDraft ? '' : html`<a class="button" href="/surveys/${version.id}/sheet">${v.toSheet}</a>`
  }<a class="button" href="/surveys/${version.id}/definition.json" download>${v.toFile}</a></p></section>`
}

function draftActs(here: Here, { version }: EditionShown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const v = here.t.versions
  const f = formOf(here, typed, refusals)
  const at = `/surveys/${version.id}`
  return html`<section class="card"><h2>${v.draftActs}</h2><p>${v.draftLead}</p>
<p class="acts"><a class="button" href="${at}/replacement">${v.replace}</a></p>
<form method="post" action="${at}/publication"><p>${v.publishLead}</p><input type="hidden" name="seen" value="${version.edition?.at ?? ''}">${f.checks('publishSure', [['yes', v.sure]])}<button class="primary">${v.publish}</button></form>
<details><summary>${v.remove}</summary><form method="post" action="${at}/removal"><p>${v.removeLead}</p><button class="danger">${v.remove}</button></form></details></section>`
}
