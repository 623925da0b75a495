import { Hono } from 'hono'
import { type SessionForm, sessionPage } from '../../views/sessions/session.ts'
import type { Session } from '../casefile/session.ts'
import type { Refusal, Result } from '../result.ts'
import { diaryAround } from '../web/diary.ts'
import { fieldsOf } from '../web/fields.ts'
import { bookableBy } from '../web/offered.ts'
import { only, theSession } from '../web/only.ts'
import { onTo, show, signatureOf } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import { casesKnown, changeSession, isOpen } from '../web/session-change.ts'
import type { Ask, Site } from '../web/site.ts'
import { readMoving } from './booking-form.ts'
import { cancel, readCancelling } from './cancel.ts'
import { laterOf } from './later.ts'
import { readShift } from './later-form.ts'
import { showLater } from './later-routes.ts'
import { move, slotAfter } from './move.ts'

/** One session: another time, called off. */
export const sessionRoutes = new Hono<Site>()

sessionRoutes.get('/:id', only('see a session', theSession), (c) => showSession(c, c.var.session))

/** Moves this one. With all later ones it goes on to a page of its own; why somebody asked stands in no address. */
sessionRoutes.post('/:id/move', only('change a session', theSession), async (c) => {
  const fields = await fieldsOf(c)
  const rooms = (await c.var.store.rooms()).map(({ id }) => id)
  if (fields.get('scope') === 'later') {
    const to = readShift(fields, rooms)
    return to.ok ? showLater(c, fields) : answer(c, 'move', fields, to, 'session-moved')
  }
  const moving = readMoving(fields, rooms, c.var.here.may('let youths meet'))
  const moved = moving.ok
    ? await changeSession(c, async (session, files, view) => {
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
    ? await changeSession(c, (session) => cancel(session, cancelling.value, signatureOf(c)))
    : cancelling
  return answer(c, 'cancellation', fields, cancelled, 'session-cancelled')
})

/** On to the session's page, or that page with the form that was refused. */
export function answer(
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
  const { store, here } = c.var
  const known = await casesKnown(c, session)
  const attending = await Promise.all(
    known.map(async (caseFile) => ({
      ...{ caseFile, open: isOpen(c, caseFile) },
      sessions: await store.sessionsOf(caseFile.number),
    })),
  )
  const first = attending.find(({ open }) => open)
  const shown = {
    ...{ session, attending, people: await namesIn(store), rooms: await store.rooms() },
    later: first ? laterOf(session, first.sessions, here.now).length - 1 : 0,
    joining: here.may('change a session') ? await bookableBy(c) : [],
  }
  return show(c, sessionPage(here, shown, refused), refused?.refusals)
}
