// Over 150 lines because each way of getting at one sealed folder is shown beside the others.
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { StoreRefusal } from '../../src/store/refusal.ts'
import { seal } from '../../src/store/seal.ts'
import { everythingIn, freshFolder } from '../support/folder.ts'
import { aCase, aSession, cast, clock, hill, now, room, settings, summaries } from '../support/samples.ts'
import { all, saved } from './contract-reading.ts'

const test = suite('the embedded store is sealed')
type Place = { dir: string; keyFile: string }

const open = (place: Place) => openEmbeddedStore({ ...place, summaries, clock })

/** The code with which opening is refused; '' when it opens. */
const refusalOf = async (place: Place): Promise<string> => {
  try {
    await (await open(place)).close()
    return ''
  } catch (failure) {
    if (failure instanceof StoreRefusal) return failure.code
    throw failure
  }
}

/** Every path and all bytes below a folder: equal before and after means that nothing was written. */
const contentsOf = (dir: string) => everythingIn(dir).files.map((path) => [path, readFileSync(path).toString('base64')])

/** A store with two cases, a session and people in it, closed again. */
async function filled(): Promise<Place> {
  const place = freshFolder()
  const store = await open(place)
  await saved(store, (view) => {
    view.saveCase(aCase())
    view.saveCase(aCase({ number: '2026-0002' }))
    view.saveSession(aSession())
    view.saveSession(aSession({ id: '2026-11-17-01' }))
    for (const person of cast) view.savePerson(person)
    view.saveSchool(hill)
    view.saveRoom(room)
    view.saveSettings(settings)
  })
  await store.close()
  return place
}

/** Names of every kind, and the forms in which they could stand in a file. */
const typed = ['김민준XQZ', 'Kim Minjun XQZ', 'minjun-xqz@example.test', '상담일지 본문 XQZ', 'link-hash-xqz']
const formsOf = (text: string): Buffer[] => {
  const bytes = Buffer.from(text)
  const shifted = [0, 1, 2].map((by) =>
    Buffer.concat([Buffer.alloc(by), bytes])
      .toString('base64')
      .slice(4, -4),
  )
  const escaped = [...text].map((one) => (one > '~' ? `\\u${one.charCodeAt(0).toString(16)}` : one)).join('')
  const plain = [text, text.normalize('NFD'), escaped, encodeURIComponent(text), bytes.toString('hex'), ...shifted]
  return [
    ...plain.map((form) => Buffer.from(form)),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
  ]
}

test('nothing that was typed stands readable in the data folder, in no file and no file name', async () => {
  const place = freshFolder()
  const store = await open(place)
  const [name, latin, email, note, hash] = typed as [string, string, string, string, string]
  await saved(store, (view) => {
    view.saveCase(
      aCase({
        youth: { ...aCase().youth, name },
        guardians: [{ relation: 'mother', name: latin }],
        notes: [{ sessionId: '2026-11-16-01', draft: { summary: note, by: 'han', at: now }, addenda: [] }],
      }),
    )
    view.saveSession(aSession({ cancelled: { code: 'other', why: note, by: 'han', at: now } }))
    view.savePerson({ ...cast[0]!, name, email })
    view.saveSchool({ ...hill, name: latin })
    view.saveRoom({ ...room, name: latin })
    view.saveSettings({ ...settings, centre: latin })
    view.saveDraft({ id: email, owner: 'oh', kind: 'referral', fields: [['name', name]], at: now })
    view.saveVisit({ hash, personId: 'han', startedAt: now, seenAt: now })
  })
  // an address can be typed in, so the log takes only what looks like what it asks for
  await store.log({
    at: now,
    by: 'han',
    from: latin,
    deed: 'open a case',
    caseNumber: name,
    decision: 'refused',
    status: 404,
  })
  assert.equal(
    (await all(store.logged(now, '2027-01-01T00:00:00.000Z'))).map(({ seq, from, caseNumber }) => [
      seq,
      from,
      caseNumber,
    ]),
    [[1, undefined, undefined]],
  )
  const { files } = everythingIn(place.dir)
  assert.ok(files.length > 10)
  for (const path of files) {
    const bytes = readFileSync(path)
    // the parts of a sealed record, as bytes
    const parts = bytes
      .toString('latin1')
      .split('.')
      .map((part) => Buffer.from(part, 'base64url'))
    for (const text of typed) {
      for (const form of formsOf(text)) {
        assert.not.ok(
          [bytes, ...parts].some((part) => part.includes(form)),
          `${text} in ${path}`,
        )
        assert.not.ok(Buffer.from(path).includes(form), `${text} as the name of ${path}`)
      }
    }
  }
  await store.close()
})

test('the search for readable text finds it when it is there', () => {
  const file = Buffer.from(`{"name":"${Buffer.from(`xx${typed[0]}yy`).toString('base64')}"}`)
  assert.ok(formsOf(typed[0]!).some((form) => file.includes(form)))
})

test('files are for their owner only, folders too, whatever the umask', async () => {
  const before = process.umask(0)
  const { dir, keyFile } = await filled().finally(() => process.umask(before))
  const mode = (path: string) => statSync(path).mode & 0o777
  for (const path of [...everythingIn(dir).files, keyFile]) assert.is(mode(path), 0o600, path)
  for (const path of everythingIn(dir).folders) assert.is(mode(path), 0o700, path)
})

test('a record that lies in the place of another is refused', async () => {
  for (const [from, to] of [
    ['cases/2026-0001.json', 'cases/2026-0002.json'],
    ['diary/2026-11/2026-11-16.json', 'diary/2026-11/2026-11-17.json'],
    ['keys/2026-0001.json', 'keys/2026-0002.json'],
    ['schools.json', 'rooms.json'],
  ] as const) {
    const place = await filled()
    copyFileSync(join(place.dir, from), join(place.dir, to))
    assert.is(await refusalOf(place), 'record-unreadable', `${from} as ${to}`)
  }
})

test('also a case file with its own key beside it is refused in the place of another', async () => {
  const place = await filled()
  for (const folder of ['cases', 'keys'])
    copyFileSync(join(place.dir, folder, '2026-0001.json'), join(place.dir, folder, '2026-0002.json'))
  assert.is(await refusalOf(place), 'record-unreadable')
})

test('a record of which one byte was changed is refused, by the name of its file', async () => {
  const place = await filled()
  const path = join(place.dir, 'cases/2026-0002.json')
  const bytes = readFileSync(path)
  bytes[bytes.length - 30]! ^= 1
  writeFileSync(path, bytes)
  const failure = await open(place).catch((one: Error) => one.message)
  assert.match(String(failure), /^cases\/2026-0002\.json cannot be read .* last backup\.$/)
})

test('a case file whose key is destroyed cannot be read, though the master key is there', async () => {
  const place = await filled()
  rmSync(join(place.dir, 'keys/2026-0001.json'))
  assert.is(await refusalOf(place), 'record-unreadable')
})

test('a wrong key is refused, and nothing is written', async () => {
  const place = await filled()
  writeFileSync(join(place.dir, 'cases/.left.tmp'), 'left by a sudden end')
  const other = freshFolder()
  await (await open(other)).close()
  const before = contentsOf(place.dir)
  assert.is(await refusalOf({ dir: place.dir, keyFile: other.keyFile }), 'wrong-key')
  assert.equal(contentsOf(place.dir), before)
  assert.is(await refusalOf(place), '')
})

test('a key that is missing is made for a new folder only', async () => {
  const place = await filled()
  assert.match(readFileSync(place.keyFile, 'utf8'), /^[\w-]{43}\n$/)
  rmSync(place.keyFile)
  const before = contentsOf(place.dir)
  assert.is(await refusalOf(place), 'key-missing')
  assert.equal(contentsOf(place.dir), before)
  assert.not.ok(existsSync(place.keyFile))
})

test('a key in the data folder is refused, by whatever path', async () => {
  const { root, dir } = freshFolder()
  for (const keyFile of ['store.key', 'deep/down/store.key', '../store/store.key']) {
    assert.is(await refusalOf({ dir, keyFile: join(dir, keyFile) }), 'key-inside-data', keyFile)
  }
  assert.is(await refusalOf({ dir, keyFile: dir }), 'key-inside-data')
  assert.not.ok(existsSync(dir))
  mkdirSync(join(root, 'store-2'))
  assert.is(await refusalOf({ dir, keyFile: join(root, 'store-2', 'key') }), '')
})

test('a key that others may read is refused', async () => {
  const place = await filled()
  for (const mode of [0o644, 0o640, 0o604, 0o660]) {
    chmodSync(place.keyFile, mode)
    assert.is(await refusalOf(place), 'key-readable-by-others', mode.toString(8))
  }
  chmodSync(place.keyFile, 0o400)
  assert.is(await refusalOf(place), '')
})

test('a file that is no key, and a folder that is no store, are refused', async () => {
  const place = freshFolder()
  writeFileSync(place.keyFile, 'not a key', { mode: 0o600 })
  assert.is(await refusalOf(place), 'key-not-a-key')
  const other = freshFolder()
  mkdirSync(other.dir)
  writeFileSync(join(other.dir, 'holiday.jpg'), 'x')
  const key = freshFolder()
  await (await open(key)).close()
  assert.is(await refusalOf({ dir: other.dir, keyFile: key.keyFile }), 'not-a-store')
  assert.equal(everythingIn(other.dir).files, [join(other.dir, 'holiday.jpg')])
})

test('the size of a record tells nothing of a short text in it', async () => {
  const key = new Uint8Array(32).fill(7)
  const sizes = ['', '네', '학교에서 있었던 일을 길게 이야기했다.'].map(
    async (text) => (await seal('notes', { text }, key)).length,
  )
  assert.is(new Set(await Promise.all(sizes)).size, 1)
})

test.run()
