import ICAL from 'ical.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Session } from '../../src/casefile/session.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import { feedOf, feedText } from '../../src/sessions/feed.ts'
import { wordsOf } from '../../views/words.ts'
import { eventsIn } from '../support/feed.ts'
import { aSession, now, signed } from '../support/samples.ts'
import { tellingWordsIn } from '../support/telling-words.ts'

const rooms = new Map([
  ['room-1', '상담실 1'],
  ['room-2', '별관 2층 끝, 가온누리; 나래(다솜) \\ 미리내 온새미로 한울 마루 아라 도담 라온 시나브로 윤슬'],
])
const nobody = new Set<string>()
const { feed } = wordsOf('ko').calendar
const read = (sessions: Session[], who = 'han', hidden: ReadonlySet<string> = nobody) =>
  eventsIn(feedText(feedOf(who, sessions, hidden), rooms, feed, now))

const test = suite('a calendar feed')

test('has a session as a calendar of somebody else’s reads it', () => {
  assert.equal(read([aSession()]), [
    {
      ...{ uid: '2026-11-16-01@calendar', summary: '일정 2026-0001', location: '상담실 1', sequence: 0 },
      ...{ status: 'CONFIRMED', changed: '2026-11-16T00:00:00Z' },
      ...{ startAt: '2026-11-16T05:00:00.000Z', endAt: '2026-11-16T05:50:00.000Z' },
    },
  ])
})

const later = '2026-11-17T00:00:00.000Z'
const moved = aSession({
  startAt: '2026-11-18T05:00:00.000Z',
  moved: [{ from: '2026-11-16T05:00:00.000Z', fromRoomId: 'room-1', askedBy: 'youth', why: '', ...signed() }],
})

test('keeps what moved or was called off under its name, and each time as something newer', () => {
  const cancelled = { ...moved, cancelled: { code: 'excused', ...signed('han', later) } }
  const [was, moves, off] = [[aSession()], [moved], [cancelled]].map((sessions) => read(sessions)[0])
  assert.equal([was?.uid, moves?.uid], [off?.uid, off?.uid])
  assert.equal([was?.sequence, moves?.sequence, off?.sequence], [0, 1, 2])
  assert.equal([was?.status, moves?.status, off?.status], ['CONFIRMED', 'CONFIRMED', 'CANCELLED'])
  assert.equal([moves?.startAt, off?.changed], ['2026-11-18T05:00:00.000Z', '2026-11-17T00:00:00Z'])
  assert.is(off?.summary, '취소: 일정 2026-0001')
})

test('has what went to a colleague as cancelled, as it was when it went, and theirs as their own', () => {
  const gone = {
    ...{ ...moved, counsellorId: 'bora', roomId: 'room-2', startAt: '2026-11-20T05:00:00.000Z' },
    handedOver: [{ from: 'han', ...signed('seo', later) }],
    moved: [
      ...moved.moved,
      {
        from: moved.startAt,
        fromRoomId: 'room-1',
        askedBy: 'centre',
        why: '',
        ...signed('bora', '2026-11-18T00:00:00.000Z'),
      },
    ],
  }
  const [mine] = read([gone])
  assert.equal(
    [mine?.status, mine?.startAt, mine?.location, mine?.sequence, mine?.changed],
    ['CANCELLED', moved.startAt, '상담실 1', 2, '2026-11-17T00:00:00Z'],
  )
  const [theirs] = read([gone], 'bora')
  assert.equal([theirs?.status, theirs?.startAt, theirs?.sequence], ['CONFIRMED', '2026-11-20T05:00:00.000Z', 3])
  const back = {
    ...gone,
    counsellorId: 'han',
    handedOver: [...gone.handedOver, { from: 'bora', ...signed('seo', '2026-11-19T00:00:00.000Z') }],
  }
  assert.equal([read([back])[0]?.status, read([back])[0]?.sequence], ['CONFIRMED', 4])
  assert.equal(read([gone], 'seo'), [])
})

test('leaves out what is kept from its reader, a group of which one is, and what is somebody else’s', () => {
  const group = aSession({
    id: 'g',
    attendees: ['2026-0001', '2026-0009'].map((caseNumber) => ({ caseNumber, ordinal: 1 })),
  })
  assert.is(read([group])[0]?.summary, '일정 2026-0001, 2026-0009')
  assert.equal(
    read([aSession(), group], 'han', new Set(['2026-0009'])).map(({ uid }) => uid),
    ['2026-11-16-01@calendar'],
  )
  assert.equal(read([aSession({ counsellorId: 'bora' })]), [])
})

test('tells nobody what it is about, whatever kind of session it is, in either language', () => {
  const kinds = codesOf('sessionKind').flatMap((kind) =>
    codesOf('sessionMode').map((mode) =>
      aSession({ id: `${kind}-${mode}`, kind, mode, cancelled: { code: 'excused', why: '법원', ...signed() } }),
    ),
  )
  for (const lang of ['ko', 'en'] as const) {
    const said = feedText(
      feedOf(
        'han',
        kinds.map((one) => ({ ...one, id: '1' })),
        nobody,
      ),
      rooms,
      wordsOf(lang).calendar.feed,
      now,
    )
    assert.equal(tellingWordsIn(said), [])
    assert.not.match(said, /새길|saegil|한지우|김민준|상담원|DESCRIPTION|ORGANIZER|ATTENDEE|URL/i)
    assert.equal(
      [...new Set(said.match(/[가-힣]+|Cancelled|Appointments?/g))].sort(),
      lang === 'ko' ? ['상담실', '일정', '취소'] : ['Appointment', 'Appointments', 'Cancelled', '상담실'],
    )
  }
})

test('is a calendar that is published, refreshed every hour, in lines of at most 75 bytes that end in CRLF', () => {
  const text = feedText(feedOf('han', [aSession({ roomId: 'room-2' })], nobody), rooms, feed, now)
  const calendar = new ICAL.Component(ICAL.parse(text))
  const says = (name: string) => calendar.getFirstPropertyValue(name)?.toString()
  assert.equal(['version', 'method', 'x-wr-calname', 'refresh-interval', 'prodid'].map(says), [
    '2.0',
    'PUBLISH',
    '일정',
    'PT1H',
    '-//calendar//calendar//KO',
  ])
  assert.is(text.replaceAll('\r\n', '').match(/[\r\n]/), null)
  assert.ok(text.endsWith('END:VCALENDAR\r\n'))
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  assert.is(eventsIn(text)[0]?.location, rooms.get('room-2'))
})

test.run()
