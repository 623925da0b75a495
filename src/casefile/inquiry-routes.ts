import { Hono } from 'hono'
import { inquiriesPage } from '../../views/registers/inquiries.ts'
import { may, mightEver } from '../people/may.ts'
import { nextId } from '../people/next-id.ts'
import type { Inquiry } from '../people/registers.ts'
import { type Refusal, type Result, refused } from '../result.ts'
import { dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show, signatureOf } from '../web/pages.ts'
import { hiddenFrom, namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { type InquiryForm, inquiryStateOf, readInquiry, recordInquiry, settleInquiry } from './inquiry.ts'
import { belongingOf } from './questions.ts'

/** Somebody outside asks about a youth: the answer is no, unless the law and a second person say otherwise. */
export const inquiryRoutes = new Hono<Site>()

inquiryRoutes.get('/', only('look through inquiries'), (c) => page(c))

inquiryRoutes.post('/', only('answer an inquiry'), async (c) => {
  const fields = await fieldsOf(c)
  const form = readInquiry(fields)
  const known = form.ok && (await isKnown(c, form.value))
  const recorded = form.ok
    ? await c.var.store.change(async (view): Promise<Result<Inquiry>> => {
        const id = nextId(await view.entries('inquiries'), dayOf(c.var.here.now))
        const inquiry = recordInquiry(id, form.value, known, signatureOf(c))
        if (inquiry.ok) view.saveEntry('inquiries', inquiry.value)
        return inquiry
      })
    : form
  return recorded.ok
    ? onTo(c, '/inquiries', recorded.value.give ? 'inquiry-awaits' : 'inquiry-refused')
    : page(c, fields, recorded.refusals)
})

const one = '/:inquiry{\\d{4}-\\d{2,4}}'

inquiryRoutes.post(`${one}/approval`, only('approve an answer'), (c) => settle(c, 'approved'))
inquiryRoutes.post(`${one}/refusal`, only('approve an answer'), (c) => settle(c, 'declined'))

const said = { approved: 'inquiry-approved', declined: 'inquiry-declined' } as const

async function settle(c: Ask, verdict: 'approved' | 'declined'): Promise<Response> {
  const id = c.req.param('inquiry') ?? ''
  const asked = await c.var.store.entry('inquiries', id)
  if (!asked) return refusalPage(c, 'not-found')
  const about = await c.var.store.caseFile(asked.caseNumber ?? '')
  if (about) c.set('caseFile', about)
  const settled = await c.var.store.change(async (view): Promise<Result<Inquiry>> => {
    const inquiry = await view.entry('inquiries', id)
    const next = inquiry ? settleInquiry(inquiry, verdict, signatureOf(c)) : refused({ reason: 'changed-meanwhile' })
    if (next.ok) view.saveEntry('inquiries', next.value)
    return next
  })
  return settled.ok ? onTo(c, '/inquiries', said[verdict]) : page(c, undefined, settled.refusals)
}

/**
 * Whether the number is one of a case that whoever records it may see; no other is told from one that is not there. Then
 * the log names the case: whoever looks after it reads there that somebody asked.
 */
async function isKnown(c: Ask, { caseNumber }: InquiryForm): Promise<boolean> {
  const caseFile = caseNumber === undefined ? undefined : await c.var.store.caseFile(caseNumber)
  if (!caseFile || !may(c.var.person, 'see a case', belongingOf(caseFile, c.var.here.now))) return false
  c.set('caseFile', caseFile)
  return true
}

/** Whoever only approves sees what waits for them, and no more. */
async function page(c: Ask, typed = new URLSearchParams({ verdict: 'refuse' }), refusals: Refusal[] = []) {
  const { here, store, person } = c.var
  const all = (await store.entries('inquiries')).sort((a, b) => (a.at < b.at ? 1 : -1))
  const inquiries = mightEver(person, 'answer an inquiry')
    ? all
    : all.filter((inquiry) => inquiryStateOf(inquiry) === 'awaiting')
  const hidden = await hiddenFrom(store, person.id)
  const shown = inquiries.map((inquiry) =>
    hidden.has(inquiry.caseNumber ?? '') ? { ...inquiry, caseNumber: here.t.log.hiddenCase } : inquiry,
  )
  return show(c, inquiriesPage(here, { inquiries: shown, names: await namesIn(store) }, typed, refusals), refusals)
}
