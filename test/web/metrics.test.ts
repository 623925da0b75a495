import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { siteOf } from '../../src/app.ts'
import { done, refused } from '../../src/result.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { Metrics } from '../../src/web/metrics.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { freshFolder } from '../support/folder.ts'
import { aHouse } from '../support/house.ts'
import { aDatabase, databases } from '../support/postgres.ts'
import { serving } from '../support/process.ts'
import { cast, clock, hill, river, summaries } from '../support/samples.ts'
import { casesAtEveryStage, saveStages } from '../support/stages.ts'

const test = suite('what is counted')
const onDatabase = (name: string, act: () => Promise<void>) => (databases === undefined ? test.skip : test)(name, act)

/** The value of a line of a scrape; undefined where there is no such line. */
const figure = (text: string, line: string): number | undefined => {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `))
  return found === undefined ? undefined : Number(found.slice(line.length + 1))
}
const scraped = async (url: string): Promise<string> => (await fetch(url)).text()

test('is shown to a real scrape, by the pattern of the route and never by what was asked for', async () => {
  const house = await aHouse(saveStages)
  await signedIn(house)
  const metrics = new Metrics(house.clock)
  const site = siteOf({ ...house, metrics })
  metrics.watch(house.store)
  metrics.ended('reminding', 3)
  const shown = await metrics.show('127.0.0.1', 0)
  const numbers = casesAtEveryStage.map(({ number }) => number)
  for (const number of numbers) await ask({ site }, 'seo', 'GET', `/cases/${number}?text=비밀`, { from: '192.0.2.7' })
  await ask({ site }, 'han', 'GET', '/nowhere/2026-0001/han@example.test')
  await ask({ site }, undefined, 'GET', '/s/a-secret-token')
  await ask({ site }, 'han', 'POST', '/cases/2026-0002/notes', { headers: { ...ownPage, ...asForm }, body: 'text=x' })
  await ask({ site }, 'han', 'BREW', '/cases')
  const text = await scraped(shown.url)
  const count = (labels: string) => figure(text, `saegil_request_seconds_count{${labels}}`)
  assert.is(count('method="GET",route="/cases/:number",status="2xx"'), numbers.length)
  assert.is(count('method="GET",route="none",status="4xx"'), 1)
  assert.is(figure(text, 'saegil_round_timestamp_seconds{round="reminding"}'), Date.parse(house.clock.now()) / 1000)
  assert.is(figure(text, 'saegil_messages_waiting'), 3)
  assert.equal([figure(text, 'saegil_store_ready'), figure(text, 'saegil_checkpoint_trouble')], [1, 0])
  assert.ok((figure(text, 'process_resident_memory_bytes') ?? 0) > 1_000_000)

  const names = cast.flatMap(({ id, name, email }) => [` ${id} `, `"${id}"`, name, email])
  const youths = casesAtEveryStage.map(({ youth }) => youth.name)
  const personal = [...names, ...youths, ...numbers, hill.name, river.name, '192.0.2.7', '비밀', 'secret', '@', '2026-']
  assert.equal(
    personal.filter((one) => text.includes(one)),
    [],
  )
  assert.not.match(text, /[가-힣]/)
  assert.is((await fetch(shown.url.replace('/metrics', '/cases'))).status, 404)
  assert.is((await ask({ site }, 'yoo', 'GET', '/metrics')).status, 404, 'it is no page of the site')
  shown.close()
  await house.close()
})

onDatabase('of a database: changes, decisions made anew, its connections and the log', async () => {
  const metrics = new Metrics(clock)
  const { connect } = await aDatabase()
  const store = await openPostgresStore({ connect, ...freshFolder(), summaries, clock, meter: metrics })
  const shown = await metrics.show('127.0.0.1', 0)
  const grow = (by: string) =>
    store.change(async (view) => {
      const failures = (await view.entry('tries', 'one'))?.failures ?? 0
      view.saveEntry('tries', { id: 'one', failures: failures + 1, at: clock.now() })
      return done(by)
    })
  await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(grow))
  await store.change(() => refused({ reason: 'changed-meanwhile' }))
  const entry = { at: clock.now(), deed: 'open a case', decision: 'allowed', status: 200 } as const
  await Promise.all([store.log(entry), store.log(entry)])
  const text = await scraped(shown.url)
  assert.is(figure(text, 'saegil_changes_total{how="kept"}'), 6)
  assert.is(figure(text, 'saegil_changes_total{how="refused"}'), 1)
  assert.ok((figure(text, 'saegil_decisions_anew_total') ?? 0) > 0, 'six at once on one record')
  assert.is(figure(text, 'saegil_conflicts_given_up_total'), 0)
  assert.is(figure(text, 'saegil_log_lines_total{added="yes"}'), 2)
  assert.is(figure(text, 'saegil_log_writing_seconds_count'), 1, 'both in one writing')
  const of = (which: string) => figure(text, `saegil_database_connections{which="${which}"}`) ?? 0
  assert.ok(of('all') > 1 && of('idle') > 1)
  assert.is(of('waiting'), 0)
  await store.close()
  const closed = await fetch(shown.url)
  assert.is(closed.status, 200)
  const after = await closed.text()
  assert.is(figure(after, 'saegil_database_connections{which="all"}'), 0)
  shown.close()
})

test('is shown at an address of its own, where that was asked for', async () => {
  const [{ dir }, { keyFile }] = [freshFolder(), freshFolder()]
  const house = await aHouse(undefined, { dir, keyFile })
  await house.close()
  const env = { KEY_FILE: keyFile, METRICS: '127.0.0.1:0' }
  const { url, said, stop } = await serving('src/server.ts', ['--port', '0', '--data', dir], env)
  const [, metricsUrl = ''] = /^metrics (\S+)$/m.exec(said()) ?? []
  await fetch(`${url}/health`)
  const text = await scraped(metricsUrl)
  assert.is(figure(text, 'saegil_request_seconds_count{method="GET",route="/health",status="2xx"}'), 1)
  for (const round of ['housekeeping', 'reminding', 'alarm'])
    assert.ok((figure(text, `saegil_round_timestamp_seconds{round="${round}"}`) ?? 0) > 1_700_000_000, round)
  assert.not.match(said(), /failed/)
  await stop()
})

test.run()
