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
  const nameOf = (field: string) =>
    Object.hasOwn(t.fields, field) ? t.fields[field as keyof Here['t']['fields']] : field
  const typed = [...fields].filter(([name, value]) => name !== 'kept' && value !== '')
  // what a page sends of its own goes along unseen
  const shown = typed.filter(([name]) => name !== 'since' && name !== 'then')
  return layout(here, {
    title: k.title,
    body: html`<h1>${k.title}</h1><p class="lead">${id ? k.lead : k.stale}</p>
<form method="post" action="${path}" class="card">
${typed.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${id ? html`<input type="hidden" name="kept" value="${id}">` : ''}
<dl class="facts">${shown.map(([name, value]) => html`<div><dt>${nameOf(name)}</dt><dd class="typed">${value}</dd></div>`)}</dl>
<button class="primary">${k.send}</button></form>
${id ? html`<form method="post" action="/kept/${id}/removal"><button class="plain">${k.remove}</button></form>` : ''}`,
  })
}
