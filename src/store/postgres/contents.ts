import type { Session } from '../../casefile/session.ts'
import type { Content } from '../contents.ts'
import * as paths from '../paths.ts'
import type { Queries } from './queries.ts'
import type { Means } from './unsealing.ts'

type Found = { path: string; body: string }
type Keyed = { key: string; body: string }

/** How many records are read at once. */
const atOnce = 100

/** What a database holds, read past whatever is remembered, in the form and the order of contents.ts. */
export class Contents {
  readonly #on: Queries
  readonly #means: Means

  constructor(on: Queries, means: Means) {
    this.#on = on
    this.#means = means
  }

  async *all(): AsyncIterable<Content> {
    for (const [kind, path] of [
      ['people', paths.people],
      ['schools', paths.schools],
      ['rooms', paths.rooms],
    ] as const) {
      const all = await this.#on.rows<Found>('select path, body from records where kind = $1 order by nth', [kind])
      if (all.length > 0) yield { path, value: await Promise.all(all.map((one) => this.#open(one))) }
    }
    for (const kind of ['settings', 'drafts', 'visits', 'registers/%']) yield* this.#records(kind)
    const years = await this.#on.rows<Found>('select year as path, body from kept_facts order by year collate "C"')
    for (const { path, body } of years) {
      const value = await this.#open<string[]>({ path: paths.keptFacts(path), body })
      if (value.length > 0) yield { path: paths.keptFacts(path), value }
    }
    yield* this.#diary()
    yield* this.#cases()
    const numbers = 'select grp, highest from numbers where grp ~ \'^[0-9]{4}$\' order by grp collate "C"'
    for (const { grp, highest } of await this.#on.rows<{ grp: string; highest: number }>(numbers))
      yield { path: `numbers/${grp}`, value: highest }
    const lines = this.#paged('select seq as key, line as body from log where seq > $1 order by seq', '0')
    for await (const { key, body } of lines) yield { path: `log/${key}`, value: body }
  }

  async *#records(kind: string): AsyncIterable<Content> {
    const text = 'select path as key, nth, body from records where path > $1 and kind like $2 order by path'
    for await (const { key, nth, body } of this.#paged<{ nth: string }>(text, '', kind)) {
      const value = await this.#open<object>({ path: key, body })
      yield { path: key, value: kind.startsWith('registers') ? { ...value, nth: Number(nth) } : value }
    }
  }

  /** Sessions of a day lie together in a data folder. */
  async *#diary(): AsyncIterable<Content> {
    let day: { path: string; value: Session[] } | undefined
    for await (const { key, body } of this.#paged(
      'select id as key, body from sessions where id > $1 order by id',
      '',
    )) {
      const path = paths.diary(paths.dayIn(key))
      const session = await this.#open<Session>({ path: `sessions/${key}`, body })
      if (day?.path === path) day.value.push(session)
      else {
        if (day) yield day
        day = { path, value: [session] }
      }
    }
    if (day) yield day
  }

  async *#cases(): AsyncIterable<Content> {
    const text = `select number as key, body, wrapped from cases join keys using (number)
      where number > $1 order by number`
    const { vault, summaries } = this.#means
    for await (const { key, body, wrapped } of this.#paged<{ wrapped: string }>(text, '')) {
      const path = paths.caseFile(key)
      const record = await vault.open<Record<string, unknown>>(path, body, await vault.keyOf(key, wrapped))
      yield { path, value: summaries.upgraded(record) }
      vault.forget(key)
    }
  }

  #open = <T>({ path, body }: Found): Promise<T> => this.#means.vault.open<T>(path, body)

  /** One page after the other of what has a greater key. */
  async *#paged<R extends object>(text: string, first: string, ...more: string[]): AsyncIterable<R & Keyed> {
    for (let after: string | undefined = first; after !== undefined; ) {
      const page: (R & Keyed)[] = await this.#on.rows<R & Keyed>(`${text} limit ${atOnce}`, [after, ...more])
      yield* page
      after = page.length < atOnce ? undefined : page.at(-1)?.key
    }
  }
}
