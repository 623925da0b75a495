import type { Visitor } from './visitor.ts'

/** `/cases/2026-0002/notes/1?week=3` and `/cases/2026-0004/notes/2` are pages of one pattern. */
export const patternOf = (path: string): string =>
  path
    .replace(/[?#].*$/, '')
    .split('/')
    .map((part) => (/\d|^[0-9a-f]{16,}$/.test(part) ? ':' : part))
    .join('/')
    // ids of the cast are their names
    .replace(/^(\/settings\/(people|schools|rooms))\/(?!new$)[^/]+/, '$1/:')

/**
 * Where a page leads: own pages, without fragments; what is taken as a file is no page. Looked for in the page's text: to
 * build each page whole, of the thousands that are only gone through, takes most of what the page itself takes.
 */
export const linksOn = ({ text }: Visitor): string[] =>
  [...text.matchAll(/<a\s([^>]*)>/g)]
    .filter(([, attributes = '']) => !/\sdownload\b/.test(` ${attributes}`))
    .map(([, attributes = '']) => /\bhref="([^"#]*)/.exec(attributes)?.[1]?.replaceAll('&amp;', '&') ?? '')
    .filter((to) => to.startsWith('/') && !to.startsWith('/assets/'))

/** Every page that someone comes to by links, at most `most` of a pattern. `seen` is told while the page is open. */
export async function crawl(visitor: Visitor, seen: (visitor: Visitor) => void, most = 2): Promise<string[]> {
  const waiting = ['/']
  const met = new Map<string, number>()
  const known = new Set(waiting)
  const opened: string[] = []
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const times = met.get(patternOf(path)) ?? 0
    if (times >= most) continue
    met.set(patternOf(path), times + 1)
    await visitor.open(path)
    opened.push(path)
    seen(visitor)
    const further = linksOn(visitor).filter((to) => !known.has(to))
    for (const to of further) known.add(to)
    waiting.push(...further)
  }
  return opened
}
