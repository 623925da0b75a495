import type { Document, Element, HTMLElement } from 'happy-dom'

/*
 * Finding things on a page as a reader does: by the words that stand at them. What has no words cannot be found, so
 * an unlabelled field fails the test that wants to fill it.
 */

export type Control = HTMLElement & {
  name: string
  value: string
  type: string
  checked: boolean
  disabled: boolean
}

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

/** The words of a label without the mark that says whether it must be filled. */
function wordsOfLabel(label: Element): string {
  const copy = label.cloneNode(true) as Element
  for (const extra of copy.querySelectorAll('.optional, input, select, textarea')) extra.remove()
  return plain(copy.textContent)
}

/** What stands at a field, link or button: its label, or what it says of itself to a screen reader. */
export function nameOf(element: Element): string {
  const document = element.ownerDocument
  const by = element.getAttribute('aria-labelledby')
  if (by)
    return plain(
      by
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    )
  const own = element.getAttribute('aria-label')
  if (own) return plain(own)
  if (element.matches('a, button')) return plain(element.textContent)
  const label = element.closest('label') ?? (element.id && document.querySelector(`label[for="${element.id}"]`))
  return label ? wordsOfLabel(label) : ''
}

/** A fieldset's legend, or the label of a control: the question that an answer belongs to. */
const questionOf = (element: Element): string => {
  const legend = element.closest('fieldset')?.querySelector('legend')
  return legend ? wordsOfLabel(legend) : ''
}

/** The smallest part of the page (row, item, section, form) that says `words`, or all of it if none are given. */
function partOf(document: Document, words: string | undefined): Element[] {
  if (words === undefined) return [document.body as unknown as Element]
  const parts = [...document.querySelectorAll('tr, li, fieldset, details, article, section, form')]
  const saying = parts.filter((part) => plain(part.textContent).includes(words))
  return saying.filter((part) => !saying.some((other) => other !== part && part.contains(other)))
}

/** Exactly one element, or an error that says what there is instead. */
function theOnly<T extends Element>(found: T[], wanted: string, all: Element[], name: (one: Element) => string): T {
  const [first] = found
  if (found.length === 1 && first) return first
  const there = [...new Set(all.map(name))].filter(Boolean).map((words) => `“${words}”`)
  throw new Error(`${found.length} of ${wanted}. There are: ${there.join(', ') || 'none'}`)
}

/** The element called `words`; in the part that says `within`, if named. Words that are equal win over words that begin so. */
function find(document: Document, selector: string, words: string, within?: string): Control {
  const parts = partOf(document, within)
  const all = parts.flatMap((part) => [...part.querySelectorAll(selector)])
  const equal = all.filter((one) => nameOf(one) === words)
  const found = equal.length > 0 ? equal : all.filter((one) => nameOf(one).startsWith(words))
  const where = within === undefined ? '' : ` in what says “${within}”`
  return theOnly(found, `${selector} “${words}”${where}`, all, nameOf) as unknown as Control
}

const typed = 'input:not([type=hidden]):not([type=radio]):not([type=checkbox]), textarea'

export const fieldCalled = (document: Document, label: string, within?: string): Control =>
  find(document, typed, label, within)
export const linkCalled = (document: Document, words: string, within?: string): Control =>
  find(document, 'a[href]', words, within)
export const buttonCalled = (document: Document, words: string, within?: string): Control =>
  find(document, 'button:not([type=button]), input[type=submit]', words, within)

/** A radio or tick box by its own words and, when several questions offer the same answer, by its question. */
export function choiceCalled(document: Document, question: string | undefined, answer: string): Control {
  const all = [...document.querySelectorAll('input[type=radio], input[type=checkbox]')]
  const asked = question === undefined ? all : all.filter((one) => questionOf(one) === question)
  const found = asked.filter((one) => nameOf(one) === answer)
  const wanted = `choices “${answer}” of “${question ?? 'any question'}”`
  const said = (one: Element) => `${questionOf(one)}: ${nameOf(one)}`
  return theOnly(found, wanted, asked.length > 0 ? asked : all, said) as unknown as Control
}

/** Chooses from the drop-down with this label, or else the radio button of this question. */
export function choose(document: Document, question: string, answer: string, within?: string): void {
  const isSelect = [...document.querySelectorAll('select')].some(
    (one) => nameOf(one as unknown as Element) === question,
  )
  if (!isSelect) {
    choiceCalled(document, question, answer).checked = true
    return
  }
  const select = find(document, 'select', question, within)
  const options = [...select.querySelectorAll('option')]
  const option = options.find((one) => plain(one.textContent) === answer)
  if (!option) throw new Error(`“${question}” offers ${options.map((one) => `“${plain(one.textContent)}”`).join(', ')}`)
  select.value = option.getAttribute('value') ?? answer
}

/** Visible words of a page. */
export const wordsOn = (document: Document): string => plain(document.body.textContent)
