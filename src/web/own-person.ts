import type { Signature } from '../casefile/casefile.ts'
import { noticeTo } from '../people/notice.ts'
import type { Person } from '../people/person.ts'
import type { Notice } from '../people/registers.ts'
import { type Result, refused } from '../result.ts'
import type { View } from '../store/store.ts'
import type { Ask } from './site.ts'
import { endVisitsOf } from './visits.ts'

type Rule = (person: Person, signature: Signature) => Result<Person> | Promise<Result<Person>>

/** Reads somebody anew, lets a rule decide, saves what it made of them; `also` is kept in the same change. */
export function changePerson(
  c: Ask,
  { id }: Person,
  rule: Rule,
  also: (view: View, signature: Signature) => Promise<void> | void = () => undefined,
): Promise<Result<Person>> {
  const signature = { by: id, at: c.var.house.clock.now() }
  return c.var.store.change(async (view) => {
    const person = await view.person(id)
    if (!person || person.ended) return refused({ reason: 'changed-meanwhile' })
    const result = await rule(person, signature)
    if (!result.ok) return result
    view.savePerson(result.value)
    await also(view, signature)
    return result
  })
}

/**
 * A change of what lets the one who is signed in get in: every other visit of theirs ends, and they are told, since
 * somebody else may have made it.
 */
export const changeAccess = (c: Ask, what: Notice['what'], rule: Rule): Promise<Result<Person>> =>
  changePerson(c, c.var.person, rule, async (view, signature) => {
    await endVisitsOf(view, c.var.person.id, signature, c.var.visit?.hash)
    view.saveEntry('notices', noticeTo(c.var.person.id, what, signature))
  })
