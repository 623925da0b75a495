// Over 150 lines because it is one statement or two for each kind of record.
import type { CaseFile } from '../../casefile/casefile.ts'
import type { Facts } from '../../casefile/facts.ts'
import type { Row } from '../../casefile/row.ts'
import type { Session } from '../../casefile/session.ts'
import type { Registers } from '../../people/registers.ts'
import { plusMinutes } from '../../time/days.ts'
import type { Kept } from '../entries.ts'
import { numbersIn, split } from '../given.ts'
import * as paths from '../paths.ts'
import { caseColumns } from './columns.ts'
import type { Queries } from './queries.ts'
import { PostgresReading } from './reading.ts'
import { recoveryPath } from './recovery.ts'
import type { Means } from './unsealing.ts'

/** Writes records of each kind, on the connection of one change. */
export class Writing {
  readonly reading: PostgresReading
  readonly #on: Queries
  readonly #means: Means

  constructor(on: Queries, means: Means) {
    this.#on = on
    this.#means = means
    // of what this very change wrote nothing is remembered
    this.reading = new PostgresReading(on, means, false)
  }

  /** A record keeps its place among the others, however often it is saved. */
  async record(
    path: string,
    kind: string,
    value: unknown,
    marked: Record<string, unknown>,
    nth?: number,
  ): Promise<void> {
    const { vault } = this.#means
    const marks = Object.entries(marked).map(([name, one]) => vault.mark(kind.replace('registers/', ''), name, one))
    await this.#on.rows(
      `insert into records (path, kind, marks, body, nth) values ($1, $2, $3, $4, coalesce($5, nextval('place')))
        on conflict (path) do update set marks = excluded.marks, body = excluded.body, ${touched}`,
      [path, kind, marks, await vault.seal(path, value), nth ?? null],
    )
  }

  /** The master key, for whoever has the recovery key on paper. */
  async recovery(publicKey: string): Promise<void> {
    await this.#on.rows(
      `insert into records (path, kind, body) values ($1, $1, $2)
        on conflict (path) do update set body = excluded.body, ${touched}`,
      [recoveryPath, await this.#means.vault.masterFor(publicKey)],
    )
  }

  async remove(path: string): Promise<void> {
    await this.#on.rows('delete from records where path = $1', [path])
  }

  /** Found again by any of its values, and by each of a list of them. */
  async entry(path: string, register: keyof Registers, entry: Registers[keyof Registers], nth?: number): Promise<void> {
    const marks = Object.entries(entry).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    const cases = register === 'absences' ? (entry as Registers['absences']).cases : []
    const kept: Omit<Kept, 'nth'> = { register, entry }
    await this.record(path, `registers/${register}`, kept, Object.fromEntries(marks), nth)
    for (const number of cases)
      await this.#on.rows('update records set marks = marks || $2::text where path = $1', [
        path,
        this.#absentFrom(number),
      ])
    for (const number of numbersIn(kept)) await this.given(number)
  }

  #absentFrom = (number: string): string => this.#means.vault.mark('absences', 'one of its cases', number)

  /** The numbers of the cases that attended it until now. */
  async session(session: Session): Promise<string[]> {
    const { vault, summaries } = this.#means
    const { id, startAt, minutes } = session
    const body = await vault.seal(`sessions/${id}`, session)
    const before = await this.#attending(id)
    const [made] = await this.#on.rows<{ isNew: boolean }>(
      `insert into sessions (id, start_at, body) values ($1, $2, $3)
        on conflict (id) do update set start_at = excluded.start_at, body = excluded.body, ${touched}
        returning xmax = 0 as "isNew"`,
      [id, startAt, body],
    )
    const numbers = [...new Set(session.attendees.map(({ caseNumber }) => caseNumber))]
    await this.#on.rows('delete from attendance where session_id = $1 and not case_number = any($2)', [id, numbers])
    await this.#on.rows(
      'insert into attendance (session_id, case_number) select $1, unnest($2::text[]) on conflict do nothing',
      [id, numbers],
    )
    await this.#on.rows('delete from claims where session_id = $1', [id])
    await this.#on.rows(
      `insert into claims (session_id, what, span)
        select $1, unnest($2::text[]), tstzrange($3::timestamptz, $4::timestamptz)`,
      [id, summaries.claims(session), startAt, plusMinutes(startAt, minutes)],
    )
    if (made?.isNew) await this.given(id)
    return before
  }

  async #attending(id: string): Promise<string[]> {
    const text = 'select case_number from attendance where session_id = $1'
    return (await this.#on.rows<{ case_number: string }>(text, [id])).map(({ case_number }) => case_number)
  }

  /** Row and facts of a case; its body too, where that was saved. */
  async caseFile(number: string, parts: { body?: CaseFile; row: Row; facts: string }): Promise<void> {
    const { vault } = this.#means
    const [kept] = await this.#on.rows<{ wrapped: string }>('select wrapped from keys where number = $1', [number])
    const fresh = kept ? undefined : await vault.newKey(number)
    const key = kept ? await vault.keyOf(number, kept.wrapped) : fresh!.key
    const columns = Object.entries(await caseColumns(number, key, parts, vault))
    const names = columns.map(([name]) => name)
    const values = [number, ...columns.map(([, value]) => value)]
    const sets = names.map((name, at) => `${name} = $${at + 2}`).join(', ')
    const [there] = await this.#on.rows(
      `update cases set ${sets}, ${touched} where number = $1 returning number`,
      values,
    )
    if (!there) {
      const places = values.map((_, at) => `$${at + 1}`).join(', ')
      await this.#on.rows(`insert into cases (number, ${names.join(', ')}) values (${places})`, values)
      await this.given(number)
    }
    if (fresh) await this.#on.rows('insert into keys (number, wrapped) values ($1, $2)', [number, fresh.wrapped])
    await this.#on.rows('delete from links where number = $1 and not hash = any($2)', [number, parts.row.linkHashes])
    await this.#on.rows(
      'insert into links (hash, number) select distinct unnest($2::text[]), $1 on conflict do nothing',
      [number, parts.row.linkHashes],
    )
  }

  async factsOf(number: string): Promise<Facts | undefined> {
    const [found] = await this.#on.rows<{ facts: string; wrapped: string }>(
      'select facts, wrapped from cases join keys using (number) where number = $1',
      [number],
    )
    const { vault } = this.#means
    return found && vault.open(`facts/${number}`, found.facts, await vault.keyOf(number, found.wrapped))
  }

  /** Among others and anywhere, so that its place does not tell whose they are. `below`: a random whole number. */
  async keepFacts(facts: Facts, below: (end: number) => number): Promise<void> {
    const year = facts.referredOn.slice(0, 4)
    const path = paths.keptFacts(year)
    const [found] = await this.#on.rows<{ body: string }>('select body from kept_facts where year = $1', [year])
    const others = found ? await this.#means.vault.open<string[]>(path, found.body) : []
    const at = below(others.length + 1)
    await this.keptFacts(year, [...others.slice(0, at), JSON.stringify(facts), ...others.slice(at)])
  }

  async keptFacts(year: string, texts: string[]): Promise<void> {
    await this.#on.rows(
      `insert into kept_facts (year, body) values ($1, $2)
        on conflict (year) do update set body = excluded.body, ${touched}`,
      [year, await this.#means.vault.seal(paths.keptFacts(year), texts)],
    )
  }

  /** All of a case, and its part in whatever it shared with others: the numbers of those. */
  async removeCase(number: string): Promise<string[]> {
    for (const table of ['cases', 'keys', 'links'])
      await this.#on.rows(`delete from ${table} where number = $1`, [number])
    this.#means.vault.forget(number)
    for (const what of ['row', 'facts']) this.#means.remembered.forget(`${what}/${number}`)
    const others: string[] = []
    for (const session of await this.reading.sessionsOf(number)) {
      const attendees = session.attendees.filter(({ caseNumber }) => caseNumber !== number)
      others.push(...attendees.map(({ caseNumber }) => caseNumber))
      if (attendees.length > 0) await this.session({ ...session, attendees })
      else
        for (const [table, id] of [
          ['sessions', 'id'],
          ['attendance', 'session_id'],
          ['claims', 'session_id'],
        ])
          await this.#on.rows(`delete from ${table} where ${id} = $1`, [session.id])
    }
    const { vault } = this.#means
    const about = (['notices', 'messages', 'alarms'] as const).map((one) => vault.mark(one, 'caseNumber', number))
    await this.#on.rows('delete from records where marks && $1', [[vault.mark('drafts', 'owner', number), ...about]])
    await this.#leaveAbsences(number)
    return others
  }

  async #leaveAbsences(number: string): Promise<void> {
    const text = 'select path, body from records where marks @> $1'
    const found = await this.#on.rows<{ path: string; body: string }>(text, [[this.#absentFrom(number)]])
    for (const { path, body } of found) {
      const { entry } = await this.#means.vault.open<Kept>(path, body)
      const absence = entry as Registers['absences']
      await this.entry(path, 'absences', { ...absence, cases: absence.cases.filter((one) => one !== number) })
    }
  }

  /** Takes note of a case number or session id that exists, so that it is not given again. */
  async given(id: string): Promise<void> {
    const [group, number] = split(id)
    await this.#on.rows(
      `insert into numbers (grp, highest) values ($1, $2)
        on conflict (grp) do update set highest = excluded.highest where numbers.highest < excluded.highest`,
      [group, Number(number)],
    )
  }
}

const touched = 'changed = pg_current_xact_id()::text::bigint'
