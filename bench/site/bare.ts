import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { html } from 'hono/html'

/*
 * What everything is measured against, in a process of its own: a server of the same kind with nothing behind it. It
 * answers a page that is always the same, and one with a table of 50 rows and the columns of our list of cases.
 */

const rows = Array.from({ length: 50 }, (_, at) => ({
  ...{ number: `2026-${String(at + 1).padStart(4, '0')}`, name: `김민준 ${at}`, stage: '회기', counsellor: '한지우' },
  ...{
    referredOn: '2026-09-01',
    dueOn: '2027-03-01',
    held: at % 12,
    planned: 12,
    next: '11월 24일 15:30',
    concerns: at % 3,
  },
}))
const heads = ['번호', '이름', '단계', '담당', '의뢰일', '기한', '진행', '다음', '우려']
const constant = '<!doctype html><html lang="ko"><head><title>·</title></head><body><p>새길</p></body></html>'

const line = (row: (typeof rows)[number]) =>
  html`<tr><th scope="row"><a href="/cases/${row.number}">${row.number}</a></th><td><a href="/cases/${row.number}">${row.name}</a></td><td>${row.stage}</td><td>${row.counsellor}</td><td>${row.referredOn}</td><td>${row.dueOn}</td><td>${row.held} / ${row.planned}</td><td>${row.next}</td><td>${row.concerns}</td></tr>`

const site = new Hono()
site.get('/constant', (c) => c.html(constant))
site.get('/table', (c) =>
  c.html(html`<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>사례</title></head><body><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map(line)}</tbody></table></body></html>`),
)
serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`ready http://127.0.0.1:${port}`),
)
