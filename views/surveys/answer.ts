import { html } from 'hono/html'
import type { HelpLine } from '../../src/people/help-lines.ts'
import type { Here, Html } from '../here.ts'
import { wordsOf } from '../words.ts'
import { endings, starts } from './answer-screens.ts'

/** By which way the page was reached, and where help is found. */
export interface Door {
  door: 'link' | 'tablet'
  helpLines: HelpLine[]
}

/** A sentence of the page in both languages, of which the script shows one. */
export type Both = (key: keyof Here['t']['youth']) => Html

/** What the script may say below, one at a time; it holds no words itself. */
const messages = ['loading', 'waiting', 'busy', 'failed', 'missing', 'number', 'unsaved', 'saved'] as const

const styles = ['survey-core.fontless.min.css', 'survey.css', 'survey-question.css']
/** Ours come first: whoever reads what stands before the survey does not wait for SurveyJS. */
const parts = ['screen', 'line', 'question', 'voice', 'times', 'half', 'number']
const scripts = [...parts.map((part) => `survey-${part}.js`), 'survey.js', 'survey-leave.js']
const surveyJs = ['survey.core.min.js', 'korean.min.js', 'survey-js-ui.min.js']

/**
 * The youth's page, on their own phone or on the centre's tablet. Title and address say nothing; there is no way from
 * here to a staff page. Both languages are on it, so that switching loses no answer.
 */
export function answerSurveyPage(here: Here, { door, helpLines }: Door): Html {
  const { lang, asset } = here
  const [ko, en] = [wordsOf('ko'), wordsOf('en')]
  const other = (one: 'ko' | 'en') => (one === lang ? '' : html` hidden`)
  const pair = (inKorean: string, inEnglish: string) =>
    html`<span lang="ko"${other('ko')}>${inKorean}</span><span lang="en"${other('en')}>${inEnglish}</span>`
  const both: Both = (key) => pair(ko.youth[key], en.youth[key])
  const lines = html`<ul class="lines">${helpLines.map(
    (line) => html`<li><a href="tel:${line.phone}"><strong>${line.phone}</strong> ${pair(line.ko, line.en)}</a></li>`,
  )}</ul>`
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${lang === 'ko' ? '설문 · Survey' : 'Survey · 설문'}</title>
<link rel="icon" href="${asset('survey.svg')}" type="image/svg+xml">
${styles.map((name) => html`<link rel="stylesheet" href="${asset(name)}">`)}
${scripts.map((name) => html`<script src="${asset(name)}" defer></script>`)}
${surveyJs.map((name) => html`<script src="${asset(name)}" defer data-survey-js></script>`)}
</head>
<body data-door="${door}">
${here.demo ? html`<aside class="demo-mark">${pair(ko.shared.demo, en.shared.demo)}</aside>` : ''}
<header class="survey-top">
<h1 class="unseen">${both('title')}</h1>
<div class="langs"><button type="button" data-lang="ko" lang="ko" aria-pressed="${String(lang === 'ko')}">한국어</button><button type="button" data-lang="en" lang="en" aria-pressed="${String(lang === 'en')}">English</button></div>
<details class="help"><summary>${both('help')}</summary><div class="sheet"><h2>${both('helpTitle')}</h2><p>${both('helpLead')}</p>${lines}</div></details>
<button type="button" id="leave" aria-describedby="leave-hint">${both('leave')}</button>
</header>
<main>
<p id="leave-hint" class="unseen">${both('leaveHint')}</p>
<noscript><p class="message">${ko.youth.scripts}</p><p class="message" lang="en">${en.youth.scripts}</p></noscript>
<div class="tools"><p id="progress" data-while="survey" hidden>${both('progress')}<progress max="1" value="0" aria-hidden="true"></progress></p><button type="button" id="listen" aria-pressed="false" hidden><span class="off">${both('listen')}</span><span class="on">${both('hush')}</span></button></div>
<div role="status" class="told"><div id="told" class="card" hidden><h2>${both('told')}</h2><p>${both('toldLead')}</p><p>${both('toldCall')}</p>${lines}<p data-while="survey">${both('toldOn')}</p></div></div>
${starts(here, door, both)}
<div data-screen="survey" hidden><div id="survey" data-words="${JSON.stringify({ ko: drawn(ko.youth), en: drawn(en.youth) })}"></div></div>
${endings(door, both)}
<div role="status" class="said">${messages.map((key) => html`<p class="message ${key}" data-say="${key}" hidden>${both(key)}</p>`)}</div>
</main>
<dialog id="idle" aria-labelledby="idle-title" aria-describedby="idle-text"><h2 id="idle-title">${both('idleTitle')}</h2><p id="idle-text">${both('idle')}</p><p class="count" aria-hidden="true"><span id="left">30</span> ${both('seconds')}</p><button type="button" class="primary" id="stay">${both('stay')}</button></dialog>
</body>
</html>`
}

/** SurveyJS's own sentences in our words: as shipped, it gives orders and names choices after rows and columns. */
export const drawn = ({ unanswered, unansweredRow, rowSaid, choiceSaid }: Here['t']['youth']) => ({
  requiredError: unanswered,
  requiredInAllRowsError: unansweredRow,
  matrix_row: rowSaid,
  matrix_column: choiceSaid,
})
