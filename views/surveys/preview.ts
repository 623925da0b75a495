import { html } from 'hono/html'
import { shownOf } from '../../src/surveys/definition.ts'
import type { Version } from '../../src/surveys/versions.ts'
import type { Here, Html } from '../here.ts'
import { fill, wordsOf } from '../words.ts'
import { drawn } from './answer.ts'

const styles = ['survey-core.fontless.min.css', 'survey.css', 'survey-question.css', 'preview.css']
const scripts = ['survey.core.min.js', 'korean.min.js', 'survey-js-ui.min.js', 'survey-question.js', 'preview.js']

/** The questions as a youth would see them, in both languages, with nothing that could send or keep an answer. */
export function previewPage({ t, lang, asset, demo }: Here, version: Version): Html {
  const v = t.versions
  const [ko, en] = [wordsOf('ko'), wordsOf('en')]
  const name = v.survey[version.survey as keyof typeof v.survey]
  const button = (one: 'ko' | 'en', label: string) =>
    html`<button type="button" data-lang="${one}" lang="${one}" aria-pressed="${String(one === lang)}">${label}</button>`
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${v.previewTitle} · ${t.shared.name}</title>
<link rel="icon" href="${asset('survey.svg')}" type="image/svg+xml">
${styles.map((name) => html`<link rel="stylesheet" href="${asset(name)}">`)}
${scripts.map((name) => html`<script src="${asset(name)}" defer></script>`)}
</head>
<body>
${demo ? html`<aside class="demo-mark">${t.shared.demo}</aside>` : ''}
<header class="survey-top">
<div class="langs">${button('ko', '한국어')}${button('en', 'English')}</div>
<a class="back" href="/surveys/${version.id}">${fill(v.previewBack, { survey: name, n: version.version })}</a>
</header>
<main>
<h1 class="preview-mark">${v.previewMark}</h1>
<noscript><p class="message">${t.youth.scripts}</p></noscript>
<div id="survey" data-definition="${JSON.stringify(shownOf(version))}" data-words="${JSON.stringify({ ko: drawn(ko.youth), en: drawn(en.youth) })}"></div>
<section id="end" class="card" tabindex="-1" hidden><p>${v.previewEnd}</p><p><a href="/surveys/${version.id}/preview">${v.previewAgain}</a></p></section>
</main>
</body>
</html>`
}
