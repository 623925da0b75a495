import { html } from 'hono/html'
import { codesOf } from '../../src/codebook/codebook.ts'
import type { FigureId } from '../../src/report/figures.ts'
import type { Figure } from '../../src/report/tally.ts'
import type { Refusal } from '../../src/result.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { longDay } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'
import { figureCard } from './figure.ts'
import { number, rowLabel } from './labels.ts'
import { reportTabs } from './tabs.ts'

interface Part {
  name: keyof Here['t']['report']['parts']
  ids: FigureId[]
}

/** The page in four parts; every figure belongs to one. */
const parts: Part[] = [
  { name: 'who', ids: ['school-level', 'grade', 'age-band', 'gender'] },
  { name: 'way-in', ids: ['referral-source', 'referral-basis'] },
  { name: 'what', ids: ['motive', 'perpetration-type', 'motive-all', 'motive-self', 'channel', 'relation'] },
  { name: 'course', ids: ['sessions-held', 'stage', 'closure-reason'] },
]

/** All figures of a choice: each a chart with the same numbers as a table. Without figures: the form that was refused. */
export function reportPage(here: Here, typed: URLSearchParams, refusals: Refusal[], figures?: Figure[]): Html {
  const r = here.t.report
  return layout(here, {
    title: r.title,
    refused: refusals.length > 0,
    wide: true,
    styles: ['report.css'],
    scripts: ['chart.umd.min.js', 'report.js'],
    body: html`${reportTabs(here, 'figures')}<div class="head"><h1>${r.title}</h1>${here.may('see what is asked') ? html`<a href="/surveys">${here.t.versions.toAsked}</a>` : ''}</div><p class="lead">${r.lead}</p>
${filterForm(here, typed, refusals)}
${figures ? html`${summary(here, typed, figures)}${contents(here)}${parts.map((part) => partOf(here, part, figures))}` : ''}`,
  })
}

function filterForm(here: Here, typed: URLSearchParams, refusals: Refusal[]): Html {
  const r = here.t.report
  const f = formOf(here, typed, refusals)
  const choice = (name: 'schoolLevel' | 'basis', list: 'schoolLevel' | 'referralBasis') =>
    f.select(name, f.codes(list, codesOf(list)), { unchosen: r.all })
  return html`${f.problems()}<form method="get" action="/report" class="card choosing" aria-label="${r.filter}">
${f.text('from', { type: 'date' })}${f.text('to', { type: 'date' })}
${choice('schoolLevel', 'schoolLevel')}${choice('basis', 'referralBasis')}
<div class="acts"><button class="primary">${r.apply}</button>${
    [...typed.values()].some((value) => value !== '') ? html`<a class="button" href="/report">${r.reset}</a>` : ''
  }</div></form>`
}

/** Who was counted, up to when, and how to read it: stays on the page when it is printed. */
function summary(here: Here, typed: URLSearchParams, figures: Figure[]): Html {
  const r = here.t.report
  const baseOf = (id: Figure['id']) => figures.find((figure) => figure.id === id)
  const level = baseOf('school-level')
  const chosen = (name: string, figure: Figure['id']) => {
    const code = typed.get(name)
    return code ? rowLabel(here, figure, code) : r.all
  }
  const facts = [
    [r.period, periodOf(here, typed)],
    [here.t.fields.schoolLevel, chosen('schoolLevel', 'school-level')],
    [here.t.fields.basis, chosen('basis', 'referral-basis')],
  ]
  return html`<section class="counted" aria-labelledby="counted"><h2 id="counted" class="unseen">${r.counted}</h2>
<dl class="totals"><div><dt>${r.youths}</dt><dd>${number((level?.base ?? 0) + (level?.missing ?? 0))}</dd></div>
<div><dt>${r.sessions}</dt><dd>${number(baseOf('sessions-held')?.base ?? 0)}</dd></div></dl>
<dl class="chosen">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p class="reading"><strong>${fill(r.cutOff, { day: longDay(here, dayOf(here.now)) })}</strong> ${r.rounding}</p></section><p class="warning">${r.careful}</p>`
}

function periodOf(here: Here, typed: URLSearchParams): string {
  const r = here.t.report
  const [from, to] = [typed.get('from'), typed.get('to')]
  const parts = [
    from && fill(r.periodFrom, { from: longDay(here, from) }),
    to && fill(r.periodTo, { to: longDay(here, to) }),
  ]
  return parts.filter(Boolean).join(' ') || r.all
}

const contents = (here: Here): Html =>
  html`<nav class="contents" aria-label="${here.t.report.contents}"><ul>${parts.map(
    ({ name }) => html`<li><a href="#${name}">${here.t.report.parts[name]}</a></li>`,
  )}</ul></nav>`

const partOf = (here: Here, { name, ids }: Part, figures: Figure[]): Html =>
  html`<section id="${name}" class="part" aria-labelledby="${name}-title"><h2 id="${name}-title">${here.t.report.parts[name]}</h2>
<div class="figures">${figures.filter(({ id }) => ids.includes(id)).map((figure) => figureCard(here, figure))}</div></section>`
