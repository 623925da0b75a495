import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as paths from './paths.ts'

/** Whether nobody has set up a centre in a data folder yet, or it is not there at all. Looks, and makes nothing. */
export const isEmptyStore = (dir: string): boolean => !existsSync(join(dir, paths.settings))
