import { existsSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { signIns } from '../../scripts/demo/cast.ts'
import { siteOf } from '../../src/app.ts'
import type { House } from '../../src/web/site.ts'
import { type Truth, untrue } from './readme.ts'

const house = suite('the README')
house('tells the truth: its commands, files, pages and addresses are there', () => {
  const truth: Truth = {
    scripts: JSON.parse(readFileSync('package.json', 'utf8')).scripts,
    // made when the house first runs; git ignores it
    holds: (path) => existsSync(path) || /^data\/store(\/|\.key|$)/.test(path),
    pages: siteOf({} as House).routes.flatMap(({ method, path }) => (method === 'ALL' ? [] : [path])),
    addresses: signIns.map(({ email }) => email),
  }
  assert.ok(truth.addresses.length > 3 && truth.pages.length > 20)
  assert.equal(untrue(readFileSync('README.md', 'utf8'), truth), [])
})
house('names the two commands that set everything up', () => {
  const readme = readFileSync('README.md', 'utf8')
  for (const command of ['npm ci && npm run demo', 'npm ci && npm test']) assert.ok(readme.includes(command), command)
})
house.run()

const broken = suite('a README that does not tell the truth')
const truth: Truth = {
  scripts: { demo: 'x', test: 'x', 'test:browser': 'x' },
  holds: (path) => ['src', 'src/exit', 'src/exit/close.ts', 'data'].includes(path.replace(/\/$/, '')),
  pages: ['/report', '/cases/:number{\\d+}/closing'],
  addresses: ['seo@example.test'],
}
const amiss = (text: string) => untrue(`${text}\n\`npm test\``, truth).join()

broken('is found by a command in a block', () =>
  assert.match(amiss('```sh\nnpm ci && npm run demmo\n```'), 'npm run demmo'),
)
broken('is found by a command in a line', () => assert.match(amiss('Type `npm start`.'), 'npm start'))
broken('is found by a file', () => assert.match(amiss('See `src/exit/shut.ts`.'), 'src/exit/shut.ts'))
broken('is found by a link', () => assert.match(amiss('See [the exit](src/exits/).'), 'src/exits/'))
broken('is found in a drawn tree', () => {
  const tree = '```\n.\n├── src/\n│   ├── exit/  5\n│   │   └── open.ts\n│   └── server.ts\n└── data/\n```'
  assert.is(amiss(tree), 'src/exit/open.ts: there is no such file,src/server.ts: there is no such file')
})
broken('is found by a page', () =>
  assert.match(amiss('Open `/reports?from=2019-09-01`.'), '/reports: there is no such page'),
)
broken('is found by an address', () =>
  assert.match(amiss('Be seo@example.test or lee@example.test'), /^lee@example.test: nobody/),
)
broken('is found when it says no command at all', () => assert.is(untrue('Hello', truth).length, 1))
broken('is not found when all is so', () =>
  assert.is(
    amiss(
      '```\nnpm ci && npm run demo -- --port 4321\n```\n`src/exit/close.ts` `/report?from=1` `/cases/7/closing` seo@example.test',
    ),
    '',
  ),
)
broken.run()
