import type { Edition } from '../../src/people/registers.ts'
import type { Definition } from '../../src/surveys/definition.ts'
import { addEdition } from '../../src/surveys/edition.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import type { Moment } from '../../src/time/days.ts'
import { must } from './diary.ts'

const before = ['휴대전화를 그만', 'put my phone away'] as const
const after = ['휴대전화나 컴퓨터를 그만', 'put my phone or computer away'] as const

/** One sentence reworded, as a draft that the lead has yet to publish. */
export function draftEdition(at: Moment): Edition {
  const newest = newestOf(shipped, 'intake')
  const text = JSON.stringify(newest?.definition)
  if (!before.every((words) => text.includes(words)))
    throw new Error('the sentence that the draft rewords is not there')
  const definition: Definition = JSON.parse(text.replace(before[0], after[0]).replace(before[1], after[1]))
  return must(addEdition({ survey: 'intake', definition }, { editions: [], shelf: shipped }, { by: 'seo', at }))
}
