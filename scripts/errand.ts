import { RecoveryKeySlip } from '../src/store/recovery-key.ts'
import { StoreRefusal } from '../src/store/refusal.ts'
import { NotServed } from '../src/ways.ts'

/** Runs an errand to its end. What is refused ends with its sentence and code 75, as a server that does not start. */
export async function runErrand(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (failure) {
    if (![NotServed, StoreRefusal, RecoveryKeySlip].some((kind) => failure instanceof kind)) throw failure
    console.error((failure as Error).message)
    process.exitCode = 75
  }
}
