import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { recoveryKeyPage } from '../../views/set-up/recovery-key.ts'
import { setUpPage } from '../../views/set-up/set-up.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { newRecoveryKey, publicKeyOf, RecoveryKeySlip } from '../store/recovery-key.ts'
import { fieldsOf } from '../web/fields.ts'
import { newPassword } from '../web/new-password.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show } from '../web/pages.ts'
import { atMost } from '../web/rates.ts'
import type { Begun, SetUp } from '../web/set-up.ts'
import type { Ask, Site } from '../web/site.ts'
import { tokenFor } from '../web/token.ts'
import { startVisit } from '../web/visits.ts'
import type { Person } from './person.ts'
import { newCentre, readSetUp, usualSetUp } from './set-up.ts'

/** Makes a centre of an empty house, once: what is filled in, then the recovery key typed back, then all is kept. */
export const setUpRoutes = new Hono<Site>()

setUpRoutes.get('/', only('set up the centre'), async (c) => {
  const setUp = await openSetUp(c)
  return setUp ? show(c, setUpPage(c.var.here, setUp, usualSetUp(), [])) : refusalPage(c, 'not-found')
})

/** The key stands in this one answer and nowhere else, so that no redirect leads away from it. */
setUpRoutes.post('/', only('set up the centre'), atMost(30, 'address'), async (c) => {
  const setUp = await openSetUp(c)
  if (!setUp) return refusalPage(c, 'not-found')
  const fields = await fieldsOf(c)
  const centre = await read(c, setUp, fields)
  if (!centre.ok) return show(c, setUpPage(c.var.here, setUp, fields, centre.refusals), centre.refusals)
  return showNewKey(c, setUp, centre.value)
})

setUpRoutes.post('/recovery-key', only('set up the centre'), atMost(30, 'address'), async (c) => {
  const setUp = await openSetUp(c)
  if (!setUp) return refusalPage(c, 'not-found')
  const begun = setUp.begunBy(tokenFor(c))
  if (!begun) return lost(c, setUp)
  const fields = await fieldsOf(c)
  if (fields.get('then') === 'another') return showNewKey(c, setUp, begun.centre)
  const against = slipsIn(fields.get('recoveryKey') ?? '', begun.publicKey)
  if (against.length > 0) return show(c, recoveryKeyPage(c.var.here, { refusals: against }), against)
  const made = await make(c, begun)
  if (!made.ok) return refusalPage(c, 'not-found')
  setUp.end()
  await startVisit(c, made.value.id)
  c.set('halfway', made.value)
  return onTo(c, '/sign-in', 'centre-set-up')
})

/** The set-up, as long as there is something to set up. */
const openSetUp = async (c: Ask): Promise<SetUp | undefined> =>
  (await c.var.store.settings()) ? undefined : c.var.house.setUp

/** Nothing else is looked at before the code is right. */
async function read(c: Ask, setUp: SetUp, fields: URLSearchParams): Promise<Result<Begun['centre']>> {
  if (setUp.isOver(c.var.here.now)) return refused({ field: 'setUpCode', reason: 'set-up-code-over' })
  if (!setUp.opensWith(fields.get('setUpCode') ?? ''))
    return refused({ field: 'setUpCode', reason: 'set-up-code-wrong' })
  const form = readSetUp(fields)
  const known = ['centre', 'adminName', 'email'].map((field) => fields.get(field) ?? '')
  const password = await newPassword(fields.get('newPassword'), known)
  if (form.ok && password.ok) return done({ ...form.value, password: password.value })
  return refused(...(form.ok ? [] : form.refusals), ...(password.ok ? [] : password.refusals))
}

function showNewKey(c: Ask, setUp: SetUp, centre: Begun['centre']): Promise<Response> {
  const { text, publicKey } = newRecoveryKey()
  setUp.begin(tokenFor(c), { centre, publicKey })
  return show(c, recoveryKeyPage(c.var.here, { key: text, refusals: [] }))
}

/** The house was started anew in between, or this is another browser. */
function lost(c: Ask, setUp: SetUp): Promise<Response> {
  const refusals: Refusal[] = [{ field: 'setUpCode', reason: 'set-up-begun-anew' }]
  return show(c, setUpPage(c.var.here, setUp, usualSetUp(), refusals), refusals)
}

/** What is wrong with a recovery key as it was typed back from paper. */
function slipsIn(typed: string, publicKey: string): Refusal[] {
  const field = 'recoveryKey'
  if (typed.trim() === '') return [{ field, reason: 'missing' }]
  try {
    return publicKeyOf(typed.slice(0, 500)) === publicKey ? [] : [{ field, reason: 'recovery-key-other' }]
  } catch (error) {
    if (error instanceof RecoveryKeySlip) return [{ field, reason: `recovery-key-${error.why}` }]
    throw error
  }
}

/** Settings, administrator and the key's public half in one change; of two who come at once, one finds it done. */
function make(c: Ask, { centre, publicKey }: Begun): Promise<Result<Person>> {
  return c.var.store.change(async (view) => {
    if (await view.settings()) return refused({ reason: 'changed-meanwhile' })
    const id = randomBytes(8).toString('hex')
    const made = newCentre(centre, { id, publicKey }, c.var.here.now)
    view.saveSettings(made.settings)
    view.savePerson(made.administrator)
    return done(made.administrator)
  })
}
