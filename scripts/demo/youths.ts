import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Day } from '../../src/time/days.ts'
import type { Chance } from './chance.ts'

export type Someone = Pick<CaseFile, 'youth' | 'guardians' | 'school'>

const colours = ['푸른', '붉은', '노란', '하얀', '은빛', '금빛', '보라', '초록', '분홍', '하늘']
const fruits = ['자두', '살구', '앵두', '머루', '다래', '매실', '모과', '석류', '유자', '호두', '대추', '오디']

/** Names that nobody has: a colour and a fruit, each pair once. */
export const inventedNames: readonly string[] = colours.flatMap((colour) => fruits.map((fruit) => colour + fruit))

/** Years between the calendar year in which a school year begins and the birth year of its first class, by level. */
const firstClass: Record<string, { years: number; grades: [least: number, most: number] | undefined }> = {
  elementary: { years: 7, grades: [5, 6] },
  middle: { years: 13, grades: [1, 3] },
  high: { years: 16, grades: [1, 3] },
  alternative: { years: 16, grades: undefined },
  'out-of-school': { years: 17, grades: undefined },
}

const schoolsOf: Record<string, string[]> = {
  elementary: ['dew'],
  middle: ['hill', 'cloud', 'moonlight', 'breeze'],
  high: ['river', 'sunset', 'starlight'],
}

export interface Drawn {
  name: string
  level: string
  gender: string
  /** by chance when absent */
  grade?: number
  /** born in March or later: a year younger until then than others of the class */
  bornLate?: boolean
}

/** A young person of the age that goes with the level, with a guardian. */
export function someone(
  chance: Chance,
  { name, level, gender, grade: given, bornLate }: Drawn,
  referredOn: Day,
): Someone {
  const [year = 0, month = 0] = referredOn.split('-').map(Number)
  const { years, grades } = firstClass[level] ?? { years: 16, grades: undefined }
  // in January and February the last class of high school is 18 and 19: nobody of 19 is referred
  const grade = given ?? (grades && chance.whole(grades[0], month < 3 ? grades[1] - 1 : grades[1]))
  const born = (month >= 3 ? year : year - 1) - years - ((grade ?? 1) - 1)
  const two = (n: number) => String(n).padStart(2, '0')
  const birthDate = `${born}-${two(chance.whole(bornLate ? 3 : 1, 12))}-${two(chance.whole(1, 28))}`
  const phone = () => `010-0000-${String(chance.whole(1, 9999)).padStart(4, '0')}`
  return {
    youth: { name, birthDate, gender, phone: phone() },
    guardians: [{ relation: chance.one(['mother', 'father', 'mother', 'grandparent']), phone: phone() }],
    school: { level, schoolId: schoolsOf[level] && chance.one(schoolsOf[level]), grade },
  }
}
