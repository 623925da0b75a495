import type { Finding } from './sources.ts'

/*
 * A title, an address or a file name stands in histories, on shared screens, in mails and in downloads. None says what
 * the programme is about, and none names a person. Words of the codebook stand on pages, never there.
 */
const telling =
  /sex|offen[cds]|perpetrat|criminal|crime|victim|abuse|harass|porn|deep-?fake|grooming|molest|성범죄|성폭력|성희롱|성착취|가해|피해|불법|촬영|유포|음란|딥페이크|범죄|n번방/i

export const tellingNames = (names: string[]): Finding[] => names.filter((name) => telling.test(name))

/** A page's title that tells, or names one of these people. */
export function tellingTitle(title: string, people: string[]): Finding[] {
  const named = people.filter((name) => name !== '' && title.includes(name))
  return [...tellingNames([title]), ...named.map((name) => `“${title}” names ${name}`)]
}
