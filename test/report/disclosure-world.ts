import fc from 'fast-check'
import type { Facts } from '../../src/casefile/facts.ts'
import type { Release } from '../../src/people/registers.ts'
import { type Definition, definitionOf, type FigureId } from '../../src/report/figures.ts'
import { firstDayOf } from '../../src/report/halves.ts'
import type { Choice } from '../../src/report/publish.ts'

/*
 * Little worlds in which figures are given away: a few traits with a few codes, four half-years, some youths, and
 * releases one after the other.
 */

/** A trait as the world knows it: `codes` that one may have, `none` where one may have no code, `several` at once. */
export interface Trait {
  id: FigureId
  codes: string[]
  none: boolean
  several: boolean
}

export const halves = ['2020-1', '2020-2', '2021-1', '2021-2']

export const traits: Trait[] = [
  { id: 'gender', codes: ['male', 'female'], none: false, several: false },
  { id: 'school-level', codes: ['middle', 'high', 'special'], none: false, several: false },
  { id: 'motive', codes: ['fun', 'curiosity', 'impulse'], none: true, several: false },
  { id: 'relation', codes: ['friend', 'stranger'], none: true, several: false },
  { id: 'perpetration-type', codes: ['possession', 'threat'], none: true, several: true },
]
export const traitOf = (id: string): Trait => traits.find((one) => one.id === id) as Trait

/** The figures of the report, with no more codes than the world has. */
export const define = (id: FigureId): Definition => {
  const trait = traits.find((one) => one.id === id)
  return { ...definitionOf(id), ...(trait && { codes: trait.codes }) }
}

/** What one youth has of each trait, and the half-year of the referral. */
export interface Youth {
  half: string
  has: Record<string, string[]>
}

/** Everything that a youth may have of a trait. */
export const choicesOf = ({ codes, none, several }: Trait): string[][] => {
  const sets = several
    ? codes.reduce<string[][]>((sum, code) => sum.concat(sum.map((set) => [...set, code])), [[]])
    : codes.map((code) => [code])
  return none ? [...sets.filter((set) => set.length > 0), []] : sets
}

export const factsOf = ({ half, has }: Youth): Facts => ({
  ...{ accepted: true, stage: 'sessions', referredOn: firstDayOf(half), source: 'teacher' },
  ...{ basis: 'voluntary', measures: [], ageBand: '14-15', gender: has.gender?.[0] ?? 'male' },
  ...{ schoolLevel: has['school-level']?.[0] ?? 'middle', motive: has.motive?.[0], relation: has.relation?.[0] },
  ...{ motives: [], types: has['perpetration-type'] ?? [], channels: [], motivesSelf: [], concerns: [], consents: [] },
  ...{ held: {}, heldOwn: 0, minutes: 0, attendance: {}, surveys: [] },
})

export interface World {
  traits: Trait[]
  threshold: number
  youths: Youth[]
  releases: Choice[]
  /** youths who come to be known before each release but the first */
  later: Youth[][]
}

/** Some codes are rare, so that small numbers and none at all are common. */
const oneOf = (trait: Trait): fc.Arbitrary<string[]> => {
  const choices = choicesOf(trait)
  return fc.oneof(
    ...choices.map((choice, at) => ({ arbitrary: fc.constant(choice), weight: at === 0 ? 12 : at === 1 ? 6 : 1 })),
  )
}

const aYouth = (all: Trait[]): fc.Arbitrary<Youth> =>
  fc.record({
    half: fc.constantFrom(...halves),
    has: fc.record(Object.fromEntries(all.map((trait) => [trait.id, oneOf(trait)]))),
  })

function aChoice(all: Trait[]): fc.Arbitrary<Choice> {
  const ids: FigureId[] = all.map(({ id }) => id)
  const pairs = ids.flatMap((one, at) => ids.slice(at + 1).map((other): [string, string] => [one, other]))
  const timed = ids.map((id): [string, string] => [id, 'referred-half'])
  const parts = all
    .filter(({ id }) => id === 'school-level')
    .flatMap(({ codes }) => codes.map((code) => ({ figure: 'school-level' as const, code })))
  return fc
    .record({
      figures: fc.subarray([...ids, 'referred-half'] as string[], { minLength: 1 }),
      crosses: fc.subarray([...pairs, ...timed], { maxLength: 2 }),
      ends: fc.tuple(fc.nat(halves.length - 1), fc.nat(halves.length - 1)),
      only: fc.option(parts.length > 0 ? fc.constantFrom(...parts) : fc.constant(undefined), {
        nil: undefined,
        freq: 2,
      }),
    })
    .map(({ figures, crosses, ends, only }) => ({
      ...{ figures, crosses: only ? [] : crosses, outcome: false },
      ...{ from: halves[Math.min(...ends)] ?? '', to: halves[Math.max(...ends)] ?? '' },
      ...(only && { only }),
    }))
}

/** `grows`: whether youths come to be known between two releases. */
export const aWorld = (grows: boolean): fc.Arbitrary<World> =>
  fc.subarray(traits, { minLength: 2, maxLength: 3 }).chain((all) =>
    fc.record({
      traits: fc.constant(all),
      threshold: fc.constantFrom(3, 5),
      youths: fc.oneof(
        fc.array(aYouth(all), { minLength: 5, maxLength: 30, size: 'max' }),
        fc.array(aYouth(all), { minLength: 30, maxLength: 120, size: 'max' }),
      ),
      releases: fc.array(aChoice(all), { minLength: 1, maxLength: 3 }),
      later: fc.array(fc.array(aYouth(all), { maxLength: grows ? 4 : 0 }), { minLength: 2, maxLength: 2 }),
    }),
  )

/** A choice as an approved release. */
export const released = (choice: Choice, tables: unknown, threshold: number): Release => ({
  ...{ id: '2026-01', by: 'seo', at: '2026-11-22T01:00:00.000Z', purpose: 'test', cutOff: '2026-11-22', threshold },
  ...choice,
  tables,
  approved: { by: 'yoo', at: '2026-11-22T01:00:00.000Z' },
})
