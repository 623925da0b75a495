import { crawl, patternOf } from './crawl.ts'
import type { Control } from './labels.ts'
import { fieldsOf } from './sent.ts'
import type { Visitor } from './visitor.ts'

/*
 * Someone who fills in every form of every page that they come to by links, with a text of the test's own in every
 * free-text field and something that fits in all others.
 */

export interface Typed {
  path: string
  action: string
  field: string
  text: string
  /** of the answer, redirects followed: 422 when the form came back */
  status: number
}

/** Forms that would end the visit, or take away what is to be looked at afterwards. */
const never = /^\/(sign-out|language)|\/(removal|revocation|ending|factor-reset|role)$/
/** What shuts other forms: left until those are filled in. */
const late = /\/(withdrawal|invalidation|closing|cancellation|restriction|move|attendance)$/
/** Fields in which only one kind of text is read. */
const ofOneKind: Record<string, string> = {
  ...{ birthDate: '2012-05-02', mustNotMeet: '', caseNumbers: '', caseNumber: '2026-0002', code: '000000' },
  ...{ decidedOn: '2026-11-10', happenedOn: '2026-10-01', dueOn: '2027-03-01' },
}

const isText = (one: Control): boolean =>
  one.matches('textarea') || (one.matches('input') && ['', 'text', 'search'].includes(one.getAttribute('type') ?? ''))

const fitting: Record<string, string> = { date: '2026-11-20', time: '14:00', number: '1', month: '2026-11' }

/** Fills one form in as it stands on the page: chosen is what comes first, typed is what `textFor` says. */
function filled(
  form: Control,
  textFor: (field: string) => string,
): { fields: URLSearchParams; texts: [string, string][] } {
  const texts: [string, string][] = []
  const groups = new Set<string>()
  for (const node of form.querySelectorAll('input, select, textarea')) {
    const one = node as unknown as Control
    const type = one.getAttribute('type') ?? ''
    if (type === 'hidden' || !one.name) continue
    const own = ofOneKind[one.name]
    if (own !== undefined) one.value = own
    else if (isText(one)) {
      one.value = textFor(one.name)
      texts.push([one.name, one.value])
    } else if (type === 'email') one.value ||= `${textFor(one.name).replace(/[^a-z0-9]/gi, '')}@example.test`
    else if (type === 'tel') one.value ||= '010-1234-5678'
    else if (type === 'radio' || type === 'checkbox') {
      const begun = form.querySelector(`input[name="${one.name}"]:checked`) !== null
      if (!groups.has(one.name) && !begun) one.checked = true
      groups.add(one.name)
    } else if (one.matches('select') && one.value === '')
      one.value =
        [...one.querySelectorAll('option')].map((option) => option.getAttribute('value') ?? '').find(Boolean) ?? ''
    else if (fitting[type]) one.value ||= fitting[type]
  }
  return { fields: fieldsOf(form), texts }
}

/** Goes everywhere first, then fills in each form `most` pages of a pattern have. Says what was typed where. */
export async function typeEverywhere(
  visitor: Visitor,
  textFor: (field: string) => string,
  { most = 2, only = () => true }: { most?: number; only?: (path: string) => boolean } = {},
): Promise<Typed[]> {
  const pages = (await crawl(visitor, () => {}, most)).filter(only)
  const typed: Typed[] = []
  const waiting: { path: string; action: string }[] = []
  for (const path of pages) {
    await visitor.open(path)
    waiting.push(...formsOn(visitor).map((form) => ({ path, action: form.getAttribute('action') ?? path })))
  }
  for (const isLate of [false, true])
    for (const { path, action } of waiting.filter((one) => late.test(one.action) === isLate)) {
      await visitor.open(path)
      const form = formsOn(visitor).find((one) => (one.getAttribute('action') ?? path) === action)
      if (!form) continue
      const { fields, texts } = filled(form, textFor)
      if (texts.length === 0) continue
      await visitor.send(action, fields)
      typed.push(
        ...texts.map(([field, text]) => ({
          path: patternOf(path),
          action: patternOf(action),
          field,
          text,
          status: visitor.status,
        })),
      )
    }
  return typed
}

const formsOn = (visitor: Visitor): Control[] =>
  [...visitor.document.querySelectorAll('form[method=post]')]
    .map((form) => form as unknown as Control)
    .filter((form) => !never.test(form.getAttribute('action') ?? ''))
