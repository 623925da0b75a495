import { createHash } from 'node:crypto'
import { Chance } from '../../scripts/demo/chance.ts'
import { type Asking, browser } from './load.ts'
import type { Pools } from './pools.ts'
import { counsellors, partOfName } from './staff.ts'

/* Every page and form that is measured. */

const tokenOf = (secret: string): string => createHash('sha256').update(`token ${secret}`).digest('base64url')
const as = (secret: string) => ({ ...browser, Cookie: `__Host-visit=${secret}` })
const form = (secret: string) => ({
  ...as(secret),
  ...{ 'Content-Type': 'application/x-www-form-urlencoded', 'X-Token': tokenOf(secret) },
})
const guest = 'nobody'

type Get = (path: string | ((nth: number) => string), secret: string) => Asking
const get: Get = (path, secret) => ({
  status: 200,
  next: (nth) => ({ method: 'GET', path: typeof path === 'string' ? path : path(nth), headers: as(secret) }),
})

/** In the order in which they are measured; `numbers`: of cases, in no order. */
export function readings(pools: Pools, numbers: string[]): Record<string, Asking> {
  const [lead = ''] = pools.lead
  const counsellor = pools.counsellors[counsellors[0] ?? ''] ?? ''
  const chance = new Chance(5)
  return {
    list: get('/cases', lead),
    'list-own': get('/cases', counsellor),
    search: {
      status: 200,
      next(nth) {
        const secret = pools.lead[nth % pools.lead.length] ?? ''
        const body = new URLSearchParams({ text: partOfName(chance), stage: '', whose: 'all' }).toString()
        return { method: 'POST', path: '/cases/search', headers: form(secret), body }
      },
    },
    case: get((nth) => `/cases/${numbers[nth % numbers.length]}`, lead),
    calendar: get('/calendar', lead),
    'calendar-own': get('/calendar', counsellor),
    survey: { status: 200, next: () => ({ method: 'GET', path: '/s', headers: browser }) },
    report: get('/report', lead),
    'figures.json': get('/report/figures.json', lead),
  }
}

/** What can be asked once only for each case of the pool. */
export function writings(pools: Pools): Record<string, Asking> {
  const [lead = ''] = pools.lead
  const json = { ...browser, 'Content-Type': 'application/json', Cookie: `__Host-guest=${guest}` }
  return {
    accepted: {
      ...{ status: 303, once: true },
      next(nth) {
        const body = new URLSearchParams({
          ...{ decision: 'accepted', counsellorId: counsellors[nth % counsellors.length] ?? '' },
        }).toString()
        return { method: 'POST', path: `/referrals/${pools.waiting[nth]}/triage`, headers: form(lead), body }
      },
    },
    submission: {
      ...{ status: 200, once: true },
      next(nth) {
        const body = JSON.stringify({ token: pools.surveys[nth], ...pools.answers })
        return { method: 'POST', path: '/s/submission', headers: { ...json, 'X-Token': tokenOf(guest) }, body }
      },
    },
    booking: {
      ...{ status: 303, once: true },
      next(nth) {
        const { number, counsellorId, on } = pools.bookings[nth] ?? { number: '', counsellorId: '', on: '' }
        const fields = { sessionOn: on, startTime: '09:00', minutes: '50', kind: 'individual', mode: 'phone' }
        const body = new URLSearchParams(fields).toString()
        const secret = pools.counsellors[counsellorId] ?? ''
        return { method: 'POST', path: `/cases/${number}/sessions`, headers: form(secret), body }
      },
    },
  }
}

/** The two pages of the bare server. */
export const bareReadings = (): Record<string, Asking> => ({
  'bare-constant': { status: 200, next: () => ({ method: 'GET', path: '/constant', headers: browser }) },
  'bare-table': { status: 200, next: () => ({ method: 'GET', path: '/table', headers: browser }) },
})
