import { Hono } from 'hono'
import { type SessionForm, sessionPage } from '../../views/sessions/session.ts'
import type { CaseFile } from '../casefile/casefile.ts'
import { belongingOf, sessionBelongingOf } from '../casefile/questions.ts'
import type { Session } from '../casefile/session.ts'
import { may } from '../people/may.ts'
import { type Refusal, type Result, refused } from '../result.ts'
import type { Reader, View } from '../store/store.ts'
import { diaryAround } from '../web/diary.ts'
import { fieldsOf } from '../web/fields.ts'
import { only, theSession } from '../web/only.ts'
import { onTo, show, signatureOf } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { attend, readMark } from './attend.ts'
import { readMoving } from './booking-form.ts'
import { cancel, readCancelling } from './cancel.ts'
import { move, slotAfter } from './move.ts'

/** One session: who came, another time, called off. */
export const sessionRoutes = new Hono<Site>()

sessionRoutes.get('/:id', only('see a session', theSession), (c) => showSession(c, c.var.session))

sessionRoutes.post('/:id/attendance', only('change a session', theSession), async (c) => {
  const fields = await fieldsOf(c)
  const known = (await casesKnown(c, c.var.session)).map(({ number }) => number)
  const mark = readMark(fields, known)
  const marked = mark.ok
    ? await change(c, async (session, files, view) => {
        const caseFile = files.find(({ number }) => number === mark.value.caseNumber)
        if (!caseFile) return refused({ reason: 'changed-meanwhile' })
        const diary = await diaryAround(c, view, session)
        return attend(session, mark.value, { caseFile, diary }, signatureOf(c))
      })
    : mark
  return answer(c, 'attendance', fields, marked, 'attendance-marked')
})

sessionRoutes.post('/:id/move', only('change a session', theSession), async (c) => {
  const fields = await fieldsOf(c)
  const moving = readMoving(
    fields,
    (await c.var.store.rooms()).map(({ id }) => id),
  )
  const moved = moving.ok
    ? await change(c, async (session, files, view) => {
        const diary = await diaryAround(c, view, slotAfter(session, moving.value))
        return move(session, moving.value, diary, files, signatureOf(c))
      })
    : moving
  return answer(c, 'move', fields, moved, 'session-moved')
})

sessionRoutes.post('/:id/cancellation', only('change a session', theSession), async (c) => {
  const fields = await fieldsOf(c)
  const cancelling = readCancelling(fields)
  const cancelled = cancelling.ok
    ? await change(c, (session) => cancel(session, cancelling.value, signatureOf(c)))
    : cancelling
  return answer(c, 'cancellation', fields, cancelled, 'session-cancelled')
})

type Rule = (session: Session, files: CaseFile[], view: View) => Result<Session> | Promise<Result<Session>>

/** Reads the session and its cases anew, lets a rule decide, saves. The right to it is looked at again inside. */
const change = (c: Ask, rule: Rule): Promise<Result<Session>> =>
  c.var.store.change(async (view) => {
    const session = await view.session(c.var.session.id)
    const files = session ? await casesOf(view, session) : []
    if (!session || !may(c.var.person, 'change a session', sessionBelongingOf(session, files, c.var.here.now)))
      return refused({ reason: 'changed-meanwhile' })
    const changed = await rule(session, files, view)
    if (changed.ok) view.saveSession(changed.value)
    return changed
  })

async function casesOf(from: Reader, { attendees }: Session): Promise<CaseFile[]> {
  const files = await Promise.all(attendees.map(({ caseNumber }) => from.caseFile(caseNumber)))
  return files.filter((file) => file !== undefined)
}

/** The attending cases that the asker may know of: all if the session is theirs to hold, else those that are theirs. */
async function casesKnown(c: Ask, session: Session): Promise<CaseFile[]> {
  const { person, store } = c.var
  const files = await casesOf(store, session)
  const holds = session.counsellorId === person.id
  return files.filter((file) => holds || may(person, 'see a case', belongingOf(file, c.var.here.now)))
}

function answer(
  c: Ask,
  form: SessionForm['form'],
  typed: URLSearchParams,
  result: Result<unknown>,
  said: Parameters<typeof onTo>[2],
): Response | Promise<Response> {
  if (result.ok) return onTo(c, `/sessions/${c.var.session.id}`, said)
  return showSession(c, c.var.session, { form, typed, refusals: result.refusals })
}

async function showSession(
  c: Ask,
  session: Session,
  refused?: { form: SessionForm['form']; typed: URLSearchParams; refusals: Refusal[] },
): Promise<Response> {
  const { store, here, person } = c.var
  const known = await casesKnown(c, session)
  const mine = (file: CaseFile) => may(person, 'see a case', belongingOf(file, here.now))
  const shown = {
    session,
    attending: known.map((caseFile) => ({ caseFile, open: mine(caseFile) })),
    people: await namesIn(store),
    rooms: await store.rooms(),
  }
  return show(c, sessionPage(here, shown, refused), refused?.refusals)
}
