import { spawn } from 'node:child_process'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { countedIn } from '../../scripts/test.ts'

/*
 * What `npm test` does a few times, done as often as was promised. Each file runs in a process of its own; a variable
 * that is set already is left as it is.
 */

const counts: [file: string, env: Record<string, string>][] = [
  ['sessions/clashes.test.ts', { ROUNDS: '40', SITE_ROUNDS: '8' }],
  ['store/backup-damaged.test.ts', { FLIPS: '1000' }],
  ['servers/move-command.test.ts', { MOVE_KILLS: '0,10,40,80' }],
  ['servers/canary.test.ts', { CANARY: '2' }],
  ['surveys/completion.test.ts', { COMPLETION_RUNS: '24' }],
  ['web/guessing.test.ts', { GUESSES: '10000' }],
  ['servers/two-servers.test.ts', { ROUNDS: '12', REMINDERS: '6' }],
  ['servers/under-load.test.ts', { KILLS: '3', UPDATES: '2', WRITERS: '8' }],
]

const longestMs = 6 * 60_000

const test = suite('as often as was promised')

for (const [file, env] of counts)
  test(`${file} with ${JSON.stringify(env)}`, async () => {
    const pattern = `^${file.replaceAll('.', '\\.')}$`
    const args = ['--import', 'tsx', 'node_modules/uvu/bin.js', '--no-color', 'test', pattern]
    const child = spawn(process.execPath, args, { env: { ...env, ...process.env }, timeout: longestMs })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    const code = await new Promise<number | null>((over) => child.once('close', over))
    const { passed, failed, skipped } = countedIn(said, [file], code)
    assert.is(failed, 0, said)
    assert.ok(passed > 0)
    if (skipped > 0) console.log(`SKIPPED ${skipped} in ${file}`)
  })

test.run()
