import type { Finding } from './sources.ts'

/** What the README is held against. */
export interface Truth {
  /** of package.json */
  scripts: Record<string, string>
  /** whether the repository holds this file or folder */
  holds: (path: string) => boolean
  /** path patterns of the site, `/cases/:number` */
  pages: string[]
  /** e-mail addresses of the demo centre's people */
  addresses: string[]
}

/** npm's own commands that need no script of ours. */
const ofNpm = ['ci', 'install', 'pack', 'audit']
const top = /^(src|views|test|surveys|data|scripts|docs|deploy|bench|\.ci)(\/|$)/

/** Everything that the README names and that is not so: commands, paths, pages, addresses to sign in with. */
export function untrue(readme: string, { scripts, holds, pages, addresses }: Truth): Finding[] {
  const blocks = [...readme.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].map(([, code = '']) => code)
  const spans = [...readme.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
  const links = [...readme.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, to = '']) => to)
  const commands = [...blocks, ...spans].flatMap((code) => [...code.matchAll(/\bnpm (run )?([\w:-]+)/g)])
  const wanting = commands.filter(
    ([, run, name = '']) => !(run ? scripts[name] : (scripts[name] ?? ofNpm.includes(name))),
  )
  const named = [...spans, ...links, ...treeIn(blocks)].filter((code) => !/\s/.test(code))
  const files = named.filter((code) => top.test(code)).map((code) => code.replace(/:\d+$/, ''))
  const opened = named.filter((code) => code.startsWith('/')).map((code) => code.replace(/[?#].*$/, ''))
  const mails = readme.match(/[\w.-]+@example\.test/g) ?? []
  return [
    ...(commands.length > 0 ? [] : ['the README names no command']),
    ...wanting.map(([command]) => `${command}: there is no such command`),
    ...files.filter((path) => !holds(path)).map((path) => `${path}: there is no such file`),
    ...opened
      .filter((path) => !pages.some((page) => answers(page, path)))
      .map((path) => `${path}: there is no such page`),
    ...[...new Set(mails)]
      .filter((mail) => !addresses.includes(mail))
      .map((mail) => `${mail}: nobody signs in as that`),
  ]
}

/** Paths of a drawn tree: `├── src/` and below it `│   ├── exit/`. Only its files and folders, not what is said of them. */
function treeIn(blocks: string[]): string[] {
  const above: string[] = []
  return blocks.flatMap((block) =>
    [...block.matchAll(/^((?:[│ ] {3})*)[├└]── (\S+)/gm)].map(([, indent = '', name = '']) => {
      above.length = indent.length / 4
      above.push(name.replace(/\/$/, ''))
      return above.join('/')
    }),
  )
}

const answers = (page: string, path: string): boolean =>
  new RegExp(`^${page.replace(/\{[^}]*\}/g, '').replace(/:\w+/g, '[^/]+')}$`).test(path)
