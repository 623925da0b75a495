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
import { belongingOf, counsellorOf } from './questions.ts'
import { isHidden } from './session.ts'

/** Who stands in for whoever is away, and what they are handed. */
export const coverRoutes = new Hono<Site>()

coverRoutes.post('/:id/cover', only('arrange a cover', theAbsence), async (c) => {
  const { store, absence } = c.var
  const fields = await fieldsOf(c)
  const offered = (await casesOfAbsence(c, store, absence)).map(({ number }) => number)
  const colleagues = (await counsellorsIn(store)).map(({ id }) => id).filter((id) => id !== absence.counsellorId)
  const arrangement = readArrangement(fields, offered, colleagues)
  if (arrangement.ok) c.set('several', arrangement.value.numbers)
  const arranged = arrangement.ok ? await store.change((view) => arrange(c, view, arrangement.value)) : arrangement
  if (!arranged.ok) return showAbsence(c, fields, arranged.refusals)
  c.set('several', arranged.value)
  return onTo(c, `/absences/${absence.id}`, 'cover-arranged')
})

/**
 * All that is kept in one change: the covers in the files, the sessions that go along, the absence, the notice. Of a
 * case that the asker may not know of the cover stays as it is, as long as it is the same colleague who stands in.
 * Comes back with the cases that it was about, for the log.
 */
async function arrange(c: Ask, view: View, { coveredBy, numbers, sessions }: Arrangement): Promise<Result<string[]>> {
  const by = signatureOf(c)
  const absence = await view.entry('absences', c.var.absence.id)
  const over = absence && ['over', 'ended'].includes(absenceStateOf(absence, dayOf(by.at)))
  if (!absence || over) return refused({ reason: 'changed-meanwhile' })
  const against = againstStandingIn(coveredBy, absence, await view.entries('absences'))
  if (against.length > 0) return refused(...against)
  const covered: string[] = []
  const touched = [...numbers]
  for (const number of new Set([...absence.cases, ...numbers])) {
    const before = await view.caseFile(number)
    if (!before) continue
    const known = may(c.var.person, 'arrange a cover', belongingOf(before, by.at))
    const wanted = known ? numbers.includes(number) : absence.coveredBy === coveredBy
    const after = coveredAnew(before, absence, wanted ? coveredBy : undefined, by)
    if (after.covers?.some((one) => !one.ended && isOf(one, absence, coveredBy))) covered.push(number)
    if (after === before) continue
    view.saveCase(after)
    touched.push(number)
  }
  // of a restricted case, only who is named in it may stand in: it is left out, and the page says so
  if (!covered.some((number) => numbers.includes(number))) return refused({ reason: 'not-named', field: 'cases' })
  view.saveEntry('absences', { ...absence, coveredBy, cases: covered })
  if (absence.coveredBy !== coveredBy)
    view.saveEntry('notices', noticeTo(coveredBy, 'covering', by, { personId: absence.counsellorId }))
  if (sessions) await handOverFree(c, view, absence, { coveredBy, covered })
  return done(touched)
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

/**
 * Sessions of those days go to whoever stands in, those too that somebody took over who stood in before; each only if
 * they are free then. The others are there to be moved. A group stays as long as one of its youths does whose case was
 * not chosen: it would show them that youth.
 */
async function handOverFree(
  c: Ask,
  view: View,
  absence: Absence,
  { coveredBy, covered }: { coveredBy: string; covered: string[] },
): Promise<void> {
  const during = await sessionsDuring(view, absence)
  const holders = [absence.counsellorId, absence.coveredBy ?? ''].filter((id) => id !== coveredBy)
  const coming = holders.flatMap((id) => comingWith(during, id, c.var.here.now))
  const hidden = await hiddenFrom(view, c.var.person.id)
  const theirs = coming.filter(
    (one) => casesOf(one).some((number) => covered.includes(number)) && !isHidden(one, hidden),
  )
  const files = await Promise.all([...new Set(theirs.flatMap(casesOf))].map((number) => view.caseFile(number)))
  const attending = files.filter((file) => file !== undefined)
  const staying = attending.filter((one) => counsellorOf(one) === absence.counsellorId && !covered.includes(one.number))
  const facts = { attending, diary: await diaryOver(c, view, theirs) }
  for (const session of theirs) {
    if (staying.some(({ number }) => casesOf(session).includes(number))) continue
    const handed = handOver(session, coveredBy, facts, signatureOf(c))
    if (handed.ok) view.saveSession(handed.value)
  }
}

/** To be printed and read by whoever stands in: of each case that the reader may see, what they need to go on. */
coverRoutes.get('/:id/sheet', only('see absences', theAbsence), async (c) => {
  const { store, here, absence, person } = c.var
  const hidden = await hiddenFrom(store, person.id)
  const sheets = []
  for (const row of await casesOfAbsence(c, store, absence)) {
    if (absence.coveredBy && !absence.cases.includes(row.number)) continue
    const caseFile = await store.caseFile(row.number)
    if (!caseFile || !may(person, 'see a case', belongingOf(caseFile, here.now))) continue
    const sessions = await store.sessionsOf(row.number)
    const apartFrom = { number: row.number, schoolId: caseFile.school.schoolId }
    const { rows: others } = await store.rows({ reader: person.id, apartFrom })
    const facts = { now: here.now, stage: stageOf(caseFile, sessions), hidden }
    sheets.push(sheetOf(caseFile, sessions, { ...facts, apartFrom: others.map(({ number }) => number) }))
  }
  c.set(
    'several',
    sheets.map(({ number }) => number),
  )
  const places = { names: await namesIn(store), rooms: await store.rooms(), schools: await store.schools() }
  return show(c, sheetPage(here, { absence, sheets, ...places }))
})
