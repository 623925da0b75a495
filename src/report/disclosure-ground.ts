import type { Day } from '../time/days.ts'
import { Conditions } from './disclosure-conditions.ts'
import { type Period, type Stretches, TimeLine } from './disclosure-periods.ts'
import { everyone, type Terms } from './disclosure-terms.ts'
import type { Answer, Definition, FigureId } from './figures.ts'
import { isAccepted, referredOnOf } from './reads.ts'
import type { Youths } from './youths.ts'

/** What is shown of the youths of a period, or of a part of them. */
export interface Cut extends Period {
  figures: readonly FigureId[]
  crosses: readonly (readonly [rows: FigureId, columns: FigureId])[]
  scales: readonly string[]
  only: readonly { figure: FigureId; code: string }[]
}

/** Fewer pairs than this have no mean that others see. */
export const fewestPairs = 8

/** All that several cuts are counted from. */
export class Ground {
  readonly youths: Youths
  readonly conditions: Conditions
  readonly time: TimeLine
  readonly define: (id: FigureId) => Definition
  readonly #answers = new Map<FigureId, Answer[]>()

  constructor(youths: Youths, cuts: readonly Cut[], define: (id: FigureId) => Definition) {
    this.youths = youths.where(isAccepted, (is) => is)
    this.define = define
    this.conditions = new Conditions((id) => this.answers(id), define)
    this.time = new TimeLine(cuts.flatMap((cut) => [cut, ...this.#timesIn(cut)]))
  }

  /** Whatever a figure says of any youth, each once. */
  answers(id: FigureId): readonly Answer[] {
    const known = this.#answers.get(id)
    if (known) return known
    const found = this.youths.counted(this.define(id).counts).map(([answer]) => answer)
    this.#answers.set(id, found)
    return found
  }

  codesIn(id: FigureId, { from, to }: Period): string[] {
    return this.define(id).codesIn?.(from, to) ?? this.conditions.codesOf(id)
  }

  /** The stretches of a period that a code of a figure of time stands for; all of them for any other code. */
  stretchesOf(id: FigureId, code: string, period: Period): Stretches {
    const days = this.define(id).daysOf?.(code)
    const within = this.time.within(period)
    return days ? within & this.time.within({ from: days[0], to: days[1] }) : within
  }

  /** The youths of a part. */
  part({ only }: Pick<Cut, 'only'>): Terms {
    return only.reduce((terms, { figure, code }) => this.both(terms, this.conditions.row(figure, code)), everyone)
  }

  both(one: Terms, other: Terms): Terms {
    return one === everyone ? other : other === everyone ? one : this.conditions.both(one, other)
  }

  youthsIn({ from, to, only }: Cut): Youths {
    return only.reduce(
      (youths, { figure, code }) =>
        youths.where(this.define(figure).counts, (answer) => answer.some(([found]) => found === code)),
      this.youths.where(referredOnOf, (on) => on >= from && on <= to),
    )
  }

  #timesIn({ figures, crosses, from, to }: Cut): Period[] {
    return [...new Set([...figures, ...crosses.flat()])].flatMap((id) => {
      const { codesIn, daysOf } = this.define(id)
      if (!codesIn || !daysOf) return []
      return codesIn(from, to).map((code) => clipped(daysOf(code), { from, to }))
    })
  }
}

const clipped = ([first, last]: [Day, Day], { from, to }: Period): Period => ({
  from: first < from ? from : first,
  to: last > to ? to : last,
})
