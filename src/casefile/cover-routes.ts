import { Hono } from 'hono'
import { sheetPage } from '../../views/absences/sheet.ts'
import { absenceStateOf, againstStandingIn } from '../people/absence.ts'
import { may } from '../people/may.ts'
import { noticeTo } from '../people/notice.ts'
import type { Absence } from '../people/registers.ts'
import { stageOf } from '../programme.ts'
import { done, type Result, refused } from '../result.ts'
import { comingWith, handOver } from '../sessions/hand-over.ts'
import { sheetOf } from '../sessions/hand-over-sheet.ts'
import { casesOf } from '../sessions/slot.ts'
import type { View } from '../store/store.ts'
import { dayOf } from '../time/days.ts'
import { casesOfAbsence, sessionsDuring, showAbsence } from '../web/absence.ts'
import { diaryOver } from '../web/diary.ts'
import { fieldsOf } from '../web/fields.ts'
import { only, theAbsence } from '../web/only.ts'
import { onTo, show, signatureOf } from '../web/pages.ts'
import { counsellorsIn, hiddenFrom, namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import type { CaseFile } from './casefile.ts'
import { type Arrangement, cover, endCover, readArrangement } from './cover.ts'
import { belongingOf } from './questions.ts'
import { isHidden } from './session.ts'

/** Who stands in for whoever is away, and what they are handed. */
export const coverRoutes = new Hono<Site>()

coverRoutes.post('/:id/cover', only('arrange a cover', theAbsence), async (c) => {
  const { store, absence } = c.var
  const fields = await fieldsOf(c)
  const offered = (await casesOfAbsence(c, store, absence)).map(({ number }) => number)
  const colleagues = (await counsellorsIn(store)).map(({ id }) => id).filter((id) => id !== absence.counsellorId)
  const arrangement = readArrangement(fields, offered, colleagues)
  const arranged = arrangement.ok ? await store.change((view) => arrange(c, view, arrangement.value)) : arrangement
  if (!arranged.ok) return showAbsence(c, fields, arranged.refusals)
  c.set('several', arranged.value)
  return onTo(c, `/absences/${absence.id}`, 'cover-arranged')
})

/** All that is kept in one change: the covers in the files, the sessions that go along, the absence, the notice. */
async function arrange(c: Ask, view: View, { coveredBy, numbers, sessions }: Arrangement): Promise<Result<string[]>> {
  const by = signatureOf(c)
  const absence = await view.entry('absences', c.var.absence.id)
  const over = absence && ['over', 'ended'].includes(absenceStateOf(absence, dayOf(by.at)))
  if (!absence || over) return refused({ reason: 'changed-meanwhile' })
  const against = againstStandingIn(coveredBy, absence, await view.entries('absences'))
  if (against.length > 0) return refused(...against)
  const covered: string[] = []
  for (const number of new Set([...absence.cases, ...numbers])) {
    const before = await view.caseFile(number)
    if (!before) continue
    const wanted = numbers.includes(number) && may(c.var.person, 'arrange a cover', belongingOf(before, by.at))
    const after = coveredAnew(before, absence, wanted ? coveredBy : undefined, by)
    if (after.covers?.some((one) => !one.ended && isOf(one, absence, coveredBy))) covered.push(number)
    if (after !== before) view.saveCase(after)
  }
  // of a restricted case, only who is named in it may stand in: it is left out, and the page says so
  if (covered.length === 0) return refused({ reason: 'not-named', field: 'cases' })
  view.saveEntry('absences', { ...absence, coveredBy, cases: covered })
  if (absence.coveredBy !== coveredBy)
    view.saveEntry('notices', noticeTo(coveredBy, 'covering', by, { personId: absence.counsellorId }))
  if (sessions) await handOverFree(c, view, { ...absence, coveredBy }, covered)
  return done(covered)
}

const isOf = (one: { counsellorId: string; from: string; to: string }, { from, to }: Absence, id?: string): boolean =>
  one.counsellorId === id && one.from === from && one.to === to

/** The case with this cover and no other for the same absence; without any where nobody is to stand in. */
function coveredAnew(
  caseFile: CaseFile,
  absence: Absence,
  coveredBy: string | undefined,
  by: Parameters<typeof cover>[3],
) {
  const { from, to, counsellorId, coveredBy: earlier } = absence
  const bare = earlier && earlier !== coveredBy ? endCover(caseFile, { counsellorId: earlier, from, to }, by) : caseFile
  const arranged = coveredBy ? cover(bare, { counsellorId: coveredBy, from, to }, counsellorId, by) : undefined
  return arranged?.ok ? arranged.value : bare
}

/** Sessions of those days go to whoever stands in, each only if they are free then; the others are there to be moved. */
async function handOverFree(c: Ask, view: View, absence: Absence, covered: string[]): Promise<void> {
  const { coveredBy = '', counsellorId } = absence
  const coming = comingWith(await sessionsDuring(view, absence), counsellorId, c.var.here.now)
  const hidden = await hiddenFrom(view, c.var.person.id)
  const theirs = coming.filter(
    (one) => casesOf(one).some((number) => covered.includes(number)) && !isHidden(one, hidden),
  )
  const files = await Promise.all([...new Set(theirs.flatMap(casesOf))].map((number) => view.caseFile(number)))
  const attending = files.filter((file) => file !== undefined)
  const facts = { attending, diary: await diaryOver(c, view, theirs) }
  for (const session of theirs) {
    const handed = handOver(session, coveredBy, facts, signatureOf(c))
    if (handed.ok) view.saveSession(handed.value)
  }
}

/** To be printed and read by whoever stands in: of each case that the reader may see, what they need to go on. */
coverRoutes.get('/:id/sheet', only('see absences', theAbsence), async (c) => {
  const { store, here, absence, person } = c.var
  const sheets = []
  for (const row of await casesOfAbsence(c, store, absence)) {
    if (absence.coveredBy && !absence.cases.includes(row.number)) continue
    const caseFile = await store.caseFile(row.number)
    if (!caseFile || !may(person, 'see a case', belongingOf(caseFile, here.now))) continue
    const sessions = await store.sessionsOf(row.number)
    const apartFrom = { number: row.number, schoolId: caseFile.school.schoolId }
    const { rows: others } = await store.rows({ reader: person.id, apartFrom })
    const facts = { now: here.now, stage: stageOf(caseFile, sessions), apartFrom: others.map(({ number }) => number) }
    sheets.push(sheetOf(caseFile, sessions, facts))
  }
  c.set(
    'several',
    sheets.map(({ number }) => number),
  )
  const places = { names: await namesIn(store), rooms: await store.rooms(), schools: await store.schools() }
  return show(c, sheetPage(here, { absence, sheets, ...places }))
})
