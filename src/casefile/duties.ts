import type { RetentionPeriods } from '../people/person.ts'
import type { Incident, Inquiry } from '../people/registers.ts'
import { dayOf, type Moment } from '../time/days.ts'
import { queueOf } from './due.ts'
import { tellingClock } from './incident.ts'
import { inquiryStateOf } from './inquiry.ts'
import type { Row } from './row.ts'

/** What the records of the house ask of whoever looks after them. */
export interface Duties {
  /** open, and somebody has not been told yet; the most pressing first */
  incidents: Incident[]
  /** cases whose time is over */
  due: number
  /** proposals and answers that another person recorded and that wait for this one */
  proposals: number
  answers: number
  /** figures that another person proposed to release; counted where it is known what became of them */
  releases: number
}

/** `rows`: cases that are not open, as far as the reader may know of them. */
export function dutiesOf(
  me: string,
  { rows, incidents, inquiries }: { rows: Row[]; incidents: Incident[]; inquiries: Inquiry[] },
  periods: RetentionPeriods,
  now: Moment,
): Omit<Duties, 'releases'> {
  const { due } = queueOf(rows, periods, dayOf(now))
  return {
    incidents: incidents
      .filter((one) => tellingClock(one, now).running)
      .sort((a, b) => a.knownAt.localeCompare(b.knownAt)),
    due: due.length,
    proposals: due.filter(({ proposed }) => proposed && proposed.by !== me).length,
    answers: inquiries.filter((one) => inquiryStateOf(one) === 'awaiting' && one.by !== me).length,
  }
}
