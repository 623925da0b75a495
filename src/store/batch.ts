import { dirname } from 'node:path'
import { type Disk, isNoRoom } from './disk.ts'
import { isPending } from './paths.ts'

/** What is to be put in place: a staged file under its name, or nothing any more. */
type Step = { path: string; temp?: string }
/** Seals the list of steps, and opens it. */
export interface IntentSeal {
  seal(path: string, value: unknown): Promise<string>
  unseal(path: string, text: string): Promise<Step[]>
}

/**
 * Records that come into force together. Everything that needs room on the disk is written and synced first; what
 * remains are renames, for whose names some room is kept. If there are several, the list of them is put on disk before
 * the first, and an interrupted change is finished at the next start: all of it or, before that list is there, none.
 */
export class Batch {
  readonly #disk: Disk
  readonly #intent: IntentSeal
  readonly #steps: Step[] = []
  #decided = false

  constructor(disk: Disk, intent: IntentSeal) {
    this.#disk = disk
    this.#intent = intent
  }

  async stage(path: string, text: string): Promise<void> {
    this.#steps.push({ path, temp: await this.#disk.stage(path, text) })
  }

  remove(path: string): void {
    this.#steps.push({ path })
  }

  /** Removes what was staged, unless it may be in force already. */
  async abandon(): Promise<void> {
    if (this.#decided) return
    for (const { temp } of this.#steps) if (temp) await this.#disk.drop(temp).catch(() => {})
  }

  /** In force, and would survive a power cut, when it resolves. `pending`: where the list lies meanwhile, if there is one. */
  async commit(pending: string): Promise<void> {
    this.#disk.mayWrite()
    if (this.#steps.length > 1) {
      await this.#disk.keepReserve()
      // the staged files must be found again before the list that names them can be
      for (const folder of foldersOf(this.#steps)) await this.#disk.syncFolder(folder)
      const temp = await this.#disk.stage(pending, await this.#intent.seal(pending, this.#steps))
      await this.#decide(temp, pending)
      await this.#disk.syncFolder('.')
      await putInPlace(this.#disk, this.#steps)
      await forget(this.#disk, pending)
      return
    }
    for (const { path, temp } of this.#steps) {
      if (temp) await this.#decide(temp, path)
      else await this.#disk.must(this.#disk.drop(path))
      await this.#disk.syncFolder(dirname(path))
    }
  }

  /** One rename puts all of it in force. Where there is no room for the name, none of it is. */
  async #decide(temp: string, path: string): Promise<void> {
    this.#decided = true
    await this.#disk.decide(temp, path).catch((failure) => {
      this.#decided = !isNoRoom(failure)
      throw failure
    })
  }
}

/** Finishes at the start what a sudden end interrupted; of several changes no two had to do with each other. */
export async function finishPending(disk: Disk, intent: IntentSeal): Promise<void> {
  for (const path of (await disk.names('.')).filter(isPending)) {
    const text = await disk.read(path)
    if (text === undefined) continue
    await putInPlace(disk, await intent.unseal(path, text), true)
    await forget(disk, path)
  }
}

async function putInPlace(disk: Disk, steps: Step[], again = false): Promise<void> {
  for (const { path, temp } of steps) await (temp ? disk.place(temp, path, again) : disk.must(disk.drop(path)))
  for (const folder of foldersOf(steps)) await disk.syncFolder(folder)
}

const foldersOf = (steps: Step[]): Set<string> => new Set(steps.map(({ path }) => dirname(path)))

/** The list must be gone for good before the next change, or it would undo a later removal. */
async function forget(disk: Disk, pending: string): Promise<void> {
  await disk.must(disk.drop(pending))
  await disk.syncFolder('.')
}
