/*
 * Over 150 lines because one youth's way through the programme has a step for every stage.
 */

import type { CaseFile, Signature } from '../../src/casefile/casefile.ts'
import { newCheckCode } from '../../src/casefile/check-code.ts'
import { settle } from '../../src/casefile/concern.ts'
import { counsellorOf } from '../../src/casefile/questions.ts'
import { isHeld, type Session } from '../../src/casefile/session.ts'
import { guardianKind } from '../../src/consent/gate.ts'
import { give } from '../../src/consent/give.ts'
import { verify } from '../../src/consent/guardian.ts'
import { certify, usualProgramme } from '../../src/exit/certificate.ts'
import { close, openThings } from '../../src/exit/close.ts'
import { type InterviewForm, interview } from '../../src/intake/interview.ts'
import { dueOf, plan } from '../../src/intake/plan.ts'
import { codeAgain, type SecondCodingForm } from '../../src/intake/second-coding.ts'
import { refer } from '../../src/referral/refer.ts'
import type { ReferralForm } from '../../src/referral/referral-form.ts'
import { decide, type Triage } from '../../src/referral/triage.ts'
import { attend, type Mark } from '../../src/sessions/attend.ts'
import { cancel } from '../../src/sessions/cancel.ts'
import { move } from '../../src/sessions/move.ts'
import { sign } from '../../src/sessions/note.ts'
import { notesMissing } from '../../src/sessions/progress.ts'
import type { Wave } from '../../src/surveys/waves.ts'
import { ageOn, dayOf, type Moment, plusMinutes } from '../../src/time/days.ts'
import { settings } from './cast.ts'
import type { Chance } from './chance.ts'
import { type Diary, must, type Wish } from './diary.ts'
import { type Asking, askedIn } from './surveys.ts'
import { closingSummary, forSchool, homeworks, noteTexts, responses } from './texts.ts'

/**
 * One youth's way through the programme. Every step is the programme's own rule, signed by who would do it then, so
 * that no record can stand in the demonstration that the site itself would not make.
 */
export class Course {
  file: CaseFile
  readonly #sessions = new Map<string, Session>()
  readonly #diary: Diary
  readonly #chance: Chance
  /** what this youth's answers lean to; see answers.ts */
  readonly #leaning: number

  constructor(number: string, form: ReferralForm, signature: Signature, diary: Diary, chance: Chance) {
    this.file = must(refer(number, form, { today: dayOf(signature.at) }, signature))
    this.#diary = diary
    this.#chance = chance
    this.#leaning = 0.25 + chance.next() * 0.35
  }

  get sessions(): Session[] {
    return [...this.#sessions.values()]
  }

  get held(): Session[] {
    return this.sessions.filter((session) => isHeld(session, this.file.number))
  }

  get counsellor(): string {
    return counsellorOf(this.file) ?? ''
  }

  triage(triage: Triage, at: Moment): void {
    this.file = must(decide(this.file, triage, { by: 'seo', at }))
  }

  /** Youth and guardian answer at one sitting; under 14 the guardian is verified by phone, unless that is still to come. */
  consent(at: Moment, { verified = true, toSchool = true } = {}): void {
    const on = dayOf(at)
    const signature = { by: this.counsellor, at }
    const yes = (...kinds: string[]) => Object.fromEntries(kinds.map((kind) => [kind, 'given' as const]))
    const own = yes('collection', 'sensitive', 'counselling', 'confidentiality-limits', 'survey')
    const answers = { ...own, 'third-party': toSchool ? 'given' : 'refused' } as const
    this.file = must(give(this.file, { giver: 'youth', route: 'in-person', on, answers }, on, signature))
    const young = ageOn(this.file.youth.birthDate, on) < 14
    const asked = young ? { ...yes(guardianKind, 'sensitive'), 'third-party': answers['third-party'] } : {}
    const guardians = { ...yes('guardian-participation'), ...asked }
    const sitting = { giver: 'guardian', guardian: 0, route: 'paper', on, answers: guardians } as const
    this.file = must(give(this.file, sitting, on, signature))
    const number = this.file.consents.findIndex(({ kind }) => kind === guardianKind) + 1
    if (young && verified)
      this.file = must(verify(this.file, number, { method: 'call' }, { by: this.counsellor, at: plusMinutes(at, 90) }))
  }

  interview(what: InterviewForm, at: Moment): void {
    this.file = must(interview(this.file, what, dayOf(at), { by: this.counsellor, at }))
  }

  plan(sessions: number, at: Moment): void {
    const what = { sessions, minutes: 50, kind: 'individual', mode: 'in-person', startOn: dayOf(at) }
    const dueOn = dueOf(this.file.referral)
    const signature = { by: this.counsellor, at }
    this.file = must(plan(this.file, { ...what, ...(dueOn && { dueOn }) }, settings.sessions.least, signature))
  }

  book(wish: Wish, at: Moment): Session {
    return this.keep(this.#diary.book([this.file], wish, this.sessions, { by: this.counsellor, at }))
  }

  /** Marks attendance when the session is over; a note is signed that same evening, unless it is still missing. */
  attend(session: Session, mark: Omit<Mark, 'caseNumber'>, { note = true, school = false } = {}): void {
    const at = plusMinutes(session.startAt, session.minutes)
    const signature = { by: this.counsellor, at }
    const attended = must(
      attend(
        session,
        { ...mark, caseNumber: this.file.number },
        { caseFile: this.file, diary: this.#diary.around(session.startAt, at) },
        signature,
      ),
    )
    this.keep(attended)
    if (!note || !isHeld(attended, this.file.number)) return
    const [module, summary] = noteTexts[Math.min(noteTexts.length, this.held.length) - 1] ?? ['other', '']
    const text = {
      ...{ module, summary, response: this.#chance.one(responses) },
      ...(this.#chance.happens(0.4) && { homework: this.#chance.one(homeworks) }),
      ...(school && { forSchool }),
    }
    this.file = must(sign(this.file, attended, text, { by: this.counsellor, at: plusMinutes(at, 20) }))
  }

  callOff(session: Session, at: Moment): void {
    this.keep(must(cancel(session, { code: 'excused', why: '감기로 못 온다고 전화함' }, { by: this.counsellor, at })))
  }

  move(session: Session, startAt: Moment, at: Moment): void {
    const moving = { startAt, askedBy: 'school', why: '학교 시험 기간' }
    const signature = { by: this.counsellor, at }
    this.keep(must(move(session, moving, this.#diary.around(startAt, at), [this.file], signature)))
  }

  /** Hands out a survey; answered right away, unless it is not answered yet. */
  survey(wave: Wave, at: Moment, way: Asking['way'] = 'tablet'): void {
    this.file = askedIn(this.file, { wave, at, counsellor: this.counsellor, way }, this.#leaning, this.#chance)
  }

  /** Settles what was flagged, then closes; what is open even so is named in the summary. */
  close(reason: string, at: Moment): void {
    const signature = { by: this.counsellor, at }
    for (const [index] of this.file.concerns.entries())
      this.file = must(settle(this.file, index, '보호자·학교와 함께 살펴 지금은 괜찮음을 확인', signature))
    const missing = notesMissing(this.file, this.sessions).length
    const facts = { open: openThings(this.file, this.sessions, missing), today: dayOf(at) }
    this.file = must(close(this.file, { on: dayOf(at), reason, summary: closingSummary }, facts, signature))
  }

  /** The youth's certificate; its code is the same every time, since nobody relies on one of a demonstration. */
  certify(at: Moment, chance: Chance): void {
    const code = newCheckCode(() => chance.whole(0, 31))
    const facts = { sessions: this.sessions, programme: usualProgramme, issuer: settings.centre, code }
    this.file = must(certify(this.file, { whose: 'youth' }, facts, { by: this.counsellor, at }))
  }

  codeAgain(what: SecondCodingForm, at: Moment): void {
    this.file = must(codeAgain(this.file, what, { by: 'seo', at }))
  }

  /** Keeps a session of this youth, new or changed. */
  keep(session: Session): Session {
    this.#sessions.set(session.id, session)
    return this.#diary.put(session)
  }
}
