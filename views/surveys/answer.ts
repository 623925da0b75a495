import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'
import { wordsOf } from '../words.ts'

type Said = keyof Here['t']['youth']

/** What the script may show, one at a time; it holds no words itself. */
const messages = ['unknown', 'expired', 'spent', 'failed', 'missing', 'number', 'unsaved', 'saved'] as const

/**
 * The youth's page. Title and address say nothing; there is no way from here to a staff page. Both languages are on it,
 * and the script shows one of them, so that switching loses no answer.
 */
export function answerSurveyPage({ lang, asset, demo }: Here): Html {
  const ko = wordsOf('ko')
  const en = wordsOf('en')
  const other = (one: 'ko' | 'en') => (one === lang ? '' : html` hidden`)
  const pair = (inKorean: string, inEnglish: string) =>
    html`<span lang="ko"${other('ko')}>${inKorean}</span><span lang="en"${other('en')}>${inEnglish}</span>`
  const both = (key: Said) => pair(ko.youth[key], en.youth[key])
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${lang === 'ko' ? '설문 · Survey' : 'Survey · 설문'}</title>
<link rel="icon" href="${asset('survey.svg')}" type="image/svg+xml">
${['survey-core.fontless.min.css', 'survey.css'].map((name) => html`<link rel="stylesheet" href="${asset(name)}">`)}
${['survey.core.min.js', 'korean.min.js', 'survey-js-ui.min.js', 'survey.js'].map((name) => html`<script src="${asset(name)}" defer></script>`)}
</head>
<body>
${demo ? html`<aside class="demo-mark">${pair(ko.shared.demo, en.shared.demo)}</aside>` : ''}
<header class="survey-top">
<div class="langs"><button type="button" data-lang="ko" lang="ko" aria-pressed="${String(lang === 'ko')}">한국어</button><button type="button" data-lang="en" lang="en" aria-pressed="${String(lang === 'en')}">English</button></div>
<button type="button" id="leave" aria-describedby="leave-hint">${both('leave')}</button>
</header>
<main>
<h1 class="unseen">${both('title')}</h1>
<p id="leave-hint" class="unseen">${both('leaveHint')}</p>
<noscript><p class="message">${ko.youth.scripts}</p><p class="message" lang="en">${en.youth.scripts}</p></noscript>
<p class="message" data-say="loading" role="status">${both('loading')}</p>
<div id="survey" data-progress="${ko.youth.progress}"></div>
<div role="status" class="said">${messages.map((key) => html`<p class="message ${key}" data-say="${key}" hidden>${both(key)}</p>`)}</div>
<section id="thanks" class="thanks" tabindex="-1" hidden><h2>${both('thanksTitle')}</h2><p>${both('thanks')}</p><p>${both('after')}</p></section>
</main>
</body>
</html>`
}
