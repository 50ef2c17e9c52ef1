import { Ajv, type AnySchema } from 'ajv'

const text = { type: 'string' } as const
const name = { type: 'string', minLength: 1 } as const
const whole = { type: 'integer', minimum: 0 } as const
const instant = { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$` } as const

/** `classroom50/result/v1` as its runner and its collector take it. */
const classroom50 = {
  type: 'object',
  additionalProperties: false,
  required: [
    ...['schema', 'classroom', 'assignment', 'assignment_type', 'owner', 'submission', 'commit', 'release', 'review'],
    ...['datetime', 'score', 'max-score', 'tests'],
  ],
  properties: {
    schema: { const: 'classroom50/result/v1' },
    classroom: name,
    assignment: name,
    assignment_type: { enum: ['individual', 'group', 'team'] },
    owner: name,
    submission: { type: 'string', pattern: '^submit/' },
    commit: name,
    release: name,
    review: name,
    datetime: instant,
    graded_at: instant,
    score: whole,
    'max-score': whole,
    tests: {
      type: 'array',
      // None would be a pass without a grade.
      minItems: 1,
      items: {
        type: 'object',
        required: ['test-name', 'passed', 'score', 'max-score'],
        properties: { 'test-name': name, passed: { type: 'boolean' }, score: whole, 'max-score': whole },
      },
    },
  },
} as const

const format = { enum: ['text', 'html', 'simple_format', 'md', 'ansi'] } as const
const visibility = { enum: ['hidden', 'after_due_date', 'after_published', 'visible'] } as const

/** Gradescope's results.json as its specification describes it, and no key that it does not. */
const gradescope = {
  type: 'object',
  additionalProperties: false,
  required: ['tests'],
  properties: {
    score: { type: 'number' },
    execution_time: { type: 'number', minimum: 0 },
    output: text,
    output_format: format,
    test_output_format: format,
    test_name_format: format,
    visibility,
    stdout_visibility: visibility,
    extra_data: { type: 'object' },
    leaderboard: { type: 'array' },
    tests: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: {
          score: { type: 'number' },
          max_score: { type: 'number', minimum: 0 },
          status: { enum: ['passed', 'failed'] },
          name: text,
          name_format: format,
          number: text,
          output: text,
          output_format: format,
          tags: { type: 'array', items: text },
          visibility,
          extra_data: { type: 'object' },
        },
      },
    },
  },
} as const

/** The reporter of the classic actions reads these; a score that is no number would make the whole sum none. */
const classroom = {
  type: 'object',
  required: ['version', 'status', 'max_score', 'tests'],
  properties: {
    version: whole,
    status: { enum: ['pass', 'fail', 'error'] },
    max_score: whole,
    tests: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'status', 'score', 'line_no'],
        properties: { name, status: { enum: ['pass', 'fail', 'error'] }, score: whole, line_no: { const: 0 } },
      },
    },
  },
} as const

const ajv = new Ajv({ allErrors: true })
const compiled = {
  classroom50: ajv.compile(classroom50 as AnySchema),
  gradescope: ajv.compile(gradescope as AnySchema),
  classroom: ajv.compile(classroom as AnySchema),
}

/** What a consumer's schema has to say against a value; empty when it takes it. */
export function objections(consumer: keyof typeof compiled, value: unknown): string[] {
  const validate = compiled[consumer]
  if (validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}
