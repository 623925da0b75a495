import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { counsellorOf, coversOf } from '../../src/casefile/questions.ts'
import type { Retention } from '../../src/casefile/retention.ts'
import type { Stage } from '../../src/casefile/row.ts'
import { type Session, trackOf } from '../../src/casefile/session.ts'
import type { Person, RetentionPeriods } from '../../src/people/person.ts'
import type { Alarm } from '../../src/people/registers.ts'
import { programme } from '../../src/programme.ts'
import type { Refusal } from '../../src/result.ts'
import { keptApartOf } from '../../src/sessions/apart.ts'
import { comingWith } from '../../src/sessions/hand-over.ts'
import { doseOf } from '../../src/sessions/progress.ts'
import { dayOf } from '../../src/time/days.ts'
import { disagreementNote } from '../consent/asks.ts'
import { outdatedNote } from '../exit/certificates.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortDay, shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { keptCard } from '../retention/clock.ts'
import { guardianFacts, hoursOf } from '../sessions/list.ts'
import { fill } from '../words.ts'
import { concernsCard } from './concerns.ts'
import { caseHead } from './head.ts'
import { historyCard } from './history.ts'
import { importedNote } from './imported.ts'
import { referralCard } from './referral-card.ts'
import { owedNote } from './reports.ts'

interface Shown {
  caseFile: CaseFile
  sessions: Session[]
  stage: Stage
  names: Map<string, string>
  counsellors: Person[]
  /** of safety answers in surveys, as long as they are kept */
  alarms: Alarm[]
  school?: string
  retention: Retention
  periods: RetentionPeriods
}

/** One file at a glance: where it stands, what comes next, what to watch, and its history. */
export function overviewPage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile, stage } = shown
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: `${here.t.cases.number} ${caseFile.number}`,
    refused: refusals.length > 0,
    wide: true,
    body: html`${caseHead(here, caseFile, 'overview')}
${f.problems()}
${steps(here, stage)}
${importedNote(here, caseFile)}${owedNote(here, caseFile)}${disagreementNote(here, caseFile)}${outdatedNote(here, caseFile, shown.sessions)}
<div class="columns"><div>${nextStep(here, shown)}${concernsCard(here, shown, typed, refusals)}${planCard(here, shown)}${referralCard(here, shown)}</div>
<div>${counsellorCard(here, shown, typed, refusals)}${restrictionCard(here, shown)}${apartCard(here, shown)}${keptCard(here, caseFile.number, shown.retention, shown.periods)}${historyCard(here, caseFile, shown.names)}</div></div>`,
  })
}

/** The six stages in their order; the one the case is in is marked for eyes and ears. */
function steps(here: Here, stage: Stage): Html {
  const now = programme.indexOf(stage)
  return html`<ol class="steps" aria-label="${here.t.cases.stepsTitle}">${programme.map(
    (one, at) =>
      html`<li class="${at < now ? 'past' : at === now ? 'now' : ''}"${at === now ? html` aria-current="step"` : ''}>${here.t.shared.stages[one]}</li>`,
  )}</ol>`
}

function nextStep(here: Here, { caseFile, stage }: Shown): Html {
  const c = here.t.cases
  const base = `/cases/${caseFile.number}`
  const to: Partial<Record<Stage, [string, string]>> = {
    referral: [`/referrals/${caseFile.number}`, c.step.referral],
    consent: [`${base}/consents`, c.step.consent],
    intake: [`${base}/interview`, c.step.intake],
    sessions: [`${base}/sessions/new`, c.step.sessions],
    exit: [`${base}/closing`, c.step.exit],
    closed: [`${base}/closing`, c.step.closed],
  }
  const step = to[stage] ?? to.referral
  // whoever only reads is led nowhere
  if (!here.may('settle a concern')) return html``
  return html`<section class="card next"><h2>${c.nextStep}</h2><a class="button primary" href="${step?.[0]}">${step?.[1]}</a></section>`
}

function planCard(here: Here, { caseFile, sessions }: Shown): Html {
  const { t } = here
  const c = t.cases
  const { plan, interview } = caseFile
  if (!plan) return html`<section class="card"><h2>${c.plan}</h2><p>${c.noPlan}</p></section>`
  const dose = doseOf(caseFile, sessions, here.now)
  const { held } = dose
  const next = sessions.find(
    ({ kind, startAt, cancelled }) => trackOf(kind) === 'youth' && startAt >= here.now && !cancelled,
  )
  const goals = Object.values(interview?.goals ?? {}).filter(Boolean)
  return html`<section class="card"><h2>${c.plan}</h2>
<p><progress max="${plan.sessions}" value="${Math.min(held, plan.sessions)}" aria-label="${c.progress}"></progress> ${fill(c.heldOf, { held, planned: plan.sessions })}</p>
${factList([
  [c.plan, fill(c.planned, { n: plan.sessions, minutes: plan.minutes })],
  [c.credited, hoursOf(here, dose.creditedMinutes, dose.orderedMinutes)],
  ...guardianFacts(here, dose),
  [c.next, next ? html`<a href="/sessions/${next.id}">${shortMoment(here, next.startAt)}</a>` : '–'],
  [c.due, plan.dueOn && shortDay(here, plan.dueOn)],
  [c.goals, goals.join('\n')],
])}</section>`
}

function counsellorCard(
  here: Here,
  { caseFile, names, counsellors, sessions }: Shown,
  typed: URLSearchParams,
  refusals: Refusal[],
) {
  const c = here.t.cases
  const now = counsellorOf(caseFile)
  const chosen = typed.has('counsellorId') ? typed : new URLSearchParams({ counsellorId: now ?? '' })
  const f = formOf(here, chosen, refusals)
  const standing = coversOf(caseFile).filter(({ to }) => to >= dayOf(here.now))
  const coming = now === undefined ? [] : comingWith(sessions, now, here.now)
  const offered = counsellors.map(({ id, name }): [string, string] => [id, name])
  return html`<section class="card"><h2>${c.assignTitle}</h2><p>${names.get(now ?? '') ?? '–'}</p>${standing.map(({ counsellorId: id, from, to }) => html`<p>${fill(here.t.absences.standsIn, { who: names.get(id) ?? id, from, to })}</p>`)}${
    here.may('assign a case')
      ? html`<form method="post" action="/cases/${caseFile.number}/assignments">${f.select('counsellorId', offered)}${coming.length > 0 ? f.checks('leave', [['yes', here.t.absences.leaveYes]], { optional: true }) : ''}<button class="small">${c.assign}</button></form>`
      : ''
  }</section>`
}

/** Who else may see it: said to everyone who may, since it is they who keep it to themselves. */
function restrictionCard(here: Here, { caseFile: { number, restricted }, names }: Shown): Html {
  const a = here.t.access
  const leads = here.may('restrict a case')
  if (!restricted && !leads) return html``
  return html`<section class="card"><h2>${a.whoMaySee}</h2><p>${restricted ? restricted.to.map((id) => names.get(id) ?? id).join(', ') : a.notRestricted}</p>${leads ? html`<p><a href="/cases/${number}/restriction">${a.toRestriction}</a></p>` : ''}</section>`
}

/** Whom the youth must not meet here, and the way to say so. */
function apartCard(here: Here, { caseFile }: Shown): Html {
  const { course } = here.t
  if (!here.may('keep youths apart')) return html``
  const { cases, schools } = keptApartOf(caseFile)
  const count = cases.length + schools.length
  return html`<section class="card"><h2>${course.apartTitle}</h2><p>${count > 0 ? fill(course.apartCount, { n: count }) : course.apartNone}</p><p><a href="/cases/${caseFile.number}/apart">${course.toApart}</a></p></section>`
}
