import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { releasePage } from '../../views/report/release.ts'
import { newReleasePage } from '../../views/report/release-new.ts'
import { releasesPage } from '../../views/report/releases.ts'
import { Reading } from '../form.ts'
import { nextId } from '../people/next-id.ts'
import type { Release } from '../people/registers.ts'
import { type Refusal, type Result, refused } from '../result.ts'
import type { View } from '../store/store.ts'
import { dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show, signatureOf } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import { countedNow, halvesIn } from '../web/released.ts'
import type { Ask, Site } from '../web/site.ts'
import {
  approveRelease,
  asKept,
  type Counted,
  declineRelease,
  proposeRelease,
  type ReleaseChoice,
  withdrawRelease,
} from './release.ts'
import { firstForm, readRelease } from './release-form.ts'

/** The register of what leaves for others: one proposes what they saw, another approves it. Over 80 lines: three settlements. */
export const releaseRoutes = new Hono<Site>()

releaseRoutes.get('/', only('see releases'), async (c) => {
  const releases = (await c.var.store.entries('releases')).sort((a, b) => (a.id < b.id ? 1 : -1))
  return show(c, releasesPage(c.var.here, releases, await namesIn(c.var.store)))
})

releaseRoutes.get('/new', only('propose a release'), async (c) =>
  form(c, firstForm(await halvesIn(c.var.store, c.var.here.now))),
)

/** Nothing is kept: what others would see, as it comes out now. */
releaseRoutes.post('/new', only('propose a release'), async (c) => form(c, await fieldsOf(c), [], true))

/** What is proposed is what was seen: when it came to other numbers meanwhile, it is shown again. */
releaseRoutes.post('/', only('propose a release'), async (c) => {
  const fields = await fieldsOf(c)
  const choice = readRelease(fields, await halvesIn(c.var.store, c.var.here.now))
  if (!choice.ok) return form(c, fields, choice.refusals)
  const proposed = await c.var.store.change(async (view): Promise<Result<Release>> => {
    const counted = await countedNow(view, choice.value, dayOf(c.var.here.now))
    if (fields.get('seen') !== markOf(choice.value, counted)) return refused({ reason: 'preview-first' })
    const others = await view.entries('releases')
    const id = nextId(others, dayOf(c.var.here.now))
    const release = proposeRelease(id, choice.value, { now: counted, others }, signatureOf(c))
    if (release.ok) view.saveEntry('releases', release.value)
    return release
  })
  return proposed.ok
    ? onTo(c, `/report/releases/${proposed.value.id}`, 'release-proposed')
    : form(c, fields, proposed.refusals, true)
})

const one = '/:release{\\d{4}-\\d{2,4}}'

releaseRoutes.get(one, only('see releases'), (c) => page(c))

releaseRoutes.post(`${one}/approval`, only('approve a release'), (c) =>
  settle(c, 'release-approved', async (release, view) => {
    const now = await countedNow(view, release, dayOf(c.var.here.now))
    const others = (await view.entries('releases')).filter(({ id }) => id !== release.id)
    return approveRelease(release, { now, others }, signatureOf(c))
  }),
)

releaseRoutes.post(`${one}/refusal`, only('approve a release'), async (c) => {
  const fields = await fieldsOf(c)
  const why = readWhy(fields)
  return why.ok
    ? settle(c, 'release-declined', (release) => declineRelease(release, why.value, signatureOf(c)))
    : page(c, fields, why.refusals)
})

releaseRoutes.post(`${one}/withdrawal`, only('propose a release'), async (c) => {
  const fields = await fieldsOf(c)
  const why = readWhy(fields)
  return why.ok
    ? settle(c, 'release-withdrawn', (release) => withdrawRelease(release, why.value, signatureOf(c)))
    : page(c, fields, why.refusals)
})

function readWhy(fields: URLSearchParams): Result<string> {
  const form = new Reading(fields)
  return form.result(form.text('why', { most: 500 }))
}

/** Looked at again inside: of two people who settle the same release, one comes first. */
async function settle(
  c: Ask,
  said: Parameters<typeof onTo>[2],
  rule: (release: Release, view: View) => Result<Release> | Promise<Result<Release>>,
): Promise<Response> {
  const id = c.req.param('release') ?? ''
  if (!(await c.var.store.entry('releases', id))) return refusalPage(c, 'not-found')
  const settled = await c.var.store.change(async (view): Promise<Result<Release>> => {
    const release = await view.entry('releases', id)
    const next = release ? await rule(release, view) : refused({ reason: 'changed-meanwhile' })
    if (next.ok) view.saveEntry('releases', next.value)
    return next
  })
  return settled.ok ? onTo(c, `/report/releases/${id}`, said) : page(c, undefined, settled.refusals)
}

async function page(c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> {
  const { here, store } = c.var
  const release = await store.entry('releases', c.req.param('release') ?? '')
  if (!release) return refusalPage(c, 'not-found')
  return show(c, releasePage(here, { release, names: await namesIn(store) }, typed, refusals), refusals)
}

/** The form, and below it what others would see, where it was asked for and can be understood. */
async function form(c: Ask, typed: URLSearchParams, refusals: Refusal[] = [], previewed = false): Promise<Response> {
  const { here, store } = c.var
  const halves = await halvesIn(store, here.now)
  const choice = readRelease(typed, halves)
  const against = previewed && !choice.ok ? choice.refusals : refusals
  const counted = previewed && choice.ok ? await countedNow(store, choice.value, dayOf(here.now)) : undefined
  const preview = choice.ok && counted ? { counted, mark: markOf(choice.value, counted) } : undefined
  return show(c, newReleasePage(here, { halves, preview }, typed, against), against)
}

/** The same when what was seen and what would be kept are the same. */
const markOf = (choice: ReleaseChoice, { published, threshold }: Counted): string =>
  createHash('sha256')
    .update(JSON.stringify([choice, threshold, asKept(published)]))
    .digest('base64url')
