import { randomInt } from 'node:crypto'
import { hashOf } from '../people/token.ts'

/** How long a link may wait to be used. */
export const linkDays = 14
/** How long a number for the tablet may be typed in, and how long the tablet then has, in minutes. */
export const codeMinutes = 10
export const tabletMinutes = 120
/** So many wrong numbers, and a link that asks for one is dead. */
export const mostWrongPins = 5

/** Six digits by chance, told by voice to whoever is to open a link. */
export const newPin = (): string => String(randomInt(1_000_000)).padStart(6, '0')
/** Kept in its place; bound to its link, so that one hash says nothing of another. */
export const pinHashOf = (token: string, pin: string): string => hashOf(`${token} ${pin}`)
