import type { Finding, Source } from './sources.ts'

const mostLines = 250
const usuallyMost = 150
const why = 'Over 150 lines because'
const measured = /\.(ts|js|mjs|css|json|md|sh)$|^\.ci\//

const linesIn = (text: string): number => text.replace(/\n$/, '').split('\n').length

/** Files over 250 lines; over 150 whose top does not say why. JSON is data and cannot hold a comment. */
export const tooLong = (sources: Source[]): Finding[] =>
  sources
    .filter(({ path }) => measured.test(path))
    .flatMap(({ path, text }) => {
      const lines = linesIn(text)
      if (lines > mostLines) return [`${path}: ${lines} lines; ${mostLines} at most`]
      const says = text
        .split('\n')
        .slice(0, 20)
        .some((line) => /^[\s/*#<!-]*Over 150 lines because \S/.test(line))
      return lines > usuallyMost && !says && !path.endsWith('.json')
        ? [`${path}: ${lines} lines, and its top does not say “${why} …”`]
        : []
    })

const nameless = /^(utils?|helpers?|common|shared|services?|managers?|types|index|misc|lib|base|stuff)(\.|$)/
const kebab = /^\.?[a-z0-9]+([.-][a-z0-9]+)*$/
const named = ['README.md', 'LICENSE', 'NOTICE']
/** A style sheet may be the one that all others build on. */
const mayBe = ['base.css']

/** Files and folders whose name says nothing, or is not in kebab-case. */
export const badlyNamed = (sources: Source[]): Finding[] =>
  sources.flatMap(({ path }) => {
    const parts = path.split('/')
    const says = parts.filter((part) => nameless.test(part) && !mayBe.includes(part))
    const shape = parts.filter((part) => !kebab.test(part) && !named.includes(part))
    return [
      ...says.map((part) => `${path}: “${part}” says nothing of what is in it`),
      ...shape.map((part) => `${path}: “${part}” is not in kebab-case`),
    ]
  })
