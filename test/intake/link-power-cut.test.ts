import { cpSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { siteOf } from '../../src/app.ts'
import { issueSurvey } from '../../src/intake/issue-survey.ts'
import { draftOf } from '../../src/intake/survey-draft.ts'
import { hashOf, newToken } from '../../src/people/token.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { summaries } from '../../src/summaries.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { readAssets } from '../../src/web/assets.ts'
import { wholeAnswers } from '../support/answers.ts'
import { ask, ownPage } from '../support/asking.ts'
import { FaultyFiles } from '../support/faulty-files.ts'
import { freshFolder } from '../support/folder.ts'
import { aHouse, standingClock } from '../support/house.ts'
import { signed } from '../support/samples.ts'
import { aCaseInSessions } from '../support/stages.ts'

/*
 * The answers, the spent link, the half survey that is done with, what somebody must look at and whom it is told: all
 * of it is kept or nothing is, wherever in between the power fails.
 */

const test = suite('the power fails while answers are sent')

const number = '2026-0001'
const token = newToken()
const intake = newestOf(shipped, 'intake')
if (!intake) throw new Error('there is no intake survey')
const answers: Record<string, unknown> = { ...wholeAnswers(intake), talk: 'yes' }
const headers = { ...ownPage, 'Content-Type': 'application/json' }
const tell = (site: ReturnType<typeof siteOf>, path: string, body: object) =>
  ask({ site }, undefined, 'POST', `/s/${path}`, { headers, body: JSON.stringify({ token, ...body }) })

/** Half answered, on the disk, with nobody at it. */
async function begun(): Promise<{ dir: string; keyFile: string }> {
  const house = await aHouse((view) => {
    const at = '2026-11-22T00:00:00.000Z'
    const issued = issueSurvey(
      aCaseInSessions({ number, surveys: [], concerns: [] }),
      { wave: 'intake', linkHash: hashOf(token) },
      1,
      signed('han', at),
    )
    if (issued.ok) view.saveCase(issued.value)
  }, freshFolder())
  assert.is((await tell(house.site, 'opening', {})).status, 200)
  assert.is((await tell(house.site, 'answers', { answers: { ctrl: answers.ctrl }, page: 1 })).status, 200)
  await house.close()
  return house
}
const before = await begun()

type Place = { dir: string; keyFile: string }
const open = (place: Place, faulty?: FaultyFiles) =>
  openEmbeddedStore({
    ...{ ...place, summaries, clock: standingClock('2026-11-22T01:00:00.000Z') },
    ...(faulty && { files: faulty.files }),
  })

/** Sends the answers on a disk that loses its power at that call; says what was answered and how many calls there were. */
async function sentUntil(place: Place, at: number): Promise<{ told: boolean; calls: number }> {
  const faulty = new FaultyFiles()
  const store = await open(place, faulty)
  const clock = standingClock('2026-11-22T01:00:00.000Z')
  const site = siteOf({ store, clock, assets: readAssets() })
  faulty.calls.length = 0
  Object.assign(faulty, { fault: 'power cut', at })
  const told = await tell(site, 'submission', { answers }).then(
    ({ status }) => status === 200,
    () => false,
  )
  const calls = faulty.calls.length
  await store.close()
  return { told, calls }
}

/** What the next start finds. */
async function foundIn(place: Place) {
  const store = await open(place)
  const file = await store.caseFile(number)
  const [survey] = file?.surveys ?? []
  const found = {
    response: survey?.response !== undefined,
    journal: file?.journal.some(({ deed }) => deed === 'survey-answered') ?? false,
    draft: (await store.draft(draftOf(number, survey?.id ?? ''))) !== undefined,
    concerns: file?.concerns.length ?? 0,
    alarms: (await store.entries('alarms')).length,
    told: (await store.entries('notices', { what: 'help-needed' })).length > 0,
  }
  const again = await tell(
    siteOf({ store, clock: standingClock('2026-11-22T01:00:00.000Z'), assets: readAssets() }),
    'opening',
    {},
  )
  await store.close()
  return { ...found, spent: again.status === 409 }
}

const copyOf = ({ dir, keyFile }: Place): Place => {
  const place = freshFolder({ inMemory: true })
  cpSync(dir, place.dir, { recursive: true })
  cpSync(keyFile, place.keyFile)
  return place
}

const whole = { response: true, journal: true, draft: false, concerns: 1, alarms: 1, told: true, spent: true }
const none = { response: false, journal: false, draft: true, concerns: 0, alarms: 0, told: false, spent: false }

test('at every call to the disk: the link is spent exactly when the response is stored', async () => {
  const { told, calls } = await sentUntil(copyOf(before), 0)
  assert.ok(told && calls > 5, `${calls} calls`)
  let kept = 0
  for (let at = 1; at <= calls; at++) {
    const place = copyOf(before)
    const sent = await sentUntil(place, at)
    const found = await foundIn(place)
    if (found.response) kept++
    assert.equal(found, found.response ? whole : none, `call ${at} of ${calls}`)
    assert.ok(!sent.told || found.response, `call ${at}: told that it arrived, and it did not`)
  }
  assert.ok(kept > 0 && kept < calls, `${kept} of ${calls}`)
})

test.run()
