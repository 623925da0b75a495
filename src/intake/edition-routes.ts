import { Hono } from 'hono'
import { chooseSurveyPage, draftTherePage, editionFormPage } from '../../views/surveys/edition-form.ts'
import { editionsPage } from '../../views/surveys/editions.ts'
import { previewPage } from '../../views/surveys/preview.ts'
import type { Refusal } from '../result.ts'
import type { SurveyName } from '../surveys/definition.ts'
import { addEdition, draftOfSurvey, replaceEdition } from '../surveys/edition.ts'
import { readUpload, surveyNamed } from '../surveys/edition-form.ts'
import type { Fault } from '../surveys/faults.ts'
import { currentOf, type Version } from '../surveys/versions.ts'
import { changeEdition, countsIn, showEdition, versionIn, versionsIn } from '../web/editions.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show, signatureOf } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'

/** What is asked: every version of every survey; the lead writes a new one. */
export const editionRoutes = new Hono<Site>()

editionRoutes.get('/', only('see what is asked'), async (c) => {
  const { store, here } = c.var
  const shown = { versions: await versionsIn(store), counts: await countsIn(store), names: await namesIn(store) }
  return show(c, editionsPage(here, shown))
})

editionRoutes.get('/new', only('settle the surveys'), async (c) => {
  const survey = surveyNamed(c.req.query('survey'))
  if (!survey) return show(c, chooseSurveyPage(c.var.here))
  const draft = draftOfSurvey(await c.var.store.entries('editions'), survey)
  if (draft) return show(c, draftTherePage(c.var.here, survey, draft.id))
  const current = currentOf(await versionsIn(c.var.store), survey)
  return form(c, survey, undefined, current && typedOf(current))
})

editionRoutes.post('/', only('settle the surveys'), async (c) => {
  const fields = await fieldsOf(c)
  const survey = surveyNamed(fields.get('survey'))
  if (!survey) return show(c, chooseSurveyPage(c.var.here), [{ reason: 'not-offered' }])
  const read = readUpload(fields)
  if (!read.ok) return form(c, survey, undefined, fields, read.refusals, read.faults)
  const by = signatureOf(c)
  const added = await changeEdition(c, (facts) => addEdition({ survey, definition: read.value }, facts, by))
  return added.ok
    ? onTo(c, `/surveys/${added.value.id}`, 'edition-drafted')
    : form(c, survey, undefined, fields, added.refusals)
})

const one = '/:id{[a-z-]+\\.v\\d+}'

editionRoutes.get(one, only('see what is asked'), (c) => showEdition(c))

editionRoutes.get(`${one}/preview`, only('see what is asked'), async (c) => {
  const version = await versionIn(c)
  return version ? show(c, previewPage(c.var.here, version)) : refusalPage(c, 'not-found')
})

/** As it stands, to be changed and sent in as the next. */
editionRoutes.get(`${one}/definition.json`, only('see what is asked'), async (c) => {
  const version = await versionIn(c)
  if (!version) return refusalPage(c, 'not-found')
  c.header('Content-Type', 'application/json; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${version.id}.json"`)
  return c.body(textOf(version))
})

editionRoutes.get(`${one}/replacement`, only('settle the surveys'), async (c) => {
  const draft = await versionIn(c)
  if (!draft) return refusalPage(c, 'not-found')
  if (draft.state !== 'draft') return onTo(c, `/surveys/${draft.id}`)
  return form(c, draft.survey as SurveyName, draft, typedOf(draft))
})

editionRoutes.post(`${one}/replacement`, only('settle the surveys'), async (c) => {
  const draft = await versionIn(c)
  if (!draft) return refusalPage(c, 'not-found')
  const fields = await fieldsOf(c)
  if (draft.state !== 'draft') return showEdition(c, [{ reason: 'edition-published' }])
  const survey = draft.survey as SurveyName
  const read = readUpload(fields)
  if (!read.ok) return form(c, survey, draft, fields, read.refusals, read.faults)
  const by = signatureOf(c)
  const replaced = await changeEdition(c, (facts) => replaceEdition(facts.edition, read.value, facts, by))
  return replaced.ok
    ? onTo(c, `/surveys/${draft.id}`, 'edition-drafted')
    : form(c, survey, draft, fields, replaced.refusals)
})

const textOf = ({ definition }: Version): string => `${JSON.stringify(definition, null, 2)}\n`
const typedOf = (version: Version): URLSearchParams => new URLSearchParams({ definition: textOf(version) })

const form = (
  c: Ask,
  survey: SurveyName,
  draft?: Version,
  typed = new URLSearchParams(),
  refusals: Refusal[] = [],
  faults: Fault[] = [],
) => show(c, editionFormPage(c.var.here, { survey, draft, faults }, typed, refusals), refusals)
