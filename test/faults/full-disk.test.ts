// Over 150 lines because it is one story on two disks: filled, asked, emptied, asked again, and what is there at last.
import { createHash } from 'node:crypto'
import { readFileSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { verifyLog } from '../../src/store/log-verify.ts'
import { summaries } from '../../src/summaries.ts'
import { freshFolder } from '../support/folder.ts'
import { moveIn, standingClock } from '../support/house.ts'
import { type Serving, serving } from '../support/process.ts'
import { cast } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { strayIn } from './disk-oracle.ts'
import { aFiller, asking, block, cases, type Wish, wishes } from './full-disk-wishes.ts'
import { noDisks, SmallDisk } from './small-disk.ts'

/*
 * The real server on a small disk that is filled and emptied again and again, each time with another bit of room left,
 * so that it is another step of a change that finds none. ROUNDS=n says how often.
 */

const test = suite('a disk that is full')
const why = noDisks()
if (why) console.log(`SKIPPED a disk really filled: ${why}`)
const onDisk = why ? test.skip : test
const rounds = Number(process.env.ROUNDS ?? 14)

const now = '2026-11-22T01:00:00.000Z'
const clock = standingClock(now)

const started = (dir: string, keyFile: string): Promise<Serving> =>
  serving('test/support/server-child.ts', [now, '--port', '0', '--data', dir], { KEY_FILE: keyFile })

/** A centre with its people signed in: each one's cookie is their id. */
async function moveInto(dir: string, keyFile: string): Promise<void> {
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
  await moveIn(store, (view) => {
    for (let nth = 1; nth <= cases; nth++)
      view.saveCase(aCaseUnderWay({ number: `2026-${String(nth).padStart(4, '0')}` }))
  })
  await store.change((view) => {
    for (const { id } of cast) {
      const hash = createHash('sha256').update(id).digest('base64url')
      view.saveVisit({ hash, personId: id, startedAt: now, seenAt: now, factorAt: now })
    }
    return done(undefined)
  })
  await store.close()
}

/** The marks of what a store holds, each as often as it is there. */
async function marksIn(dir: string, keyFile: string): Promise<string[]> {
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
  const { rows } = await store.rows({})
  const files = await Promise.all(rows.map(({ number }) => store.caseFile(number)))
  const marks = [
    ...(await store.entries('inquiries')).map(({ asker }) => asker),
    ...files.flatMap((file) => file?.concerns.map(({ code }) => `${file.number} ${code}`) ?? []),
  ]
  await store.close()
  return marks
}

/** What is wrong once the server stopped: lost, never asked for, left behind, a log that does not verify. */
async function wrongAtLast(
  dir: string,
  keyFile: string,
  acknowledged: ReadonlySet<string>,
  tried: ReadonlySet<string>,
): Promise<string[]> {
  const before = strayIn(dir)
  const marks = await marksIn(dir, keyFile)
  const log = await verifyLog(dir, Buffer.from(readFileSync(keyFile, 'utf8').trim(), 'base64url'))
  return [
    ...before,
    ...[...acknowledged].filter((mark) => !marks.includes(mark)).map((mark) => `${mark} is lost`),
    ...marks.filter((mark) => !tried.has(mark)).map((mark) => `${mark} came from nowhere`),
    ...(log.ok ? [] : [`the log: ${log.why} at ${log.seq}`]),
  ]
}

for (const [kind, make] of [
  ['8 MiB of memory', (disk: SmallDisk) => disk.inMemory(8)],
  [
    'an ext4 of 8 MiB',
    (disk: SmallDisk) => {
      disk.format(8)
      disk.mount()
    },
  ],
] as const) {
  onDisk(
    `${kind}: the server goes on answering, refuses with a page, loses nothing, and goes on when there is room`,
    async () => {
      const disk = new SmallDisk()
      make(disk)
      const dir = join(disk.dir, 'store')
      const { keyFile } = freshFolder()
      await moveInto(dir, keyFile)
      let server = await started(dir, keyFile)
      let ask = asking(server.url)
      const filler = aFiller(disk.dir)
      const acknowledged = new Set<string>()
      const tried = new Set<string>()
      const wrong: string[] = []
      const sum = { asked: 0, full: 0, slowest: 0, restarts: 0 }

      /** `isRoom`: whether it must be done. */
      const wish = async ({ who, path, fields, mark }: Wish, isRoom: boolean): Promise<boolean> => {
        tried.add(mark)
        const { status, text } = await ask(who, path, fields)
        sum.asked++
        if (status === 303) acknowledged.add(mark)
        else if (status === 507 && !isRoom) {
          sum.full++
          const typed = Object.values(fields).every((value) => text.includes(`value="${value}"`))
          if (!typed || !text.includes(`action="${path}"`)) wrong.push(`what was typed into ${path} did not come back`)
        } else if (!(status === 422 && isRoom)) wrong.push(`${path}: ${status}${isRoom ? ', with room' : ''}`)
        return status === 303 || status === 422
      }

      try {
        for (let round = 1; round <= rounds; round++) {
          const left = ((round - 1) % 14) * block
          filler.fill(left)
          const refused: Wish[] = []
          const wanted = wishes(round)
          // first one after the other, then at once
          for (const one of wanted.slice(0, 4)) if (!(await wish(one, false))) refused.push(one)
          await Promise.all(wanted.slice(4).map(async (one) => (await wish(one, false)) || refused.push(one)))
          for (const path of ['/health', '/sign-in', '/cases', '/cases/2026-0001']) {
            const { status, took } = await ask('han', path)
            if (![200, 303, 507].includes(status) || took > 2_000) wrong.push(`${path}: ${status} in ${took} ms`)
          }
          wrong.push(...strayIn(dir).map((path) => `round ${round}, while full: ${path}`))
          if (round % 5 === 0) {
            await server.kill()
            server = await started(dir, keyFile)
            ask = asking(server.url)
            sum.restarts++
            if ((await ask('han', '/health')).status !== 200) wrong.push('started on a full disk, it does not answer')
          }
          filler.empty()
          const from = performance.now()
          // what may have been saved all the same is refused as being there already, or is there twice
          for (const one of refused) await wish(one, true)
          if (refused.length > 0) sum.slowest = Math.max(sum.slowest, (performance.now() - from) / refused.length)
          if ((await ask('han', '/cases/2026-0001')).status !== 200)
            wrong.push(`round ${round}: with room, a case is not shown`)
        }
        const freed = statfsSync(disk.dir)
        await server.stop()
        filler.close()
        wrong.push(...(await wrongAtLast(dir, keyFile, acknowledged, tried)))
        console.log(
          `  ${kind}: filled ${rounds} times, ${sum.asked} changes asked for, ${sum.full} refused, ${acknowledged.size} acknowledged, ` +
            `${sum.restarts} starts on the full disk, one change with room again ${Math.round(sum.slowest)} ms, ` +
            `${Math.round((freed.bavail * freed.bsize) / 1024)} KiB free at last`,
        )
        assert.equal(wrong, [])
        assert.ok(sum.full >= rounds, `only ${sum.full} refused`)
        assert.ok(sum.slowest < 5_000, `${sum.slowest} ms until it wrote again`)
      } finally {
        await server.kill()
        disk.remove()
      }
    },
  )
}

test('would be noticed: a loss, what nobody asked for, half a file, half a log', async () => {
  const { dir, keyFile } = freshFolder({ inMemory: true })
  await moveInto(dir, keyFile)
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
  const inquiry = { id: '2026-01', asker: 'asker', purpose: 'trial' as const, by: 'seo', at: now }
  await store.change((view) => done(view.saveEntry('inquiries', inquiry)))
  await store.log({ at: now, deed: 'answer an inquiry', decision: 'allowed', status: 303 })
  await store.close()
  const wrong = (acknowledged: string[], tried: string[]) =>
    wrongAtLast(dir, keyFile, new Set(acknowledged), new Set(tried))
  assert.equal(await wrong(['asker'], ['asker']), [])
  assert.equal(await wrong(['other'], ['asker']), ['other is lost'])
  assert.equal(await wrong([], []), ['asker came from nowhere'])
  const stray = join(dir, 'registers/.a.json.b.tmp')
  writeFileSync(stray, 'half')
  assert.equal(await wrong(['asker'], ['asker']), [stray])
  const log = join(dir, 'log/2026-11.jsonl')
  writeFileSync(log, readFileSync(log, 'utf8').replace('answer', 'ANSWER'))
  assert.equal(await wrong(['asker'], ['asker']), ['the log: changed at 1'])
})

test.run()
