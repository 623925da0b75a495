import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import { type SurveyName, surveyNames } from '../../src/surveys/definition.ts'
import { mostKiB } from '../../src/surveys/definition-text.ts'
import type { Fault } from '../../src/surveys/faults.ts'
import type { Version } from '../../src/surveys/versions.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'
import { faultList } from './fault-list.ts'

/** Of which survey a new version is to be made. */
export function chooseSurveyPage(here: Here): Html {
  const v = here.t.versions
  return layout(here, {
    title: v.newTitle,
    body: html`<div class="head"><h1>${v.newTitle}</h1><a href="/surveys">${v.toList}</a></div><p class="lead">${v.choose}</p>
<p class="acts">${surveyNames.map((name) => html`<a class="button" href="/surveys/new?survey=${name}">${v.survey[name]}</a>`)}</p>`,
  })
}

/** There is a draft already: it comes first. */
export function draftTherePage(here: Here, survey: SurveyName, draft: string): Html {
  const v = here.t.versions
  return layout(here, {
    title: v.newTitle,
    body: html`<div class="head"><h1>${fill(v.addOf, { survey: v.survey[survey] })}</h1><a href="/surveys">${v.toList}</a></div>
<p class="notice">${v.draftThere}</p><p class="acts"><a class="button" href="/surveys/${draft}">${v.toDraft}</a></p>`,
  })
}

interface Shown {
  survey: SurveyName
  /** the draft that is to be changed; absent for a new version */
  draft?: Version
  faults: Fault[]
}

/** The definition as text, to be changed here or put in from a file. Nothing is lost when it is refused. */
export function editionFormPage(
  here: Here,
  { survey, draft, faults }: Shown,
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const v = here.t.versions
  const f = formOf(here, typed, refusals)
  const title = draft ? v.replaceTitle : v.newTitle
  return layout(here, {
    title,
    refused: refusals.length > 0,
    styles: ['edition.css'],
    scripts: ['edition.js'],
    body: html`<div class="head"><h1>${title} <small>${v.survey[survey]}</small></h1><a href="${draft ? `/surveys/${draft.id}` : '/surveys'}">${draft ? v.toDraft : v.toList}</a></div>
<p class="lead">${draft ? v.replaceLead : v.formLead}</p>
${f.problems()}${faults.length > 0 ? faultList(here, faults) : ''}
<form method="post" action="${draft ? `/surveys/${draft.id}/replacement` : '/surveys'}" class="card">${draft ? '' : html`<input type="hidden" name="survey" value="${survey}">`}
<div class="field from-file" hidden><label for="definitionFile">${here.t.fields.definitionFile}</label><p class="hint" id="definitionFile-hint">${v.fileHint}</p><p class="problem" role="alert" hidden>${fill(v.fileTooLarge, { most: mostKiB })}</p><input type="file" id="definitionFile" accept=".json,application/json" aria-describedby="definitionFile-hint" data-most="${mostKiB * 1024}"></div>
<div class="as-code">${f.area('definition', { rows: 24, hint: fill(v.formHint, { most: mostKiB }) })}</div>
<button class="primary">${v.save}</button></form>`,
  })
}
