import { existsSync } from 'node:fs'

const above = new URL('../', import.meta.url)
/** Compiled, the programme lies one folder deeper than it was written. */
const root = existsSync(new URL('package.json', above)) ? above : new URL('../', above)

/** Where a file lies that came with the programme, by its path from the programme's own folder. */
export const ownFile = (path: string): URL => new URL(path, root)
