import { html } from 'hono/html'
import type { Here, Html } from './here.ts'
import { layout } from './layout.ts'

interface Kept {
  /** of the draft; absent when the text came back at once and was not kept */
  id?: string
  /** where it was going */
  path: string
  fields: URLSearchParams
}

/** What somebody had typed when it could not be taken: to read, and to send after all. */
export function keptPage(here: Here, { id, path, fields }: Kept): Html {
  const { t } = here
  const k = t.shared.kept
  return layout(here, {
    title: k.title,
    body: html`<h1>${k.title}</h1><p class="lead">${id ? k.lead : k.stale}</p>
<form method="post" action="${path}" class="card">
${id ? html`<input type="hidden" name="kept" value="${id}">` : ''}
${typedList(
  here,
  [...fields].filter(([name]) => name !== 'kept'),
)}
<button class="primary">${k.send}</button></form>
${id ? html`<form method="post" action="/kept/${id}/removal"><button class="plain">${k.remove}</button></form>` : ''}`,
  })
}

/** Inside a form: what was typed, to read, and to go along when it is sent again. */
export function typedList({ t }: Here, fields: Iterable<[string, string]>): Html {
  const nameOf = (field: string) =>
    Object.hasOwn(t.fields, field) ? t.fields[field as keyof Here['t']['fields']] : field
  const typed = [...fields].filter(([, value]) => value !== '')
  // what a page sends of its own goes along unseen
  const shown = typed.filter(([name]) => !['since', 'then', 'kept'].includes(name))
  return html`${typed.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<dl class="facts">${shown.map(([name, value]) => html`<div><dt>${nameOf(name)}</dt><dd class="typed">${value}</dd></div>`)}</dl>`
}
