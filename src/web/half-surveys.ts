import type { CaseFile } from '../casefile/casefile.ts'
import { maySurvey } from '../intake/issue-survey.ts'
import type { View } from '../store/store.ts'

/** Takes half answers away, in the change by which a youth, or a guardian for a child, took back that they are asked. */
export async function dropUnwanted(view: View, caseFile: CaseFile): Promise<void> {
  if (maySurvey(caseFile)) return
  for (const { id, kind } of await view.drafts(caseFile.number)) if (kind === 'survey') view.removeDraft(id)
}
