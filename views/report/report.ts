import { html } from 'hono/html'
import type { FigureId } from '../../src/report/figures.ts'
import type { Half } from '../../src/report/halves.ts'
import { hiddenNumbers, type MarkedFigure } from '../../src/report/marked.ts'
import type { ShownFigure } from '../../src/report/shown.ts'
import type { Refusal } from '../../src/result.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { chartScripts } from '../parts/chart.ts'
import { longDay } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { figureCard } from './figure.ts'
import { filterForm } from './filter-form.ts'
import { number, rowLabel } from './labels.ts'
import { hiddenMark, legendOf, shownFigure } from './shown.ts'
import { reportTabs } from './tabs.ts'
import { cannotPublish, views } from './views.ts'

interface Part {
  name: keyof Here['t']['report']['parts']
  ids: FigureId[]
}

/** The page in parts; every figure belongs to one. */
const parts: Part[] = [
  { name: 'who', ids: ['school-level', 'grade', 'age-band', 'gender'] },
  { name: 'way-in', ids: ['referral-source', 'referral-basis', 'measure', 'consent'] },
  { name: 'when', ids: ['referred-year', 'referred-half', 'referred-month'] },
  {
    name: 'what',
    ids: [
      ...(['motive', 'perpetration-type', 'motive-all', 'motive-self-main', 'motive-self'] as const),
      ...(['channel', 'relation', 'concern'] as const),
    ],
  },
  {
    name: 'course',
    ids: [
      ...(['waiting', 'sessions-held', 'planned-held', 'attendance', 'hours'] as const),
      ...(['stage', 'completion', 'closure-reason'] as const),
    ],
  },
  {
    name: 'asked',
    ids: ['survey-intake', 'survey-exit', 'survey-follow-up-1', 'survey-follow-up-3', 'survey-follow-up-6'],
  },
]

/** What the page shows: real numbers; or, of a choice that can be published, the numbers that others get. */
export interface Seen {
  figures: MarkedFigure[]
  threshold: number
  /** there where the page is to be seen as others would see it; without figures where that cannot be */
  others?: { from: Half; to: Half; figures?: ShownFigure[] }
}

/** All figures of a choice: each a chart with the same numbers as a table. Without any: the form that was refused. */
export function reportPage(here: Here, typed: URLSearchParams, refusals: Refusal[], seen?: Seen): Html {
  const r = here.t.report
  return layout(here, {
    title: r.title,
    refused: refusals.length > 0,
    wide: true,
    styles: ['report.css'],
    scripts: chartScripts,
    body: html`${reportTabs(here, 'figures')}<div class="head"><h1>${r.title}</h1>${here.may('see what is asked') ? html`<a href="/surveys">${here.t.versions.toAsked}</a>` : ''}</div><p class="lead">${r.lead}</p>
${filterForm(here, '/report', typed, refusals, ['view'])}
${seen ? figuresPart(here, typed, seen) : ''}`,
  })
}

function figuresPart(here: Here, typed: URLSearchParams, { figures, threshold, others }: Seen): Html {
  const { tables, careful } = here.t.report
  if (!others) {
    const n = figures.reduce((sum, figure) => sum + hiddenNumbers(figure), 0)
    return html`${summary(here, typed, totalsOf(figures))}${views(here, typed)}<p class="warning">${careful} ${fill(tables.hidesAll, { n })}</p>${contents(here)}${parts.map(
      (part) =>
        partOf(here, part, ({ ids }) =>
          figures.filter(({ id }) => ids.includes(id)).map((one) => figureCard(here, one)),
        ),
    )}`
  }
  if (!others.figures) return html`${views(here, typed)}${cannotPublish(here, typed, others)}`
  const shown = others.figures
  return html`${summary(here, typed, totalsOf(shown))}${views(here, typed)}${legendOf(here, threshold)}${contents(here)}${parts.map(
    (part) =>
      partOf(here, part, ({ ids }) => shown.filter(({ id }) => ids.includes(id)).map((one) => shownFigure(here, one))),
  )}`
}

const totalsOf = (figures: (MarkedFigure | ShownFigure)[]): Totals => {
  const baseOf = (id: FigureId) => figures.find((figure) => figure.id === id)?.base ?? null
  return { youths: baseOf('referred-year'), sessions: baseOf('sessions-held') }
}

interface Totals {
  youths: number | null
  sessions: number | null
}

/** Who was counted, up to when, and how to read it: stays on the page when it is printed. */
function summary(here: Here, typed: URLSearchParams, { youths, sessions }: Totals): Html {
  const r = here.t.report
  const chosen = (name: string, figure: FigureId) => {
    const code = typed.get(name)
    return code ? rowLabel(here, figure, code) : r.all
  }
  const facts = [
    [r.period, periodOf(here, typed)],
    [here.t.fields.schoolLevel, chosen('schoolLevel', 'school-level')],
    [here.t.fields.basis, chosen('basis', 'referral-basis')],
  ]
  return html`<section class="counted" aria-labelledby="counted"><h2 id="counted" class="unseen">${r.counted}</h2>
<dl class="totals"><div><dt>${r.youths}</dt><dd>${youths === null ? hiddenMark : number(youths)}</dd></div>
<div><dt>${r.sessions}</dt><dd>${sessions === null ? hiddenMark : number(sessions)}</dd></div></dl>
<dl class="chosen">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p class="reading"><strong>${fill(r.cutOff, { day: longDay(here, dayOf(here.now)) })}</strong> ${r.rounding}</p></section>`
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

const partOf = (here: Here, part: Part, cards: (part: Part) => Html[]): Html =>
  html`<section id="${part.name}" class="part" aria-labelledby="${part.name}-title"><h2 id="${part.name}-title">${here.t.report.parts[part.name]}</h2>
<div class="figures">${cards(part)}</div></section>`
