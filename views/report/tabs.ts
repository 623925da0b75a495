import { html } from 'hono/html'
import type { Deed } from '../../src/people/may.ts'
import type { Here, Html } from '../here.ts'

/** The pages of the report, in the order in which figures are made, looked at and given away. */
const tabs = {
  figures: ['/report', 'see the figures'],
  cross: ['/report/cross', 'see the figures'],
  operations: ['/report/operations', 'see the figures'],
  outcome: ['/report/outcome', 'see the figures'],
  coding: ['/report/coding', 'code a second time'],
  releases: ['/report/releases', 'see releases'],
  exports: ['/report/exports', 'export the data'],
  import: ['/report/import', 'import cases'],
  settings: ['/report/settings', 'settle the figures'],
} as const satisfies Record<string, [path: string, deed: Deed]>
export type ReportTab = keyof typeof tabs

/** What stands over every page of the report: its other pages, as far as the reader may open them. */
export function reportTabs({ t, may }: Here, current: ReportTab): Html {
  const open = Object.entries(tabs).filter(([, [, deed]]) => may(deed)) as [ReportTab, (typeof tabs)[ReportTab]][]
  return html`<nav class="tabs" aria-label="${t.reportTabs.title}"><ul>${open.map(
    ([tab, [path]]) =>
      html`<li><a href="${path}"${tab === current ? html` aria-current="page"` : ''}>${t.reportTabs[tab]}</a></li>`,
  )}</ul></nav>`
}
