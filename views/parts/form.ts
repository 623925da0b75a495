import { html } from 'hono/html'
import { type ListName, labelOf } from '../../src/codebook/codebook.ts'
import type { Refusal } from '../../src/result.ts'
import { holidayOn } from '../../src/time/holidays.ts'
import type { Here, Html } from '../here.ts'
import { fill } from '../words.ts'

type Option = [value: string, label: string]
type FieldName = keyof Here['t']['fields'] & string

interface Field {
  hint?: string
  optional?: boolean
}
interface TextField extends Field {
  type?: 'text' | 'email' | 'password' | 'tel' | 'number' | 'date' | 'time' | 'search'
  autocomplete?: string
  most?: number
  least?: number
  short?: boolean
}

/** What is wrong, in words: those of its reason, or others with the same places to fill in. */
export function say({ t, lang }: Here, { reason, with: values = {} }: Refusal, words = t.reasons[reason]): string {
  const holiday = values.holiday === undefined ? undefined : holidayOn(String(values.holiday))
  return fill(words, holiday ? { ...values, holiday: holiday[lang] } : values)
}

/**
 * The fields of one form, filled with what was typed and with the problem at each field. A field's name is its `name`
 * in the request, the key of its label in the words, and its id on the page.
 */
export function formOf(here: Here, typed: URLSearchParams, refusals: Refusal[]) {
  const { t, lang } = here
  const labelFor = (name: FieldName): string => t.fields[name]
  const problemAt = (name: string) => refusals.find(({ field }) => field === name)
  const value = (name: string) => typed.get(name) ?? ''

  const described = (name: string, { hint }: Field) =>
    [hint && `${name}-hint`, problemAt(name) && `${name}-problem`].filter(Boolean).join(' ')
  const about = (name: string, field: Field) => {
    const ids = described(name, field)
    return html`${ids ? html` aria-describedby="${ids}"` : ''}${problemAt(name) ? html` aria-invalid="true"` : ''}`
  }
  const hintAndProblem = (name: string, { hint }: Field) => {
    const problem = problemAt(name)
    return html`${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''}${problem ? html`<p class="problem" id="${name}-problem">${say(here, problem)}</p>` : ''}`
  }
  const mark = ({ optional }: Field) => (optional ? html` <small class="optional">(${t.shared.optional})</small>` : '')
  const frame = (name: FieldName, field: Field, control: Html) =>
    html`<div class="field${problemAt(name) ? ' wrong' : ''}"><label for="${name}">${labelFor(name)}${mark(field)}</label>${hintAndProblem(name, field)}${control}</div>`

  const group = (name: FieldName, field: Field, type: 'radio' | 'checkbox', options: Option[]) => {
    const chosen = new Set(typed.getAll(name))
    const boxes = options.map(
      ([code, label], at) =>
        html`<label class="choice"><input type="${type}" name="${name}" value="${code}"${at === 0 ? html` id="${name}"` : ''}${chosen.has(code) ? html` checked` : ''}> <span>${label}</span></label>`,
    )
    return html`<fieldset class="field${problemAt(name) ? ' wrong' : ''}"${about(name, field)}><legend>${labelFor(name)}${mark(field)}</legend>${hintAndProblem(name, field)}<div class="choices">${boxes}</div></fieldset>`
  }

  return {
    /** Everything that is wrong, on top, each a link to its field; takes the focus when the page opens. */
    problems: () =>
      refusals.length === 0
        ? html``
        : html`<div class="problems" role="alert" tabindex="-1" autofocus><h2>${t.shared.problems}</h2><ul>${refusals.map(
            (refusal) =>
              html`<li>${
                refusal.field && refusal.field in t.fields
                  ? html`<a href="#${refusal.field}">${labelFor(refusal.field as FieldName)}: ${say(here, refusal)}</a>`
                  : say(here, refusal)
              }</li>`,
          )}</ul></div>`,
    hidden: (name: string) => html`<input type="hidden" name="${name}" value="${value(name)}">`,
    text: (name: FieldName, field: TextField = {}) =>
      frame(
        name,
        field,
        html`<input id="${name}" name="${name}" type="${field.type ?? 'text'}" value="${field.type === 'password' ? '' : value(name)}"${field.autocomplete ? html` autocomplete="${field.autocomplete}"` : ''}${field.most ? html` max="${field.most}"` : ''}${field.least !== undefined ? html` min="${field.least}"` : ''}${field.short ? html` class="short"` : ''}${about(name, field)}>`,
      ),
    area: (name: FieldName, field: Field & { rows?: number } = {}) =>
      frame(
        name,
        field,
        html`<textarea id="${name}" name="${name}" rows="${field.rows ?? 4}"${about(name, field)}>${value(name)}</textarea>`,
      ),
    /** `unchosen`: what it says while nothing is chosen */
    select: (name: FieldName, options: Option[], field: Field & { unchosen?: string } = {}) =>
      frame(
        name,
        field,
        html`<select id="${name}" name="${name}"${about(name, field)}><option value="">${field.unchosen ?? t.shared.choose}</option>${options.map(
          ([code, label]) =>
            html`<option value="${code}"${value(name) === code ? html` selected` : ''}>${label}</option>`,
        )}</select>`,
      ),
    radios: (name: FieldName, options: Option[], field: Field = {}) => group(name, field, 'radio', options),
    checks: (name: FieldName, options: Option[], field: Field = {}) => group(name, field, 'checkbox', options),
    /** the words of some codes of a list, as options */
    codes: (list: ListName, codes: readonly string[]): Option[] =>
      codes.map((code) => [code, labelOf(list, code, lang)]),
  }
}
