import { html } from 'hono/html'
import type { Deed } from '../src/people/may.ts'
import type { Here, Html } from './here.ts'
import { brand } from './parts/icons.ts'
import { noticeStrip } from './parts/notice-strip.ts'

interface Shown {
  title: string
  body: Html | Html[]
  /** a form came back refused: the title says so */
  refused?: boolean
  /** asset names of further scripts and styles of this page */
  scripts?: string[]
  styles?: string[]
  /** the page uses the whole width: tables, calendars */
  wide?: boolean
  /** nothing but the brand on top: no menu, no way to sign out, no other language */
  bare?: boolean
}

const doors: [deed: Deed, path: string, name: keyof Here['t']['shared']['doors']][] = [
  ['see today', '/', 'today'],
  ['follow own referrals', '/school', 'school'],
  ['see the triage queue', '/referrals', 'referrals'],
  ['see the case list', '/cases', 'cases'],
  ['see the calendar', '/calendar', 'calendar'],
  ['look after the outbox', '/outbox', 'outbox'],
  ['see the figures', '/report', 'report'],
  ['refer a youth', '/referrals/new', 'refer'],
  ['settle the centre', '/settings', 'settings'],
  ['review the log', '/log', 'log'],
]

/** The frame of every page. Titles are neutral: no name, and nothing of what the programme is about. */
export function layout(here: Here, { title, body, refused, scripts = [], styles = [], wide, bare }: Shown): Html {
  const { t, lang, asset } = here
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="htmx-config" content='{"noSwap":[204,304,"5xx"],"history":false,"includeIndicatorCSS":false}'>
<title>${refused ? `${t.shared.error}: ` : ''}${title} · ${t.shared.name}</title>
<link rel="icon" href="${asset('saegil.svg')}" type="image/svg+xml">
${['base.css', 'parts.css', ...styles].map((name) => html`<link rel="stylesheet" href="${asset(name)}">`)}
${['htmx.min.js', 'saegil.js', ...scripts].map((name) => html`<script src="${asset(name)}" defer></script>`)}
</head>
<body>
<a class="skip" href="#content">${t.shared.skip}</a>
${here.demo ? html`<aside class="demo-mark">${t.shared.demo}</aside>` : ''}
${bare ? html`<header class="top">${brandLink(here)}</header>` : [top(here), noticeStrip(here)]}
<main id="content" class="${wide ? 'wide' : ''}" tabindex="-1">
${here.done ? html`<p class="done" role="status">${t.done[here.done]}</p>` : ''}
${body}
</main>
<footer class="foot"><span>${here.centre === t.shared.name ? '' : here.centre}</span><span>${t.shared.name}</span></footer>
</body>
</html>`
}

const brandLink = ({ t }: Here): Html => html`<a class="brand" href="/">${brand}<span>${t.shared.name}</span></a>`

function top(here: Here): Html {
  const { t, person, path } = here
  // a school's first page is its own list, which has a door already
  const closed = here.may('follow own referrals') ? 'see today' : undefined
  const open = person ? doors.filter(([deed]) => deed !== closed && here.may(deed)) : []
  // a session is part of a case, wherever it was opened from
  const at = path.startsWith('/sessions/') ? '/cases' : path
  const current = open.map(([, to]) => to).filter((to) => at === to || (to !== '/' && at.startsWith(`${to}/`)))
  const here_ = current.sort((a, b) => b.length - a.length)[0]
  return html`<header class="top">
${brandLink(here)}
${
  open.length > 0
    ? html`<nav aria-label="${t.shared.mainMenu}"><ul>${open.map(
        ([, to, name]) =>
          html`<li><a href="${to}"${to === here_ ? html` aria-current="page"` : ''}>${t.shared.doors[name]}</a></li>`,
      )}</ul></nav>`
    : ''
}
<div class="who">
${person ? html`<a class="me" href="/account"${path.startsWith('/account') ? html` aria-current="page"` : ''}>${person.name} <small>${t.shared.role[person.role]}</small></a>` : ''}
<form method="post" action="/language"><input type="hidden" name="to" value="${here.address}"><button class="plain" name="lang" value="${here.lang === 'ko' ? 'en' : 'ko'}" lang="${here.lang === 'ko' ? 'en' : 'ko'}" aria-label="${t.shared.otherLanguage} (${t.shared.chooseLanguage})">${t.shared.otherLanguage}</button></form>
${person ? html`<form method="post" action="/sign-out"><button class="plain">${t.shared.signOut}</button></form>` : ''}
</div>
</header>`
}
