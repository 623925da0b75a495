import { Hono } from 'hono'
import { caseListPage } from '../../views/cases/list.ts'
import { overviewPage } from '../../views/cases/overview.ts'
import { schoolViewPage } from '../../views/cases/school-view.ts'
import { mayTellReferrer } from '../consent/share.ts'
import { Reading } from '../form.ts'
import { may } from '../people/may.ts'
import { usualRetention } from '../people/person.ts'
import { stageOf } from '../programme.ts'
import { done, type Refusal, refused } from '../result.ts'
import type { RowFilter } from '../store/store.ts'
import { dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { giveAway } from '../web/give-away.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, show } from '../web/pages.ts'
import { counsellorsIn, namesIn } from '../web/people.ts'
import { atMost } from '../web/rates.ts'
import type { Ask, Site } from '../web/site.ts'
import { excerptOf } from './excerpt.ts'
import { retentionOf } from './retention.ts'
import { openStages, type Stage, stages } from './row.ts'

/** The case files: the list, and one file at a glance. */
export const caseRoutes = new Hono<Site>()

const perPage = 50

caseRoutes.get('/', only('see the case list'), (c) => list(c, new URLSearchParams(c.req.query())))

/** A search is posted, so that no name ever stands in an address, a history or a log. */
caseRoutes.post('/search', only('see the case list'), atMost(60, 'visit'), async (c) => list(c, await fieldsOf(c)))

async function list(c: Ask, asked: URLSearchParams): Promise<Response> {
  const { person, store, here } = c.var
  const instead = asked.get('whose') === 'covering'
  const own = !instead && (!may(person, 'see every case') || asked.get('whose') === 'mine')
  const stage = stages.find((one) => one === asked.get('stage'))
  const shown: Stage[] = [...openStages, 'closed']
  const page = Math.min(Math.max(1, Math.trunc(Number(asked.get('page') ?? 1)) || 1), 10_000)
  const filter: RowFilter = {
    reader: person.id,
    stages: stage ? [stage] : shown,
    ...(own && { counsellorId: person.id }),
    ...(instead && { coveredBy: { by: person.id, on: dayOf(here.now) } }),
    text: (asked.get('text') ?? '').normalize('NFC').trim().slice(0, 60),
  }
  const found = await store.rows(filter, { from: (page - 1) * perPage, most: perPage })
  const names = await namesIn(store)
  return show(c, caseListPage(here, { ...found, page, perPage, asked, names, stages: shown }))
}

caseRoutes.get('/:number', only('see a case'), (c) => overview(c, new URLSearchParams(), []))

caseRoutes.get('/:number/school-view', only('see a case'), async (c) => {
  const { caseFile, store, here } = c.var
  const sessions = await store.sessionsOf(caseFile.number)
  return show(c, schoolViewPage(here, caseFile, excerptOf(caseFile, sessions, mayTellReferrer(caseFile), here.now)))
})

caseRoutes.post('/:number/assignments', only('assign a case'), async (c) => {
  const fields = await fieldsOf(c)
  const form = new Reading(fields)
  const to = form.one(
    'counsellorId',
    (await counsellorsIn(c.var.store)).map(({ id }) => id),
  )
  const read = form.result({ to, leave: form.has('leave') })
  const changed = read.ok
    ? await changeCase(c, 'assign a case', async (file, _, view) => {
        const given = await giveAway(c, view, [file], read.value)
        if (given.ok) return done(given.value.caseFiles[0] ?? file)
        return refused(...given.refusals.map((one) => ({ ...one, field: 'counsellorId' })))
      })
    : read
  return changed.ok ? onTo(c, `/cases/${changed.value.number}`, 'assigned') : overview(c, fields, changed.refusals)
})

/** The page of one case, with a form of it that came back refused. */
export async function overview(c: Ask, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const { caseFile, store, here } = c.var
  const sessions = await store.sessionsOf(caseFile.number)
  const names = await namesIn(store)
  const periods = (await store.settings())?.retention ?? usualRetention
  const shown = {
    ...{ periods, retention: retentionOf(caseFile, periods, dayOf(here.now)) },
    ...{ caseFile, sessions, names, stage: stageOf(caseFile, sessions) },
    alarms: await store.entries('alarms', { caseNumber: caseFile.number }),
    counsellors: await counsellorsIn(store),
    school: (await store.schools()).find(({ id }) => id === caseFile.school.schoolId)?.name,
  }
  return show(c, overviewPage(here, shown, typed, refusals), refusals)
}
