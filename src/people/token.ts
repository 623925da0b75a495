import { createHash, randomBytes } from 'node:crypto'

/*
 * Secrets that stand in a link or a cookie and nowhere else: what is kept of them is their hash, which opens nothing.
 */

/** 256 bits by chance, 43 letters of base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const isToken = (given: unknown): given is string => typeof given === 'string' && /^[\w-]{43}$/.test(given)

/** SHA-256 in base64url: a token is too long to be guessed, so a slow hash would add nothing. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
