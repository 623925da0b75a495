import { Hono } from 'hono'
import { secondCodingPage } from '../../views/intake/second-coding.ts'
import type { Refusal } from '../result.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { againstCoding, codeAgain, fieldsOfSecondCoding, readSecondCoding } from './second-coding.ts'

/** A second person codes what was written of an interview, without seeing the first codes. */
export const codingRoutes = new Hono<Site>()

codingRoutes.get('/', only('code a second time'), (c) => page(c, fieldsOfSecondCoding(c.var.caseFile), []))

codingRoutes.post('/', only('code a second time'), async (c) => {
  const fields = await fieldsOf(c)
  const what = readSecondCoding(fields)
  const changed = what.ok
    ? await changeCase(c, 'code a second time', (file, by) => codeAgain(file, what.value, by))
    : what
  return changed.ok ? onTo(c, '/report/coding', 'coded-again') : page(c, fields, changed.refusals)
})

function page(c: Ask, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const { caseFile, here, person } = c.var
  const against = againstCoding(caseFile, person.id)
  return show(c, secondCodingPage(here, { caseFile, ...(against && { against }) }, typed, refusals), refusals)
}
