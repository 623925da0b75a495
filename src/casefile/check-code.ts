import { randomInt } from 'node:crypto'
import { hashOf } from '../people/token.ts'

/** Letters that are not taken for one another when they are read from paper: no I, L, O or U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 20

/** Twenty letters by chance in groups of four, 100 bits: `H7KQ-3MXW-9PDA-52TC-VR8E`. `draw` gives 0 to 31. */
export const newCheckCode = (draw: () => number = () => randomInt(letters.length)): string =>
  grouped(Array.from({ length }, () => letters[draw()]).join(''))

const grouped = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-')

/** A code as somebody typed it from paper, in its own writing; undefined when it is none. */
export function checkCodeIn(typed: string): string | undefined {
  if (typed.length > 60) return undefined
  const bare = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return bare.length === length && [...bare].every((letter) => letters.includes(letter)) ? grouped(bare) : undefined
}

/** By which the case of a certificate is found; it opens nothing else. */
export const hashOfCheckCode = (code: string): string => hashOf(`certificate ${code}`)
