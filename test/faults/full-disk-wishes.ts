import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { codesOf } from '../../src/codebook/codebook.ts'
import { tokenOf } from '../support/asking.ts'

/* What fills a small disk, and what is asked of the server on it meanwhile. */

/** What a disk gives out at a time, in bytes. */
export const block = 4096
/** How many cases there are. */
export const cases = 12
const concerns = codesOf('concern')

/** Something that fills a disk to the last byte but so many, and lets go of it. */
export function aFiller(dir: string) {
  const file = openSync(join(dir, 'filler'), 'w')
  let size = 0
  const put = (bytes: number): boolean => {
    try {
      size += writeSync(file, Buffer.alloc(bytes), 0, bytes, size)
      fsyncSync(file)
      return true
    } catch {
      return false
    }
  }
  return {
    fill(left: number) {
      for (const bytes of [512 * 1024, 64 * 1024, block]) while (put(bytes));
      size = Math.max(0, size - left)
      ftruncateSync(file, size)
      fsyncSync(file)
    },
    empty() {
      size = 0
      ftruncateSync(file, 0)
      fsyncSync(file)
    },
    close: () => closeSync(file),
  }
}

interface Answer {
  status: number
  text: string
  took: number
}
/** A change that somebody asks for, with a mark by which it is known again. */
export interface Wish {
  who: string
  path: string
  fields: Record<string, string>
  mark: string
}

/** Asks a server over HTTP, as whoever's cookie is their id. Redirects are not followed. */
export const asking =
  (url: string) =>
  async (who: string, path: string, fields?: Record<string, string>): Promise<Answer> => {
    const began = performance.now()
    const answer = await fetch(url + path, {
      ...{ method: fields ? 'POST' : 'GET', redirect: 'manual', signal: AbortSignal.timeout(10_000) },
      headers: { Cookie: `__Host-visit=${who}`, Origin: url, 'Sec-Fetch-Site': 'same-origin', 'X-Token': tokenOf(who) },
      ...(fields && { body: new URLSearchParams({ ...fields, token: tokenOf(who) }) }),
    })
    return { status: answer.status, text: await answer.text(), took: performance.now() - began }
  }

/** One record, several records, of several people; each only once. */
export function wishes(round: number): Wish[] {
  const inquiries = [1, 2, 3].map((nth): Wish => {
    const asker = `asker ${round}-${nth} ${'가'.repeat(100)}`
    return { who: 'seo', path: '/inquiries', fields: { verdict: 'refuse', asker, askedFor: 'trial' }, mark: asker }
  })
  const raised = [1, 2, 3, 4].map((nth): Wish => {
    const number = `2026-${String(1 + ((4 * round + nth) % cases)).padStart(4, '0')}`
    const concern = concerns[Math.floor((4 * round + nth) / cases) % concerns.length] ?? ''
    const fields = { concern, severity: 'urgent' }
    return { who: 'han', path: `/cases/${number}/concerns`, fields, mark: `${number} ${concern}` }
  })
  return [...inquiries, ...raised]
}
