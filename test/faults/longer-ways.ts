import type { Chance } from '../../scripts/demo/chance.ts'
import { asForm, ask, ownPage } from '../support/asking.ts'
import { get, post } from '../support/cookies.ts'
import type { TestHouse } from '../support/house.ts'

/* What takes several pages in turn, as browsers would ask for them. Each says what was acknowledged at its end. */

/** An answer that was read to its end; `to` is where it leads. */
export interface Heard {
  status: number
  to: string
  text: string
  headers: Headers
}

/** A house, how each answer is timed, and what happens by chance. */
export interface Way {
  house: TestHouse
  timed: (kind: string, act: () => Response | Promise<Response>) => Promise<Heard>
  chance: Chance
}

/** What a school types of somebody; the day is that of the server. */
export const referral = (on: string): Record<string, string> => ({
  ...{
    name: '김민준',
    birthDate: '2012-05-20',
    gender: 'male',
    level: 'middle',
    source: 'teacher',
    basis: 'voluntary',
  },
  ...{ types: 'possession', spread: 'no', relation: 'stranger', sameSchool: 'no', guardianTold: 'yes' },
  ...{ referrerName: '오선생', referredOn: on },
})

/** Half a referral is kept, then the whole, and sent; answers its number. */
export async function refers(
  { house, timed }: Pick<Way, 'house' | 'timed'>,
  secret: string,
  on: string,
): Promise<string | undefined> {
  await timed('referral form', () => get(house, secret, '/referrals/new'))
  const half = pressed('later', { name: '김민준' })
  const kept = await timed('referral kept', () => post(house, secret, '/referrals/drafts', half))
  const draft = /^\/referrals\/drafts\/(\w+)/.exec(kept.to)?.[1]
  if (!draft) return undefined
  const path = `/referrals/drafts/${draft}`
  await timed('referral kept', () => post(house, secret, path, referral(on)))
  await timed('referral checked', () => get(house, secret, `${path}/check`))
  const { to } = await timed('referral sent', () => post(house, secret, '/referrals', { draft }))
  return /^\/referrals\/receipt\/([\d-]+)/.exec(to)?.[1]
}

/** What a note was acknowledged to say, by its case and session. */
export type Noted = Map<string, string>

/** A note that waits is typed, and kept as it grows; now and then it is signed. */
export async function writesNote({ house, timed, chance }: Way, secret: string, noted: Noted): Promise<void> {
  const list = await timed('notes', () => get(house, secret, '/notes'))
  const paths = [...list.text.matchAll(/href="(\/cases\/[\d-]+\/notes\/[\d-]+)"/g)].map(([, path = '']) => path)
  if (paths.length === 0) return
  const path = chance.one(paths)
  let since = sinceIn((await timed('note', () => get(house, secret, path))).text)
  let account = noted.get(path) ?? ''
  for (let times = chance.whole(1, 4); times > 0; times--) {
    account = `${account} 오늘은 ${chance.whole(1, 1e6)}`.slice(-3000)
    const typed = { account: account.trim(), since, severity: 'watch' }
    const keeps = { 'HX-Request': 'true' }
    const kept = await timed('note kept', () => post(house, secret, path, typed, keeps))
    const next = sinceIn(kept.text)
    if (kept.status !== 200 || next === since || kept.text.includes('class="problem"')) return
    since = next
    noted.set(path, typed.account)
  }
  if (!chance.happens(0.02)) return
  const signed = pressed('sign', { account: noted.get(path) ?? '', since, severity: 'watch' })
  await timed('note signed', () => post(house, secret, path, signed))
}

/** With the button that says what is to come of it: a field named `then`. */
const pressed = (button: string, fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries([...Object.entries(fields), ['then', button]])

const sinceIn = (text: string): string => /name="since" value="([^"]*)"/.exec(text)?.[1] ?? ''

/** Staff make a link for somebody, who opens it and says yes to all that is asked; whether that was taken. */
export async function consents(
  { house, timed }: Way,
  secret: string,
  { number, whose }: { number: string; whose: string },
): Promise<boolean> {
  const made = await timed('link made', () => post(house, secret, `/cases/${number}/consents/links`, { whose }))
  const token = /\/consent\/([\w-]{20,})/.exec(made.text)?.[1]
  if (!token) return false
  const Cookie = `__Host-guest=nobody; __Host-my=${token}`
  const asks = (kind: string, path: string, fields?: Record<string, string>) =>
    timed(kind, () =>
      ask(house, undefined, fields ? 'POST' : 'GET', path, {
        headers: { ...ownPage, ...(fields && asForm), Cookie },
        ...(fields && { body: new URLSearchParams(fields).toString() }),
      }),
    )
  await asks('link looked at', `/consent/${token}`)
  await asks('link opened', `/consent/${token}/opening`, {})
  const sheet = await asks('sheet', '/my')
  const asked = [...sheet.text.matchAll(/<input type="radio" name="([\w-]+)" value="given"/g)]
  const said = Object.fromEntries(asked.map(([, kind = '']) => [kind, 'given']))
  // a youth's sheet has no such field, and reads none
  const { to } = await asks('consent given', '/my/answers', { ...said, signedName: '아무개' })
  await asks('own page', '/my/page')
  return to.includes('done=own-answered')
}
