import { accountLinkPage } from '../../views/settings/link.ts'
import type { House } from '../people/grants.ts'
import { may, mightEver } from '../people/may.ts'
import { noticeTo } from '../people/notice.ts'
import type { Invitation, Person } from '../people/person.ts'
import { hashOf, newToken } from '../people/token.ts'
import { type Result, refused } from '../result.ts'
import type { View } from '../store/store.ts'
import { plusMinutes } from '../time/days.ts'
import { ownOrigin } from './origin.ts'
import { show, signatureOf } from './pages.ts'
import { leadsIn } from './people.ts'
import type { Ask } from './site.ts'
import { endVisitsOf } from './visits.ts'

/** How long a link to choose a password may be used. */
const linkMinutes = 15

/** A link's secret, and what is kept of it. */
export function newInvitation(c: Ask): { token: string; invitation: Invitation } {
  const token = newToken()
  const signature = signatureOf(c)
  return { token, invitation: { ...signature, until: plusMinutes(signature.at, linkMinutes), hash: hashOf(token) } }
}

/** The link stands in this one answer. */
export function showLink(c: Ask, person: Person, token: string): Promise<Response> {
  c.set('why', 'person-invited')
  return show(c, accountLinkPage(c.var.here, person, `${ownOrigin(c)}/invitation/${token}`))
}

export const houseIn = async (view: View): Promise<House> => ({
  people: await view.people(),
  schools: await view.schools(),
})

/** Saves what a rule makes, if whoever asks may still do this: their own right may have gone a moment ago. */
export const changeAccounts = (c: Ask, rule: (view: View) => Promise<Result<Person>>): Promise<Result<Person>> =>
  c.var.store.change(async (view) => {
    if (!may(await view.person(c.var.person.id), 'settle the accounts')) return refused({ reason: 'changed-meanwhile' })
    const result = await rule(view)
    if (!result.ok) return result
    const before = await view.person(result.value.id)
    view.savePerson(result.value)
    await tellLeads(c, view, result.value, before)
    return result
  })

/**
 * Whoever gives rights could give themselves some, by way of an account of somebody else: every lead is told of each
 * right, link or new factor that lets somebody see cases.
 */
async function tellLeads(c: Ask, view: View, person: Person, before?: Person): Promise<void> {
  const isNew = (person.grants?.length ?? 0) > (before?.grants?.length ?? 0)
  if (!isNew || !mightEver(person, 'see a case')) return
  for (const { id } of await leadsIn(view))
    if (id !== person.id)
      view.saveEntry('notices', noticeTo(id, 'rights-changed', signatureOf(c), { personId: person.id }))
}

/** The same for the person whom the path names. */
export const changePerson = (
  c: Ask,
  rule: (person: Person, view: View) => Promise<Result<Person>> | Result<Person>,
): Promise<Result<Person>> =>
  changeAccounts(c, async (view) => {
    const person = await view.person(c.req.param('id') ?? '')
    return person ? rule(person, view) : refused({ reason: 'changed-meanwhile' })
  })

/** The same, and every visit of theirs is over: what they were shown before must not be sent any more. */
export const changeRight = (c: Ask, rule: Parameters<typeof changePerson>[1]): Promise<Result<Person>> =>
  changePerson(c, async (person, view) => {
    const changed = await rule(person, view)
    if (!changed.ok) return changed
    if (await leavesAlone(view, person, changed.value)) return refused({ reason: 'last-lead-named' })
    await endVisitsOf(view, person.id, signatureOf(c))
    return changed
  })

/** Whether a restricted case would be left without any lead who may know of it: nobody could ever lift it. */
async function leavesAlone(view: View, before: Person, after: Person): Promise<boolean> {
  if (!mightEver(before, 'restrict a case') || mightEver(after, 'restrict a case')) return false
  const others = (await leadsIn(view)).map(({ id }) => id).filter((id) => id !== before.id)
  const { rows } = await view.rows({ reader: before.id })
  return rows.some(({ restrictedTo }) => restrictedTo && !restrictedTo.some((id) => others.includes(id)))
}
