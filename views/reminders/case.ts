import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { reminderTo } from '../../src/casefile/questions.ts'
import type { Message } from '../../src/people/message.ts'
import type { Refusal } from '../../src/result.ts'
import { choiceOf, personIn } from '../../src/sessions/remind-choice.ts'
import { caseHead } from '../cases/head.ts'
import { giverName, writerName } from '../consent/people.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { langsOf, waysOf } from './choices.ts'
import { byHand } from './outbox.ts'
import { messageList, type Ways } from './parts.ts'

interface Shown {
  caseFile: CaseFile
  messages: Message[]
  sends: Ways
  names: Map<string, string>
  /** nothing is sent about this case now */
  isQuiet: boolean
}

/** Reminders of one case: how each wants them, a form to note it, and what was sent. */
export function caseRemindersPage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile, messages, sends } = shown
  const { number } = caseFile
  const r = here.t.reminders
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: `${r.title} ${number}`,
    refused: refusals.length > 0,
    wide: true,
    body: html`${caseHead(here, caseFile, 'reminders')}
${f.problems()}
${shown.isQuiet ? html`<p class="warning">${r.noneNow}</p>` : ''}
<h2>${r.title}</h2><p class="lead">${r.lead}</p><p>${r.byChoice} ${r.ownAccounts}</p>
${choices(here, shown)}
<section class="card"><h2 id="settle">${r.settleTitle}</h2><form method="post" action="/cases/${number}/reminders">
${f.radios('remindWhose', people(here, caseFile))}
${f.radios('remindWay', waysOf(here))}
${f.text('remindTo', { hint: r.toHint })}
${f.radios('remindLang', langsOf(here))}
<button class="primary">${r.save}</button></form></section>
<h2>${r.sentTitle}</h2>${messages.length > 0 ? byHand(here, sends) : ''}
${messageList(here, { caption: r.sentTitle, messages, sends, base: `/cases/${number}/reminders` })}`,
  })
}

/** The youth and the guardians, as staff call them. */
const people = (here: Here, caseFile: CaseFile): [string, string][] =>
  whoseOf(caseFile).map((one) => [personIn(one), giverName(here, caseFile, one)])

const whoseOf = ({ guardians }: CaseFile) => [
  { whose: 'youth' } as const,
  ...guardians.map((_, guardian) => ({ whose: 'guardian', guardian }) as const),
]

function choices(here: Here, { caseFile, names }: Shown): Html {
  const r = here.t.reminders
  const lines = whoseOf(caseFile).map((one) => {
    const choice = choiceOf(caseFile, one)
    const to = choice && reminderTo(caseFile, choice)
    const who = giverName(here, caseFile, one)
    const said = choice && { who: writerName(here, names, choice.by), when: shortMoment(here, choice.at) }
    return [
      who,
      choice ? here.t.sessions.ways[choice.way] : r.notChosen,
      to ? html`<span translate="no">${to}</span>` : '',
      choice && choice.way !== 'none' ? r.langs[choice.lang] : '',
      said ? html`<small>${fill(here.t.shared.by, said)}</small>` : '',
      html`<a href="/cases/${caseFile.number}/reminders?of=${personIn(one)}#settle" aria-label="${fill(r.changeOf, { who })}">${r.change}</a>`,
    ]
  })
  return stack(r.title, [r.who, r.way, r.to, r.lang, r.settledBy, r.act], lines, '')
}
