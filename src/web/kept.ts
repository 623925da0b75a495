import { randomBytes } from 'node:crypto'
import { done } from '../result.ts'
import type { Draft } from '../store/store.ts'
import { formIn } from './fields.ts'
import type { Ask } from './site.ts'

/** Fields that no draft may hold and no page shows again. */
const secret = ['password', 'oldPassword', 'newPassword', 'code', 'assertion', 'recoveryKey']

/** What was typed, without what only its writer may know. */
export const withoutSecrets = (typed: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...typed].filter(([name]) => !secret.includes(name)))

/** The field by which a form says which kept text it sends again. */
export const keptField = 'kept'

/**
 * Keeps what somebody sent when their visit had ended, or before the second factor is asked for anew: sealed, for them
 * alone, until they are back. Returns its id; undefined when nothing was typed or nobody knows who it was.
 */
export async function keepTyped(c: Ask, why: string): Promise<string | undefined> {
  const owner = why === 'sign-in' ? c.var.formerly : why === 'confirm' ? c.var.person : undefined
  if (!owner || c.req.method !== 'POST') return undefined
  const typed = await formIn(c)
  const fields = [...withoutSecrets(typed ?? new URLSearchParams())].filter(([, value]) => value !== '')
  if (fields.length === 0) return undefined
  const given = typed?.get(keptField) ?? ''
  const kept = await c.var.store.change(async (view) => {
    const before = await view.draft(given)
    // only a kept text takes the place of one: not a draft of something else, nor anybody else's
    const id = isOwnKept(before, owner.id) ? given : randomBytes(12).toString('hex')
    view.saveDraft({ id, owner: owner.id, kind: 'form', path: c.req.path, fields, at: c.var.house.clock.now() })
    return done(id)
  })
  return kept.ok ? kept.value : undefined
}

/** Whether a draft is a text that was kept for this person. */
export const isOwnKept = (draft: Draft | undefined, personId: string): draft is Draft =>
  draft?.kind === 'form' && draft.owner === personId

/** Takes a kept text away once it was sent with success. */
export async function dropKept(c: Ask): Promise<void> {
  if (c.req.method !== 'POST' || c.res.status !== 303 || !c.var.person) return
  const id = (await formIn(c))?.get(keptField)
  const draft = id ? await c.var.store.draft(id) : undefined
  if (!isOwnKept(draft, c.var.person.id)) return
  await c.var.store.change((view) => done(view.removeDraft(draft.id)))
}
