import { createHash, randomBytes } from 'node:crypto'

/** How long a link may wait to be used. */
export const linkDays = 14

/** 256 bits by chance. It stands in the link only; what is kept is its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const isToken = (given: unknown): given is string => typeof given === 'string' && /^[\w-]{43}$/.test(given)

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
