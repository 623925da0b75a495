// Over 150 lines because every door and every page is tried in one house, as everybody who may come.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Deed, deeds } from '../../src/people/may.ts'
import { done } from '../../src/result.ts'
import { asForm, ask, type Door, doorsOf, filledIn, ownPage, signedIn, tokenOf } from '../support/asking.ts'
import { checkCodeOf } from '../support/certified.ts'
import { crawl } from '../support/crawl.ts'
import { feedToken } from '../support/feed.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { absenceOfHan, due, linkTokens, returned, saveRelations, sessionIdOf } from '../support/relations.ts'
import { casesAtEveryStage, saveStages, secrets } from '../support/stages.ts'
import { aHastyVisitor } from '../support/visitor.ts'
import { expected, expectedAt, type Principal, principals, type Relation, relations } from './access-table.ts'

let house: TestHouse

/** Whether somebody who was let through changed something. */
let touched = false
async function reset(): Promise<void> {
  await house.store.change((view) => done(saveRelations(view)))
  await signedIn(house)
  touched = false
}

function watch({ store }: TestHouse): void {
  const change = store.change.bind(store)
  store.change = async (decide) => {
    const result = await change(decide)
    touched ||= result.ok
    return result
  }
}

/** Drafts are their owner's, whoever may refer: every principal has one of their own. */
const idIn = (path: string, number: string, who: string | undefined): string => {
  if (path.includes('/drafts/')) return `draft-${who}`
  if (path.includes('/kept/')) return `kept-${who}`
  if (path.startsWith('/absences/')) return absenceOfHan
  if (path.includes('/alarms/')) return `alarm-${number}`
  if (path.includes('/notices/')) return `notice-${who}`
  if (path.startsWith('/report/exports/')) return '2026-01'
  if (path.startsWith('/settings/')) return /people|schools|rooms/.exec(path)?.[0] ?? ''
  if (path.startsWith('/surveys/')) return 'intake.v1'
  return path.includes('/surveys/') ? 'intake-1' : sessionIdOf(number)
}

/** Each asks from an address of its own: how often an address may ask is another matter. */
let asked = 0
const address = () => `10.${asked >> 16}.${(asked >> 8) & 255}.${asked++ & 255}`

/** What an address that names no case answers is the same whatever the case is to somebody: it is asked once. */
const answered = new Map<string, string>()
/** how many requests that makes */
let cells = 0

async function outcome({ method, path }: Door, who: Principal, relation: Relation): Promise<string> {
  const number = path.endsWith('/amendment') ? returned : relations[relation]
  const id = idIn(path, number, who)
  const byLink = who === 'guardian' || who === 'youth'
  const token = byLink ? linkTokens[who] : 'x'
  const code = checkCodeOf(relations.assigned)
  const values = { number, reference: '2026-0101', id, token, part: 'youth', link: 'link-youth', case: due, code }
  const filled = filledIn(path, {
    ...values,
    incident: '2026-01',
    format: 'csv',
    inquiry: '2026-01',
    release: '2026-01',
    import: '2026-01',
    feed: `${feedToken}.ics`,
  })
  const same = answered.get(`${who} ${method} ${filled}`)
  if (same) return same
  cells++
  const cookie = byLink && { Cookie: `__Host-my=${linkTokens[who]}; __Host-guest=nobody`, 'X-Token': tokenOf('nobody') }
  const posted =
    method === 'POST'
      ? { headers: { ...ownPage, ...asForm, ...cookie }, body: '' }
      : { headers: { ...ownPage, ...cookie } }
  const answer = await ask(house, byLink ? undefined : who, method, filled, { ...posted, from: address() })
  const text = await answer.text()
  const to = answer.headers.get('Location') ?? ''
  const came = letter(answer.status, to) ?? `${answer.status}: ${text.slice(0, 200)}`
  answered.set(`${who} ${method} ${filled}`, came)
  return came
}

/** How the table writes an answer; undefined for a failure of the house. */
function letter(status: number, to: string): string | undefined {
  if (to === '/sign-in' || to.startsWith('/sign-in?to=') || status === 401) return 's'
  if (status >= 500) return undefined
  return [403, 404, 409].includes(status) ? String(status)[2] : '+'
}

const doors = suite('doors')
doors.before(async () => {
  house = await aHouse()
  watch(house)
  await reset()
})
doors.after(() => house.close())

doors('open to whom the table says, whatever the case is to them, and to nobody else', async () => {
  const wrong: string[] = []
  for (const door of doorsOf(house)) {
    for (const relation of Object.keys(relations) as Relation[]) {
      const row = expectedAt(door.path, door.deed as Deed, relation)
      const came = (await Promise.all(principals.map((who) => outcome(door, who, relation)))).join('')
      if (came !== row) wrong.push(`${door.method} ${door.path} (${door.deed}), ${relation}: ${came}, not ${row}`)
      if (touched) await reset()
    }
  }
  console.log(`    ${doorsOf(house).length} doors, ${cells} cells`)
  assert.equal(wrong, [])
  assert.ok(cells > 2_400)
})

doors('are all in the table, and the table has no other', () => {
  assert.equal(Object.keys(expected).sort(), Object.keys(deeds).sort())
})

doors('a case that one may not know of looks exactly like one that is not there', async () => {
  for (const who of ['bora', 'oh', 'yoo'])
    for (const { method, path } of doorsOf(house).filter((door) => door.path.includes(':number'))) {
      const posted = method === 'POST' ? { headers: { ...ownPage, ...asForm }, body: '' } : {}
      const answers = await Promise.all(
        [relations.assigned, relations.none].map(async (number) => {
          const there = filledIn(path, { number, id: idIn(path, number, who) })
          const answer = await ask(house, who, method, there, posted)
          return [answer.status, [...answer.headers], await answer.text()]
        }),
      )
      assert.is(JSON.stringify(answers[0]), JSON.stringify(answers[1]), `${who} ${method} ${path}`)
    }
})

doors('a draft, and what was kept of a form, is nobody else’s', async () => {
  for (const who of ['bora', 'seo', 'oh'])
    for (const path of ['/referrals/drafts/draft-han', '/referrals/drafts/draft-han/check', '/kept/kept-han'])
      assert.is((await ask(house, who, 'GET', path)).status, 404, `${who} ${path}`)
})

doors.run()

const eyes = suite('what stands on somebody’s pages')
eyes.before(async () => {
  house = await aHouse(saveStages)
  await signedIn(house)
})
eyes.after(() => house.close())
const [minjun = '', jiho = '', boras = '', closed = '', sentBack = ''] = casesAtEveryStage.map(
  ({ youth }) => youth.name,
)
const { summary, process, interview, forSchool } = secrets
const sight: [who: string, sees: string[], never: string[]][] = [
  ['han', [jiho, closed, summary, process, interview, forSchool], [minjun, boras, sentBack]],
  ['bora', [boras], [minjun, jiho, closed, sentBack, summary, process, interview, forSchool]],
  ['seo', [minjun, jiho, boras, closed, sentBack, summary, interview], [process]],
  ['yoo', [], [minjun, jiho, boras, closed, sentBack, summary, process, interview, forSchool]],
  ['oh', [minjun, closed], [jiho, sentBack, summary, process, interview, forSchool]],
  ['ma', [jiho, sentBack, forSchool], [minjun, boras, closed, summary, process, interview]],
]
for (const [who, sees, never] of sight)
  eyes(`${who} sees what is theirs to see, and nothing else`, async () => {
    const visitor = await aHastyVisitor(house).signIn(who)
    let all = ''
    const last = (page: typeof visitor) => {
      for (const words of never) assert.not.match(page.text, words, `${who} on ${page.path}`)
      all += page.text
    }
    await crawl(visitor, last)
    for (const words of sees) assert.ok(all.includes(words), `${who} never sees ${words}`)
  })

eyes.run()
