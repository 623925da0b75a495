import { Hono } from 'hono'
import { dutyPage, reportsPage } from '../../views/cases/reports.ts'
import { mightEver } from '../people/may.ts'
import type { Person } from '../people/person.ts'
import type { Refusal, Result } from '../result.ts'
import { dayOf, timeOf } from '../time/days.ts'
import { tellOfAlarms } from '../web/alarms.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, refusalPage, show } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import type { CaseFile } from './casefile.ts'
import { findNotOwed, noteDuty, recordReport } from './report.ts'
import { readLearned, readNotOwed, readTelling } from './report-form.ts'

/** Duties to report that came up in a case, and what became of each. */
export const dutyRoutes = new Hono<Site>()

dutyRoutes.get('/', only('see duties to report'), (c) => list(c))

dutyRoutes.post('/', only('record a report'), async (c) => {
  const fields = await fieldsOf(c)
  const read = readLearned(
    fields,
    (await peopleOf(c)).map(({ id }) => id),
  )
  const noted = read.ok
    ? await changeCase(c, 'record a report', async (file, by, view) => {
        const changed = noteDuty(file, read.value, by)
        if (changed.ok) await tellOfAlarms(c, view, file, changed.value)
        return changed
      })
    : read
  return noted.ok
    ? onTo(c, `${pathOf(c)}/${noted.value.reports?.length}`, 'duty-noted')
    : list(c, fields, noted.refusals)
})

dutyRoutes.get('/:report{\\d{1,4}}', only('see duties to report'), (c) => one(c))

dutyRoutes.post('/:report{\\d{1,4}}/telling', only('record a report'), async (c) => {
  const fields = await fieldsOf(c)
  const read = readTelling(fields)
  const told = read.ok
    ? await changeCase(c, 'record a report', (file, by) => recordReport(file, idIn(c), read.value, by))
    : read
  return answer(c, fields, told, 'report-recorded')
})

dutyRoutes.post('/:report{\\d{1,4}}/finding', only('find a report not owed'), async (c) => {
  const fields = await fieldsOf(c)
  const read = readNotOwed(fields)
  const found = read.ok
    ? await changeCase(c, 'find a report not owed', (file, by) => findNotOwed(file, idIn(c), read.value, by))
    : read
  return answer(c, fields, found, 'report-not-owed')
})

const idIn = (c: Ask): string => c.req.param('report') ?? ''
const pathOf = (c: Ask): string => `/cases/${c.var.caseFile.number}/reports`

const answer = (c: Ask, fields: URLSearchParams, result: Result<CaseFile>, said: Parameters<typeof onTo>[2]) =>
  result.ok ? onTo(c, pathOf(c), said) : one(c, fields, result.refusals)

/** Who may have learned of something: whoever works on cases, and may know of this one. */
async function peopleOf(c: Ask): Promise<Person[]> {
  const { caseFile, store } = c.var
  return (await store.people()).filter(
    (person) => mightEver(person, 'raise a concern') && (caseFile.restricted?.to.includes(person.id) ?? true),
  )
}

async function list(c: Ask, typed?: URLSearchParams, refusals: Refusal[] = []): Promise<Response> {
  const { caseFile, here, person, store } = c.var
  const usual = { learnedOn: dayOf(here.now), learnedTime: timeOf(here.now), learnedBy: person.id }
  const shown = { caseFile, names: await namesIn(store), people: await peopleOf(c) }
  return show(c, reportsPage(here, shown, typed ?? new URLSearchParams(usual), refusals), refusals)
}

async function one(c: Ask, typed?: URLSearchParams, refusals: Refusal[] = []): Promise<Response> {
  const { caseFile, here, store } = c.var
  const duty = caseFile.reports?.find(({ id }) => id === idIn(c))
  if (!duty) return refusalPage(c, 'not-found')
  const usual = { toldOn: dayOf(here.now), toldTime: timeOf(here.now) }
  const shown = { caseFile, duty, names: await namesIn(store) }
  // two forms stand on the page: the one that was not sent keeps what it proposes
  const filled = new URLSearchParams({ ...usual, ...Object.fromEntries(typed ?? []) })
  return show(c, dutyPage(here, shown, filled, refusals), refusals)
}
