import type { Ground } from './disclosure-ground.ts'
import { numbersIn, type Stretches } from './disclosure-periods.ts'
import { conditionsOf, figuresOf, groupOf, groupOfAll, type Terms } from './disclosure-terms.ts'
import type { FigureId } from './figures.ts'
import { comparedAt } from './outcome.ts'
import { isAccepted, referredOnOf } from './reads.ts'
import { acrossed, type Sorted } from './youths.ts'

const scaleMark = 'scale/'

/** The codes of a youth in one figure; where several may be had and none is, `undefined`. */
type Codes = readonly (string | undefined)[]

/** Youths by all that some figures say of them, and of each kind how many there are in each stretch. */
interface Joint {
  /** the codes in each of the figures */
  kinds: readonly (readonly Codes[])[]
  counts: (kind: number, stretch: number) => number
}

/** How many youths stand behind terms, in any part of the time line. */
export class Counts {
  readonly #ground: Ground
  readonly #stretches: Sorted<number>
  /** by the figures of a group: youths of each group, by stretch */
  readonly #tables = new Map<string, Map<string, number[]>>()
  readonly #joints = new Map<string, Joint>()
  readonly #codesOf = new Map<string, Sorted<Codes>>()
  readonly #places = new Map<Stretches, number[]>()

  constructor(ground: Ground) {
    this.#ground = ground
    this.#stretches = ground.youths.sorted(referredOnOf, (on) => ground.time.at(on))
  }

  /** Only of terms that are sums of youths; an answer that a youth gave counts as a youth. */
  youths(terms: Terms, stretches: Stretches): number {
    const places = this.#placesIn(stretches)
    let sum = 0
    for (const [group, times] of terms) {
      const counts = this.#of(group)
      if (counts) for (const at of places) sum += times * (counts[at] ?? 0)
    }
    return sum
  }

  /** Youths who stand in any of these groups. */
  inAny(groups: readonly string[], stretches: Stretches): number {
    const wanted = groups.map(conditionsOf)
    const figures = [...new Set(wanted.flat().map(({ figure }) => figure))].sort()
    const { kinds, counts } = this.#joint(figures)
    const places = this.#placesIn(stretches)
    const isIn = (codes: readonly Codes[]) =>
      wanted.some((conditions) =>
        conditions.every(({ figure, code }) => codes[figures.indexOf(figure)]?.includes(code)),
      )
    return kinds.reduce(
      (sum, codes, kind) => (isIn(codes) ? places.reduce((all, at) => all + counts(kind, at), sum) : sum),
      0,
    )
  }

  #placesIn(stretches: Stretches): number[] {
    const known = this.#places.get(stretches) ?? numbersIn(stretches)
    this.#places.set(stretches, known)
    return known
  }

  #of(group: string): number[] | undefined {
    const figures = figuresOf(group)
    const key = figures.join()
    const known = this.#tables.get(key)
    if (known) return known.get(group)
    const table = this.#table(figures)
    this.#tables.set(key, table)
    return table.get(group)
  }

  #table(figures: readonly string[]): Map<string, number[]> {
    const { kinds, counts } = this.#joint(figures)
    const { count } = this.#ground.time
    const table = new Map<string, number[]>()
    for (const [kind, codes] of kinds.entries())
      for (const group of groupsOf(figures, codes)) {
        const sums = table.get(group) ?? new Array<number>(count).fill(0)
        table.set(group, sums)
        for (let at = 0; at < count; at++) sums[at] = (sums[at] as number) + counts(kind, at)
      }
    return table
  }

  #joint(figures: readonly string[]): Joint {
    const key = figures.join()
    const known = this.#joints.get(key)
    if (known) return known
    const [first, ...more] = figures.map((figure) => this.#codes(figure))
    const alone: Sorted<readonly Codes[]> = first
      ? { ...first, kinds: first.kinds.map((codes) => [codes]) }
      : this.#ground.youths.sorted(isAccepted, () => [])
    const { kinds, of } = more.reduce((sum, other) => {
      const both = acrossed(sum, other)
      return { kinds: both.kinds.map(([codes, its]) => [...codes, its]), of: both.of }
    }, alone)
    const { kinds: stretches, of: stretchOf } = this.#stretches
    const { count } = this.#ground.time
    const found = new Uint32Array(kinds.length * count)
    for (let at = 0; at < of.length; at++)
      found[(of[at] as number) * count + (stretches[stretchOf[at] as number] as number)]! += 1
    const joint: Joint = { kinds, counts: (kind, stretch) => found[kind * count + stretch] ?? 0 }
    this.#joints.set(key, joint)
    return joint
  }

  #codes(figure: string): Sorted<Codes> {
    const known = this.#codesOf.get(figure)
    if (known) return known
    const found = this.#read(figure)
    this.#codesOf.set(figure, found)
    return found
  }

  #read(figure: string): Sorted<Codes> {
    const { youths } = this.#ground
    if (figure.startsWith(scaleMark)) {
      const [pair, none]: [Codes, Codes] = [['pair'], []]
      return youths.sorted(comparedAt(figure.slice(scaleMark.length), 'exit'), ({ is }) =>
        is === 'pair' ? pair : none,
      )
    }
    const { several, counts } = this.#ground.define(figure as FigureId)
    const same = new Map<string, Codes>()
    return youths.sorted(counts, (answer) => {
      const codes = several && answer.length === 0 ? [undefined] : answer.map(([code]) => code)
      const key = JSON.stringify(codes)
      const one = same.get(key) ?? codes
      same.set(key, one)
      return one
    })
  }
}

/** Every group of these figures in which youths of a kind stand. */
function groupsOf(figures: readonly string[], codes: readonly Codes[]): string[] {
  return figures
    .map((figure, n) => (codes[n] ?? []).map((code) => groupOf(figure, code)))
    .reduce<string[][]>((sum, groups) => sum.flatMap((so) => groups.map((group) => so.concat(group))), [[]])
    .map(groupOfAll)
}
