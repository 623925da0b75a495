import { createHmac } from 'node:crypto'
import type { Store } from '../store/store.ts'

/**
 * 32 bytes that nobody can tell from random ones, and that every machine on this store makes again from the same words.
 * So a page can show a secret on a GET, which changes nothing, and the POST that follows, wherever it is answered,
 * knows it without the page sending it back.
 */
export const derived = (store: Pick<Store, 'secret'>, ...about: (string | number)[]): Buffer =>
  createHmac('sha256', store.secret('secrets that pages show')).update(JSON.stringify(about)).digest()
