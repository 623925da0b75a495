import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Deed, deeds, may, mightEver } from '../../src/people/may.ts'
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
    'go on with what was typed',
    'settle the accounts',
  ]
  const ofTheRecords = ['review the log', 'keep the incident register']
  // an erasure shows the administrator a number and a rule, never the case
  const erasures = ['see what is due for erasure', 'approve an erasure']
  const all = ['sign out', 'see today', ...ofTheHouse, 'settle the centre', ...ofTheRecords, ...erasures]
  assert.equal(open.sort(), all.sort())
})

rights('whoever is not signed in may only enter, choose a language and use a link that they were given', () => {
  const open = Object.keys(deeds).filter((deed) => may(undefined, deed as Deed, minjun))
  const byLink = ['answer a survey', 'set up the centre', 'take up an invitation', 'open an own page']
  assert.equal(open.sort(), ['sign in', 'choose a language', 'ask whether the house stands', ...byLink].sort())
})

rights('an account that was ended may do nothing more', () => {
  const ended = { ...seo, ended: { by: 'yoo', at: '2026-11-22T00:00:00.000Z' } }
  for (const deed of Object.keys(deeds) as Deed[]) {
    assert.is(may(ended, deed, minjun), may(undefined, deed))
    assert.is(mightEver(ended, deed), may(undefined, deed))
  }
})

rights.run()
