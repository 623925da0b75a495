import type { LogLine, Paged } from '../../views/log/lines.ts'
import type { LogEntry } from '../store/store.ts'

const perPage = 50

/** Entries as lines to be read, the newest first as they are given: the same again is one line with how often. */
export function linesOf(entries: LogEntry[]): LogLine[] {
  const lines: LogLine[] = []
  for (const { at, ...entry } of entries) {
    const before = lines.at(-1)
    if (before && isSame(before, entry)) {
      before.first = at
      before.times++
    } else lines.push({ ...entry, first: at, last: at, times: 1 })
  }
  return lines
}

const isSame = (line: LogLine, entry: Omit<LogEntry, 'at'>): boolean =>
  (['by', 'from', 'deed', 'caseNumber', 'decision', 'why', 'status'] as const).every(
    (name) => line[name] === entry[name],
  )

/** One page of a list; `asked` is what stands in the address. */
export function pageOf<T>(all: T[], asked = ''): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / perPage))
  const page = Math.min(Math.max(1, Number(/^\d{1,6}$/.test(asked) ? asked : 1)), pages)
  return { items: all.slice((page - 1) * perPage, page * perPage), page, pages, total: all.length }
}
