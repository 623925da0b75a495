import { foldedName } from '../fitting.ts'
import type { RowFilter } from '../store.ts'
import type { Vault } from './vault.ts'

/** What a list lets in, as conditions on the table of cases; not `text`, which is a part of what is sealed. */
export function conditionsOf(filter: RowFilter, vault: Vault): { where: string; values: unknown[] } {
  const values: unknown[] = []
  const all: string[] = []
  /** Each `?` stands for the next value. */
  const and = (condition: string, ...given: unknown[]) => {
    const parts = condition.split('?')
    all.push(parts.map((part, at) => (at === 0 ? part : `$${values.push(asText(given[at - 1]))}${part}`)).join(''))
  }
  const { reader, keptFrom, openTo, coveredBy, decision, apartFrom, stages, counsellorId, referredBy } = filter
  const { name, linkHash, followUpDue, keptSince, numbers } = filter
  if (numbers !== undefined) and('number = any(?)', numbers)
  if (reader !== undefined) and('(restricted_to is null or ? = any(restricted_to))', reader)
  if (keptFrom !== undefined) and('restricted_to is not null and not ? = any(restricted_to)', keptFrom)
  if (openTo) and(`openings <> '[]' and ${opened}`, openTo.by, openTo.at)
  if (coveredBy) {
    const { by, on } = coveredBy
    and(`covers <> '[]' and ${covered}`, by, on)
  }
  if (decision !== undefined) and('decision_mark = ?', vault.mark('cases', 'decision', decision))
  if (apartFrom) {
    const { number, schoolId } = apartFrom
    and('number <> ? and (? = any(apart_cases) or ? = any(apart_schools))', number, number, schoolId ?? null)
  }
  if (stages !== undefined) and('stage = any(?)', stages)
  if (counsellorId !== undefined) and('counsellor_id = ?', counsellorId)
  if (referredBy !== undefined) and('referred_by = ?', referredBy)
  if (name !== undefined) and('name_mark = ?', vault.mark('cases', 'name', foldedName(name)))
  if (linkHash !== undefined) and('number in (select number from links where hash = ?)', linkHash)
  if (followUpDue)
    and(
      'exists (select from unnest(follow_ups) as one where one collate "C" between ? and ?)',
      followUpDue.from,
      followUpDue.to,
    )
  if (keptSince) {
    const rules = Object.entries(keptSince)
    const each = rules.map(() => '(keeping_rule = ? and keeping_since <= ?)').join(' or ')
    and(`(${each})`, ...rules.flat())
  }
  return { where: all.length > 0 ? `where ${all.join(' and ')}` : '', values }
}

/** What is asked for may come from outside; a text with a NUL is no text to the database, and nobody's. */
const asText = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(asText) : typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value

// days and moments are compared letter by letter, whatever order of letters the database was made with
const opened = `exists (select from jsonb_to_recordset(openings) as one(by text, until text collate "C")
  where one.by = ? and one.until > ?)`
const covered = `exists (select from jsonb_to_recordset(covers) as one("counsellorId" text, "from" text collate "C", "to" text collate "C")
  where one."counsellorId" = ? and ? collate "C" between one."from" and one."to")`
