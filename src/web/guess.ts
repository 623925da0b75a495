import { createHash } from 'node:crypto'
import { accountWait, addressWait, takenBack, triedAccount, triedAddress } from '../people/tries.ts'
import { done, type Result, refused } from '../result.ts'
import type { View } from '../store/store.ts'
import type { Ask } from './site.ts'

/** What is tried. Passkeys have tries of their own: guessing passwords never keeps a passkey out. */
export interface Try {
  what: 'password' | 'code' | 'passkey'
  /** whose: an address as typed, known or not; a person's id; nobody's yet for a passkey */
  account?: string
  /** where the page says how long to wait */
  field?: string
}

const idOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

function idsOf(c: Ask, { what, account }: Try): { account?: string; address: string } {
  const address = idOf(`${what === 'passkey' ? what : 'typed'} from ${c.var.from}`)
  return account === undefined ? { address } : { account: idOf(`${what} of ${account}`), address }
}

/**
 * Evaluates a password, a code or a passkey unless it is too soon after others that were wrong. Then nothing is
 * evaluated, and the refusal says how many seconds are left. What is right clears the account's earlier failures.
 */
export async function inTurn<T>(c: Ask, one: Try, evaluate: () => Promise<Result<T>>): Promise<Result<T>> {
  const now = c.var.house.clock.now()
  const ids = idsOf(c, one)
  const turn = await c.var.store.change(async (view) => {
    const [account, address] = await triesOf(view, ids)
    const seconds = Math.max(accountWait(account, now), addressWait(address, now))
    if (seconds > 0)
      return refused({ reason: 'sign-in-wait', with: { seconds }, ...(one.field && { field: one.field }) })
    if (ids.account) view.saveEntry('tries', triedAccount(ids.account, account, now))
    view.saveEntry('tries', triedAddress(ids.address, address, now))
    return done(undefined)
  })
  if (!turn.ok) {
    c.header('Retry-After', String(turn.refusals[0]?.with?.seconds ?? 1))
    return turn
  }
  const result = await evaluate()
  const isBusy = !result.ok && result.refusals.some(({ reason }) => reason === 'sign-in-busy')
  if (!result.ok && !isBusy) return result
  await c.var.store.change(async (view) => {
    const [account, address] = await triesOf(view, ids)
    if (address) view.saveEntry('tries', takenBack(address))
    if (account && isBusy) view.saveEntry('tries', takenBack(account))
    if (account && !isBusy) view.removeEntry('tries', account.id)
    return done(undefined)
  })
  return result
}

const triesOf = (view: View, { account, address }: ReturnType<typeof idsOf>) =>
  Promise.all([account === undefined ? undefined : view.entry('tries', account), view.entry('tries', address)])
