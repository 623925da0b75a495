import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { tellingTitle } from '../house/neutral.ts'
import { crawl, patternOf } from '../support/crawl.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { cast } from '../support/samples.ts'
import { casesAtEveryStage, saveStages } from '../support/stages.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

const youths = casesAtEveryStage.map(({ youth }) => youth.name)
const opened = new Set<string>()
let house: TestHouse

const test = suite('every page that links lead to')
test.before(async () => {
  house = await aHouse(saveStages)
})
test.after(() => house.close())

/** The page itself is checked by the visitor: whatever is not sound HTML fails there. */
function look(visitor: Visitor): void {
  const { path, status, headers } = visitor
  const title = /<title>(.*?)<\/title>/s.exec(visitor.text)?.[1] ?? ''
  assert.ok(title, path)
  assert.is(status, 200, path)
  assert.equal(tellingTitle(title, youths), [], path)
  assert.is(headers.get('Cache-Control'), 'no-store', path)
  assert.match(headers.get('Content-Security-Policy') ?? '', "default-src 'none'", path)
  // a definition of a survey, to be changed or drawn, has curly brackets of its own
  const said = visitor.text.replace(/<textarea[\s\S]*?<\/textarea>| data-definition="[^"]*"/g, '')
  assert.not.match(said, /undefined|\[object |(?<![\w-])NaN(?![\w-])|\{\w+\}(?![^<]*<\/(script|style))/, path)
  assert.not.match(visitor.text, /<[^>]* (style|on\w+)=|<style|<script(?![^>]*src=)/, `${path}: inline script or style`)
}

/** One of each role. */
for (const { id, role } of cast.filter(({ role }, at) => cast.findIndex((one) => one.role === role) === at))
  for (const lang of ['ko', 'en'] as const)
    test(`is sound and says nothing in its title, for ${id} (${role}) in ${lang}`, async () => {
      const visitor = aVisitor(house)
      if (lang === 'en') visitor.inEnglish()
      await visitor.signIn(id)
      // a part of a case file is named in words, not by a number
      for (const path of await crawl(visitor, look)) opened.add(patternOf(path).replace(/(\/correction)\/\w+$/, '$1/:'))
    })

test('is a page of the site map, and the other way round', () => {
  const known = house.site.routes.filter(({ method, handler }) => method === 'GET' && 'deed' in handler)
  const unlinked =
    /^\/(health|ready|notices\/strip|report\/figures\.json|s|tablet|sign-in|set-up|feed\/|referrals\/drafts\/|referrals\/receipt\/|kept\/|consent\/|my|confirm|invitation\/|incidents\/|surveys\/:\/definition\.json$|codebook\/file$|report\/import\/template\.csv$|report\/exports\/:\/progress$|report\/releases\/:\/(tables\.\w+|paper\.docx)$|cases\/:\/notes\/:\/release$)/
  const paths = new Set(known.map(({ path }) => path.replace(/\{[^/]*\}/g, '').replace(/:\w+/g, ':')))
  assert.equal(
    [...opened].filter((path) => !paths.has(path) && path !== '/report/figures.json'),
    [],
  )
  assert.equal(
    [...paths].filter((path) => !opened.has(path) && !unlinked.test(path)),
    [],
  )
})

test.run()
