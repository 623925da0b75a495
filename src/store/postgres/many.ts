import type { CaseFile } from '../../casefile/casefile.ts'
import type { Session } from '../../casefile/session.ts'
import { plusMinutes } from '../../time/days.ts'
import { copy } from '../copy.ts'
import { split } from '../given.ts'
import { caseColumns } from './columns.ts'
import type { Queries } from './queries.ts'
import { PostgresReading } from './reading.ts'
import type { Means } from './unsealing.ts'

/*
 * Many new records with few statements, for a database that is being filled: the same as Writing makes of each. None
 * of them may be there yet.
 */

export async function putSessions(on: Queries, { vault, summaries }: Means, sessions: Session[]): Promise<void> {
  const bodies = await Promise.all(sessions.map((one) => vault.seal(`sessions/${one.id}`, one)))
  await on.rows(
    'insert into sessions (id, start_at, body) select * from unnest($1::text[], $2::timestamptz[], $3::text[])',
    [sessions.map(({ id }) => id), sessions.map(({ startAt }) => startAt), bodies],
  )
  const attending = sessions.flatMap(({ id, attendees }) =>
    [...new Set(attendees.map(({ caseNumber }) => caseNumber))].map((number) => [id, number] as const),
  )
  await on.rows('insert into attendance (session_id, case_number) select * from unnest($1::text[], $2::text[])', [
    attending.map(([id]) => id),
    attending.map(([, number]) => number),
  ])
  const claims = sessions.flatMap((one) => summaries.claims(one).map((what) => ({ ...one, what })))
  await on.rows(
    `insert into claims (session_id, what, span)
      select id, what, tstzrange(start_at, end_at)
        from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[]) as one (id, what, start_at, end_at)`,
    [
      claims.map(({ id }) => id),
      claims.map(({ what }) => what),
      claims.map(({ startAt }) => startAt),
      claims.map(({ startAt, minutes }) => plusMinutes(startAt, minutes)),
    ],
  )
  await putGiven(
    on,
    sessions.map(({ id }) => id),
  )
}

/** Registers and sessions must be there: rows and facts are worked out with them. */
export async function putCases(on: Queries, means: Means, cases: CaseFile[]): Promise<void> {
  if (cases.length === 0) return
  const { vault, summaries } = means
  const numbers = cases.map(({ number }) => number)
  const editions = await new PostgresReading(on, means, false).entries('editions')
  const sessions = await sessionsOf(on, means, numbers)
  const made = await Promise.all(
    cases.map(async (body) => {
      const [own, { key, wrapped }] = [sessions.get(body.number) ?? [], await vault.newKey(body.number)]
      const row = copy(summaries.row(copy(body), copy(own)))
      const facts = JSON.stringify(summaries.facts(copy(body), copy(own), editions))
      return { row, wrapped, columns: await caseColumns(body.number, key, { body, row, facts }, vault) }
    }),
  )
  const names = Object.keys(made[0]!.columns)
  const values = made.flatMap(({ columns }, nth) => [numbers[nth], ...names.map((name) => columns[name])])
  const width = names.length + 1
  const places = made.map((_, nth) => `(${Array.from({ length: width }, (_, at) => `$${nth * width + at + 1}`)})`)
  await on.rows(`insert into cases (number, ${names.join(', ')}) values ${places.join(', ')}`, values)
  await on.rows('insert into keys (number, wrapped) select * from unnest($1::text[], $2::text[])', [
    numbers,
    made.map(({ wrapped }) => wrapped),
  ])
  const links = made.flatMap(({ row }) => [...new Set(row.linkHashes)].map((hash) => [hash, row.number] as const))
  await on.rows('insert into links (hash, number) select * from unnest($1::text[], $2::text[])', [
    links.map(([hash]) => hash),
    links.map(([, number]) => number),
  ])
  await putGiven(on, numbers)
}

/** Earliest first, by the numbers of those who attend them. */
async function sessionsOf(on: Queries, { vault }: Means, numbers: string[]): Promise<Map<string, Session[]>> {
  const found = await on.rows<{ id: string; body: string }>(
    `select id, body from sessions
      where id in (select session_id from attendance where case_number = any($1)) order by start_at, id`,
    [numbers],
  )
  const sessions = await Promise.all(found.map(({ id, body }) => vault.open<Session>(`sessions/${id}`, body)))
  const all = new Map(numbers.map((number): [string, Session[]] => [number, []]))
  for (const session of sessions)
    for (const number of new Set(session.attendees.map(({ caseNumber }) => caseNumber))) all.get(number)?.push(session)
  return all
}

/** Takes note of case numbers or session ids that exist. */
async function putGiven(on: Queries, ids: string[]): Promise<void> {
  await on.rows(
    `insert into numbers (grp, highest)
      select grp, max(n) from unnest($1::text[], $2::int[]) as given (grp, n) group by grp
      on conflict (grp) do update set highest = greatest(numbers.highest, excluded.highest)`,
    [ids.map((id) => split(id)[0]), ids.map((id) => Number(split(id)[1]))],
  )
}
