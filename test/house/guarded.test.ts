import { Hono } from 'hono'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { siteOf } from '../../src/app.ts'
import { type Deed, deeds } from '../../src/people/may.ts'
import { only } from '../../src/web/only.ts'
import type { House, Site } from '../../src/web/site.ts'
import { idleDeeds, unguarded } from './guarded.ts'
import { sources, within } from './sources.ts'

const { routes } = siteOf({} as House)
const known = Object.keys(deeds)

const house = suite('routes of the house')

house('all carry only(…) with a deed of may.ts', () => assert.equal(unguarded(routes, known), []))
house('are many', () => assert.ok(new Set(routes.map(({ method, path }) => method + path)).size > 20))
house('and pages use every deed of may.ts', () => {
  const asking = within(sources(), 'src/', 'views/').filter(({ path }) => path !== 'src/people/may.ts')
  assert.equal(idleDeeds(routes, known, asking.map(({ text }) => text).join('\n')), [])
})

house.run()

const guarded = suite('a route without its guard')
const answer = () => new Response('')
const found = (add: (site: Hono<Site>) => unknown) => {
  const site = new Hono<Site>()
  site.use(async (_, next) => next())
  add(site)
  return unguarded(site.routes, known)
}

guarded('is found', () => assert.match(found((site) => site.get('/a', answer)).join(), "GET /a: no only('…')"))
guarded('is found in a part of the site', () => {
  const part = new Hono<Site>().post('/b', answer)
  assert.match(found((site) => site.route('/a', part)).join(), 'POST /a/b')
})
guarded('is found when the guard stands behind the answer', () =>
  assert.is(found((site) => site.get('/a', answer, only('see today'))).length, 1),
)
guarded('is found when only one of two methods is guarded', () =>
  assert.is(found((site) => site.get('/a', only('see today'), answer).post('/a', answer)).length, 1),
)
guarded('is found when it answers to every method', () =>
  assert.is(found((site) => site.all('/a', only('see today'), answer)).length, 1),
)
guarded('is found when its deed is in no table', () =>
  assert.match(found((site) => site.get('/a', only('steal the silver' as Deed), answer)).join(), 'steal the silver'),
)
guarded('is not found when it has one', () =>
  assert.equal(
    found((site) => site.get('/a', only('see today'), answer).get('/assets/:hash/:name', answer)),
    [],
  ),
)
guarded('and a deed that stands nowhere is found', () =>
  assert.equal(idleDeeds([], ['sing', 'dance'], "here.may('dance')"), ['sing']),
)

guarded.run()
