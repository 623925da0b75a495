import type { Ground } from './disclosure-ground.ts'
import { numbersIn, type Stretches } from './disclosure-periods.ts'
import { conditionsOf, figuresOf, groupOf, groupOfAll, type Terms } from './disclosure-terms.ts'
import type { FigureId } from './figures.ts'
import { comparedOf } from './outcome.ts'

const scaleMark = 'scale/'

/** How many youths stand behind terms, in any part of the time line. */
export class Counts {
  readonly #ground: Ground
  readonly #stretchOf: number[]
  /** by the figures of a group: youths of each group, by stretch */
  readonly #tables = new Map<string, Map<string, number[]>>()
  readonly #codesOf = new Map<string, Codes[]>()

  constructor(ground: Ground) {
    this.#ground = ground
    this.#stretchOf = ground.facts.map(({ referredOn }) => ground.time.at(referredOn))
  }

  /** Only of terms that are sums of youths; an answer that a youth gave counts as a youth. */
  youths(terms: Terms, stretches: Stretches): number {
    const places = numbersIn(stretches)
    let sum = 0
    for (const [group, times] of terms) {
      const counts = this.#of(group)
      if (counts) for (const at of places) sum += times * (counts[at] ?? 0)
    }
    return sum
  }

  /** Youths who stand in any of these groups. */
  inAny(groups: readonly string[], stretches: Stretches): number {
    const wanted = groups.map((group) =>
      conditionsOf(group).map(({ figure, code }) => ({ codes: this.#codes(figure), code })),
    )
    const within = new Set(numbersIn(stretches))
    return this.#stretchOf.filter(
      (stretch, at) =>
        within.has(stretch) &&
        wanted.some((conditions) => conditions.every(({ codes, code }) => codes[at]?.includes(code))),
    ).length
  }

  #of(group: string): number[] | undefined {
    const figures = figuresOf(group)
    const key = figures.join()
    const known = this.#tables.get(key)
    if (known) return known.get(group)
    const [figure, ...more] = figures
    const table = figure === undefined || more.length > 0 ? this.#together(figures) : this.#alone(figure)
    this.#tables.set(key, table)
    return table.get(group)
  }

  #together(figures: readonly string[]): Map<string, number[]> {
    const table = new Map<string, number[]>()
    const codes = figures.map((figure) => this.#codes(figure))
    for (const [at, stretch] of this.#stretchOf.entries())
      for (const found of groupsOf(figures, codes, at)) this.#count(table, found, stretch)
    return table
  }

  /** The same for one figure, of which there are many more. */
  #alone(figure: string): Map<string, number[]> {
    const byCode = new Map<string | undefined, number[]>()
    const codes = this.#codes(figure)
    for (const [at, stretch] of this.#stretchOf.entries())
      for (const code of codes[at] ?? []) this.#count(byCode, code, stretch)
    return new Map([...byCode].map(([code, counts]) => [groupOf(figure, code), counts]))
  }

  #count<Key>(table: Map<Key, number[]>, key: Key, stretch: number): void {
    const counts = table.get(key) ?? Array.from({ length: this.#ground.time.count }, () => 0)
    counts[stretch] = (counts[stretch] ?? 0) + 1
    table.set(key, counts)
  }

  /** The codes of each youth; where several may be had and none is, `undefined`. */
  #codes(figure: string): Codes[] {
    const known = this.#codesOf.get(figure)
    if (known) return known
    const found = this.#read(figure)
    this.#codesOf.set(figure, found)
    return found
  }

  #read(figure: string): Codes[] {
    if (figure.startsWith(scaleMark)) {
      const scale = figure.slice(scaleMark.length)
      return this.#ground.facts.map((one) => (comparedOf(one, scale, 'intake', 'exit').is === 'pair' ? ['pair'] : []))
    }
    const { several } = this.#ground.define(figure as FigureId)
    return this.#ground
      .answers(figure as FigureId)
      .map((answer) => (several && answer.length === 0 ? [undefined] : answer.map(([code]) => code)))
  }
}

type Codes = (string | undefined)[]

/** Every group of these figures in which a youth stands. */
function groupsOf(figures: readonly string[], codes: readonly Codes[][], at: number): string[] {
  return figures
    .map((figure, n) => (codes[n]?.[at] ?? []).map((code) => groupOf(figure, code)))
    .reduce<string[][]>((sum, groups) => sum.flatMap((so) => groups.map((group) => so.concat(group))), [[]])
    .map(groupOfAll)
}
