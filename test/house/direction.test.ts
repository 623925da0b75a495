import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { importsIn, lookingUp } from './direction.ts'
import { strays } from './habits.ts'
import { sources } from './sources.ts'

const all = sources()
const house = suite('imports of the house')

house('look down', () => assert.equal(lookingUp(all), []))
house('and what is done in one place is done there alone', () => assert.equal(strays(all), []))
house('there is something to look at', () => assert.ok(all.filter(({ path }) => path.startsWith('src/')).length > 40))

house.run()

const direction = suite('an import that looks up')
const found = (path: string, text: string) => lookingUp([{ path, text }])

const up: [why: string, path: string, line: string][] = [
  ['an earlier stage knows a later one', 'src/referral/refer.ts', "import { give } from '../consent/give.ts'"],
  ['even by its type', 'src/consent/gate.ts', "import type { Plan } from '../intake/plan.ts'"],
  ['the case file knows a stage', 'src/casefile/row.ts', "import { stageOf } from '../referral/refer.ts'"],
  ['a rule knows where the programme stands', 'src/exit/close.ts', "import { stageOf } from '../programme.ts'"],
  ['a rule imports Hono', 'src/intake/plan.ts', "import { Hono } from 'hono'"],
  ['a rule imports the store', 'src/sessions/book.ts', "import type { Store } from '../store/store.ts'"],
  ['a rule imports a view', 'src/sessions/book.ts', "import { page } from '../../views/sessions/day.ts'"],
  ['a rule reads files', 'src/exit/close.ts', "import { readFileSync } from 'node:fs'"],
  ['people know the case file', 'src/people/may.ts', "import { a } from '../casefile/casefile.ts'"],
  ['time knows people', 'src/time/days.ts', "import { a } from '../people/person.ts'"],
  ['the store knows a stage', 'src/store/rows.ts', "import { a } from '../consent/gate.ts'"],
  ['the store knows the programme', 'src/store/rows.ts', "import { a } from '../programme.ts'"],
  ['the bottom knows people', 'src/form.ts', "import { a } from './people/person.ts'"],
  ['plumbing knows a stage’s routes', 'src/web/pages.ts', "import { a } from '../referral/routes.ts'"],
  ['routes know the routes of another stage', 'src/exit/routes.ts', "import { a } from '../intake/routes.ts'"],
  ['a stage’s routes know the site map', 'src/exit/routes.ts', "import { a } from '../app.ts'"],
  ['a view asks the store', 'views/cases/list.ts', "import { a } from '../../src/store/embedded.ts'"],
  ['a view knows a route', 'views/cases/list.ts', "import type { a } from '../../src/casefile/routes.ts'"],
  ['a view imports Hono', 'views/cases/list.ts', "import { Hono } from 'hono'"],
  ['a view imports Node', 'views/cases/list.ts', "import { createHash } from 'node:crypto'"],
  ['someone else imports survey-core', 'src/report/figures.ts', "import { Model } from 'survey-core'"],
  ['someone else imports lowdb', 'src/web/visits.ts', "import { Low } from 'lowdb'"],
  ['someone else imports pg', 'src/report/figures.ts', "import { Pool } from 'pg'"],
  ['it stands behind a line break', 'src/intake/plan.ts', "import {\n  type A,\n  b,\n} from '../exit/close.ts'"],
  ['it is loaded late', 'src/intake/plan.ts', "const late = await import('../exit/close.ts')"],
  ['it is handed on', 'src/intake/plan.ts', "export { close } from '../exit/close.ts'"],
  ['a file stands nowhere', 'src/helpers/text.ts', "import { a } from '../result.ts'"],
]
for (const [why, path, line] of up)
  direction(`is found when ${why}`, () => assert.is(found(path, line).length, 1, line))

const down: [path: string, line: string][] = [
  ['src/consent/gate.ts', "import type { CaseFile } from '../casefile/casefile.ts'"],
  ['src/exit/close.ts', "import { done } from '../result.ts'"],
  ['src/exit/routes.ts', "import { stageOf } from '../programme.ts'\nimport { Hono } from 'hono'"],
  ['src/exit/routes.ts', "import { closingPage } from '../../views/exit/closing.ts'"],
  ['src/form.ts', "import { isDay } from './time/days.ts'"],
  ['src/casefile/journal.ts', "import { createHash } from 'node:crypto'"],
  ['src/exit/close.ts', "// import { Hono } from 'hono'\n/* import { x } from '../store/store.ts' */"],
  ['views/cases/list.ts', "import type { Draft } from '../../src/store/store.ts'\nimport { html } from 'hono/html'"],
]
for (const [path, line] of down)
  direction(`is not found in ${path}: ${line.slice(0, 40)}…`, () => assert.equal(found(path, line), []))

direction('a type is told from a value', () => {
  const text =
    "import type { A } from 'a'\nimport { type B, type C } from 'b'\nimport { type D, e } from 'c'\nimport 'd'"
  assert.equal(
    importsIn(text).map(({ from, typeOnly }) => `${from}${typeOnly ? ' type' : ''}`),
    ['a type', 'b type', 'c', 'd'],
  )
})

direction.run()

const habit = suite('what is done in one place')

const stray: [why: string, path: string, line: string][] = [
  ['the environment is read', 'src/web/site.ts', 'const port = process.env.PORT'],
  ['the command line is read', 'src/server.ts', 'const port = process.argv[2]'],
  ['a role is compared', 'src/exit/routes.ts', "if (person.role === 'lead') return"],
  ['a role is compared backwards', 'views/here.ts', "if ('lead' !== person?.role) return"],
  ['a role is switched on', 'src/exit/routes.ts', 'switch (person.role) {'],
  ['a role is looked for in a list', 'src/exit/routes.ts', "['lead', 'admin'].includes(person.role)"],
  ['the time is asked of the machine', 'src/sessions/book.ts', 'const now = Date.now()'],
  ['or as a date', 'src/web/pages.ts', 'const now = new Date()'],
  ['or of Temporal', 'src/web/pages.ts', 'const now = Temporal.Now.instant()'],
  ['text is not escaped', 'views/cases/list.ts', 'return raw(name)'],
  ['a script writes HTML', 'views/assets/saegil.js', 'box.innerHTML = name'],
]
for (const [why, path, line] of stray)
  habit(`is found elsewhere when ${why}`, () => assert.is(strays([{ path, text: `\n${line}\n` }]).length, 1, line))

habit('is not found where it belongs, nor in a comment, nor when a moment is read', () => {
  const fine: [string, string][] = [
    ['src/settings.ts', 'process.env.PORT'],
    ['src/people/may.ts', "person.role === 'school'"],
    ['src/time/clock.ts', 'new Date().toISOString()'],
    ['src/time/days.ts', 'new Date(Date.parse(at))'],
    ['views/parts/icons.ts', 'raw(svg)'],
    ['src/exit/routes.ts', '// person.role === lead, Date.now()'],
    ['src/server.ts', "if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) run()"],
  ]
  assert.equal(strays(fine.map(([path, text]) => ({ path, text }))), [])
})

habit.run()
