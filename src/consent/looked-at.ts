import { type Day, dayOf, type Moment } from '../time/days.ts'

/** How far back the own page tells who opened the file, in days. */
export const lookedDays = 30

/** That the file was opened: on which day, and by people of which roles. */
export interface Looked {
  on: Day
  roles: string[]
}

interface Seen {
  at: Moment
  role?: string
  decision: string
}

/** Who opened a case on which days, the newest first: roles only. What its own people did by their links is left out. */
export function lookedAt(entries: Seen[]): Looked[] {
  const days = new Map<Day, Set<string>>()
  for (const { at, role, decision } of entries) {
    if (!role || decision !== 'allowed') continue
    const on = dayOf(at)
    days.set(on, (days.get(on) ?? new Set()).add(role))
  }
  return [...days].map(([on, roles]) => ({ on, roles: [...roles].sort() })).sort((a, b) => b.on.localeCompare(a.on))
}
