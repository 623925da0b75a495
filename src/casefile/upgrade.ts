import type { CaseFile } from './casefile.ts'

/** The newest shape of a case file. */
const caseFileVersion = 2

/**
 * From shape n to shape n+1, keyed by n. Each is pure and stays for good: a backup may hold a record of any age.
 */
const steps: Record<number, (record: Record<string, unknown>) => Record<string, unknown>> = {
  // links, break-glass, holds and disagreements came with the rules on who may see what
  1: (record) => ({ ...record, version: 2, links: [], disagreements: [], openings: [], holds: [] }),
}

/**
 * A case file as it was kept, brought to the newest shape. Throws on a shape that this programme does not know, so
 * that an older server never writes over what a newer one kept.
 */
export function upgraded(record: Record<string, unknown>, known = steps, newest: number = caseFileVersion): CaseFile {
  let current = record
  while (current.version !== newest) {
    const step = typeof current.version === 'number' ? known[current.version] : undefined
    if (!step) throw new Error(`case file ${String(record.number)}: unknown shape ${String(current.version)}`)
    current = step(current)
  }
  return current as unknown as CaseFile
}
