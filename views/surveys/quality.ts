import { html } from 'hono/html'
import type { Survey } from '../../src/surveys/definition.ts'
import { fastSeconds, type Quality } from '../../src/surveys/quality.ts'
import type { Here, Html } from '../here.ts'
import { fill } from '../words.ts'

/** How a survey was answered: every count beside that of which it is a part, and how it comes about. No verdict. */
export function qualityCard(here: Here, survey: Survey, quality: Quality, isPaper: boolean): Html {
  const t = here.t.results
  const { fast, alike, ideal, declined, blank, items } = quality
  const named = ({ pages, of }: { pages: string[]; of: number }) =>
    html`${fill(t.ofPages, { n: pages.length, of })}${pages.length > 0 ? html`: ${titlesOf(here, survey, pages)}` : ''}`
  const seconds = { n: fastSeconds }
  const observed: [what: string, is: Html | string, how: string][] = [
    [t.time, timeOf(here, quality, isPaper), isPaper ? '' : t.timeHow],
    ...(fast ? [[t.fast, named(fast), fill(t.fastHow, seconds)] as [string, Html, string]] : []),
    ...(alike.of > 0 ? [[t.alike, named(alike), t.alikeHow] as [string, Html, string]] : []),
    ...(ideal.of > 0
      ? [
          [
            t.ideal,
            html`${fill(t.ofScales, { n: ideal.count, of: ideal.of })}${isAllIdeal(quality) ? html`. ${t.idealAll}` : ''}`,
            t.idealHow,
          ] as [string, Html, string],
        ]
      : []),
    [t.declined, fill(t.ofItems, { n: declined, of: items }), t.declinedHow],
    [t.blank, fill(t.ofItems, { n: blank, of: items }), t.blankHow],
  ]
  return html`<section class="card quality" id="quality"><h2>${t.quality}</h2><p class="hint">${t.qualityLead}</p>
<dl>${observed.map(([what, is, how]) => html`<div><dt>${what}</dt><dd>${is}</dd><dd class="hint">${how}</dd></div>`)}</dl></section>`
}

/** The same in a few words, for a line of a table: only what is there. */
export function qualityInShort({ t }: Here, quality: Quality): string {
  const { short } = t.results
  const { fast, alike, declined, blank } = quality
  const counted = (words: string, n = 0) => (n > 0 ? [fill(words, { n })] : [])
  const all = [
    ...counted(short.fast, fast?.pages.length),
    ...counted(short.alike, alike.pages.length),
    ...(isAllIdeal(quality) ? [short.ideal] : []),
    ...counted(short.declined, declined),
    ...counted(short.blank, blank),
  ]
  return all.join(' · ') || '–'
}

const isAllIdeal = ({ ideal }: Quality): boolean => ideal.of > 0 && ideal.count === ideal.of

function timeOf({ t }: Here, { time }: Quality, isPaper: boolean): string {
  const r = t.results
  if (!time) return isPaper ? r.noTimePaper : r.noTime
  const [m, n] = [Math.floor(time.seconds / 60), time.seconds % 60]
  const whole = m > 0 ? fill(r.minutesSeconds, { m, n }) : fill(r.seconds, { n })
  return fill(r.timeIs, { time: whole, n: time.perItem.toFixed(1) })
}

const titlesOf = ({ lang }: Here, { definition }: Survey, names: string[]): string =>
  definition.pages
    .filter(({ name }) => names.includes(name))
    .map(({ title }) => title[lang === 'ko' ? 'default' : 'en'])
    .join(', ')
