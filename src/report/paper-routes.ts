import { Hono } from 'hono'
import type { Here } from '../../views/here.ts'
import { type PaperSource, paperOf } from '../../views/report/paper.ts'
import { paperPage } from '../../views/report/paper-page.ts'
import { papersPage } from '../../views/report/papers.ts'
import { wordsOf } from '../../views/words.ts'
import type { Release } from '../people/registers.ts'
import { dayOf } from '../time/days.ts'
import { only } from '../web/only.ts'
import { refusalPage, show } from '../web/pages.ts'
import { countedNow, halvesIn } from '../web/released.ts'
import type { Ask, Site } from '../web/site.ts'
import { firstDayOf, lastDayOf } from './halves.ts'
import { givenAway, isDropped, releaseStateOf, tablesOf } from './release.ts'
import { releasable } from './release-form.ts'

/** The results paper: made from a release, so that no number is in it that others may not see. */
export const paperRoutes = new Hono<Site>()

paperRoutes.get('/paper', only('see releases'), async (c) => {
  const releases = (await c.var.store.entries('releases')).filter((one) => releaseStateOf(one) === 'approved')
  return show(c, papersPage(c.var.here, releases.reverse()))
})

/** Everything that could be released of the half-years of which nothing was yet: to look at, not to pass on. */
paperRoutes.get('/paper/draft', only('propose a release'), async (c) => {
  const {
    store,
    here: { now },
  } = c.var
  const known = givenAway(await store.entries('releases')).map(({ to }) => to)
  const all = await halvesIn(store, now)
  const open = all.filter((half) => known.every((to) => to < half))
  const halves = open.length > 0 ? open : all.slice(-1)
  const choice = {
    figures: [...releasable],
    crosses: [],
    outcome: true,
    from: halves[0] ?? '',
    to: halves.at(-1) ?? '',
  }
  const counted = await countedNow(store, choice, dayOf(now))
  const here = asAsked(c)
  const source = { ...counted, ...(await settledIn(c)), from: firstDayOf(choice.from), to: lastDayOf(choice.to) }
  return show(c, paperPage(here, paperOf(here, source), { other: otherAt(here, '/report/paper/draft') }))
})

const one = '/releases/:release{\\d{4}-\\d{2,4}}'

paperRoutes.get(`${one}/paper`, only('see releases'), async (c) => {
  const release = await c.var.store.entry('releases', c.req.param('release') ?? '')
  if (!release || (isDropped(release) && !c.var.here.may('see the figures'))) return refusalPage(c, 'not-found')
  const here = asAsked(c)
  const at = `/report/releases/${release.id}`
  const word = releaseStateOf(release) === 'approved' ? `${at}/paper.docx?lang=${here.lang}` : undefined
  const links = { word, release: at, other: otherAt(here, `${at}/paper`) }
  return show(c, paperPage(here, paperOf(here, await sourceOf(c, release)), links))
})

paperRoutes.get(`${one}/paper.docx`, only('see releases'), async (c) => {
  const release = await c.var.store.entry('releases', c.req.param('release') ?? '')
  if (!release || releaseStateOf(release) !== 'approved') return refusalPage(c, 'not-found')
  const here = asAsked(c)
  const [{ Packer }, { documentOf }] = await Promise.all([import('docx'), import('../../views/report/paper-docx.ts')])
  const file = await Packer.toBuffer(documentOf(here, paperOf(here, await sourceOf(c, release))))
  c.header('Content-Disposition', `attachment; filename="${release.id}-${here.lang}.docx"`)
  return c.body(new Uint8Array(file), 200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  })
})

async function sourceOf(c: Ask, release: Release): Promise<PaperSource> {
  const { cutOff, threshold, from, to, only: part } = release
  const days = { from: firstDayOf(from), to: lastDayOf(to) }
  return {
    release,
    cutOff,
    threshold,
    ...days,
    published: tablesOf(release),
    ...(part && { only: part }),
    ...(await settledIn(c)),
  }
}

/** What the centre has settled and the methods name. */
async function settledIn(c: Ask): Promise<Pick<PaperSource, 'sessions' | 'norms'>> {
  const settings = await c.var.store.settings()
  return { sessions: settings?.sessions ?? { least: 10, usual: 10, minutes: 50 }, norms: settings?.norms ?? {} }
}

/** A paper is read in both languages whichever the reader has chosen for the house: `?lang=en`. */
function asAsked(c: Ask): Here {
  const lang = c.req.query('lang')
  return lang === 'ko' || lang === 'en' ? { ...c.var.here, lang, t: wordsOf(lang) } : c.var.here
}

const otherAt = ({ lang }: Here, path: string): string => `${path}?lang=${lang === 'ko' ? 'en' : 'ko'}`
