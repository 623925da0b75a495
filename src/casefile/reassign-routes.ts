import { Hono } from 'hono'
import { reassignPage } from '../../views/cases/reassign.ts'
import { may } from '../people/may.ts'
import { noticeTo } from '../people/notice.ts'
import { type Refusal, type Result, refused } from '../result.ts'
import type { Reassigned } from '../sessions/reassign.ts'
import { fieldsOf } from '../web/fields.ts'
import { giveAway } from '../web/give-away.ts'
import { only } from '../web/only.ts'
import { onTo, show, signatureOf } from '../web/pages.ts'
import { counsellorsIn, loadsIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import type { CaseFile } from './casefile.ts'
import { belongingOf, counsellorOf } from './questions.ts'
import { type Reassignment, readReassignment } from './reassign.ts'
import { openStages, type Row } from './row.ts'

/** Many cases of one counsellor go to another: all that were chosen, or none. */
export const reassignRoutes = new Hono<Site>()

reassignRoutes.get('/', only('assign a case'), (c) => page(c, c.req.query('fromId')))

reassignRoutes.post('/', only('assign a case'), async (c) => {
  const fields = await fieldsOf(c)
  const from = fields.get('fromId') ?? ''
  const offered = (await casesWith(c, from)).map(({ number }) => number)
  const others = (await counsellorsIn(c.var.store)).map(({ id }) => id).filter((id) => id !== from)
  const read = readReassignment(fields, offered, others)
  if (read.ok) c.set('several', read.value.numbers)
  const given = read.ok ? await give(c, from, read.value) : read
  if (!given.ok) return page(c, from, fields, given.refusals)
  return onTo(c, '/cases', 'reassigned')
})

const give = (c: Ask, from: string, { numbers, ...giving }: Reassignment): Promise<Result<Reassigned>> =>
  c.var.store.change(async (view) => {
    const by = signatureOf(c)
    const files = await Promise.all(numbers.map((number) => view.caseFile(number)))
    const stillTheirs = (file: CaseFile | undefined): file is CaseFile =>
      file !== undefined && counsellorOf(file) === from && may(c.var.person, 'assign a case', belongingOf(file, by.at))
    if (!files.every(stillTheirs)) return refused({ reason: 'changed-meanwhile' })
    const given = await giveAway(c, view, files, giving)
    if (given.ok) view.saveEntry('notices', noticeTo(giving.to, 'cases-given', by))
    return given
  })

/** Open cases of a counsellor, whoever they are: their account may have ended. */
async function casesWith(c: Ask, counsellorId: string): Promise<Row[]> {
  const { store, person } = c.var
  return (await store.rows({ reader: person.id, counsellorId, stages: openStages })).rows
}

async function page(c: Ask, fromId = '', typed?: URLSearchParams, refusals: Refusal[] = []): Promise<Response> {
  const { store, here } = c.var
  const former = await Promise.all(
    (await store.people())
      .filter(({ ended }) => ended)
      .map(async ({ id, name }) => ({ id, name, load: (await casesWith(c, id)).length })),
  )
  const from = [...(await loadsIn(store)), ...former.filter(({ load }) => load > 0)]
  const rows = from.some(({ id }) => id === fromId) ? await casesWith(c, fromId) : undefined
  const to = (await counsellorsIn(store)).filter(({ id }) => id !== fromId)
  return show(c, reassignPage(here, { fromId, from, to, rows }, typed, refusals), refusals)
}
