import { lists } from '../../src/codebook/codebook.ts'

/*
 * What must not be read on a telephone that somebody else looks at: what happened, to whom, and who decided on it.
 */
const english = [
  ...['sex', 'offen', 'perpetrat', 'crim', 'victim', 'abus', 'harass', 'porn', 'deepfake', 'deep-fake', 'groom'],
  ...[
    'molest',
    'assault',
    'violen',
    'illegal',
    'unlawful',
    'camera',
    'police',
    'prosecut',
    'court',
    'judge',
    'juvenile',
  ],
  ...['indict', 'delinquen', 'punish', 'disciplin', 'sanction', 'probation', 'diversion', 'guilt', 'convict', 'threat'],
]
const korean = [
  ...[
    '성범죄',
    '성폭력',
    '성희롱',
    '성착취',
    '성적',
    '성인지',
    '성교육',
    '가해',
    '피해',
    '불법',
    '촬영',
    '유포',
    '음란',
  ],
  ...['딥페이크', '합성물', '범죄', '범행', '범인', 'n번방', '폭력', '협박', '스토킹', '몰카', '경찰', '검찰', '검사'],
  ...[
    '기소',
    '법원',
    '재판',
    '판사',
    '소년부',
    '소년법',
    '보호관찰',
    '처분',
    '처벌',
    '징계',
    '비행',
    '수강명령',
    '특별교육',
  ],
  ...['심의위원회', '선도', '위반', '고소', '고발', '반성'],
]

/** Words of the codebook that say what happened. Words that say nothing by themselves (other, unknown) are left out. */
const coded = (
  ['perpetrationType', 'channel', 'relationToVictim', 'referralBasis', 'schoolMeasure', 'concern'] as const
)
  .flatMap((list) => lists[list].codes.filter(({ number }) => number < 90).flatMap(({ ko, en }) => [ko, en]))
  .filter((words) => words.length > 3)

/** Every such word in what stands on a page. */
export const tellingWordsIn = (text: string): string[] => {
  const small = text.toLowerCase()
  return [...english, ...korean, ...coded].filter((word) => small.includes(word.toLowerCase()))
}
