import type { Facts } from '../casefile/facts.ts'
import type { Read } from './youths.ts'

/* What is read of each youth in more than one place. */

export const isAccepted: Read<boolean> = ({ accepted }) => accepted
export const referredOnOf: Read<Facts['referredOn']> = ({ referredOn }) => referredOn
export const schoolLevelOf: Read<string> = ({ schoolLevel }) => schoolLevel
export const basisOf: Read<string> = ({ basis }) => basis
export const motiveOf: Read<string | undefined> = ({ motive }) => motive
/** sessions of their own that took place */
export const heldOwnOf: Read<number> = ({ heldOwn }) => heldOwn
