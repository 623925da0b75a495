import type { Moment } from '../time/days.ts'
import {
  type Checkpoint,
  checkpointIn,
  checkpointLine,
  isLeftBehind,
  mostEntries,
  mostMilliseconds,
  signingKeyOf,
} from './checkpoint.ts'
import { SecondPlace } from './second-place.ts'
import type { CheckpointTrouble } from './store.ts'

/** A place that hangs must not keep the house from closing. */
const patience = 5_000

/** How far the log has come: its last entry, or less of it. */
type End = Checkpoint & { deed?: string }

/**
 * Writes checkpoints to the second place while the house goes on: the newest wins, one writing at a time. When the
 * place fails it says so once, and tries again with the next entry; only the log itself stops the house.
 */
export class Checkpoints {
  readonly #place: SecondPlace
  readonly #keys: ReturnType<typeof signingKeyOf>
  readonly #report: (sentence: string) => void
  #begun = false
  #wanted: End | undefined
  #head: End | undefined
  /** the last one that was added to the list */
  #added: Checkpoint | undefined
  #writing: Promise<void> | undefined
  #trouble: CheckpointTrouble | undefined

  constructor(folder: string, master: Uint8Array, report: (sentence: string) => void) {
    this.#place = new SecondPlace(folder)
    this.#keys = signingKeyOf(master)
    this.#report = report
  }

  trouble(): CheckpointTrouble | undefined {
    return this.#trouble && { ...this.#trouble }
  }

  /** The log has come so far. Returns at once; never fails. */
  note(end: End): void {
    this.#wanted = end
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined
    })
  }

  /** When it resolves, what was noted is written, or is in trouble. */
  async settled(): Promise<void> {
    await this.#writing
  }

  async close(): Promise<void> {
    const late = new Promise<void>((done) => setTimeout(done, patience).unref())
    await Promise.race([this.#finish(), late])
  }

  async #finish(): Promise<void> {
    await this.#writing
    await this.#write(true)
  }

  /** `last`: nothing will follow, so the list ends where the log does. */
  async #write(last = false): Promise<void> {
    while (this.#wanted) {
      const end = this.#wanted
      try {
        if (!this.#begun) await this.#begin(end)
        // in this order: where there is a list, there is a newest
        if (this.#head !== end) await this.#place.replaceHead(checkpointLine(end, this.#keys.privateKey))
        this.#head = end
        if (isDue(end, this.#added) || (last && this.#added?.hash !== end.hash)) await this.#add(end)
        if (this.#trouble?.what === 'not-written') this.#trouble = undefined
      } catch (failure) {
        this.#failed(failure as Error, end.at)
        return
      }
      if (this.#wanted === end) return
    }
  }

  /** What the place knew before goes to the list, so that it still shows when the log has become shorter since. */
  async #begin(end: End): Promise<void> {
    const { publicKey } = this.#keys
    await this.#place.prepare(String(publicKey.export({ type: 'spki', format: 'pem' })))
    const listed = (await this.#place.lines()).at(-1)
    const line = await this.#place.head()
    if (line !== undefined && line !== listed) await this.#place.append(line)
    const head = line === undefined ? undefined : checkpointIn(line, publicKey)
    const fits = line === undefined || (head && (head.seq < end.seq || head.hash === end.hash || wasLeft(head, end)))
    if (!fits) this.#behind(head?.at ?? end.at)
    const added = listed === undefined ? undefined : checkpointIn(listed, publicKey)
    this.#added = added && added.seq <= end.seq ? added : undefined
    this.#begun = true
  }

  async #add(end: End): Promise<void> {
    await this.#place.append(checkpointLine(end, this.#keys.privateKey))
    this.#added = end
  }

  #failed(failure: Error, since: Moment): void {
    if (this.#trouble) return
    this.#trouble = { what: 'not-written', since }
    const { folder } = this.#place
    this.#report(
      `The log's checkpoints cannot be written to ${folder} (${failure.message}). The house goes on without.`,
    )
  }

  #behind(since: Moment): void {
    this.#trouble = { what: 'log-behind', since }
    const says = `The log does not hold all that ${this.#place.folder} says it held.`
    this.#report(`${says} Something was removed from it, or an older one put in its place. Run: npm run log:verify`)
  }
}

const wasLeft = (head: Checkpoint, end: End): boolean =>
  end.deed !== undefined && isLeftBehind(head, { ...end, deed: end.deed })

const isDue = (end: Checkpoint, added: Checkpoint | undefined): boolean =>
  !added ||
  end.seq - added.seq >= mostEntries ||
  (end.seq > added.seq && Date.parse(end.at) - Date.parse(added.at) >= mostMilliseconds)
