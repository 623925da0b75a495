import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { creditedMinutesOf, heldCodes, type Session } from '../../src/casefile/session.ts'
import { attend, type Mark, markCodes } from '../../src/sessions/attend.ts'
import { attendAll } from '../../src/sessions/group-attendance.ts'
import { plusMinutes } from '../../src/time/days.ts'
import { facts } from '../support/diary.ts'
import { aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('credited minutes, whatever is marked')

const after = signed('han', plusMinutes(aSession().startAt, 500))
const numbers = ['2026-0001', '2026-0002', '2026-0003']
const files = { caseFiles: numbers.map((number) => aCaseUnderWay({ number })), diary: facts() }
const aMark = (caseNumber: string) =>
  fc.record({
    caseNumber: fc.constant(caseNumber),
    code: fc.constantFrom(...markCodes),
    creditedMinutes: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
  })
const minutes = fc.integer({ min: 10, max: 480 })
const isRight = (session: Session) =>
  session.attendees.every(({ attendance }) => {
    if (!attendance) return true
    const { code, creditedMinutes } = attendance
    return (
      creditedMinutes >= 0 && creditedMinutes <= session.minutes && (heldCodes.includes(code) || creditedMinutes === 0)
    )
  })

test('are never more than the session had, and none for whoever did not come', () => {
  let marked = 0
  fc.assert(
    fc.property(minutes, fc.array(aMark('2026-0001'), { minLength: 1, maxLength: 5 }), (length, marks: Mark[]) => {
      let session = aSession({ minutes: length })
      for (const mark of marks) {
        const result = attend(session, mark, { caseFile: aCaseUnderWay(), diary: facts() }, after)
        if (!result.ok) continue
        session = result.value
        marked++
        assert.ok(isRight(session))
      }
      assert.ok(creditedMinutesOf([session], '2026-0001') <= length)
    }),
    { numRuns: 300 },
  )
  assert.ok(marked > 200, `${marked} were marked`)
})

test('are so for a whole group, of which all are marked or none', () => {
  const attendees = numbers.map((caseNumber) => ({ caseNumber, ordinal: 1 }))
  let [all, none] = [0, 0]
  fc.assert(
    fc.property(minutes, fc.tuple(...numbers.map(aMark)), (length, marks: Mark[]) => {
      const session = aSession({ kind: 'group', minutes: length, attendees })
      const result = attendAll(session, marks, files, after)
      if (result.ok) all++
      else none++
      if (!result.ok) return assert.ok(result.refusals.every(({ field }) => /-2026-000[123]$/.test(field ?? '')))
      assert.ok(isRight(result.value))
      assert.ok(result.value.attendees.every(({ attendance }) => attendance))
    }),
    { numRuns: 300 },
  )
  // about one in 24 is right as a whole
  assert.ok(all > 0 && none > 50, `${all} and ${none}`)
})

test.run()
