import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Deed, deeds, isThroughGlass, may, mightEver, mightThroughGlass } from '../../src/people/may.ts'
import { bora, han, hillTeacher, riverTeacher, seo, yoo } from '../support/samples.ts'

const rights = suite('who may do what')
const minjun = { counsellorId: 'han', schoolId: 'hill' }

rights('a counsellor has their own cases and nobody else’s', () => {
  assert.ok(may(han, 'see a case', minjun))
  assert.is(may(bora, 'see a case', minjun), false)
  assert.is(may(han, 'see a case'), false)
  assert.is(may(han, 'see a case', {}), false)
})

rights('a school follows its own referrals and sees no case', () => {
  assert.ok(may(hillTeacher, 'follow a referral', minjun))
  assert.is(may(riverTeacher, 'follow a referral', minjun), false)
  assert.is(may(hillTeacher, 'see a case', minjun), false)
  assert.is(may({ ...hillTeacher, schoolId: undefined }, 'follow a referral', { counsellorId: 'han' }), false)
})

rights('the lead sees every case but writes no notes', () => {
  assert.ok(may(seo, 'see a case', minjun))
  assert.is(may(seo, 'write a note', minjun), false)
})

rights('the administrator does nothing with a case', () => {
  const open = Object.keys(deeds).filter((deed) => may(yoo, deed as Deed, minjun) && !may(undefined, deed as Deed))
  const ofTheHouse = [
    'look after the own account',
    'change the own factors',
    'see own notices',
    'settle the own reminders',
    'go on with what was typed',
    'settle the accounts',
  ]
  const ofTheRecords = ['review the log', 'keep the incident register']
  // an erasure shows the administrator a number and a rule, never the case
  const erasures = ['see what is due for erasure', 'approve an erasure']
  // and so does an answer to an inquiry
  const inquiries = ['look through inquiries', 'approve an answer']
  // and figures to be given away: no more than everyone may see
  const releases = ['see releases', 'approve a release']
  const all = [
    'sign out',
    'see today',
    ...ofTheHouse,
    'settle the centre',
    ...ofTheRecords,
    ...erasures,
    ...inquiries,
    ...releases,
  ]
  assert.equal(open.sort(), all.sort())
})

rights('whoever is not signed in may only enter, choose a language and use a link that they were given', () => {
  const open = Object.keys(deeds).filter((deed) => may(undefined, deed as Deed, minjun))
  const byLink = [
    'answer a survey',
    'set up the centre',
    'take up an invitation',
    'open an own page',
    'read a calendar feed',
    'check a certificate',
  ]
  assert.equal(open.sort(), ['sign in', 'choose a language', 'ask whether the house stands', ...byLink].sort())
})

rights('a broken glass is told from a case of one’s own, and offers no deed on cases but to read', () => {
  const open = { ...minjun, openTo: ['bora'] }
  assert.equal([isThroughGlass(bora, open), isThroughGlass(han, { ...open, openTo: ['han'] })], [true, false])
  assert.equal([isThroughGlass(bora, minjun), may(bora, 'see a case', open)], [false, true])
  const offered = (['see the case list', 'read a note', 'write a note', 'close a case'] as const).map((deed) =>
    mightThroughGlass(bora, deed),
  )
  assert.equal(offered, [true, true, false, false])
})

rights('a restricted case is for those who are named alone, whatever their role; its school still follows it', () => {
  const kept = { ...minjun, restrictedTo: ['han'], openTo: ['bora'] }
  assert.equal(
    [han, bora, seo, yoo].map((person) => may(person, 'see a case', kept)),
    [true, false, false, false],
  )
  assert.is(may(hillTeacher, 'follow a referral', kept), true)
})

rights('an account that was ended may do nothing more', () => {
  const ended = { ...seo, ended: { by: 'yoo', at: '2026-11-22T00:00:00.000Z' } }
  for (const deed of Object.keys(deeds) as Deed[]) {
    assert.is(may(ended, deed, minjun), may(undefined, deed))
    assert.is(mightEver(ended, deed), may(undefined, deed))
  }
})

rights.run()
