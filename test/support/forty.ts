import type { CaseFile } from '../../src/casefile/casefile.ts'
import { aCaseInSessions } from './stages.ts'

/** Forty youths referred in the first half of 2026: 26 of a middle school and 14 of a high school, half by each source. */
export const forty: CaseFile[] = Array.from({ length: 40 }, (_, n) => {
  const one = aCaseInSessions({ number: `2026-${String(1000 + n)}`, surveys: [], notes: [], concerns: [] })
  const at = `2026-03-${String(2 + (n % 20)).padStart(2, '0')}`
  return {
    ...one,
    youth: { ...one.youth, name: `아무개${n}` },
    school: n < 26 ? { schoolId: 'hill', level: 'middle', grade: 2 } : { schoolId: 'river', level: 'high', grade: 1 },
    referral: { ...one.referral, on: at, source: n % 2 ? 'teacher' : 'police' },
  }
})
