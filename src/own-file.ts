import { existsSync } from 'node:fs'

/** Compiled, the programme lies one or two folders deeper than it was written. */
const above = ['../', '../../', '../../../'].map((way) => new URL(way, import.meta.url))
const root = above.find((folder) => existsSync(new URL('package.json', folder))) ?? new URL('../', import.meta.url)

/** Where a file lies that came with the programme, by its path from the programme's own folder. */
export const ownFile = (path: string): URL => new URL(path, root)
