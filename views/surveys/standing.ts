import { html } from 'hono/html'
import type { IssuedSurvey } from '../../src/casefile/casefile.ts'
import { isOut, type SurveyState } from '../../src/intake/issue-survey.ts'
import { type WaveStanding, waysOf } from '../../src/intake/wave-standing.ts'
import { timeOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { shortDay, shortMoment } from '../parts/dates.ts'
import { fill } from '../words.ts'

type Standing = Pick<WaveStanding, 'last' | 'against' | 'dueOn'>

const looks: Partial<Record<SurveyState, string>> = {
  answered: ' good',
  sent: ' info',
  opened: ' info',
  expired: ' care',
  locked: ' care',
}

/** What became of it, in one word or two; that it is not time yet, where nothing was handed out. */
export function standingMark({ t }: Here, { last, against }: Standing): Html {
  const { states, onPaper, notYet, notIssued, notAsked } = t.surveys
  const isOver = against?.reason === 'follow-up-over'
  if (!last) return html`<span class="mark">${isOver ? notAsked : against ? notYet : notIssued}</span>`
  const awaitsPaper = last.state === 'sent' && waysOf(last.issued).includes('paper')
  return html`<span class="mark${looks[last.state] ?? ''}">${awaitsPaper ? onPaper : states[last.state]}</span>`
}

/** By which way, when, until when; or what stands in the way. No piece of it breaks where it need not. */
export const standingText = (here: Here, standing: Standing): Html =>
  html`${piecesOf(here, standing)
    .filter(Boolean)
    .map((piece) => html`<span>${piece}</span> `)}`

function piecesOf(here: Here, { last, against, dueOn }: Standing): (string | undefined)[] {
  const { t } = here
  const due = dueOn && fill(t.surveys.dueOn, { on: shortDay(here, dueOn) })
  const not = against && (t.surveys.not as Partial<Record<string, string>>)[against.reason]
  const until =
    not && fill(not, { ...against?.with, ...(against?.with?.on && { on: shortDay(here, `${against.with.on}`) }) })
  if (!last) return [due, until]
  const out = isOut(last.state)
  return [...wordsOn(here, last.issued, last.state), out && until ? fill(t.surveys.deadNow, { why: until }) : undefined]
}

function wordsOn(here: Here, issued: IssuedSurvey, state: SurveyState): (string | undefined)[] {
  const t = here.t.surveys
  const { at, expiresAt, response, refused, revoked, pin, version } = issued
  const ways = waysOf(issued)
    .map((way) => t.ways[way])
    .join(', ')
  const when = (words: string, moment: string) => fill(words, { when: shortMoment(here, moment) })
  if (response)
    return [
      response.paper ? fill(t.filledOn, { on: shortDay(here, response.paper.on) }) : undefined,
      when(response.paper ? t.enteredAt : t.answeredAt, response.at),
      ...[response.paper ? undefined : ways, t.answersIn[response.lang], fill(t.version, { n: version })],
    ]
  return [
    ways,
    when(t.issuedAt, at),
    pin && (pin.wrong > 0 ? fill(t.pinMissed, { n: pin.wrong }) : t.withPin),
    refused ? when(t.refusedAt, refused) : revoked ? when(t.revokedAt, revoked.at) : when(t.expires, expiresAt),
    isOut(state) ? tabletWords(here, issued) : undefined,
  ]
}

/** While a number waits to be typed in, and while a tablet has the survey. */
function tabletWords({ t, now }: Here, { tablet }: IssuedSurvey): string | undefined {
  if (!tablet || now >= tablet.until) return undefined
  return fill(tablet.linkHash ? t.surveys.onTablet : t.surveys.codeWaits, { time: timeOf(tablet.until) })
}
