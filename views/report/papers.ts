import { html } from 'hono/html'
import type { Release } from '../../src/people/registers.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { stack } from '../parts/lists.ts'
import { periodOf } from './releases.ts'
import { reportTabs } from './tabs.ts'

/** What a paper can be made from: approved releases, and for the lead a preview of what there is now. */
export function papersPage(here: Here, releases: Release[]): Html {
  const { resultsPaper: p, releases: r } = here.t
  const rows = releases.map((release): (Html | string)[] => [
    html`<span translate="no">${release.id}</span>`,
    release.purpose,
    periodOf(here, release),
    release.cutOff,
    html`<a href="/report/releases/${release.id}/paper" aria-label="${p.open} ${release.id}">${p.open}</a>`,
  ])
  return layout(here, {
    title: p.title,
    wide: true,
    body: html`${reportTabs(here, 'releases')}<h1>${p.title}</h1><p class="lead">${p.lead}</p>
${stack(p.title, [p.from, r.purpose, r.period, [r.cutOff, 'day'], p.title], rows, p.none)}
${here.may('propose a release') ? html`<section class="card"><h2>${p.draftTitle}</h2><p>${p.draftLead}</p><p class="acts"><a class="button" href="/report/paper/draft">${p.toDraft}</a></p></section>` : ''}
<p class="acts"><a href="/report/releases">${r.toList}</a></p>`,
  })
}
