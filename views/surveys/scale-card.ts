import { html } from 'hono/html'
import type { Asking, Point, ScaleCourse } from '../../src/exit/survey-course.ts'
import type { Here, Html } from '../here.ts'
import { fill } from '../words.ts'
import { lineChart } from './line-chart.ts'

/** One scale: its line, every number below it, what is missing and why, and what is not compared. */
export function scaleCard(here: Here, askings: Asking[], course: ScaleCourse): Html {
  const t = here.t.results
  const { scale, about, points } = course
  const isKnowledge = about.kind === 'knowledge'
  const notes = points.flatMap((point) => apartNote(here, askings, point))
  return html`<section class="card scale${isKnowledge ? ' knowledge' : ''}" aria-labelledby="scale-${scale}">
<div class="head"><h4 id="scale-${scale}">${about[here.lang]}</h4><span>${t.hoped[about.better]}</span></div>
${points.length > 1 ? chartOf(here, course) : ''}
${isKnowledge ? knowledgeTable(here, course) : scoreTable(here, course)}
${notes.map((note) => html`<p class="apart">${note}</p>`)}</section>`
}

function chartOf(here: Here, { about, points }: ScaleCourse): Html {
  const t = here.t.results
  const { from, to, kind } = about
  const isShare = kind === 'knowledge'
  const steps = isShare ? 4 : to - from
  const ticks = Array.from({ length: steps + 1 }, (_, n) => from + (n * (to - from)) / steps)
  const said = points.map(({ wave, score }) =>
    [t.waves[wave], score?.value === undefined ? t.noValue : shown(score.value, isShare)].join(' '),
  )
  return lineChart({
    label: fill(isShare ? t.chartShare : t.chart, { scale: about[here.lang], from, to, points: said.join(', ') }),
    ...{ from, to },
    ticks: ticks.map((at) => ({ at, text: isShare ? shown(at, true) : String(at) })),
    dots: points.map(({ wave, score, joined }) => ({
      ...{ label: t.waves[wave], joined, value: score?.value },
      ...(score?.value !== undefined && { shown: shown(score.value, isShare) }),
    })),
  })
}

function scoreTable(here: Here, { about, points }: ScaleCourse): Html {
  const t = here.t.results
  const lines = points.map(({ wave, score, counts, missing, difference }) => {
    const answered = score &&
      missing !== 'declined' && [
        fill(t.items, { n: score.answered, of: score.of }),
        ...(counts?.declined ? [fill(t.declinedItems, { n: counts.declined })] : []),
        ...(counts?.blank ? [fill(t.blankItems, { n: counts.blank })] : []),
      ]
    return html`<tr><th scope="row">${t.waves[wave]}</th><td>${missing ? html`<span class="missing">${t.missing[missing]}</span>${answered ? html`<br>` : ''}` : html`<strong>${shown(score?.value ?? 0, false)}</strong>`}${answered ? html` <small>${answered.join(' · ')}</small>` : ''}</td>${about.outcome ? differenceCell(here, difference, false) : ''}</tr>`
  })
  return html`<table><caption class="unseen">${about[here.lang]}</caption><thead><tr><th scope="col">${t.wave}</th><th scope="col">${t.score}</th>${about.outcome ? html`<th scope="col" class="number">${t.difference}</th>` : ''}</tr></thead><tbody>${lines}</tbody></table>`
}

function knowledgeTable(here: Here, { about, points }: ScaleCourse): Html {
  const t = here.t.results
  const heads = [t.right, t.wrong, t.unsure, t.declined, t.blank, t.share, t.difference]
  const lines = points.map(({ wave, score, counts, missing, difference }) => {
    const { right = 0, wrong = 0, unsure = 0 } = counts?.knowledge ?? {}
    const cell = (name: string, value: string | number) => html`<td class="number" data-head="${name}">${value}</td>`
    const share = missing
      ? html`<td class="number" data-head="${t.share}"><span class="missing">${t.missing[missing]}</span></td>`
      : cell(t.share, shown(score?.value ?? 0, true))
    return html`<tr><th scope="row">${t.waves[wave]}</th>${
      counts
        ? html`${cell(t.right, right)}${cell(t.wrong, wrong)}${cell(t.unsure, unsure)}${cell(t.declined, counts.declined)}${cell(t.blank, counts.blank)}${share}${differenceCell(here, difference, true)}`
        : html`<td colspan="${heads.length}"><span class="missing">${missing ? t.missing[missing] : ''}</span></td>`
    }</tr>`
  })
  return html`<table><caption class="unseen">${about[here.lang]}</caption><thead><tr><th scope="col">${t.wave}</th>${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead><tbody>${lines}</tbody></table>`
}

const differenceCell = (here: Here, difference: number | undefined, isShare: boolean): Html =>
  html`<td class="number" data-head="${here.t.results.difference}">${difference === undefined ? '–' : signed(here, difference, isShare)}</td>`

/** Why a score stands by itself, with the versions that differ. */
function apartNote(here: Here, askings: Asking[], { wave, apart }: Point): string[] {
  if (!apart) return []
  const { results: t, surveys: s } = here.t
  const versionOf = (one: Asking['wave']) =>
    fill(t.waveVersion, {
      wave: t.waves[one],
      n: askings.find((asking) => asking.wave === one)?.answered?.version ?? '',
    })
  const versions = [apart.from, wave].map(versionOf).join(', ')
  return [`${t.waves[wave]}: ${fill(t.apart[apart.why], { one: s.names[apart.from], versions })}`]
}

const shown = (value: number, isShare: boolean): string => (isShare ? `${Math.round(value * 100)}%` : value.toFixed(2))

/** With a real minus sign; a share in points of per cent. */
function signed({ t }: Here, value: number, isShare: boolean): string {
  const size = isShare ? fill(t.results.points, { n: Math.abs(Math.round(value * 100)) }) : Math.abs(value).toFixed(2)
  const isNone = isShare ? Math.round(value * 100) === 0 : Math.abs(value) < 0.005
  return `${isNone ? '' : value < 0 ? '−' : '+'}${size}`
}
