import { raise } from '../../src/casefile/concern.ts'
import type { Alarm } from '../../src/people/registers.ts'
import { done } from '../../src/result.ts'
import type { Store } from '../../src/store/store.ts'
import type { Moment } from '../../src/time/days.ts'
import { tellOfHelp } from '../../src/web/alarms.ts'

/* A youth answers a safety question so that somebody must look, without the survey around it. */

export const anAlarm = (changes: Partial<Alarm> = {}): Alarm => ({
  ...{ id: 'alarm-1', caseNumber: '2026-0001', surveyId: 'intake-1', to: ['han', 'seo'] },
  ...{ at: '2026-11-22T01:00:00.000Z', lookBy: '2026-11-22T01:30:00.000Z', ...changes },
})

/** Raises a concern from a survey and tells of it in one change, as answering does. */
export async function helpNeeded(
  { store, clock }: { store: Store; clock: { now(): Moment } },
  { number = '2026-0001', surveyId = 'intake-1', code = 'self-harm' } = {},
): Promise<void> {
  const result = await store.change(async (view) => {
    const caseFile = await view.caseFile(number)
    const at = clock.now()
    const flags = [{ code, severity: 'urgent' as const, surveyId }]
    const raised = caseFile && raise(caseFile, flags, 'survey', { by: 'youth', at })
    if (!raised?.ok) throw new Error('nothing was raised')
    view.saveCase(raised.value)
    return done(await tellOfHelp(view, raised.value, surveyId, at))
  })
  if (!result.ok) throw new Error('nothing was told')
}

/** The alarms that a store holds, in the order in which they came. */
export const alarmsIn = (store: Store): Promise<Alarm[]> => store.entries('alarms')
