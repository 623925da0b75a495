import { knownMasterKey } from '../../src/store/master-key.ts'
import { askForSnapshot } from '../../src/store/snapshot-door.ts'

/** A backup that asks for a snapshot and then does nothing until it is killed; see snapshot.test.ts. */
const [dir = '', keyFile = ''] = process.argv.slice(2)
await askForSnapshot(dir, await knownMasterKey(dir, keyFile))
console.log('held')
setInterval(() => {}, 60_000)
