/** Words that a new password is held against. Looked up in small letters. */
export interface WordList {
  has(word: string): boolean
  /** letters of its longest word */
  longest: number
}

/** Typed in Korea as often as `password` elsewhere; those in Latin letters are Korean words on an English keyboard. */
const korean = [
  ...['비밀번호', '패스워드', '암호', '관리자', '사랑해', '사랑해요', '사랑합니다', '안녕하세요', '감사합니다'],
  ...['대한민국', '행복하세요', '화이팅', '우리가족', '선생님', '상담원', '상담센터', '중학교', '고등학교'],
  ...['qlalfqjsgh', 'votmdnjem', 'dkagh', 'tkfkdgo', 'tkfkdgody', 'tkfkdgkqslek', 'dkssudgktpdy', 'rkatkgkqslek'],
  ...['eogksalsrnr', 'godqhrgktpdy', 'ghkdlxld', 'dnflrkwhr', 'tjstodsla', 'tkdekadnjs', 'wndgkrry', 'rhemdgkrry'],
  ...['1004', '8282', '7942', '486', '5959', '2848', '1212', '0070', '18181818'],
]
/** Shorter words would be found in everything. */
const shortest = 4

let read: Promise<WordList> | undefined

/** The list, some 49,000 words; read when it is first needed, then kept. */
export function commonPasswords(): Promise<WordList> {
  read ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => {
    const words = dictionary['passwords-common'].filter((word) => word.length >= shortest)
    const set = new Set([...words.map((word) => word.toLowerCase()), ...korean])
    return { has: (word) => set.has(word), longest: Math.max(...[...set].map((word) => [...word].length)) }
  })
  return read
}
