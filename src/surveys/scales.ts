import { readFileSync } from 'node:fs'
import { ownFile } from '../own-file.ts'

/** What the rows of a matrix measure together. */
export interface Scale {
  ko: string
  en: string
  /** how much the youth agrees, or how much of it is right */
  kind: 'agreement' | 'knowledge'
  /** which way is the one hoped for */
  better: 'higher' | 'lower'
  /** least and most that a score can be */
  from: number
  to: number
  items: string[]
  reversed: string[]
  /** whether change on it is an outcome of counselling; distress is not */
  outcome: boolean
  /** null while nobody has measured them: then no change can be called reliable */
  reliability: number | null
  sd: number | null
  source: string
}

export const scales: Record<string, Scale> = JSON.parse(readFileSync(ownFile('surveys/scales.json'), 'utf8'))
