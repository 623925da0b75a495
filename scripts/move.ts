import { type Sides, sides } from '../src/settings.ts'
import type { Counts, Side } from '../src/store/contents.ts'
import { withFolder } from '../src/store/folder-side.ts'
import { move, type Progress } from '../src/store/move.ts'
import { connectTo } from '../src/store/postgres/connect.ts'
import { withDatabase } from '../src/store/postgres/side.ts'
import { summaries } from '../src/summaries.ts'
import { runErrand } from './errand.ts'

/*
 * `npm run move -- --from data/store --to postgres://…`, and back: everything that a stopped store holds goes to an empty
 * one, which is compared before it may be served. Broken off at any moment, the same command goes on with it.
 */

const words: Record<Progress['step'], string> = {
  reading: 'Reading what is there',
  moving: 'Moving',
  comparing: 'Comparing',
}
/** Milliseconds between two lines where they cannot be rewritten. */
const pause = 5_000

/** On a terminal one line that is rewritten; elsewhere one every few seconds. */
function teller(): { tell: (progress: Progress) => void; end: () => void } {
  const isTerminal = process.stderr.isTTY === true
  let [told, step] = [0, '']
  return {
    tell({ step: now, done, of }) {
      if (now === step && Date.now() - told < (isTerminal ? 100 : pause)) return
      ;[told, step] = [Date.now(), now]
      const percent = of === 0 ? 100 : Math.min(100, Math.floor((done / of) * 100))
      const line = `${words[now]}: ${done.toLocaleString('en')} of ${of.toLocaleString('en')}, ${percent} %`
      process.stderr.write(isTerminal ? `\r\x1b[K${line}` : `${line}\n`)
    },
    end: () => void (isTerminal && process.stderr.write('\r\x1b[K')),
  }
}

const shown = ({ cases = 0, diary = 0, people = 0, registers = 0, facts = 0, log = 0 }: Counts): string =>
  [
    `${cases} cases`,
    `${diary} sessions`,
    `${people} people`,
    `${registers} entries of registers`,
    `facts of ${facts} erased cases`,
    `${log} lines of the log`,
  ].join(', ')

const within = <T>(
  side: Sides['from'],
  keyFile: string,
  as: 'source' | 'target',
  act: (side: Side) => Promise<T>,
): Promise<T> =>
  typeof side === 'string'
    ? withFolder({ dir: side, keyFile, summaries }, as, act)
    : withDatabase({ connect: connectTo(side), keyFile, summaries }, as, act)

process.umask(0o077)
process.once('SIGINT', () => {
  console.error('\nBroken off. The same command goes on from here.')
  process.exit(130)
})
await runErrand(async () => {
  const { from, to, keyFile } = sides()
  const began = Date.now()
  const { tell, end } = teller()
  try {
    await within(from, keyFile, 'source', (source) =>
      within(to, keyFile, 'target', async (target) => {
        const moved = await move(source, target, tell)
        end()
        const seconds = ((Date.now() - began) / 1000).toFixed(1)
        console.log(`Moved${moved.takenUp ? ', after it was broken off' : ''}: ${shown(moved.to.counts)}.`)
        console.log(`${source.name}: ${moved.from.hash}`)
        console.log(`${target.name}: ${moved.to.hash}`)
        console.log(`Equal, in ${seconds} s. The key of both is ${keyFile}. ${source.name} was left as it is.`)
      }),
    )
  } finally {
    end()
  }
})
