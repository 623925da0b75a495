import { html } from 'hono/html'
import type { Excerpt, Progress } from '../../src/casefile/excerpt.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { hoursMinutes, longDay, shortDay, shortMoment } from '../parts/dates.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { statusOf } from './school-list.ts'

/** What became of one referral, as far as the school may know. */
export function schoolReferralPage(here: Here, excerpt: Excerpt): Html {
  return layout(here, {
    title: `${here.t.referral.number} ${excerpt.number}`,
    body: html`<h1>${here.t.referral.number} ${excerpt.number}</h1>${schoolSees(here, excerpt)}
${
  excerpt.decision?.decision === 'returned'
    ? html`<form method="post" action="/school/${excerpt.number}/amendment"><button class="primary">${here.t.referral.amend}</button></form>`
    : ''
}<p class="hint">${here.t.referral.wall}</p>`,
  })
}

/** The excerpt itself; counsellors are shown the same before anything is released, with the words that are `fresh`. */
export function schoolSees(here: Here, excerpt: Excerpt, fresh?: string): Html {
  const r = here.t.referral
  const { decision, progress } = excerpt
  return html`<section class="card">${factList([
    [r.youthColumn, excerpt.name],
    [r.referredOn, longDay(here, excerpt.referredOn)],
    [r.due, excerpt.dueOn && longDay(here, excerpt.dueOn)],
    [r.stage, r.status[statusOf(excerpt)]],
    [decision?.decision === 'declined' ? r.declinedWhy : r.amendWhy, decision?.reason],
    [r.completed, excerpt.completed === undefined ? undefined : excerpt.completed ? r.completedYes : r.completedNo],
    [here.t.certificates.school, certificateLinks(here, excerpt)],
  ])}</section>${progress ? progressCard(here, excerpt, progress, fresh) : decision?.decision === 'accepted' ? html`<p>${r.notShared}</p>` : ''}`
}

/** The school prints them itself; staff who look at what the school sees have a page of their own for that. */
function certificateLinks(here: Here, { number, certificates = [] }: Excerpt): Html | undefined {
  if (certificates.length === 0) return undefined
  return html`${certificates.map((one, at) => {
    const path = `/school/${number}/certificates/${one.number.slice(number.length + 1)}`
    const said = html`<span translate="no">${one.number}</span>`
    return html`${at > 0 ? ', ' : ''}${here.may('follow a referral') ? html`<a href="${path}">${said}</a>` : said} <small>${shortDay(here, dayOf(one.at))}</small>`
  })}`
}

function progressCard(here: Here, { orderedHours }: Excerpt, progress: Progress, fresh?: string): Html {
  const r = here.t.referral
  const days = (on: string[]) =>
    on.length === 0 ? '0' : `${on.length} (${on.map((day) => shortDay(here, day)).join(', ')})`
  const time = hoursMinutes(here, progress.creditedMinutes)
  return html`<section class="card">${factList([
    [r.heldTimes, days(progress.heldOn)],
    [r.missedTimes, days(progress.missedOn)],
    [r.hours, orderedHours ? fill(r.hoursOf, { done: time, ordered: orderedHours }) : time],
    [r.next, progress.next && shortMoment(here, progress.next)],
  ])}${
    progress.messages.length > 0
      ? html`<h2>${r.messages}</h2><ul class="history">${progress.messages.map(({ on, text }) => html`<li><small>${shortDay(here, on)}</small> ${text === fresh ? html`<span class="mark care">${here.t.access.releaseNew}</span> <mark>${text}</mark>` : text}</li>`)}</ul>`
      : ''
  }</section>`
}
