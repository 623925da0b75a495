import { Hono } from 'hono'
import { packPage } from '../../views/rights/pack.ts'
import { packAskedPage } from '../../views/rights/pack-asked.ts'
import { type Worded, worded } from '../../views/rights/worded.ts'
import { draftsAbout } from '../housekeeping.ts'
import { draftIn, draftOf } from '../intake/survey-draft.ts'
import { isOfSession } from '../people/message.ts'
import { usualRetention } from '../people/person.ts'
import type { Refusal } from '../result.ts'
import { dayOf, plusMinutes } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import { shelfIn } from '../web/shelf.ts'
import type { Ask, Site } from '../web/site.ts'
import { type Look, looksOf, type PackFacts, packOf, readPackRequest } from './pack.ts'
import { retentionOf } from './retention.ts'

/** Everything kept about one youth, to be handed to whoever has a right to it: asked for first, then made. */
export const packRoutes = new Hono<Site>()

packRoutes.get('/', only('hand out what is kept'), (c) => asked(c))

packRoutes.post('/', only('hand out what is kept'), async (c) => {
  const fields = await fieldsOf(c)
  const { here, caseFile, store } = c.var
  const request = readPackRequest(fields, caseFile)
  if (!request.ok) return asked(c, fields, request.refusals)
  const { purpose, form } = request.value
  c.set('why', purpose)
  const made = packOf(caseFile, request.value, await factsFor(c))
  const known = {
    people: await namesIn(store),
    schools: await store.schools(),
    rooms: await store.rooms(),
    shelf: await shelfIn(store),
  }
  const pack: Worded = { number: caseFile.number, purpose, ...worded(here, made, known) }
  if (form === 'page') return show(c, packPage(here, pack))
  c.header('Content-Disposition', `attachment; filename="${caseFile.number}-${dayOf(here.now)}.json"`)
  return c.body(JSON.stringify({ ...pack, madeAt: here.now, madeBy: c.var.person.name }, null, 2), 200, {
    'Content-Type': 'application/json; charset=utf-8',
  })
})

function asked(c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> {
  return show(c, packAskedPage(c.var.here, c.var.caseFile, typed, refusals), refusals)
}

async function factsFor(c: Ask): Promise<PackFacts> {
  const { caseFile, store, person, here } = c.var
  const { number, surveys } = caseFile
  const periods = (await store.settings())?.retention ?? usualRetention
  const drafts = await Promise.all(surveys.map(async ({ id }) => [id, await store.draft(draftOf(number, id))] as const))
  return {
    sessions: await store.sessionsOf(number),
    surveyDrafts: Object.fromEntries(
      drafts.flatMap(([id, kept]) => (kept ? [[id, draftIn(kept.fields).answers]] : [])),
    ),
    opened: await looksAt(c),
    retention: retentionOf(caseFile, periods, dayOf(here.now)),
    inquiries: (await store.entries('inquiries')).filter(({ caseNumber }) => caseNumber === number),
    incidents: (await store.entries('incidents')).filter(({ caseNumbers }) => caseNumbers.includes(number)),
    // what staff were told of an alarm is no message to the youth's own people
    messages: (await store.entries('messages', { caseNumber: number })).filter(isOfSession),
    unsaved: (await draftsAbout(store, number)).filter(({ kind }) => kind !== 'survey').length,
    asker: person.id,
  }
}

/** Who did what to this case, from the day on which it was referred. */
async function looksAt(c: Ask): Promise<Look[]> {
  const { caseFile, store, here } = c.var
  const found = []
  for await (const entry of store.logged(caseFile.referral.at, plusMinutes(here.now, 1)))
    if (entry.caseNumber === caseFile.number) found.push(entry)
  return looksOf(found)
}
