// Over 150 lines because every way in which a request is malformed stands here once.
import naughty from 'big-list-of-naughty-strings' with { type: 'json' }
import { type Deed, may, mightEver } from '../../src/people/may.ts'
import { asForm, type Door, filledIn, ownPage } from './asking.ts'
import type { Chance } from './chance.ts'
import { cast } from './samples.ts'
import type { Blow } from './siege.ts'

/*
 * Requests that no page of ours makes, for any route, drawn by chance from a seed. Those for `inVain` cannot be a valid
 * change, whatever they hold: they come from elsewhere, carry no token of ours, are no form, or name what is not there
 * or what their sender has no right to. Those that are a form of ours in all but what stands in the fields may be one:
 * a note may well read `<script>`.
 */

const oneOf = <T>(chance: Chance, all: readonly T[]): T => all[chance(all.length)]!

const odd = [
  ...(naughty as string[]),
  ...['', '\0\x01\x7f', '\ufeff\u202e', '9'.repeat(400), '1e309', '-0', '-1', '2026-02-30', '25:61', 'NaN', '[]', '{}'],
  ...['__proto__', 'constructor', 'toString', 'seo', 'bora', 'hill', '2026-0001', '2026-9999', '2026-11-16-01', 'true'],
  ...['a,b', 'a\r\nSet-Cookie: x=1', '900101-1234567', 'ㄱ'.repeat(600), '\ud800', 'on', 'sign', '김민준'],
]
/** What stands in a path: encoded as it should be, in halves, twice, or not at all. */
const parts = [
  ...['%', '%00', '%ED%A0%80', '%E0%A4%A', '..%2F..%2Fetc%2Fpasswd', '%2e%2e', '__proto__', 'constructor', '2026-9999'],
  ...['-1', '9'.repeat(400), '%F0%9F%92%A9', 'a%0d%0aSet-Cookie:x=1', "'--", '%252e%252e', '2026-0001%00', 'NaN', '*'],
]
const elsewhere: Record<string, string>[] = [
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site', Origin: 'https://saegil.test' },
  { 'Sec-Fetch-Site': 'none' },
  { 'Sec-Fetch-Site': 'SAME-ORIGIN' },
  { Origin: 'https://saegil.test.evil.example' },
  { Origin: 'null' },
  { Origin: 'not an address', 'Sec-Fetch-Site': 'same-origin' },
  {},
]
const types = [
  ...[
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=a',
    'x',
    '/',
    '',
  ],
  ...['multipart/form-data', 'application/x-www-form-urlencoded; charset=utf-16', 'APPLICATION/JSON', 'text/xml'],
]
const deep = '['.repeat(20_000)
const bodies = [
  ...['{"a":', '{}', 'null', '--\r\n', '\0\0', 'a=1', '{"__proto__":{"role":"lead"}}', '%ED%A0%80', '', deep, '\ud800'],
  ...[
    '--a\r\nContent-Disposition: form-data; name="a"\r\n\r\n',
    '--a--',
    '{"a":1e999}',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
  ],
  ...['=&=&&&', '%=%&name=%ED%A0%80&%E0%A4%A=1', 'a&'.repeat(1_000), `${'{"a":'.repeat(2_000)}1`],
]
/** What calls itself JSON and is none, or is no object. */
const noJson = [
  '{"a":',
  '',
  'null',
  '[]',
  '1',
  '"a"',
  '{"a":1,}',
  "{'a':1}",
  deep,
  `${'{"a":'.repeat(2_000)}1`,
  '\ud800',
  '{}{}',
]
const heads: Record<string, string>[] = [
  { Cookie: '__Host-visit=%E0%A4%A; =; ;;; __proto__=1; __Host-lang=xx' },
  { Cookie: `__Host-visit=${'a'.repeat(6_000)}` },
  { Cookie: 'a=1; '.repeat(300) },
  { 'Accept-Language': 'x'.repeat(1_000), 'Accept-Encoding': 'br;q=x, *' },
  { 'HX-Request': 'true', 'HX-Target': '<script>', 'HX-Current-URL': 'javascript:1' },
  { 'X-Forwarded-For': '::1', 'X-Forwarded-Host': 'evil.example', Forwarded: 'for=x' },
  { Range: 'bytes=0-0,-1', 'If-None-Match': '*', 'Transfer-Encoding': 'x', Expect: '100-continue' },
  { Authorization: 'Basic !!!!', 'X-HTTP-Method-Override': 'DELETE', 'If-Modified-Since': 'never' },
]
const methods = ['HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'POST', 'GET', 'QUERY', 'get']
const real = { number: '2026-0002', reference: '2026-0002', id: '2026-11-16-01' }
/** The lead, a counsellor, a school, who runs the system, and nobody. */
const whom = ['seo', 'han', 'ma', 'yoo', undefined] as const

/** What is known of the site that is besieged. */
export interface Field {
  doors: Door[]
  fieldNames: string[]
}

/** Draws what is malformed; of a kind that does not fit the route it draws nothing. */
type Kind = (chance: Chance, door: Door, field: Field) => Blow | undefined

function fieldsOf(chance: Chance, names: string[], most: number): URLSearchParams {
  const fields = new URLSearchParams()
  for (let left = 1 + chance(most); left > 0; left--) {
    const name = chance(12) === 0 ? oneOf(chance, odd) : oneOf(chance, names)
    for (let times = chance(5) === 0 ? 3 : 1; times > 0; times--) fields.append(name, oneOf(chance, odd))
  }
  return fields
}

const named = (chance: Chance, path: string): string => path.replace(/:(\w+)(\{[^/]*\})?/g, () => oneOf(chance, parts))
const asked = (chance: Chance, names: string[]): string =>
  Array.from({ length: chance(4) }, () => `${oneOf(chance, names)}=${oneOf(chance, parts)}`).join('&')
const form = { ...ownPage, ...asForm }
const isPost = ({ method }: Door) => method === 'POST'
/** Of a route without a guard the deed is empty: whoever asks may. */
const isGuarded = ({ deed }: Door) => deed !== '' && !may(undefined, deed as Deed)
const others = (door: Door) =>
  isGuarded(door)
    ? whom.filter(
        (who) =>
          who === undefined ||
          !mightEver(
            cast.find(({ id }) => id === who),
            door.deed as Deed,
          ),
      )
    : []

const inVain: Record<string, Kind> = {
  'from elsewhere': (chance, door, { fieldNames }) =>
    isPost(door)
      ? {
          ...{ who: oneOf(chance, whom), method: 'POST', path: filledIn(door.path, real) },
          headers: { ...oneOf(chance, elsewhere), ...asForm },
          body: fieldsOf(chance, fieldNames, 4).toString(),
        }
      : undefined,
  'with a token that is not ours': (chance, door, { fieldNames }) => {
    const token = oneOf(chance, ['', 'x', 'undefined', '__proto__', 'a'.repeat(43), '=', 'é'])
    const headers = { ...form, 'X-Token': token }
    const body = `${fieldsOf(chance, fieldNames, 3)}&token=${token}`
    return isPost(door)
      ? { who: oneOf(chance, whom), method: 'POST', path: filledIn(door.path, real), headers, body }
      : undefined
  },
  'that is no form of ours': (chance, door) =>
    isPost(door)
      ? {
          ...{ who: oneOf(chance, whom), method: 'POST', path: filledIn(door.path, real) },
          headers: { ...ownPage, 'Content-Type': oneOf(chance, types), ...(chance(4) ? {} : oneOf(chance, heads)) },
          body: oneOf(chance, bodies),
        }
      : undefined,
  'of JSON that is none': (chance, door) =>
    isPost(door)
      ? {
          ...{ who: oneOf(chance, whom), method: 'POST', path: filledIn(door.path, real), body: oneOf(chance, noJson) },
          headers: { ...ownPage, 'Content-Type': oneOf(chance, ['application/json', 'APPLICATION/JSON;charset=x']) },
        }
      : undefined,
  'for what is not there': (chance, door, { fieldNames }) =>
    door.path.includes(':') && !keepsAllTheSame.includes(door.path)
      ? {
          ...{ who: oneOf(chance, whom), method: door.method, path: named(chance, door.path) },
          ...(isPost(door) && { headers: form, body: fieldsOf(chance, fieldNames, 6).toString() }),
        }
      : undefined,
  'without the right': (chance, door, { fieldNames }) => {
    const who = others(door)
    return isPost(door) && who.length > 0
      ? {
          ...{ who: oneOf(chance, who), method: 'POST', path: filledIn(door.path, real), headers: form },
          body: fieldsOf(chance, fieldNames, 6).toString(),
        }
      : undefined
  },
  'with an odd method': (chance, { path }, { doors }) => {
    const method = oneOf(chance, methods)
    const isOwn = doors.some((one) => one.path === path && one.method === method)
    const headers = chance(2) ? form : {}
    return isOwn ? undefined : { who: oneOf(chance, whom), method, path: filledIn(path, real), headers }
  },
  'with an odd question': (chance, door, { fieldNames }) => {
    const question = asked(chance, [...fieldNames, 'from', 'to', 'week', 'day', 'page', 'q'])
    const headers = { ...ownPage, ...(chance(3) ? {} : oneOf(chance, heads)) }
    const path = `${filledIn(door.path, real)}?${question}`
    return isPost(door) ? undefined : { who: oneOf(chance, whom), method: 'GET', path, headers }
  },
}

/** So many requests for a route that can change nothing. */
export function inVainFor(chance: Chance, door: Door, field: Field, count: number): (Blow & { kind: string })[] {
  const blows: (Blow & { kind: string })[] = []
  while (blows.length < count) {
    const kind = oneOf(chance, Object.keys(inVain))
    const blow = inVain[kind]!(chance, door, field)
    if (blow) blows.push({ ...blow, kind })
  }
  return blows
}

/** What is typed into a referral whose draft is gone is kept as a new one: that is meant. */
const keepsAllTheSame = ['/referrals/drafts/:id']

/** So many forms of ours, by whoever may send them, in which nothing stands that anybody would type. */
export const formsFor = (chance: Chance, door: Door, { fieldNames }: Field, count: number): Blow[] =>
  Array.from({ length: count }, () => {
    const fields = fieldsOf(chance, fieldNames, 25)
    const body = chance(8)
      ? fields.toString()
      : oneOf(chance, ['', '=&=&&&', '%=%&name=%ED%A0%80&%E0%A4%A=1', `${fields}&%`])
    return { who: oneOf(chance, whom), method: 'POST', path: filledIn(door.path, real), headers: form, body }
  })
