import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { absencesPage } from '../../views/absences/list.ts'
import { endCover } from '../casefile/cover.ts'
import { done, type Refusal, refused } from '../result.ts'
import { dayOf, plusDays } from '../time/days.ts'
import { showAbsence } from '../web/absence.ts'
import { fieldsOf } from '../web/fields.ts'
import { only, theAbsence, theirAbsence } from '../web/only.ts'
import { onTo, show, signatureOf } from '../web/pages.ts'
import { counsellorsIn, namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { endAbsence, listedDays, noteAbsence, readAway } from './absence.ts'
import { may } from './may.ts'

/** Who is away and when: noted, looked at, ended. */
export const absenceRoutes = new Hono<Site>()

absenceRoutes.get('/', only('see absences'), (c) => list(c))

absenceRoutes.post('/', only('note an absence'), async (c) => {
  const fields = await fieldsOf(c)
  const away = readAway(fields, await nameable(c))
  const noted = away.ok
    ? await c.var.store.change(async (view) => {
        const facts = { id: randomBytes(8).toString('hex'), absences: await view.entries('absences') }
        const absence = noteAbsence(away.value, facts, signatureOf(c))
        if (absence.ok) view.saveEntry('absences', absence.value)
        return absence
      })
    : away
  return noted.ok ? onTo(c, `/absences/${noted.value.id}`, 'absence-noted') : list(c, fields, noted.refusals)
})

absenceRoutes.get('/:id', only('see absences', theAbsence), (c) => showAbsence(c))

/** Back before the last day, or not away at all: the covers end with it, at once. */
absenceRoutes.post('/:id/ending', only('note an absence', theirAbsence), async (c) => {
  const by = signatureOf(c)
  const ended = await c.var.store.change(async (view) => {
    const absence = await view.entry('absences', c.var.absence.id)
    const result = absence ? endAbsence(absence, by) : refused({ reason: 'changed-meanwhile' })
    if (!result.ok) return result
    const { coveredBy, cases, from, to } = result.value
    view.saveEntry('absences', result.value)
    for (const number of coveredBy ? cases : []) {
      const caseFile = await view.caseFile(number)
      const after = caseFile && endCover(caseFile, { counsellorId: coveredBy ?? '', from, to }, by)
      if (after && after !== caseFile) view.saveCase(after)
    }
    return done(cases)
  })
  if (!ended.ok) return showAbsence(c, undefined, ended.refusals)
  c.set('several', ended.value)
  return onTo(c, `/absences/${c.var.absence.id}`, 'absence-ended')
})

/** Whose absence the asker may note: the lead anybody's, a counsellor their own. */
async function nameable(c: Ask): Promise<string[]> {
  const { person, store } = c.var
  return may(person, 'arrange a cover') ? (await counsellorsIn(store)).map(({ id }) => id) : [person.id]
}

async function list(c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> {
  const { store, here } = c.var
  const since = plusDays(dayOf(here.now), -listedDays)
  const absences = (await store.entries('absences')).filter(({ to }) => to >= since)
  const names = await namesIn(store)
  const whom = (await nameable(c)).map((id): [string, string] => [id, names.get(id) ?? id])
  return show(c, absencesPage(here, { absences, names, whom }, typed, refusals), refusals)
}
