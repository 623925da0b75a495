import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Edition } from '../../src/people/registers.ts'
import type { Result } from '../../src/result.ts'
import type { Definition } from '../../src/surveys/definition.ts'
import { addEdition, publishEdition, removeEdition, replaceEdition } from '../../src/surveys/edition.ts'
import { newestOf, shelfOf, shipped, surveyOf } from '../../src/surveys/shelf.ts'
import { currentOf, versionBefore, versionsOf } from '../../src/surveys/versions.ts'
import { now, signed } from '../support/samples.ts'
import { everyKind } from '../support/survey-parts.ts'

const definition = everyKind as Definition
const bySeo = signed('seo')
const must = <T>(result: Result<T>): T => (result.ok ? result.value : (assert.unreachable() as never))
const whyNot = (result: Result<unknown>) => (result.ok ? '' : result.refusals.map(({ reason }) => reason).join())

const facts = (...editions: Edition[]) => ({ editions, shelf: shelfOf(editions) })
const draft = must(addEdition({ survey: 'intake', definition }, facts(), bySeo))
const published = must(publishEdition(draft, now, facts(draft), bySeo))

const test = suite('a version that the centre adds')

test('is a draft under the next number, and asked of nobody', () => {
  assert.equal([draft.id, draft.version, draft.published], ['intake.v2', 2, undefined])
  assert.equal(shelfOf([draft]), shipped)
})

test('there is one draft of a survey at a time', () => {
  assert.is(whyNot(addEdition({ survey: 'intake', definition }, facts(draft), bySeo)), 'draft-there')
  assert.is(must(addEdition({ survey: 'exit', definition }, facts(draft), bySeo)).id, 'exit.v2')
})

test('that is the same as the one in use is none, however it is written', () => {
  const newest = newestOf(shipped, 'intake')!.definition
  const turned = Object.fromEntries(Object.entries(newest).reverse()) as unknown as Definition
  for (const same of [newest, turned]) {
    assert.is(whyNot(addEdition({ survey: 'intake', definition: same }, facts(), bySeo)), 'same-as-newest')
    assert.is(whyNot(replaceEdition(draft, same, facts(draft), bySeo)), 'same-as-newest')
  }
})

test('may be changed and taken away while it is a draft', () => {
  const other = { ...definition, pages: definition.pages.slice(0, 1) }
  const later = { by: 'lead-2', at: '2026-11-17T00:00:00.000Z' }
  assert.equal(must(replaceEdition(draft, other, facts(draft), later)), { ...draft, definition: other, ...later })
  assert.is(removeEdition(draft).ok, true)
  for (const gone of [replaceEdition(undefined, other, facts(), bySeo), removeEdition(undefined)])
    assert.is(whyNot(gone), 'changed-meanwhile')
})

test('is handed out from its publication on; older answers keep theirs', () => {
  const shelf = shelfOf([published])
  assert.equal(published.published, bySeo)
  assert.is(newestOf(shelf, 'intake')?.version, 2)
  assert.equal(newestOf(shelf, 'intake')?.definition, definition)
  assert.is(surveyOf(shelf, 'intake', 1), surveyOf(shipped, 'intake', 1))
  assert.is(newestOf(shelf, 'exit')?.version, 1)
})

test('is the same object each time, so that what is made of it is made once', () => {
  const again = () => surveyOf(shelfOf([structuredClone(published)]), 'intake', 2)
  assert.is(again(), again())
})

test('is frozen by its publication: not changed, not taken away, not published again', () => {
  const after = facts(published)
  assert.is(whyNot(publishEdition(published, now, after, bySeo)), 'edition-published')
  assert.is(whyNot(replaceEdition(published, definition, after, bySeo)), 'edition-published')
  assert.is(whyNot(removeEdition(published)), 'edition-published')
})

test('is published as it was looked at, or not at all', () => {
  const changed = { ...draft, at: '2026-11-17T00:00:00.000Z' }
  assert.is(whyNot(publishEdition(changed, now, facts(changed), bySeo)), 'changed-meanwhile')
})

test('is not published where a newer programme brought one of its number or a later one', () => {
  for (const version of [2, 3]) {
    const shelf = [...shipped, { survey: 'intake', version, definition }]
    assert.is(whyNot(publishEdition(draft, now, { editions: [draft], shelf }, bySeo)), 'version-taken')
  }
})

test('stays the one of its number, since youths have answered it', () => {
  const own: Edition = { ...published, id: 'intake.v1', version: 1 }
  const shelf = shelfOf([own])
  assert.equal(surveyOf(shelf, 'intake', 1)?.definition, definition)
  assert.is(shelf.length, shipped.length)
})

test.run()

const listed = suite('all versions')

listed('stand by survey, the newest first, each with where it came from', () => {
  const next = { ...draft, id: 'intake.v3', version: 3 }
  const shown = versionsOf([published, next]).map(({ id, state, isCurrent }) => [id, state, isCurrent])
  assert.equal(shown, [
    ['intake.v3', 'draft', false],
    ['intake.v2', 'published', true],
    ['intake.v1', 'came', false],
    ['exit.v1', 'came', true],
    ['follow-up.v1', 'came', true],
  ])
})

listed('keep their own words where a newer programme brought one under the number of a draft', () => {
  const [overtaken, came] = versionsOf([{ ...draft, id: 'intake.v1', version: 1 }])
  assert.equal([overtaken?.state, overtaken?.isCurrent, overtaken?.edition?.by], ['draft', false, 'seo'])
  assert.equal(overtaken?.definition, definition)
  assert.equal([came?.state, came?.isCurrent, came?.edition], ['came', true, undefined])
  assert.is(came?.definition, newestOf(shipped, 'intake')?.definition)
})

listed('are each read against the published one before', () => {
  const next = { ...draft, id: 'intake.v3', version: 3 }
  const versions = versionsOf([published, next])
  const before = (id: string) => versionBefore(versions, versions.find((one) => one.id === id)!)?.id
  assert.equal(['intake.v3', 'intake.v2', 'intake.v1'].map(before), ['intake.v2', 'intake.v1', undefined])
  assert.is(currentOf(versions, 'intake')?.id, 'intake.v2')
})

listed.run()
