import { Hono } from 'hono'
import type { CaseFile } from '../casefile/casefile.ts'
import { belongingOf, closingOf } from '../casefile/questions.ts'
import type { Session } from '../casefile/session.ts'
import { Reading } from '../form.ts'
import { may } from '../people/may.ts'
import { done, type Result, refused } from '../result.ts'
import type { View } from '../store/store.ts'
import { diaryAround } from '../web/diary.ts'
import { fieldsOf } from '../web/fields.ts'
import { bookableBy } from '../web/offered.ts'
import { only, theSession } from '../web/only.ts'
import { signatureOf } from '../web/pages.ts'
import { casesKnown, changeSession } from '../web/session-change.ts'
import type { Ask, Site } from '../web/site.ts'
import { attend, readMark } from './attend.ts'
import { type Joined, join, leave } from './attendees.ts'
import { attendAll, readMarks } from './group-attendance.ts'
import { isSigned } from './note.ts'
import { answer } from './routes.ts'

/** Who attends a session, and who came. */
export const attendanceRoutes = new Hono<Site>()

attendanceRoutes.post('/:id/attendance', only('change a session', theSession), async (c) => {
  const fields = await fieldsOf(c)
  const known = (await casesKnown(c, c.var.session)).map(({ number }) => number)
  const mark = readMark(fields, known)
  const marked = mark.ok
    ? await changeSession(c, async (session, files, view) => {
        const caseFile = files.find(({ number }) => number === mark.value.caseNumber)
        if (!caseFile) return refused({ reason: 'changed-meanwhile' })
        const diary = await diaryAround(c, view, session)
        return attend(session, mark.value, { caseFile, diary }, signatureOf(c))
      })
    : mark
  return answer(c, 'attendance', fields, marked, 'attendance-marked')
})

attendanceRoutes.post('/:id/attendance/all', only('change a session', theSession), async (c) => {
  const fields = await fieldsOf(c)
  const { session } = c.var
  const open = (await casesKnown(c, session)).filter((file) => !closingOf(file) && !isSigned(file, session.id))
  const marks = readMarks(
    fields,
    open.map(({ number }) => number),
  )
  const marked = marks.ok
    ? await changeSession(c, async (now, caseFiles, view) => {
        const diary = await diaryAround(c, view, now)
        return attendAll(now, marks.value, { caseFiles, diary }, signatureOf(c))
      })
    : marks
  return answer(c, 'attendance', fields, marked, 'attendance-marked')
})

attendanceRoutes.post('/:id/attendees', only('change a session', theSession), async (c) => {
  const fields = await fieldsOf(c)
  const form = new Reading(fields)
  const numbers = (await bookableBy(c)).map(({ number }) => number)
  const read = form.result({
    number: form.one('joins', numbers),
    despite: c.var.here.may('let youths meet') ? form.maybe('despite', 500) : undefined,
  })
  if (read.ok) c.set('several', [read.value.number])
  const joined = read.ok
    ? await regroup(c, read.value.number, async (session, caseFile, view) => {
        if (!may(c.var.person, 'book a session', belongingOf(caseFile, c.var.here.now)))
          return refused({ reason: 'changed-meanwhile' })
        const around = { ...session, caseNumbers: [caseFile.number] }
        const facts = { diary: await diaryAround(c, view, around), ofCase: await view.sessionsOf(caseFile.number) }
        return join(session, caseFile, facts, read.value.despite, signatureOf(c))
      })
    : read
  return answer(c, 'joining', fields, joined, 'youth-joined')
})

attendanceRoutes.post('/:id/attendees/removal', only('change a session', theSession), async (c) => {
  const fields = await fieldsOf(c)
  const form = new Reading(fields)
  const known = (await casesKnown(c, c.var.session)).map(({ number }) => number)
  const read = form.result(form.one('leaves', known))
  const left = read.ok
    ? await regroup(c, read.value, (session, caseFile) => leave(session, caseFile, signatureOf(c)))
    : read
  return answer(c, 'leaving', fields, left, 'youth-left')
})

type Regrouping = (session: Session, caseFile: CaseFile, view: View) => Result<Joined> | Promise<Result<Joined>>

/** Lets a rule change who attends; what it made of the youth's own file is saved with the session. */
const regroup = (c: Ask, number: string, rule: Regrouping): Promise<Result<Session>> =>
  changeSession(c, async (session, _, view) => {
    const caseFile = await view.caseFile(number)
    if (!caseFile) return refused({ reason: 'changed-meanwhile' })
    const changed = await rule(session, caseFile, view)
    if (!changed.ok) return changed
    view.saveCase(changed.value.caseFile)
    return done(changed.value.session)
  })
