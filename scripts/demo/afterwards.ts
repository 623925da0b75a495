import type { Motives } from '../../src/casefile/casefile.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import { isInSample, type SecondCodingForm } from '../../src/intake/second-coding.ts'
import { momentAt, plusDays } from '../../src/time/days.ts'
import { Chance } from './chance.ts'
import type { Course } from './course.ts'

/*
 * What came after the courses of the first results: the lead coded a sample a second time, and somebody asked for their
 * certificate. Chance of its own, so that nothing else falls another way.
 */
const seed = 404

export function lookBack(courses: Course[]): void {
  const chance = new Chance(seed)
  const sample = courses.filter(({ file }) => isInSample(file.number))
  for (const [at, course] of sample.entries())
    course.codeAgain(codedBy(chance, course), momentAt(plusDays('2021-03-02', Math.floor(at / 4)), '10:00'))
  const whole = courses.find(({ file }) => file.closings[0]?.reason === 'completed' && mayHaveOne(file))
  whole?.certify(momentAt(plusDays(whole.file.closings[0]?.on ?? '2021-03-02', 5), '14:00'), chance)
}

/** The exit survey was answered, so that nothing is open. */
const mayHaveOne = ({ surveys }: Course['file']): boolean =>
  surveys.some(({ survey, response }) => survey === 'exit' && response)

/** A second coder agrees with the first in most, and not in all. */
function codedBy(chance: Chance, { file: { interview } }: Course): SecondCodingForm {
  const coded: Motives = interview?.motives.coded ?? { all: [] }
  const others = codesOf('motive', '2020-06-01').filter((code) => !coded.all.includes(code))
  const rivals = coded.all.filter((code) => code !== coded.main)
  const main = chance.happens(0.78) ? (coded.main ?? 'other') : chance.one(rivals.length > 0 ? rivals : others)
  const further = coded.all.filter((code) => code !== main && chance.happens(0.75))
  const more = chance.happens(0.2) ? [chance.one(others)].filter((code) => code !== main) : []
  const types = (interview?.types ?? []).filter(() => chance.happens(0.95))
  return {
    motives: { all: [main, ...further, ...more], main },
    types: types.length > 0 ? types : ['posting-sharing'],
    channels: (interview?.channels ?? []).filter(() => chance.happens(0.9)),
    relation: chance.happens(0.9) ? (interview?.relation ?? 'unknown') : 'unknown',
  }
}
