import { codeOf, type Finding, type Source } from './sources.ts'

/** Something that is done in one place only: what it looks like, where it may stand, and what to do instead. */
interface Habit {
  looks: RegExp
  only: RegExp
  instead: string
}

const habits: Habit[] = [
  {
    looks: /\bprocess\.(env|argv)\b/,
    // whether it was started itself, a file asks of the command line
    only: /^src\/settings\.ts$/,
    instead: 'only src/settings.ts reads how the process was started',
  },
  {
    looks:
      /\brole\b\s*(===|!==|==(?!=)|!=(?!=))|(===|!==)\s*[\w.?!]*\brole\b|switch\s*\([^)]*\brole\s*\)|\.includes\([^)]*\brole\s*\)/,
    only: /^src\/people\/may\.ts$/,
    instead: 'ask may() or mightEver() for a deed; roles are compared in src/people/may.ts alone',
  },
  {
    looks: /\bDate\.now\(|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.(now|timeOrigin)|\bTemporal\.Now\b/,
    only: /^src\/time\/clock\.ts$/,
    instead: 'time is handed in: clock.now()',
  },
  {
    looks: /(?<![#.\w])raw\(|\bimport\b[^;]*\braw\b[^;]*hono\/html/,
    only: /^views\/parts\/icons\.ts$/,
    instead: 'raw() escapes nothing; it stands with our own icons alone',
  },
  {
    looks: /\.(innerHTML|outerHTML|insertAdjacentHTML)\b|\beval\(|\bnew Function\(/,
    only: /^nowhere$/,
    instead: 'text is set as text',
  },
]

/** Started as a program, or imported: the one question about the command line that anyone may ask. */
const startedItself = /import\.meta\.url === pathToFileURL\(process\.argv\[1\] \?\? ''\)\.href/g

/** Everything in src/ and views/ (their scripts too) that does elsewhere what is done in one place. */
export const strays = (sources: Source[]): Finding[] =>
  sources
    .filter(({ path }) => /^(src|views)\/.*\.(ts|js)$/.test(path))
    .flatMap(({ path, text }) => {
      const lines = codeOf(text).replace(startedItself, 'started').split('\n')
      return habits
        .filter(({ only }) => !only.test(path))
        .flatMap(({ looks, instead }) =>
          lines.flatMap((line, at) =>
            looks.test(line) && !inBrowser(path, looks) ? [`${path}:${at + 1}: ${instead}`] : [],
          ),
        )
    })

/** The browser's own scripts have no clock handed in. */
const inBrowser = (path: string, looks: RegExp): boolean =>
  path.startsWith('views/assets/') && looks.source.includes('Date')
