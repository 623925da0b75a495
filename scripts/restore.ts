import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { errand } from '../src/settings.ts'
import { connectTo } from '../src/store/postgres/connect.ts'
import { bringKeyBack } from '../src/store/postgres/recovery.ts'
import { restore } from '../src/store/restore.ts'
import { summaries } from '../src/summaries.ts'
import { wallClock } from '../src/time/clock.ts'
import { NotServed } from '../src/ways.ts'
import { runErrand } from './errand.ts'

/*
 * `npm run restore -- --from DIR2 --data DIR`: brings back the newest backup in DIR2, or the one named with --at, to an
 * empty DIR, and its key to KEY_FILE. The recovery key is typed, or stands in the file that RECOVERY_KEY_FILE names.
 * With STORE it brings back the key of that database alone: what is in it comes back with the database's own tools.
 */

await runErrand(async () => {
  const { data, keyFile, database, from, at, recoveryKeyFile } = errand('from', 'at')
  if (database) {
    await bringKeyBack(connectTo(database), keyFile, recoveryKeyFile ? await keyIn(recoveryKeyFile) : await typed())
    return console.log(`The key of this database is in ${keyFile}.`)
  }
  if (!from) throw new NotServed('Say where the backups are: --from DIR')
  const recoveryKey = recoveryKeyFile ? await keyIn(recoveryKeyFile) : await typed()
  const place = { dir: data, keyFile, from, recoveryKey, summaries, clock: wallClock }
  const { name, cases, leftOut, entries } = await restore({ ...place, ...(at !== undefined && { name: at }) })
  console.log(`${name} is back in ${data}, its key in ${keyFile}: ${cases} cases, ${entries} log entries, all whole.`)
  if (leftOut > 0) console.log(`${leftOut} left out, whose keys were destroyed since.`)
})

async function keyIn(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((failure: Error) => {
    throw new NotServed(`RECOVERY_KEY_FILE names ${file}, which cannot be read (${failure.message}).`)
  })
}

/** One line from the keyboard, or from what is piped in. */
async function typed(): Promise<string> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stderr,
    terminal: process.stdin.isTTY === true,
  })
  lines.setPrompt('Recovery key: ')
  lines.prompt()
  for await (const line of lines) return line
  return ''
}
