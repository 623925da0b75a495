import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { StoreRefusal } from '../../src/store/refusal.ts'
import { FaultyFiles } from '../support/faulty-files.ts'
import { everythingIn } from '../support/folder.ts'
import { aCase, now, settings } from '../support/samples.ts'
import { saved } from './contract-reading.ts'
import { after, allOf, atEachCall, begun, copyOf, heldIn, open, runUntil, script } from './disk-script.ts'

const test = suite('a disk that fails')

const failureOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (failure: Error) => failure.message,
  )

for (const fault of ['EIO', 'EIO for good', 'ENOSPC', 'ENOSPC for good'] as const) {
  test(`with ${fault} at any call is never acknowledged, tears nothing, and the next start has what was`, async () => {
    let failed = 0
    await atEachCall(async (at) => {
      const place = copyOf(begun)
      const faulty = new FaultyFiles()
      const { store, acknowledged } = await runUntil(place, faulty, fault, at)
      const missed = acknowledged < script.length
      if (missed) failed++
      faulty.at = 0
      const later = await saved(store, (view) => view.saveSettings(settings)).catch((failure: unknown) => failure)
      if (missed && fault.startsWith('EIO')) {
        const code = later instanceof StoreRefusal ? later.code : 'went on'
        assert.is(code, 'stopped', `call ${at}: ${faulty.calls.at(-1)}`)
      } else assert.equal(later, done(undefined), `call ${at}`)
      if (missed && fault.startsWith('ENOSPC')) {
        assert.equal(
          everythingIn(place.dir).files.filter((path) => path.endsWith('.tmp')),
          [],
          `call ${at}`,
        )
        assert.is(await allOf(store), after[acknowledged], `call ${at}`)
      }
      await store.close()
      const held = await heldIn(place)
      const most = fault.startsWith('EIO') ? acknowledged + 1 : acknowledged
      assert.ok(held >= acknowledged && held <= most, `call ${at}: ${acknowledged} acknowledged, ${held} held`)
    })
    assert.ok(failed > 10, `${failed} failures`)
  })
}

test('a log entry for which there is no room is refused, and the next one follows the last that was kept', async () => {
  const place = copyOf(begun)
  const faulty = new FaultyFiles()
  const store = await open(place, faulty)
  const entry = { at: now, by: 'han', deed: 'open a case', decision: 'allowed', status: 200 } as const
  await store.log(entry)
  Object.assign(faulty, { fault: 'ENOSPC', at: faulty.calls.length + 1 })
  assert.match(await failureOf(store.log(entry)), /ENOSPC/)
  await store.log(entry)
  Object.assign(faulty, { fault: 'EIO', at: faulty.calls.length + 2 })
  assert.match(await failureOf(store.log(entry)), /EIO/)
  assert.match(await failureOf(store.log(entry)), /disk .* failed/)
  assert.match(await failureOf(saved(store, (view) => view.saveCase(aCase()))), /failed/)
  await store.close()
  const again = await open(place)
  const seqs: number[] = []
  for await (const { seq } of again.logged(now, '2027-01-01T00:00:00.000Z')) seqs.push(seq)
  assert.ok(seqs.length >= 2 && seqs.every((seq, index) => seq === index + 1), String(seqs))
  await again.close()
})

test.run()
