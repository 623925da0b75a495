import { ways } from '../../src/sessions/remind-choice.ts'
import type { Here } from '../here.ts'

/** How one may be reminded, and in which language, to choose from. */
export const waysOf = ({ t }: Here): [string, string][] => ways.map((way) => [way, t.sessions.ways[way]])
export const langsOf = ({ t }: Here): [string, string][] =>
  (['ko', 'en'] as const).map((lang) => [lang, t.reminders.langs[lang]])
