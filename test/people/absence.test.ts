import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absenceStateOf, againstStandingIn, endAbsence, noteAbsence, readAway } from '../../src/people/absence.ts'
import type { Absence } from '../../src/people/registers.ts'
import { now, signed, today } from '../support/samples.ts'

const away = { counsellorId: 'han', from: '2026-11-18', to: '2026-11-20' }
const absence = (changes: Partial<Absence> = {}): Absence => ({ id: 'a1', ...away, ...signed(), cases: [], ...changes })
const read = (fields: Record<string, string>, counsellors = ['han']) => {
  const result = readAway(new URLSearchParams(fields), counsellors)
  return result.ok ? result.value : result.refusals.map(({ field, reason }) => `${field} ${reason}`)
}

const absences = suite('an absence')

absences('is one’s own for a counsellor, and anybody’s for whoever may choose', () => {
  const days = { awayFrom: '2026-11-18', awayTo: '2026-11-20' }
  assert.equal(read(days), away)
  assert.equal(read({ ...days, awayId: 'bora' }), away, 'no other is theirs to note')
  assert.equal(read({ ...days, awayId: 'bora' }, ['han', 'bora']), { ...away, counsellorId: 'bora' })
  assert.equal(read(days, ['han', 'bora']), ['awayId missing'])
})

absences('is one day long without an end, and never ends before it begins', () => {
  assert.equal(read({ awayFrom: '2026-11-18' }), { ...away, to: '2026-11-18' })
  assert.equal(read({ awayFrom: '2026-11-18', awayTo: '2026-11-17' }), ['awayTo period-backwards'])
  assert.equal(read({ awayFrom: 'tomorrow' }), ['awayFrom not-a-day'])
})

const whyNot = (one: Partial<typeof away>, others: Absence[] = []) => {
  const noted = noteAbsence({ ...away, ...one }, { id: 'a2', absences: others }, signed())
  return noted.ok ? '' : noted.refusals.map(({ field, reason }) => `${field} ${reason}`).join()
}

absences('is noted for days that are not over, and once only', () => {
  assert.is(whyNot({}), '')
  assert.is(whyNot({ from: '2026-11-01', to: today }), '')
  assert.is(whyNot({ from: '2026-11-01', to: '2026-11-15' }), 'awayTo too-early')
  assert.is(whyNot({ from: '2026-11-20', to: '2026-11-21' }, [absence()]), 'awayFrom days-overlap')
  assert.is(whyNot({ from: '2026-11-21', to: '2026-11-21' }, [absence()]), '')
  assert.is(whyNot({}, [absence({ counsellorId: 'bora' }), absence({ ended: signed() })]), '')
})

absences('is to come, under way, over or ended', () => {
  const state = (on: string, changes: Partial<Absence> = {}) => absenceStateOf(absence(changes), on)
  assert.equal(
    ['2026-11-17', '2026-11-18', '2026-11-20', '2026-11-21'].map((on) => state(on)),
    ['to-come', 'now', 'now', 'over'],
  )
  assert.is(state('2026-11-18', { ended: signed() }), 'ended')
})

absences('ends once, and not when it is over', () => {
  const ended = endAbsence(absence(), signed('seo'))
  assert.equal(ended.ok && ended.value.ended, { by: 'seo', at: now })
  assert.not(endAbsence(absence({ ended: signed() }), signed()).ok)
  assert.not(endAbsence(absence({ from: '2026-11-01', to: '2026-11-02' }), signed()).ok)
})

absences('nobody stands in who is away on one of those days', () => {
  const boras = absence({ id: 'a2', counsellorId: 'bora', from: '2026-11-20', to: '2026-11-25' })
  assert.equal(
    againstStandingIn('bora', absence(), [boras]).map(({ reason, field }) => [reason, field]),
    [['stand-in-away', 'coveredBy']],
  )
  assert.equal(againstStandingIn('bora', absence({ to: '2026-11-19' }), [boras]), [])
  assert.equal(againstStandingIn('bora', absence(), [{ ...boras, ended: signed() }]), [])
})

absences.run()
