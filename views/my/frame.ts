import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'

interface Shown {
  title: string
  body: Html | Html[]
  /** a form came back refused: the title says so */
  refused?: boolean
  /** whether the page shows anything of anybody: then it can be left at once, and names the centre */
  personal?: boolean
}

/**
 * The frame of the pages for youths and guardians: large and calm, no door to a staff page, nothing in its title or
 * address that tells. The way out stands on top; scripts only make it faster.
 */
export function ownFrame(here: Here, { title, body, refused, personal = true }: Shown): Html {
  const { t, lang, asset } = here
  const m = t.my
  const other = lang === 'ko' ? 'en' : 'ko'
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${refused ? `${t.shared.error}: ` : ''}${title}</title>
<link rel="icon" href="${asset('survey.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${asset('my.css')}">
<script src="${asset('my.js')}" defer></script>
</head>
<body${personal ? html` data-personal` : ''}>
<a class="skip" href="#content">${t.shared.skip}</a>
${here.demo ? html`<aside class="demo-mark">${t.shared.demo}</aside>` : ''}
<header class="my-top">
<span class="from">${personal ? here.centre : ''}</span>
<form method="post" action="/language"><input type="hidden" name="to" value="${here.address}"><button name="lang" value="${other}" lang="${other}" aria-label="${t.shared.otherLanguage} (${t.shared.chooseLanguage})">${t.shared.otherLanguage}</button></form>
${personal ? html`<a class="leave" id="leave" href="/my/closed" aria-describedby="leave-hint">${m.leave}</a>` : ''}
</header>
<main id="content" tabindex="-1">
${personal ? html`<p class="leave-hint" id="leave-hint">${m.leaveHint}</p>` : ''}
${body}
</main>
</body>
</html>`
}
