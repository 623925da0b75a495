import { posix } from 'node:path'
import { codeOf, type Finding, type Source } from './sources.ts'

/*
 * Imports look down. What stands later in this list may import what stands before it, never the other way round.
 * Routes stand above every stage, since a page may show what several stages know; the rules under them do not.
 */
const ladder = [
  ...['bottom', 'time', 'codebook', 'people', 'surveys', 'casefile'],
  ...['referral', 'consent', 'intake', 'sessions', 'exit', 'report'],
  ...[
    'programme',
    'store',
    'summaries',
    'ways',
    'settings',
    'opening',
    'housekeeping',
    'importing',
    'sending',
    'reminding',
    'alarming',
    'web',
    'routes',
    'app',
    'server',
  ],
]
/** Anyone may import these, and they only one another and time. */
const bottom = ['src/result.ts', 'src/reasons.ts', 'src/form.ts', 'src/own-file.ts']
const stages = ladder.slice(ladder.indexOf('casefile'), ladder.indexOf('programme'))

/** A package, and the only places that may import it. */
const packages: [name: RegExp, places: RegExp][] = [
  [/^hono\/html$/, /^(views\/|src\/web\/)/],
  [/^(hono(\/(?!html$).*)?|@hono\/.*)$/, /^src\/(web\/|app\.ts|server\.ts|\w+\/([\w-]+-)?routes\.ts)/],
  [/^survey-core/, /^src\/surveys\//],
  [/^survey-js-ui|^htmx|^chart\.js/, /^never imported: the browser loads it/],
  [/^(lowdb|pg)$/, /^src\/store\//],
  [/^prom-client$/, /^src\/web\/metrics\.ts/],
  [/^nodemailer/, /^src\/web\/post-mail\.ts/],
  [
    /^node:/,
    /^src\/(codebook|people|surveys|store|web)\/|^src\/time\/holidays\.ts|^src\/(settings|ways|server|own-file)\.ts|^src\/\w+\/([\w-]+-)?routes\.ts/,
  ],
]
/** Pure, although Node's: a hash or a comparison of what it is given. */
const pureOfNode = ['node:crypto', 'node:util']

export interface Import {
  from: string
  /** only types, which are gone when it runs */
  typeOnly: boolean
}

export function importsIn(text: string): Import[] {
  const code = codeOf(text)
  const named = [...code.matchAll(/^\s*(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s*['"]([^'"]+)['"]/gm)]
  const bare = [...code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm), ...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)]
  return [
    ...named.map(([, type, names = '', from = '']) => ({ from, typeOnly: type !== undefined || onlyTypes(names) })),
    ...bare.map(([, from = '']) => ({ from, typeOnly: false })),
  ]
}

const onlyTypes = (names: string): boolean => {
  const inner = /^\{([^}]*)\}$/.exec(names.trim())?.[1]
  const each = inner?.split(',').map((name) => name.trim()) ?? []
  return inner !== undefined && each.filter(Boolean).every((name) => name.startsWith('type '))
}

/** The rung of the ladder on which a file of src/ stands. */
function rungOf(path: string): string {
  if (bottom.includes(path)) return 'bottom'
  if (/^src\/\w+\/([\w-]+-)?routes\.ts$/.test(path)) return 'routes'
  return (/^src\/([\w-]+)/.exec(path)?.[1] ?? '').replace(/\.ts$/, '')
}

/** Everything in src/ and views/ that imports what it may not. */
export const lookingUp = (sources: Source[]): Finding[] =>
  sources
    .filter(({ path }) => /^(src|views)\/.*\.ts$/.test(path))
    .flatMap(({ path, text }) => importsIn(text).flatMap((one) => against(path, one).map((why) => `${path}: ${why}`)))

function against(path: string, { from, typeOnly }: Import): string[] {
  if (!from.startsWith('.')) return packages.flatMap((rule) => againstPackage(path, from, typeOnly, rule))
  const to = posix.join(posix.dirname(path), from)
  if (path.startsWith('views/')) return againstView(to, typeOnly)
  if (to.startsWith('views/')) {
    const may = ['routes', 'web', 'app'].includes(rungOf(path)) || typeOnly
    return may ? [] : [`only routes and src/web show a view (${to})`]
  }
  if (!to.startsWith('src/')) return [`${to} is outside src/`]
  return againstRung(rungOf(path), rungOf(to), path, to)
}

const againstPackage = (
  path: string,
  name: string,
  typeOnly: boolean,
  [which, places]: (typeof packages)[number],
): string[] => {
  const exempt = typeOnly && (which.source.startsWith('^hono\\/html') || name.startsWith('node:'))
  const fine =
    !which.test(name) || places.test(path) || exempt || (pureOfNode.includes(name) && !path.startsWith('views/'))
  return fine ? [] : [`may not import ${name}`]
}

/** A view takes types from anywhere but routes and plumbing, and asks nothing that reads or decides. */
function againstView(to: string, typeOnly: boolean): string[] {
  if (to.startsWith('views/')) return []
  const rung = rungOf(to)
  if (['routes', 'web', 'app', 'server'].includes(rung)) return [`a view knows no route (${to})`]
  const asks = !typeOnly && ['store', 'summaries', 'settings'].includes(rung)
  return asks ? [`a view takes no more than types from ${to}`] : []
}

function againstRung(own: string, other: string, path: string, to: string): string[] {
  const at = ladder.indexOf(own)
  if (at < 0) return [`${path} stands on no rung of the house`]
  if (ladder.indexOf(other) < 0) return [`${to} stands on no rung of the house`]
  if (other === 'bottom' || own === other) return own === 'routes' && other === 'routes' ? otherStage(path, to) : []
  if (own === 'bottom') return other === 'time' ? [] : [`the bottom imports ${to}`]
  if (own === 'store' && (stages.indexOf(other) > 0 || ['surveys', 'programme'].includes(other)))
    return [`the store knows the shape of what it keeps, not ${to}`]
  return ladder.indexOf(other) < at ? [] : [`looks up to ${to}`]
}

const otherStage = (path: string, to: string): string[] =>
  posix.dirname(path) === posix.dirname(to) ? [] : [`knows the routes of another stage (${to})`]
