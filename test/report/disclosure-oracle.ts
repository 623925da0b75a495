// Over 150 lines because it is one question, what follows from what is shown, worked out from end to end without the programme.
import type { Choice } from '../../src/report/publish.ts'
import type { Published } from '../../src/report/shown.ts'
import { choicesOf, halves, type Trait, traitOf, type World, type Youth } from './disclosure-world.ts'

/*
 * Looks for what can be worked out, in another way than the programme does: over every kind of youth that there might
 * be (each half-year with each combination of what one may have), in exact whole numbers.
 */

/** A kind of youth; how many there are of each is what nobody outside knows. */
const kindsOf = (traits: Trait[]): Youth[] =>
  traits.reduce<Youth[]>(
    (kinds, trait) =>
      kinds.flatMap(({ half, has }) =>
        choicesOf(trait).map((choice) => ({ half, has: { ...has, [trait.id]: choice } })),
      ),
    halves.map((half) => ({ half, has: {} })),
  )

/** How often a youth counts in a number. */
type Sum = (youth: Youth) => number

const has = (id: string, code: string): Sum =>
  id === 'referred-half' ? ({ half }) => Number(half === code) : (youth) => Number(youth.has[id]?.includes(code))
const lacks =
  (id: string): Sum =>
  (youth) =>
    id === 'referred-half' ? 0 : Number(youth.has[id]?.length === 0)
const times =
  (...sums: Sum[]): Sum =>
  (youth) =>
    sums.reduce((product, sum) => product * sum(youth), 1)
const without =
  (sum: Sum): Sum =>
  (youth) =>
    1 - sum(youth)

export interface Said {
  what: string
  sum: Sum
  count: number
}

/** Every number that a release shows, as the sum that its words say it is. Percentages that have no right to be there too. */
export function saidBy({ figures, crosses }: Published, { from, to, only }: Choice): Said[] {
  const within: Sum = (youth) =>
    Number(youth.half >= from && youth.half <= to && (!only || youth.has[only.figure]?.includes(only.code)))
  const said: Said[] = []
  const say = (what: string, count: number | null | undefined, ...sums: Sum[]) => {
    if (typeof count === 'number') said.push({ what, sum: times(within, ...sums), count })
  }
  for (const { id, base, missing, rows } of figures) {
    const several = id !== 'referred-half' && traitOf(id).several
    say(`${id} base`, base, several ? (youth) => youth.has[id]?.length ?? 0 : without(lacks(id)))
    say(`${id} missing`, missing, lacks(id))
    for (const { code, count } of rows) say(`${id} ${code}`, count, has(id, code))
  }
  for (const { rows, columns, rowCodes, columnCodes, cells, rowTotals, columnTotals, base } of crosses) {
    const name = `${rows} x ${columns}`
    say(`${name} base`, base, without(lacks(rows)), without(lacks(columns)))
    for (const [at, code] of rowCodes.entries())
      say(`${name} ${code} total`, rowTotals[at], has(rows, code), without(lacks(columns)))
    for (const [at, code] of columnCodes.entries())
      say(`${name} total ${code}`, columnTotals[at], without(lacks(rows)), has(columns, code))
    for (const [r, row] of rowCodes.entries())
      for (const [c, column] of columnCodes.entries())
        say(`${name} ${row} ${column}`, cells[r]?.[c], has(rows, row), has(columns, column))
  }
  return said
}

const periods = Array.from({ length: 2 ** halves.length - 1 }, (_, at) => halves.filter((_, n) => (at + 1) & (1 << n)))

/** Numbers of youths that are too small, of any table of one or two traits, in any choice of half-years. */
function* tooSmall({ traits, threshold }: Pick<World, 'traits' | 'threshold'>, youths: Youth[]): Generator<Said> {
  const cells = traits.flatMap(({ id, codes }) => codes.map((code) => ({ id, code, sum: has(id, code) })))
  const sums: { what: string; sum: Sum; zeroIsFine?: boolean }[] = [
    { what: 'everyone', sum: () => 1 },
    ...cells.flatMap(({ id, code, sum }) => [
      { what: `${id} ${code}`, sum },
      { what: `${id} not ${code}`, sum: without(sum) },
    ]),
    ...traits
      .filter(({ none }) => none)
      .map(({ id, several }) => ({ what: `${id} missing`, sum: lacks(id), zeroIsFine: !several })),
    ...cells.flatMap((one, at) =>
      cells.slice(at + 1).flatMap((other) =>
        one.id === other.id
          ? []
          : [
              { what: `${one.code} and ${other.code}`, sum: times(one.sum, other.sum) },
              { what: `${one.code} not ${other.code}`, sum: times(one.sum, without(other.sum)) },
              { what: `${other.code} not ${one.code}`, sum: times(other.sum, without(one.sum)) },
            ],
      ),
    ),
  ]
  for (const period of periods)
    for (const { what, sum, zeroIsFine } of sums) {
      const during: Sum = (youth) => (period.includes(youth.half) ? sum(youth) : 0)
      const count = youths.reduce((total, youth) => total + during(youth), 0)
      if (count < threshold && (count > 0 || !zeroIsFine))
        yield { what: `${what} in ${period.join(' ')}`, sum: during, count }
    }
}

/** What follows from what was said, and is too small. `undefined`: nothing. */
export function toldBy(said: Said[], world: Pick<World, 'traits' | 'threshold'>, youths: Youth[]): string | undefined {
  const kinds = possible(said, world.traits, youths)
  const rows = reduced(said.map(({ sum }) => kinds.map((kind) => BigInt(sum(kind)))))
  for (const { what, sum, count } of tooSmall(world, youths))
    if (
      follows(
        kinds.map((kind) => BigInt(sum(kind))),
        rows,
      )
    )
      return `${what}: ${count}`
  return undefined
}

/**
 * The kinds of youth that there can be: where it follows that nobody is missing, there is nobody of any kind in which
 * something is missing.
 */
function possible(said: Said[], traits: Trait[], youths: Youth[]): Youth[] {
  const kinds = kindsOf(traits)
  const rows = reduced(said.map(({ sum }) => kinds.map((kind) => BigInt(sum(kind)))))
  const nobody = traits
    .filter(({ none, several }) => none && !several)
    .flatMap(({ id }) =>
      periods.map(
        (period): Sum =>
          (youth) =>
            period.includes(youth.half) ? lacks(id)(youth) : 0,
      ),
    )
    .filter((sum) => youths.every((youth) => sum(youth) === 0))
    .filter((sum) =>
      follows(
        kinds.map((kind) => BigInt(sum(kind))),
        rows,
      ),
    )
  return kinds.filter((kind) => nobody.every((sum) => sum(kind) === 0))
}

interface Row {
  pivot: number
  factors: bigint[]
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b))

/** Reduced echelon form without fractions: in the column of each row's pivot every other row has 0. */
function reduced(vectors: bigint[][]): Row[] {
  const rows: Row[] = []
  for (const vector of vectors) {
    let left = vector
    for (const { pivot, factors } of rows) left = cleared(left, factors, pivot)
    const pivot = left.findIndex((factor) => factor !== 0n)
    if (pivot < 0) continue
    for (const row of rows) row.factors = cleared(row.factors, left, pivot)
    rows.push({ pivot, factors: left })
  }
  return rows
}

function cleared(vector: bigint[], by: bigint[], pivot: number): bigint[] {
  const [own, other] = [vector[pivot] ?? 0n, by[pivot] ?? 0n]
  if (own === 0n) return vector
  const result = vector.map((factor, at) => factor * other - (by[at] ?? 0n) * own)
  const common = result.reduce((sum, factor) => (factor === 0n ? sum : divisor(sum, factor)), 0n)
  return common > 1n ? result.map((factor) => factor / common) : result
}

/** Whether a sum is made of the rows: the factor of each row can only be that in its pivot's column. */
function follows(sum: bigint[], rows: Row[]): boolean {
  const used = rows.filter(({ pivot }) => sum[pivot] !== 0n)
  const common = used.reduce((product, { pivot, factors }) => {
    const own = factors[pivot] ?? 1n
    return (product / divisor(product, own)) * own
  }, 1n)
  const parts = used.map(({ pivot, factors }) => ({
    factors,
    by: ((sum[pivot] ?? 0n) * common) / (factors[pivot] ?? 1n),
  }))
  return sum.every(
    (factor, at) => factor * common === parts.reduce((total, { factors, by }) => total + (factors[at] ?? 0n) * by, 0n),
  )
}
