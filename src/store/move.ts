import { type Content, type Counts, Digest, type Kind, kindOf, type Side } from './contents.ts'
import { StoreRefusal } from './refusal.ts'

/** How far a move has come. `of`: about so many there are. */
export interface Progress {
  step: 'reading' | 'moving' | 'comparing'
  done: number
  of: number
}

export interface Moved {
  from: { hash: string; counts: Counts }
  to: { hash: string; counts: Counts }
  /** whether it went on with a move that was broken off */
  takenUp: boolean
}

/** How many contents are kept at once; of lines of the log more. */
const atOnce: Partial<Record<Kind, number>> = { log: 2_000, diary: 40 }
const usually = 100

/**
 * Moves all that a store holds to an empty one, and compares them when everything is there: both are read back for
 * that. Until then the new one is marked, and no server opens it. Broken off at any moment it goes on when it is
 * called again, with the same outcome. Refuses (StoreRefusal) a half-moved source, a target that holds something else,
 * a source that is not as it was when the move was begun, and one that is used meanwhile.
 */
export async function move(source: Side, target: Side, tell: (progress: Progress) => void = () => {}): Promise<Moved> {
  if (await source.moving())
    throw new StoreRefusal('half-moved', `${source.name} holds the half of a move itself. Finish that one first.`)
  const begun = await target.moving()
  if (!begun && !(await isEmpty(target)))
    throw new StoreRefusal('not-empty', `${target.name} is not empty. Name a new one: nothing was changed.`)
  const found = await digestOf(source, 'reading', tell)
  if (begun && begun.from !== found.hash)
    throw new StoreRefusal(
      'source-changed',
      `${target.name} holds the half of a move of something else: ${source.name} has changed since, or is another. ` +
        'Begin again with a new target, and give this one up.',
    )
  if (!begun) await target.begin({ from: found.hash })
  await carry(source, target, tell)
  const [from, to] = [await digestOf(source, 'comparing', tell), await digestOf(target, 'comparing', tell)]
  if (from.hash !== found.hash)
    throw new StoreRefusal(
      'source-changed',
      `${source.name} changed while it was moved. Begin again with a new target.`,
    )
  if (to.hash !== from.hash)
    throw new StoreRefusal(
      'not-equal',
      `What ${target.name} holds is not what ${source.name} holds (${to.hash}, ${from.hash}). It is not opened.`,
    )
  for (const side of [source, target]) await side.mustBeAlone()
  await target.finish()
  return { from, to, takenUp: begun !== undefined }
}

async function isEmpty(side: Side): Promise<boolean> {
  for await (const _ of side.contents()) return false
  return true
}

async function digestOf(side: Side, step: Progress['step'], tell: (progress: Progress) => void) {
  const digest = new Digest()
  const of = await side.size()
  let done = 0
  for await (const content of side.contents()) {
    digest.add(content)
    tell({ step, done: ++done, of })
  }
  return { hash: digest.end(), counts: digest.counts }
}

async function carry(source: Side, target: Side, tell: (progress: Progress) => void): Promise<void> {
  const of = await source.size()
  let [done, batch]: [number, Content[]] = [0, []]
  const put = async () => {
    // a server that nobody stopped may have no connection for a while
    for (const side of [source, target]) await side.mustBeAlone()
    if (batch.length > 0) await target.take(batch)
    done += batch.length
    batch = []
    tell({ step: 'moving', done, of })
  }
  for await (const content of source.contents()) {
    const [first] = batch
    const kind = kindOf(content)
    if (first && (kindOf(first) !== kind || batch.length >= (atOnce[kind] ?? usually))) await put()
    batch.push(content)
  }
  await put()
}
