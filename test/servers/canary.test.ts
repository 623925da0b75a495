import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { signIns } from '../../scripts/demo/cast.ts'
import type { Site } from '../../src/web/site.ts'
import { holdsMark, mark } from '../support/canary.ts'
import { freshFolder } from '../support/folder.ts'
import { running } from '../support/process.ts'
import { typeEverywhere } from '../support/typist.ts'
import { aHastyVisitor } from '../support/visitor.ts'

/*
 * Hundreds of marked strings go into every field of a served centre, a real process on a real disk. None of them may
 * stand readable anywhere afterwards: not in the data folder, its log, a backup, nor in what the process said.
 */

/** CANARY=2 types into two pages of each pattern in place of one */
const most = Number(process.env.CANARY ?? 1)
const enough = 380 * most

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))

const { dir, keyFile } = freshFolder()

interface Served {
  process: ChildProcess
  said: Buffer[]
  origin: string
}

function started(program: string, args: string[]): Promise<Served> {
  const child = spawn(process.execPath, [...running(program), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, KEY_FILE: keyFile },
  })
  const said: Buffer[] = []
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes: Buffer) => {
        said.push(bytes)
        const origin = /ready (http:\S+)/.exec(Buffer.concat(said).toString())?.[1]
        if (origin) resolve({ process: child, said, origin })
      })
    child.once('exit', () => reject(new Error(Buffer.concat(said).toString())))
  })
}

/** The site behind a real port, for a visitor who otherwise asks it directly. */
const siteAt = (origin: string): Hono<Site> => {
  const request = (url: string, { headers, ...init }: RequestInit) =>
    fetch(url.replace('https://saegil.test', origin), {
      ...init,
      headers: { ...(headers as Record<string, string>), Origin: origin },
      redirect: 'manual',
    })
  return { request } as unknown as Hono<Site>
}

const test = suite('what was typed')

test('stands nowhere readable: not in the data, the log, a backup, or what the process said', async () => {
  const served = await started('scripts/demo.ts', ['--port', '0', '--data', dir])
  let count = 0
  const four = () => Array.from({ length: 4 }, () => `${mark}${String(++count).padStart(4, '0')}`).join(' ')
  const typed = new Set<string>()
  const kept = new Set<string>()
  const fields = new Set<string>()
  const people = signIns.filter(({ role }, at) => signIns.findIndex((one) => one.role === role) === at)
  for (const { email, password } of people) {
    const visitor = await aHastyVisitor({ site: siteAt(served.origin) }).signIn(email, password)
    for (const { action, field, text, status } of await typeEverywhere(visitor, four, { most })) {
      fields.add(`${action} ${field}`)
      for (const one of text.split(' ')) (status === 200 ? kept : typed).add(one)
    }
  }
  const all = new Set([...typed, ...kept])
  served.process.kill('SIGTERM')
  await new Promise((resolve) => served.process.once('exit', resolve))
  console.log(`    ${all.size} strings in ${fields.size} fields, ${kept.size} of them kept`)
  assert.ok(all.size >= enough, `${all.size}`)
  assert.ok(kept.size > 50, `${kept.size}`)
  const backup = freshFolder().dir
  const saved = spawnSync(process.execPath, [...running('scripts/backup.ts'), '--data', dir, '--to', backup], {
    env: { ...process.env, KEY_FILE: keyFile },
  })
  assert.is(saved.status, 0, String(saved.stderr))
  for (const said of [...served.said, saved.stdout, saved.stderr]) assert.is(holdsMark(said), false)
  const files = [...filesIn(dir), ...filesIn(backup), keyFile]
  assert.ok(files.length > 100)
  assert.equal(
    files.filter((file) => holdsMark(readFileSync(file))),
    [],
  )
})

test('would be found in each disguise', () => {
  for (let offset = 0; offset < 6; offset++) {
    const text = `${'x'.repeat(offset)}${mark}0001 and more`
    for (const encoding of ['utf8', 'utf16le'] as const) assert.ok(holdsMark(Buffer.from(text, encoding)))
    for (const encoding of ['hex', 'base64', 'base64url'] as const)
      assert.ok(holdsMark(Buffer.from(Buffer.from(text).toString(encoding))), `${encoding} ${offset}`)
  }
  assert.is(holdsMark(Buffer.from('nothing of the kind')), false)
})

test.run()
