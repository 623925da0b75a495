import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { roomPage, roomsPage } from '../../views/settings/rooms.ts'
import { schoolPage, schoolsPage } from '../../views/settings/schools.ts'
import { type Refusal, type Result, refused } from '../result.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import type { Room, School } from './person.ts'
import { fieldsOfRoom, fieldsOfSchool, roomOf, schoolOf } from './place.ts'
import { readDays, withDays, withoutDays } from './shut-days.ts'

/** The schools that refer and the rooms of the centre: their names, and when they can be had. */
export const placeRoutes = new Hono<Site>()

placeRoutes.get('/schools', only('settle the centre'), (c) => listSchools(c))

placeRoutes.post('/schools', only('settle the centre'), async (c) => {
  const fields = await fieldsOf(c)
  const kept = await keepSchool(c, fields)
  return kept.ok ? onTo(c, '/settings/schools', 'school-added') : listSchools(c, fields, kept.refusals)
})

placeRoutes.get('/schools/:id', only('settle the centre'), (c) => showSchool(c))

placeRoutes.post('/schools/:id', only('settle the centre'), async (c) => {
  if (!(await schoolIn(c))) return refusalPage(c, 'not-found')
  const fields = await fieldsOf(c)
  const kept = await keepSchool(c, fields, c.req.param('id'))
  return kept.ok ? onTo(c, '/settings/schools', 'school-saved') : showSchool(c, fields, kept.refusals)
})

placeRoutes.post('/schools/:id/exams', only('settle the centre'), async (c) => {
  const fields = await fieldsOf(c)
  const days = readDays(fields)
  const kept = days.ok
    ? await changeSchool(c, (school) => {
        const exams = withDays(school.exams ?? [], days.value)
        return exams.ok ? { ok: true, value: { ...school, exams: exams.value } } : exams
      })
    : days
  return kept.ok
    ? onTo(c, `/settings/schools/${c.req.param('id')}`, 'days-added')
    : showSchool(c, fields, kept.refusals)
})

placeRoutes.post('/schools/:id/exams/removal', only('settle the centre'), async (c) => {
  const fields = await fieldsOf(c)
  const kept = await changeSchool(c, (school) => ({
    ok: true,
    value: { ...school, exams: withoutDays(school.exams ?? [], fields) },
  }))
  return kept.ok ? onTo(c, `/settings/schools/${c.req.param('id')}`, 'days-removed') : showSchool(c)
})

placeRoutes.get('/rooms', only('settle the centre'), (c) => listRooms(c))

placeRoutes.post('/rooms', only('settle the centre'), async (c) => {
  const fields = await fieldsOf(c)
  const kept = await keepRoom(c, fields)
  return kept.ok ? onTo(c, '/settings/rooms', 'room-added') : listRooms(c, fields, kept.refusals)
})

placeRoutes.get('/rooms/:id', only('settle the centre'), async (c) => {
  const room = (await c.var.store.rooms()).find(({ id }) => id === c.req.param('id'))
  if (!room) return refusalPage(c, 'not-found')
  return show(c, roomPage(c.var.here, room, fieldsOfRoom(room), []))
})

placeRoutes.post('/rooms/:id', only('settle the centre'), async (c) => {
  const room = (await c.var.store.rooms()).find(({ id }) => id === c.req.param('id'))
  if (!room) return refusalPage(c, 'not-found')
  const fields = await fieldsOf(c)
  const kept = await keepRoom(c, fields, room.id)
  if (!kept.ok) return show(c, roomPage(c.var.here, room, fields, kept.refusals), kept.refusals)
  return onTo(c, '/settings/rooms', 'room-saved')
})

const newId = () => randomBytes(8).toString('hex')

const schoolIn = async (c: Ask): Promise<School | undefined> =>
  (await c.var.store.schools()).find(({ id }) => id === c.req.param('id'))

const keepSchool = (c: Ask, fields: URLSearchParams, id: string = newId()): Promise<Result<School>> =>
  c.var.store.change(async (view) => {
    const school = schoolOf(fields, id, await view.schools())
    if (school.ok) view.saveSchool(school.value)
    return school
  })

/** Reads the school of this path anew, lets a rule decide, saves. */
const changeSchool = (c: Ask, rule: (school: School) => Result<School>): Promise<Result<School>> =>
  c.var.store.change(async (view) => {
    const school = (await view.schools()).find(({ id }) => id === c.req.param('id'))
    const changed = school ? rule(school) : refused({ reason: 'changed-meanwhile' })
    if (changed.ok) view.saveSchool(changed.value)
    return changed
  })

const keepRoom = (c: Ask, fields: URLSearchParams, id: string = newId()): Promise<Result<Room>> =>
  c.var.store.change(async (view) => {
    const room = roomOf(fields, id, await view.rooms())
    if (room.ok) view.saveRoom(room.value)
    return room
  })

const listSchools = async (c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> =>
  show(c, schoolsPage(c.var.here, await c.var.store.schools(), typed, refusals), refusals)

/** The form that was refused as it was typed, the other as the school stands. */
async function showSchool(c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> {
  const school = await schoolIn(c)
  if (!school) return refusalPage(c, 'not-found')
  const own = typed.has('schoolName') ? typed : new URLSearchParams([...fieldsOfSchool(school), ...typed])
  return show(c, schoolPage(c.var.here, school, own, refusals), refusals)
}

const listRooms = async (c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> =>
  show(c, roomsPage(c.var.here, await c.var.store.rooms(), typed, refusals), refusals)
