import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { centrePage } from '../../views/settings/centre.ts'
import { roomPage, roomsPage, schoolPage, schoolsPage } from '../../views/settings/places.ts'
import { done, type Refusal, type Result } from '../result.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { fieldsOfCentre, readCentre, roomOf, schoolOf } from './centre.ts'
import type { Room, School } from './person.ts'

/** What the centre settles for itself, its schools and its rooms. */
export const centreRoutes = new Hono<Site>()

centreRoutes.get('/', only('settle the centre'), (c) => onTo(c, '/settings/people'))

centreRoutes.get('/centre', only('settle the centre'), async (c) => {
  const settings = await c.var.store.settings()
  return settings
    ? show(c, centrePage(c.var.here, settings, fieldsOfCentre(settings), []))
    : refusalPage(c, 'not-found')
})

centreRoutes.post('/centre', only('settle the centre'), async (c) => {
  const fields = await fieldsOf(c)
  const form = readCentre(fields)
  const settings = await c.var.store.settings()
  if (!settings) return refusalPage(c, 'not-found')
  if (!form.ok) return show(c, centrePage(c.var.here, settings, fields, form.refusals), form.refusals)
  await c.var.store.change(async (view) =>
    done(view.saveSettings({ ...((await view.settings()) ?? settings), ...form.value })),
  )
  return onTo(c, '/settings/centre', 'centre-saved')
})

centreRoutes.get('/schools', only('settle the centre'), (c) => listSchools(c))

centreRoutes.post('/schools', only('settle the centre'), async (c) => {
  const fields = await fieldsOf(c)
  const kept = await keepSchool(c, fields)
  return kept.ok ? onTo(c, '/settings/schools', 'school-added') : listSchools(c, fields, kept.refusals)
})

centreRoutes.get('/schools/:id', only('settle the centre'), async (c) => {
  const school = (await c.var.store.schools()).find(({ id }) => id === c.req.param('id'))
  if (!school) return refusalPage(c, 'not-found')
  const fields = new URLSearchParams({ schoolName: school.name, level: school.level })
  return show(c, schoolPage(c.var.here, school, fields, []))
})

centreRoutes.post('/schools/:id', only('settle the centre'), async (c) => {
  const school = (await c.var.store.schools()).find(({ id }) => id === c.req.param('id'))
  if (!school) return refusalPage(c, 'not-found')
  const fields = await fieldsOf(c)
  const kept = await keepSchool(c, fields, school.id)
  if (!kept.ok) return show(c, schoolPage(c.var.here, school, fields, kept.refusals), kept.refusals)
  return onTo(c, '/settings/schools', 'school-saved')
})

centreRoutes.get('/rooms', only('settle the centre'), (c) => listRooms(c))

centreRoutes.post('/rooms', only('settle the centre'), async (c) => {
  const fields = await fieldsOf(c)
  const kept = await keepRoom(c, fields)
  return kept.ok ? onTo(c, '/settings/rooms', 'room-added') : listRooms(c, fields, kept.refusals)
})

centreRoutes.get('/rooms/:id', only('settle the centre'), async (c) => {
  const room = (await c.var.store.rooms()).find(({ id }) => id === c.req.param('id'))
  if (!room) return refusalPage(c, 'not-found')
  return show(c, roomPage(c.var.here, room, new URLSearchParams({ roomName: room.name }), []))
})

centreRoutes.post('/rooms/:id', only('settle the centre'), async (c) => {
  const room = (await c.var.store.rooms()).find(({ id }) => id === c.req.param('id'))
  if (!room) return refusalPage(c, 'not-found')
  const fields = await fieldsOf(c)
  const kept = await keepRoom(c, fields, room.id)
  if (!kept.ok) return show(c, roomPage(c.var.here, room, fields, kept.refusals), kept.refusals)
  return onTo(c, '/settings/rooms', 'room-saved')
})

const newId = () => randomBytes(8).toString('hex')

const keepSchool = (c: Ask, fields: URLSearchParams, id: string = newId()): Promise<Result<School>> =>
  c.var.store.change(async (view) => {
    const school = schoolOf(fields, id, await view.schools())
    if (school.ok) view.saveSchool(school.value)
    return school
  })

const keepRoom = (c: Ask, fields: URLSearchParams, id: string = newId()): Promise<Result<Room>> =>
  c.var.store.change(async (view) => {
    const room = roomOf(fields, id, await view.rooms())
    if (room.ok) view.saveRoom(room.value)
    return room
  })

const listSchools = async (c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> =>
  show(c, schoolsPage(c.var.here, await c.var.store.schools(), typed, refusals), refusals)

const listRooms = async (c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> =>
  show(c, roomsPage(c.var.here, await c.var.store.rooms(), typed, refusals), refusals)
