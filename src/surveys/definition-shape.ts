import type { ValidateFunction } from 'ajv/dist/2020.js'
import { checkerOf } from './checker.ts'
import type { Definition } from './definition.ts'

/*
 * The part of SurveyJS that we use, as a list of what is allowed: whatever is not named here (html, navigateToUrl,
 * triggers, calculated values, validators, files, other question types) cannot be published. What the words may be, and
 * how the parts hang together, is looked at after that.
 */

/** Both languages. */
const wording = {
  type: 'object',
  required: ['default', 'en'],
  additionalProperties: false,
  properties: Object.fromEntries(['default', 'en'].map((lang) => [lang, { type: 'string', maxLength: 1200 }])),
}
const name = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' }
const number = { type: 'integer', minimum: 0, maximum: 10 }
const choices = (most: number, value: object = name, more: object = {}) => ({
  type: 'array',
  minItems: 2,
  maxItems: most,
  items: {
    type: 'object',
    required: ['value', 'text'],
    additionalProperties: false,
    properties: { value, text: wording, ...more },
  },
})

const question = (type: string, properties: object = {}, required: string[] = []) => ({
  type: 'object',
  required: ['type', 'name', 'title', ...required],
  additionalProperties: false,
  properties: {
    type: { const: type },
    name,
    title: wording,
    isRequired: { type: 'boolean' },
    /** one comparison with one fixed answer, no more */
    visibleIf: {
      type: 'string',
      maxLength: 120,
      pattern: "^\\{[a-z][a-z0-9-]*\\} (=|<>|contains|notcontains) '[a-z0-9-]+'$",
    },
    ...properties,
  },
})

const elements = {
  type: 'array',
  minItems: 1,
  maxItems: 6,
  items: {
    type: 'object',
    required: ['type'],
    discriminator: { propertyName: 'type' },
    oneOf: [
      question('radiogroup', {
        choices: choices(20),
        choicesFromQuestion: name,
        choicesFromQuestionMode: { const: 'selected' },
        safety: {
          type: 'object',
          required: ['code', 'answers'],
          additionalProperties: false,
          properties: { code: name, answers: { type: 'array', minItems: 1, maxItems: 10, items: name } },
        },
      }),
      question('checkbox', { choices: choices(20, name, { isExclusive: { const: true } }) }, ['choices']),
      question('rating', { rateMin: number, rateMax: number }, ['rateMin', 'rateMax']),
      question(
        'matrix',
        {
          columns: choices(7, { anyOf: [name, number] }),
          rows: choices(8),
          eachRowRequired: { type: 'boolean' },
          scale: { type: 'string', pattern: '^[A-Z]{2,8}$' },
          reversed: { type: 'array', maxItems: 8, items: name },
          key: { type: 'object', propertyNames: name, additionalProperties: name, maxProperties: 8 },
        },
        ['columns', 'rows'],
      ),
      question('boolean'),
      question('comment', { maxLength: { type: 'integer', minimum: 1, maximum: 2000 } }, ['maxLength']),
      question('text', { maxLength: { type: 'integer', minimum: 1, maximum: 200 } }, ['maxLength']),
    ],
  },
}

let made: ValidateFunction<Definition> | undefined
/** Tells every place where a definition is of another shape; how many there can be is bounded by its length. */
export const definitionShape = (): ValidateFunction<Definition> =>
  (made ??= checkerOf({
    discriminator: true,
    allowUnionTypes: true,
    allErrors: true,
    verbose: true,
  }).compile<Definition>({
    type: 'object',
    required: ['locale', 'clearInvisibleValues', 'pages'],
    additionalProperties: false,
    properties: {
      locale: { const: 'ko' },
      clearInvisibleValues: { const: 'onComplete' },
      showTitle: { const: false },
      showQuestionNumbers: { const: 'off' },
      showProgressBar: { const: true },
      progressBarType: { const: 'pages' },
      checkErrorsMode: { const: 'onNextPage' },
      completeText: wording,
      pages: {
        type: 'array',
        minItems: 1,
        maxItems: 30,
        items: {
          type: 'object',
          required: ['name', 'title', 'elements'],
          additionalProperties: false,
          properties: { name, title: wording, description: wording, elements },
        },
      },
    },
  }))
