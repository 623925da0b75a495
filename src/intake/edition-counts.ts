import type { Row } from '../casefile/row.ts'
import { editionIdOf } from '../surveys/edition.ts'

/** How often a version was handed out, and how often it was answered. */
export interface Count {
  handed: number
  answered: number
}

/** By version, `intake.v1`, over the cases that are kept; of restricted ones nothing but that they count. */
export function countsOf(rows: Pick<Row, 'surveysOf'>[]): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const one of rows.flatMap(({ surveysOf = [] }) => surveysOf)) {
    const id = editionIdOf(one)
    const { handed, answered } = counts.get(id) ?? { handed: 0, answered: 0 }
    counts.set(id, { handed: handed + 1, answered: answered + Number(one.answered) })
  }
  return counts
}
