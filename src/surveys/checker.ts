import { createRequire } from 'node:module'
import type { Ajv2020, Options } from 'ajv/dist/2020.js'

const require = createRequire(import.meta.url)

/** A checker of shapes. It weighs 10 MB and more than the rest of a start: made when something is to be checked. */
export function checkerOf(options: Options): Ajv2020 {
  const { Ajv2020: Checker }: typeof import('ajv/dist/2020.js') = require('ajv/dist/2020.js')
  return new Checker(options)
}
