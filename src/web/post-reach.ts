/** What goes wrong before anything was said: no such host, nobody there, or a seal that does not hold. */
const early = ['EDNS', 'ETLS', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']
const late = ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT']

/** Whether these codes of an error say that the other side was never reached. A broken connection does not. */
export const neverReached = (...codes: (string | undefined)[]): boolean =>
  codes.some((code = '') => early.includes(code) || late.includes(code) || /CERT|VERIFY|WRONG_VERSION/.test(code))
