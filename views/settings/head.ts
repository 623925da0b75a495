import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'

export type Tab = 'people' | 'grants' | 'schools' | 'rooms' | 'days' | 'surveys' | 'centre'
const tabs: Tab[] = ['people', 'grants', 'schools', 'rooms', 'days', 'surveys', 'centre']

/** What stands over every page of the settings. */
export function settingsHead({ t }: Here, current: Tab, title: string, beside: Html | string = ''): Html {
  return html`<nav class="tabs" aria-label="${t.settings.title}"><ul>${tabs.map(
    (tab) =>
      html`<li><a href="/settings/${tab}"${tab === current ? html` aria-current="page"` : ''}>${t.settings.tabs[tab]}</a></li>`,
  )}</ul></nav><div class="head"><h1>${title}</h1>${beside}</div>`
}
