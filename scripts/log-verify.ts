import { errand } from '../src/settings.ts'
import { type Bad, verifyLog } from '../src/store/log-verify.ts'
import { knownMasterKey } from '../src/store/master-key.ts'
import { connectTo } from '../src/store/postgres/connect.ts'
import { verifyDatabaseLog } from '../src/store/postgres/log-verify.ts'
import { runErrand } from './errand.ts'

/*
 * `npm run log:verify -- --data DIR`, also while Saegil runs on it: says that the log is whole, or names the first entry
 * that is not as it was written and ends with code 1; of a database where STORE names one. With --checkpoints DIR2 (or CHECKPOINTS) it also finds what was cut
 * off at the end.
 */

const words: Record<Bad['why'], string> = {
  'not-an-entry': 'is no entry',
  'out-of-order': 'does not follow the one before: something was removed, put in or moved',
  changed: 'is not as it was written',
  torn: 'ends in the middle; if Saegil was stopped suddenly, the next start takes it off',
  'cut-off': 'is missing, and so is what came after it: the checkpoints know of it',
  'other-than-signed': 'is another than the checkpoints know: an older log was put in place and gone on with',
  'forged-checkpoint': 'was not signed by this house',
  'no-checkpoint': 'is not there, although the house writes checkpoints',
}

await runErrand(async () => {
  const { data, keyFile, database, checkpoints } = errand('checkpoints')
  const found = database
    ? await verifyDatabaseLog(connectTo(database), keyFile, checkpoints)
    : await verifyLog(data, await knownMasterKey(data, keyFile), checkpoints)
  if (found.ok) {
    const { at, seq } = found.checkpoint ?? {}
    const signed =
      seq === undefined ? 'No checkpoints were looked at.' : `The last checkpoint is of entry ${seq}, ${at}.`
    console.log(`${found.entries} entries, all whole. ${signed}`)
    return
  }
  console.log(`Entry ${found.seq}, ${found.file} line ${found.line}, ${words[found.why]}.`)
  process.exitCode = 1
})
