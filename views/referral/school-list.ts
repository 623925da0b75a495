import { html } from 'hono/html'
import type { Excerpt } from '../../src/casefile/excerpt.ts'
import type { Draft } from '../../src/store/store.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortDay, shortMoment } from '../parts/dates.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'

export const statusOf = ({ decision, closedOn }: Excerpt) => (closedOn ? 'closed' : (decision?.decision ?? 'new'))

/** The school's own referrals, and what it began to write. */
export function schoolListPage(here: Here, excerpts: Excerpt[], drafts: Draft[]): Html {
  const r = here.t.referral
  const line = (excerpt: Excerpt) => [
    html`<a href="/school/${excerpt.number}">${excerpt.number}</a>`,
    excerpt.name,
    shortDay(here, excerpt.referredOn),
    r.status[statusOf(excerpt)],
    excerpt.progress?.heldOn.length ?? '–',
    excerpt.progress?.next ? shortMoment(here, excerpt.progress.next) : '–',
  ]
  return layout(here, {
    title: r.schoolTitle,
    wide: true,
    body: html`<div class="head"><h1>${r.schoolTitle}</h1><a class="button primary" href="/referrals/new">${here.t.shared.doors.refer}</a></div>
${stack(r.schoolTitle, [r.number, r.youthColumn, [r.referredOn, 'day'], r.stage, [r.heldTimes, 'number'], [r.next, 'day']], excerpts.map(line), r.schoolEmpty)}
${draftList(here, drafts)}<p class="hint">${r.wall}</p>`,
  })
}

/** Referrals half written, and what was typed when a visit ended, for whoever wrote them. */
export function draftList(here: Here, drafts: Draft[]): Html {
  const r = here.t.referral
  const own = drafts.filter(({ kind }) => kind === 'referral')
  const typed = drafts.filter(({ kind }) => kind === 'form')
  const kept = html`${typed.length > 0 ? html`<section class="card"><h2>${here.t.shared.kept.list}</h2><ul>${typed.map(({ id, at }) => html`<li><a href="/kept/${id}">${here.t.shared.kept.goOn} · ${shortMoment(here, at)}</a></li>`)}</ul></section>` : ''}`
  if (own.length === 0) return kept
  const nameIn = ({ fields }: Draft) => fields.find(([name]) => name === 'name')?.[1] || r.unnamed
  return html`${kept}<section class="card"><h2>${r.drafts}</h2><ul>${own.map(
    (draft) =>
      html`<li><a href="/referrals/drafts/${draft.id}">${fill(r.draftOf, { name: nameIn(draft), when: shortMoment(here, draft.at) })}</a></li>`,
  )}</ul></section>`
}
