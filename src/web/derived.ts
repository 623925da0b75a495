import { createHmac, randomBytes } from 'node:crypto'

/** This process's own, gone with it. */
const key = randomBytes(32)

/**
 * 32 bytes that nobody can tell from random ones, and that this process makes again from the same words. So a page can
 * show a secret on a GET, which changes nothing, and the POST that follows knows it without the page sending it back.
 */
export const derived = (...about: (string | number)[]): Buffer =>
  createHmac('sha256', key).update(JSON.stringify(about)).digest()
