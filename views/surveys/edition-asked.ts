import { html } from 'hono/html'
import { labelOf } from '../../src/codebook/codebook.ts'
import type { Choice, Definition, Question, Wording } from '../../src/surveys/definition.ts'
import type { Version } from '../../src/surveys/versions.ts'
import type { Here, Html } from '../here.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { conditionIn, nameOfScale } from './edition-differences.ts'

/** Everything that a version asks, as it is worded in both languages, with how it is scored and what is told at once. */
export function askedIn(here: Here, version: Version): Html {
  const v = here.t.versions
  const titled = version.definition.pages.map((page, at) => ({ ...page, at: at + 1 }))
  return html`<section><h2>${v.asked}</h2>
<nav class="contents" aria-label="${v.contents}"><ul>${titled.map(({ name, title, at }) => html`<li><a href="#page-${name}">${at}. ${here.lang === 'ko' ? title.default : title.en}</a></li>`)}</ul></nav>
${titled.map((page) => pageCard(here, version, page))}</section>`
}

function pageCard(here: Here, version: Version, page: Definition['pages'][number] & { at: number }): Html {
  const { name, title, description, elements, at } = page
  return html`<section class="card asked-page" id="page-${name}"><h3><small>${fill(here.t.versions.page, { n: at })}</small> ${inBoth(title)}</h3>
${description ? html`<p class="typed">${inBoth(description)}</p>` : ''}${elements.map((question) => questionPart(here, version, question))}</section>`
}

/** Korean first, English under it. */
const inBoth = ({ default: ko, en }: Wording): Html =>
  html`<span class="worded" lang="ko">${ko}</span><span class="worded" lang="en">${en}</span>`

function questionPart(here: Here, version: Version, question: Question): Html {
  const { name, title, rows, choices, columns } = question
  // the same sentence may stand over several questions
  const caption = `${here.lang === 'ko' ? title.default : title.en} (${name})`
  const answers = fill(here.t.versions.answers, { n: columns?.length ?? 0 })
  return html`<div class="asked-question"><h4>${inBoth(title)}</h4><p class="hint"><code>${name}</code> · ${about(here, version, question).join(' · ')}</p>
${rows ? itemTable(here, question, rows, caption) : ''}${choices ? choiceTable(here, question, choices, caption) : ''}${
  columns
    ? html`<details><summary>${answers}<span class="unseen"> (${name})</span></summary>${choiceTable(here, question, columns, `${answers} (${name})`)}</details>`
    : ''
}</div>`
}

/** Its kind, whether it must be answered, its scale, its condition. */
function about(here: Here, version: Version, question: Question): string[] {
  const v = here.t.versions
  const {
    type,
    isRequired,
    scale,
    visibleIf,
    choicesFromQuestion: from,
    maxLength,
    rateMin,
    rateMax,
    safety,
  } = question
  return [
    v.types[type],
    isRequired ? v.must : v.may,
    scale && fill(v.ofScale, { scale: nameOfScale(here, scale) }),
    from && fill(v.from, { name: from }),
    maxLength && fill(v.most, { n: maxLength }),
    rateMax !== undefined && fill(v.range, { from: rateMin ?? 0, to: rateMax }),
    visibleIf && fill(v.condition, { when: conditionIn(here, version, visibleIf) }),
    safety && fill(v.tellsAs, { code: labelOf('concern', safety.code, here.lang) }),
  ].filter((one) => typeof one === 'string' && one !== '') as string[]
}

function itemTable(
  here: Here,
  { reversed = [], key = {}, columns = [], scale }: Question,
  rows: Choice[],
  caption: string,
): Html {
  const v = here.t.versions
  const heads = [v.name, v.korean, v.english, ...(scale ? [v.scoring] : [])]
  const scored = (item: string) => {
    const right = columns.find(({ value }) => value === key[item])?.text
    if (right) return fill(v.right, { answer: here.lang === 'ko' ? right.default : right.en })
    return reversed.includes(item) ? v.reversed : ''
  }
  const lines = rows.map(({ value, text }) => [...worded(value, text), ...(scale ? [scored(String(value))] : [])])
  return stack(caption, heads, lines, '–')
}

function choiceTable(here: Here, { safety }: Question, choices: Choice[], caption: string): Html {
  const v = here.t.versions
  const heads = [v.name, v.korean, v.english, ...(safety ? [v.tells] : [])]
  const told = (value: string) =>
    safety?.answers.includes(value) ? html`<span class="mark bad">${v.tells}</span>` : ''
  const lines = choices.map(({ value, text }) => [...worded(value, text), ...(safety ? [told(String(value))] : [])])
  return stack(caption, heads, lines, '–')
}

const worded = (value: string | number, text: Wording): Html[] => [
  html`<code>${value}</code>`,
  html`<span lang="ko">${text.default}</span>`,
  html`<span lang="en">${text.en}</span>`,
]
