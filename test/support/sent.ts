import type { Control } from './labels.ts'

/** What a browser sends of a form: every named control that is not a button, not disabled and not unticked. */
export function fieldsOf(form: Control): URLSearchParams {
  const fields = new URLSearchParams()
  for (const one of form.querySelectorAll('input, select, textarea')) {
    const { name, type, value, checked, disabled } = one as unknown as Control
    if (!name || disabled || one.closest('fieldset[disabled]') || ['submit', 'button', 'image'].includes(type)) continue
    if ((type === 'radio' || type === 'checkbox') && !checked) continue
    // a browser sends line ends as CR LF
    fields.append(name, one.matches('textarea') ? value.replace(/\r?\n/g, '\r\n') : value)
  }
  return fields
}

/** Keeps the cookies that an answer sets, and drops those that it takes back. */
export function keepCookies(cookies: Map<string, string>, headers: Headers): void {
  for (const set of headers.getSetCookie()) {
    const [pair = '', ...rules] = set.split('; ')
    const [name = '', value = ''] = pair.split('=')
    if (value === '' || rules.some((rule) => /^max-age=0$/i.test(rule))) cookies.delete(name)
    else cookies.set(name, value)
  }
}
