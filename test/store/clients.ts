import fc from 'fast-check'
import { decisions } from './decisions.ts'
import { id, number, school } from './small-cases.ts'
import { type Act, acts, asked, readings, type Step, saving } from './small-world.ts'

/* What several clients do at the same time, drawn as plain values. */

const { constantFrom: from, record, option, oneof, nat } = fc

const entryId = from('a', 'b', 'c')
const values: Record<string, fc.Arbitrary<string>> = {
  'counts an entry on': entryId,
  'moves one from an entry to another': from('a b', 'b c', 'c a'),
  'takes the next number': from('김민준', '정지호'),
  'books where nobody is': fc
    .tuple(from('2026-11-18T01:00:00.000Z', '2026-11-18T02:00:00.000Z'), from('2026-11-18', '2026-11-19'))
    .map((two) => two.join(' ')),
  'counts rows of a school': school,
  'counts notices to': id,
  'tells once': entryId,
  'throws away what is half typed': entryId,
  'ends all visits of': id,
}
const deciding: fc.Arbitrary<Act> = oneof(
  ...Object.keys(decisions).map((what) => (values[what] ?? number).map((value): Act => ({ what, value }))),
)

/** One change, after so many turns of the event loop. */
export interface Client extends Omit<Step, 'asked'> {
  after: number
}
const client: fc.Arbitrary<Client> = record({
  doing: fc.array(oneof({ weight: 4, arbitrary: deciding }, { weight: 2, arbitrary: acts }, readings), {
    minLength: 1,
    maxLength: 3,
  }),
  ends: from('kept', 'kept', 'kept', 'kept', 'kept', 'kept', 'kept', 'kept', 'refused', 'thrown'),
  behind: option(school, { nil: undefined, freq: 8 }),
  after: nat(6),
})
/** Reads only, and one thing after the other: what it sees must be of one moment. */
const looker: fc.Arbitrary<Client> = record({
  doing: fc.array(readings, { minLength: 2, maxLength: 3 }),
  ends: from('kept', 'refused', 'thrown'),
  behind: fc.constant(undefined),
  after: nat(12),
})

/** What is told by a question, and what changes the answer. */
const skewed: [keyof typeof asked, keyof typeof saving][] = [
  ...(['rows', 'caseFile', 'facts', 'data'] as const).map((what): [typeof what, 'saveCase'] => [what, 'saveCase']),
  ...(['session', 'diary', 'sessionsOf'] as const).map((what): [typeof what, 'saveSession'] => [what, 'saveSession']),
  ...(['person', 'personByEmail', 'people'] as const).map((what): [typeof what, 'savePerson'] => [what, 'savePerson']),
  ['schools', 'saveSchool'],
  ['rooms', 'saveRoom'],
  ['settings', 'saveSettings'],
  ['draft', 'saveDraft'],
  ['drafts', 'saveDraft'],
  ['visit', 'saveVisit'],
  ['visitsOf', 'saveVisit'],
  ['entry', 'saveEntry'],
  ['entries', 'saveEntry'],
]
const mark = { id: 'mark', failures: 1, at: '2026-11-16T03:00:00.000Z' }
/** Two that each save what the other asked about: one of them must have seen what the other did. */
const crossedOn = (pairs: typeof skewed): fc.Arbitrary<Client[]> =>
  from(...pairs)
    .chain(([ask, save]) => fc.tuple(asked[ask], saving[save], nat(2), nat(2), nat(9)))
    .map(([question, change, one, other, failures]) => {
      const both = { ends: 'kept', behind: undefined } as const
      return [
        { doing: [question, { what: 'saveEntry', value: ['tries', { ...mark, failures }] }], after: one, ...both },
        { doing: [{ what: 'entry', value: ['tries', mark.id] }, change], after: other, ...both },
      ]
    })

/** Asks one thing, without a change, after so many turns. */
export interface Passer {
  asked: Act
  after: number
}

/** What goes on at one time, and how the disk behaves meanwhile. */
export interface Meeting {
  clients: Client[]
  passers: Passer[]
  /** how long each call takes */
  chance: number
  /** the call, counted from 1, for which there is no room; none while 0 */
  full: number
}
const meetingsOf = (crossed: { weight: number; arbitrary: fc.Arbitrary<Client[]> }): fc.Arbitrary<Meeting> =>
  record({
    clients: oneof(
      {
        weight: 4,
        arbitrary: fc.array(oneof({ weight: 6, arbitrary: client }, looker), {
          minLength: 1,
          maxLength: 4,
          size: 'max',
        }),
      },
      crossed,
    ),
    // figures are read one case after the other, while others change them
    passers: fc.array(record({ asked: readings.filter(({ what }) => what !== 'data'), after: nat(16) }), {
      maxLength: 3,
    }),
    chance: nat(2 ** 31 - 1),
    full: oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 8 })),
  })
export const meetings = meetingsOf({ weight: 1, arbitrary: crossedOn(skewed) })
/** Mostly of two of whom one saves what the other asked about in this way. */
export const meetingsOn = (question: keyof typeof asked): fc.Arbitrary<Meeting> =>
  meetingsOf({ weight: 12, arbitrary: crossedOn(skewed.filter(([ask]) => ask === question)) })
