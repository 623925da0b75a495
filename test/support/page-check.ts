import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { HtmlElement, HtmlValidate, type RuleConfig, StaticConfigLoader } from 'html-validate'

/** What a page must be: sound HTML that a screen reader can make sense of. A rule is off only with its reason. */
const rules: RuleConfig = {
  'input-missing-label': 'error',
  'heading-level': 'error',
  'no-missing-references': 'error',
  'text-content': 'error',
  // of style only: browsers read <!doctype html> in either case
  'doctype-style': 'off',
  // `selected=""` and `selected` are the same
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'attr-quotes': 'off',
  'no-trailing-whitespace': 'off',
  // a button of ours without a type sends its form, which is what HTML says it does
  'no-implicit-button-type': 'off',
  // a length that search engines like; ours are told to stay away
  'long-title': 'off',
  // telephone numbers may break at the end of a line
  'tel-non-breaking': 'off',
  // ARIA lets a list be named, and the row of stages is one
  'aria-label-misuse': ['error', { allowAnyNamable: true }],
  // boxes of one question share its name
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
  // our words hold typographic & and > in plain text only where they are escaped; quotes need no escape
  'no-raw-characters': ['error', { relaxed: true }],
  // ids are field names and codes; HTML allows every character but a space
  'valid-id': ['error', { relaxed: true }],
}

/** The same for every page, so it is worked out once. */
class OneConfig extends StaticConfigLoader {
  readonly #config = super.getConfigFor('')

  override getConfigFor() {
    return this.#config
  }
}

/** Its own way makes a new list at every element of a page, which was half of the work. */
HtmlElement.prototype.getElementsByTagName = function (name) {
  const found: HtmlElement[] = []
  const look = (element: HtmlElement) => {
    for (const child of element.childElements) {
      if (child.is(name)) found.push(child)
      look(child)
    }
  }
  look(this)
  return found
}

const checker = new HtmlValidate(new OneConfig({ extends: ['html-validate:recommended', 'html-validate:a11y'], rules }))

/** Everything that is wrong with a page, a line each: `12:5 no-dup-id Duplicate ID "a"`. */
export function faultsIn(page: string): string[] {
  const { results } = checker.validateStringSync(page)
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`),
  )
}

/**
 * Pages that were found sound, without their words, where they lead, how they look, what is chosen, every number, and
 * what follows its like: thousands differ in nothing else. All processes of a run share what they found by the file that
 * SOUND_PAGES names.
 */
const { SOUND_PAGES: file } = process.env
const sound = new Set<string>()
/** To look it up again where others found it meanwhile takes a hundredth of what it takes to look at a page. */
const isSound = (shape: string): boolean => {
  if (!sound.has(shape) && file && existsSync(file))
    for (const found of readFileSync(file, 'utf8').split('\n')) sound.add(found)
  return sound.has(shape)
}
const shapeOf = (page: string): string => {
  const shape = page
    .replace(/>[^<]+</g, '> <')
    .replace(
      / (value|href|content|action|formaction|title|src|class|datetime|data-[\w-]+|hx-[\w:-]+)="[^"]*"/g,
      ' $1=""',
    )
    .replace(/ (selected|checked|aria-current)(="[^"]*")?/g, '')
    .replace(/\d+/g, '0')
    .replace(/(<(option|li|tr|td|dt|label)\b(?:(?!<\2\b).)*<\/\2>\s*)\1+/gs, '$1')
  return createHash('sha256').update(shape).digest('base64url')
}

/**
 * Throws with every fault of a page and the line it stands on. One that differs from a sound one in these
 * alone is not looked at again.
 */
export function mustBeSound(page: string, where: string): void {
  const shape = shapeOf(page)
  if (isSound(shape)) return
  const faults = faultsIn(page)
  if (faults.length === 0) {
    sound.add(shape)
    if (file) appendFileSync(file, `${shape}\n`)
    return
  }
  const lines = page.split('\n')
  const shown = faults
    .slice(0, 4)
    .map((fault) => `  ${fault}\n    ${lines[Number.parseInt(fault, 10) - 1]?.trim().slice(0, 120)}`)
  throw new Error(`${where} is not sound HTML, ${faults.length} faults:\n${shown.join('\n')}`)
}
