import { createHash, randomBytes } from 'node:crypto'
import type { CaseFile, Consent, PersonalLink } from '../../src/casefile/casefile.ts'
import { done } from '../../src/result.ts'
import { ownPage, tokenOf } from './asking.ts'
import type { TestHouse } from './house.ts'
import { aCase, signed } from './samples.ts'
import type { Visitor } from './visitor.ts'

/*
 * Links of youths and guardians as they are handed out, and people who come by them.
 */

/** Minjun, 13, accepted and Han's; his mother is named, and his father as the second guardian. */
export const aYoungCase = (changes: Partial<CaseFile> = {}): CaseFile =>
  aCase({
    triage: [{ decision: 'accepted', ...signed('seo') }],
    assignments: [{ counsellorId: 'han', ...signed('seo') }],
    guardians: [
      { relation: 'mother', name: '박서윤', phone: '010-0000-0001' },
      { relation: 'father', name: '김도현', phone: '010-0000-0002' },
    ],
    ...changes,
  })

/** An answer of Minjun's mother (0), his father (1), or his own. */
export const said = (kind: string, changes: Partial<Consent> = {}): Consent => ({
  ...{ kind, giver: 'youth', route: 'paper', textVersion: '1', answer: 'given', on: '2026-11-20' },
  ...signed('han', '2026-11-20T01:00:00.000Z'),
  ...changes,
})
export const saidByGuardian = (kind: string, guardian: number, changes: Partial<Consent> = {}): Consent =>
  said(kind, { giver: 'guardian', guardian, ...changes })

/** A token and the link that keeps its hash; made on 22 November 2026 at 09:00 in Seoul. */
export function aLink(changes: Partial<PersonalLink> = {}): { token: string; link: PersonalLink } {
  const token = randomBytes(32).toString('base64url')
  const link: PersonalLink = {
    ...{ id: 'guardian-1', whose: 'guardian', ...(changes.whose !== 'youth' && { guardian: 0 }) },
    linkHash: createHash('sha256').update(token).digest('base64url'),
    ...{ answerBy: '2026-12-06T00:00:00.000Z', expiresAt: '2027-02-20T00:00:00.000Z' },
    ...signed('han', '2026-11-22T00:00:00.000Z'),
    ...changes,
  }
  return { token, link }
}

/** Opens a link as whoever was sent it: looks at it, and presses the button. */
export async function comesBy(visitor: Visitor, token: string): Promise<Visitor> {
  await visitor.open(`/consent/${token}`)
  return visitor.press(visitor.sees('Open what was sent') ? 'Open' : '열기')
}

/** A request by hand from whoever holds the cookie of a link. */
export function asksByLink(house: Pick<TestHouse, 'site'>, token: string) {
  const headers = { ...ownPage, Cookie: `__Host-guest=nobody; __Host-my=${token}`, 'X-Token': tokenOf('nobody') }
  return (path: string, fields?: Record<string, string>) =>
    house.site.request(`https://saegil.test${path}`, {
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
      headers,
    })
}

/** Puts a case into the store anew. */
export const saveCase = async ({ store }: Pick<TestHouse, 'store'>, caseFile: CaseFile): Promise<void> =>
  void (await store.change((view) => done(view.saveCase(caseFile))))
