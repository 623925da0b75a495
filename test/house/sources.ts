import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** A file of the house, as a rule sees it: where it stands and what it says. */
export interface Source {
  path: string
  text: string
}

/** What a rule of the house finds: where, and what is wrong there. Nothing found is an empty list. */
export type Finding = string

const folders = ['src', 'views', 'test', 'scripts', 'surveys', 'data', 'bench', 'docs', '.ci']
const notOurs = /^data\/store\b|\.(svg|png|woff2|snap)$/

/** Every file that we wrote; what the programme keeps at run time is not among them. */
export function sources(): Source[] {
  const inFolders = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll('\\', '/'))
  const onTop = readdirSync('.').filter((name) => /\.(md|ts|js|json)$/.test(name) && name !== 'package-lock.json')
  return [...onTop, ...inFolders]
    .filter((path) => !notOurs.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

export const within = (all: Source[], ...starts: string[]): Source[] =>
  all.filter(({ path }) => starts.some((start) => path.startsWith(start)))

/** The code of a TypeScript file without its comments, so that what a comment mentions is not taken for code. */
export const codeOf = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/.*$/gm, '$1')
