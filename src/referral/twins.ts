import type { Row } from '../casefile/row.ts'
import type { Day } from '../time/days.ts'

export interface Twin {
  number: string
  name: string
  stage: Row['stage']
  referredOn: Day
  /** the same young person, most likely; or only the same name */
  likeness: 'name-and-birth-date' | 'name'
}

/** Case files that may be of the same young person, the likeliest first. `rows` are those with exactly this name. */
export function twinsOf(rows: Row[], birthDate: Day | undefined, self?: string): Twin[] {
  return rows
    .filter(({ number }) => number !== self)
    .map(({ number, name, stage, referredOn, ...row }): Twin => {
      const likeness = birthDate !== undefined && row.birthDate === birthDate ? 'name-and-birth-date' : 'name'
      return { number, name, stage, referredOn, likeness }
    })
    .sort((a, b) => b.likeness.length - a.likeness.length || b.number.localeCompare(a.number))
}
