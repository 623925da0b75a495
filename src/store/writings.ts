import type { ChangeView } from './change-view.ts'
import type { Records } from './records.ts'
import type { Touched } from './touched.ts'

/** A change on its way to the disk. */
interface Writing {
  view: ChangeView
  touched: Touched
  over: Promise<void>
}

/** What came of deciding: a decision with the records that it saves, or a failure. */
export type Found<T> = { result: T; values: ReadonlyMap<string, unknown> } | { failure: unknown }

/**
 * The changes that are on their way to the disk. None of them would have been decided otherwise after one that came
 * before it, so it does not matter which of them the disk has first. What one of them saved is read by nobody before the
 * disk has it, and not in the middle of a decision, which would see one half of its world before it and the other after it;
 * nor before what was decided earlier without it, or somebody would see it and not see that.
 */
export class Writings {
  readonly #records: Records
  readonly #tell: (touched: Touched) => void
  readonly #all = new Set<Writing>()
  /** what arrived while somebody was deciding */
  #arrived: (() => void)[] | undefined

  /** `arrived` is told what came into sight. */
  constructor(records: Records, arrived: (touched: Touched) => void) {
    this.#records = records
    this.#tell = arrived
  }

  /**
   * Lets somebody decide while nothing of these comes into sight. `met`: those that have to do with what was read or is
   * to be written, so that it must be decided again when they are over.
   */
  async apart<T>(
    view: ChangeView,
    decide: () => Promise<{ result: T; values: ReadonlyMap<string, unknown> }>,
  ): Promise<Found<T> & { met: Promise<void>[] }> {
    this.#arrived = []
    const found: Found<T> = await decide().catch((failure) => ({ failure }))
    const met = [...this.#all].filter(({ touched }) => view.meets(touched))
    const arrived = this.#arrived
    this.#arrived = undefined
    for (const settle of arrived) settle()
    return { ...found, met: met.map(({ over }) => over) }
  }

  /** On disk, and in sight of everyone, when it resolves. */
  begin(view: ChangeView, values: ReadonlyMap<string, unknown>): Promise<void> {
    if (values.size === 0) return Promise.resolve()
    view.promise()
    const touched = view.touched()
    const earlier = [...this.#all].filter((one) => one.view.hasReadOf(touched)).map(({ over }) => over)
    const written = this.#records.save(values)
    const over = written.then(() => Promise.allSettled(earlier)).then(() => this.#settled(view, touched))
    const writing: Writing = { view, touched, over }
    this.#all.add(writing)
    writing.over = writing.over.finally(() => this.#all.delete(writing))
    return writing.over
  }

  /** Resolves when none is left. */
  async ended(): Promise<void> {
    await Promise.allSettled([...this.#all].map(({ over }) => over))
  }

  #settled(view: ChangeView, touched: Touched): Promise<void> {
    return new Promise((inSight) => {
      const settle = () => {
        view.settle()
        this.#tell(touched)
        inSight()
      }
      if (this.#arrived) this.#arrived.push(settle)
      else settle()
    })
  }
}
