import type { CaseFile } from '../casefile/casefile.ts'
import { isHidden } from '../casefile/session.ts'
import type { Result } from '../result.ts'
import { type Giving, type Reassigned, reassign } from '../sessions/reassign.ts'
import { casesOf } from '../sessions/slot.ts'
import type { View } from '../store/store.ts'
import { diaryOver } from './diary.ts'
import { signatureOf } from './pages.ts'
import { hiddenFrom } from './people.ts'
import type { Ask } from './site.ts'

/**
 * Gives cases to another counsellor, with the sessions that go along: saved whole, or nothing of it. A group in which
 * somebody sits whose case is kept from the asker stays where it is, without a word.
 */
export async function giveAway(c: Ask, view: View, caseFiles: CaseFile[], giving: Giving): Promise<Result<Reassigned>> {
  const by = signatureOf(c)
  const all = (await Promise.all(caseFiles.map(({ number }) => view.sessionsOf(number)))).flat()
  const hidden = await hiddenFrom(view, c.var.person.id)
  const sessions = [...new Map(all.map((one) => [one.id, one])).values()].filter(
    (one) => one.startAt > by.at && !isHidden(one, hidden),
  )
  const others = await Promise.all([...new Set(sessions.flatMap(casesOf))].map((number) => view.caseFile(number)))
  const attending = others.filter((file) => file !== undefined)
  const given = reassign(caseFiles, giving, { sessions, attending, diary: await diaryOver(c, view, sessions) }, by)
  if (!given.ok) return given
  for (const caseFile of given.value.caseFiles) view.saveCase(caseFile)
  for (const session of given.value.sessions) view.saveSession(session)
  return given
}
