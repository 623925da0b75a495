import { html } from 'hono/html'
import type { Release } from '../../src/people/registers.ts'
import { type ReleaseState, releaseStateOf } from '../../src/report/release.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { reportTabs } from './tabs.ts'

const looks: Record<ReleaseState, string> = { proposed: 'care', approved: 'good', declined: '', withdrawn: 'bad' }

/** `2020년 하반기` */
export const halfName = ({ t }: Here, half: string): string =>
  fill(t.releases.half[half.slice(5) as '1' | '2'], { y: half.slice(0, 4) })

export const periodOf = (here: Here, { from, to }: Pick<Release, 'from' | 'to'>): string =>
  from === to
    ? halfName(here, from)
    : fill(here.t.releases.periodOf, { from: halfName(here, from), to: halfName(here, to) })

export function stateMark({ t }: Here, release: Release): Html {
  const state = releaseStateOf(release)
  return html`<span class="mark ${looks[state]}">${t.releases.states[state]}</span>`
}

/** Who did what with it, and when: every step that was taken. */
export function stepsOf(here: Here, release: Release, names: Map<string, string>): [said: string, why?: string][] {
  const r = here.t.releases
  const { approved, declined, withdrawn } = release
  const say = (sentence: string, { by, at }: { by: string; at: string }) =>
    fill(sentence, { who: names.get(by) ?? by, when: shortMoment(here, at) })
  return [
    [say(r.proposedBy, release)],
    ...(approved ? [[say(r.approvedBy, approved)] as [string]] : []),
    ...(declined ? [[say(r.declinedBy, declined), declined.why] as [string, string]] : []),
    ...(withdrawn ? [[say(r.withdrawnBy, withdrawn), withdrawn.why] as [string, string]] : []),
  ]
}

/** The register of releases: what left the house, for whom, and who agreed. */
export function releasesPage(here: Here, releases: Release[], names: Map<string, string>): Html {
  const r = here.t.releases
  const rows = releases.map((release): (Html | string)[] => [
    html`<a href="/report/releases/${release.id}" translate="no">${release.id}</a>`,
    release.purpose,
    periodOf(here, release),
    release.cutOff,
    fill(r.below, { k: release.threshold }),
    html`${stateMark(here, release)}${stepsOf(here, release, names).map(([said]) => html`<br><small>${said}</small>`)}`,
  ])
  return layout(here, {
    title: r.title,
    wide: true,
    body: html`${reportTabs(here, 'releases')}
<div class="head"><h1>${r.title}</h1><div class="acts"><a class="button" href="/report/paper">${r.papers}</a>${
      here.may('propose a release') ? html`<a class="button primary" href="/report/releases/new">${r.propose}</a>` : ''
    }</div></div>
<p class="lead">${r.lead}</p>
${stack(r.title, [r.number, r.purpose, r.period, [r.cutOff, 'day'], r.threshold, r.state], rows, r.none)}`,
  })
}
