import type { Definition } from './definition.ts'
import { type Fault, faultsOf } from './faults.ts'

/** A file may be so large, in KiB; ours are a seventh of it. */
export const mostKiB = 256

/** Whether a text is longer than a file may be, as it would be on a disk. */
export const isTooLarge = (text: string): boolean => Buffer.byteLength(text) > mostKiB * 1024

/** A definition as it was uploaded, if it may be put before a young person; else all that is wrong with it. */
export function readDefinition(text: string): { definition: Definition } | { faults: Fault[] } {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (failure) {
    return { faults: [notJson(text, String(failure))] }
  }
  const faults = faultsOf(given)
  return faults.length > 0 ? { faults } : { definition: given as Definition }
}

/** Says the line where reading stopped, where the reader of JSON tells it. */
function notJson(text: string, failure: string): Fault {
  const [, position] = /at position (\d+)/.exec(failure) ?? []
  const end = position ?? (failure.includes('end of JSON') ? text.length : undefined)
  if (end === undefined) return { what: 'not-json', at: {} }
  return { what: 'not-json-at', at: {}, of: { line: text.slice(0, Number(end)).split('\n').length } }
}
