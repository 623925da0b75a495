// Over 150 lines because it is one person at one browser: what they see, type and press.
import { Window } from 'happy-dom'
import { wordsOf } from '../../views/words.ts'
import { nextCode, password, type TestHouse } from './house.ts'
import { buttonCalled, type Control, choiceCalled, choose, fieldCalled, linkCalled, nameOf, wordsOn } from './labels.ts'
import { mustBeSound } from './page-check.ts'
import { fieldsOf, keepCookies } from './sent.ts'

const origin = 'https://saegil.test'
const window = new Window({ url: origin })

/**
 * A page as a browser has it once it is read: happy-dom loses which option was marked as selected. Its looks are left
 * out: happy-dom keeps every page that has a stylesheet to load for as long as the window lives.
 */
function asPage(html: string) {
  const page = new window.DOMParser().parseFromString(html.replace(/<link rel="stylesheet"[^>]*>/g, ''), 'text/html')
  for (const select of page.querySelectorAll('select')) {
    const marked = select.querySelector('option[selected]')
    ;(select as unknown as Control).value = (marked ?? select.querySelector('option'))?.getAttribute('value') ?? ''
  }
  return page
}

/**
 * Someone at a browser with scripts off, who goes through the house by what stands on the page. Each page that they
 * are given must be sound HTML, or the test fails there.
 */
export class Visitor {
  readonly #house: Pick<TestHouse, 'site'> & Partial<Pick<TestHouse, 'store'>>
  readonly #cookies = new Map<string, string>()
  readonly #strict: boolean
  #page: ReturnType<typeof asPage> | undefined
  /** of the last answer, redirects followed */
  status = 0
  path = '/'
  text = ''
  headers = new Headers()

  constructor(house: Pick<TestHouse, 'site'> & Partial<Pick<TestHouse, 'store'>>, strict = true) {
    this.#house = house
    this.#strict = strict
  }

  /** Signs in through the page as one of the cast, by id (`han`, `bora`, `seo`, `yoo`, `oh`, `ma`), or by address. */
  async signIn(id: string, secret: string = password): Promise<this> {
    this.#cookies.delete('__Host-visit')
    await this.open('/sign-in')
    const { fields, shared } = wordsOf(this.#cookies.get('__Host-lang') === 'en' ? 'en' : 'ko')
    this.fill(fields.email, id.includes('@') ? id : `${id}@example.test`).fill(fields.password, secret)
    await this.press(shared.signIn.button)
    if (this.path.startsWith('/sign-in') && this.status === 200) {
      const code = this.#house.store && (await nextCode(this.#house.store, id))
      await this.fill(fields.code, code ?? '').press(shared.signIn.button)
    }
    if (this.path.startsWith('/sign-in')) throw new Error(`${id} could not sign in: ${this.words}`)
    return this
  }

  inEnglish(): this {
    this.#cookies.set('__Host-lang', 'en')
    return this
  }

  async open(path: string): Promise<this> {
    await this.#ask(new URL(path, origin + this.path), { 'Sec-Fetch-Site': 'same-origin' })
    return this
  }

  get title(): string {
    return this.document.title
  }

  /** Everything that stands on the page. */
  get words(): string {
    return wordsOn(this.document)
  }

  /** Read when somebody looks at it: many a page only leads to the next. */
  get document() {
    const isPage = this.headers.get('Content-Type')?.startsWith('text/html')
    this.#page ??= asPage(isPage ? this.text : '')
    return this.#page
  }

  sees(words: string): boolean {
    return this.words.includes(words)
  }

  /** Fails with the whole page when the words are not on it. */
  mustSee(...words: string[]): this {
    for (const one of words) if (!this.sees(one)) throw new Error(`no “${one}” on ${this.path}: ${this.words}`)
    return this
  }

  /** What stands in a field now. */
  valueOf(label: string): string {
    return fieldCalled(this.document, label).value
  }

  fill(label: string, value: string | number, within?: string): this {
    fieldCalled(this.document, label, within).value = String(value)
    return this
  }

  /** Chooses from a drop-down or among radio buttons. */
  choose(question: string, answer: string, within?: string): this {
    choose(this.document, question, answer, within)
    return this
  }

  /** Ticks boxes of one question, or a box that stands alone. */
  tick(question: string, ...answers: string[]): this {
    if (answers.length === 0) choiceCalled(this.document, undefined, question).checked = true
    for (const answer of answers) choiceCalled(this.document, question, answer).checked = true
    return this
  }

  untick(question: string, answer: string): this {
    choiceCalled(this.document, question, answer).checked = false
    return this
  }

  /** Presses a button: its form is sent with all that stands in it. */
  async press(button: string, within?: string): Promise<this> {
    const pressed = buttonCalled(this.document, button, within)
    const form = (pressed as unknown as { form?: Control }).form ?? pressed.closest('form')
    if (!form) throw new Error(`the button “${nameOf(pressed)}” belongs to no form`)
    await this.#submit(form as unknown as Control, pressed)
    return this
  }

  async follow(link: string, within?: string): Promise<this> {
    return this.open(linkCalled(this.document, link, within).getAttribute('href') ?? '')
  }

  /** Sends a form as its page would, whatever stands in it. */
  async send(action: string, fields: URLSearchParams): Promise<this> {
    await this.#ask(new URL(action, origin + this.path), { 'Sec-Fetch-Site': 'same-origin', Origin: origin }, fields)
    return this
  }

  async #submit(form: Control, pressed?: Control): Promise<void> {
    const fields = fieldsOf(form)
    if (pressed?.name) fields.append(pressed.name, pressed.value)
    const to = new URL(
      pressed?.getAttribute('formaction') ?? form.getAttribute('action') ?? this.path,
      origin + this.path,
    )
    const method = pressed?.getAttribute('formmethod') ?? form.getAttribute('method') ?? 'get'
    const headers = { 'Sec-Fetch-Site': 'same-origin', Origin: origin }
    if (method.toLowerCase() === 'post') return this.#ask(to, headers, fields)
    to.search = fields.toString()
    return this.#ask(to, { 'Sec-Fetch-Site': 'same-origin' })
  }

  async #ask(to: URL, headers: Record<string, string>, body?: URLSearchParams, hops = 0): Promise<void> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const asked = { ...headers, ...(cookie && { Cookie: cookie }) }
    const answer = await this.#house.site.request(to.href, { method: body ? 'POST' : 'GET', headers: asked, body })
    keepCookies(this.#cookies, answer.headers)
    const next = answer.headers.get('Location')
    if (answer.status === 303 && next) {
      if (hops > 5) throw new Error(`${to.pathname} leads round in circles`)
      return this.#ask(new URL(next, to), { 'Sec-Fetch-Site': 'same-origin' }, undefined, hops + 1)
    }
    this.status = answer.status
    this.path = to.pathname + to.search
    this.headers = answer.headers
    this.text = await answer.text()
    const isPage = answer.headers.get('Content-Type')?.startsWith('text/html')
    if (isPage && this.#strict) mustBeSound(this.text, `${body ? 'POST' : 'GET'} ${this.path} (${this.status})`)
    this.#page = undefined
  }
}

export const aVisitor = (house: Pick<TestHouse, 'site'> & Partial<Pick<TestHouse, 'store'>>): Visitor =>
  new Visitor(house)

/** One who is in a hurry: for tests that open hundreds of pages whose soundness others look at. */
export const aHastyVisitor = (house: Pick<TestHouse, 'site'> & Partial<Pick<TestHouse, 'store'>>): Visitor =>
  new Visitor(house, false)
