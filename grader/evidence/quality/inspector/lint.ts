import { Linter } from 'eslint/universal'
import tseslint from 'typescript-eslint'
import type { Remark, Text } from './said.ts'

const linter = new Linter()

/**
 * What is worth a remark to somebody who learns: names that nothing uses or that hide another, comparisons that convert,
 * code that does nothing or is never reached, doors out of the types, functions that nobody can follow. Nothing about
 * looks, and nothing about names.
 */
const rules: Linter.RulesRecord = {
  '@typescript-eslint/no-unused-vars': [
    'warn',
    {
      args: 'none',
      caughtErrors: 'none',
      varsIgnorePattern: '^_',
      destructuredArrayIgnorePattern: '^_',
      ignoreRestSiblings: true,
    },
  ],
  '@typescript-eslint/no-shadow': ['warn', { builtinGlobals: false, hoist: 'functions', ignoreTypeValueShadow: true }],
  '@typescript-eslint/no-explicit-any': 'warn',
  '@typescript-eslint/ban-ts-comment': [
    'warn',
    { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': true, 'ts-check': false },
  ],
  '@typescript-eslint/no-unused-expressions': ['warn', { allowShortCircuit: true, allowTernary: true }],
  complexity: ['warn', 20],
  eqeqeq: ['warn', 'always', { null: 'ignore' }],
  'max-depth': ['warn', 5],
  'max-lines-per-function': ['warn', { max: 120, skipBlankLines: true, skipComments: true }],
  'no-cond-assign': 'warn',
  'no-constant-condition': ['warn', { checkLoops: 'allExceptWhileTrue' }],
  'no-debugger': 'warn',
  'no-dupe-else-if': 'warn',
  'no-duplicate-case': 'warn',
  'no-empty': 'warn',
  'no-fallthrough': 'warn',
  'no-loss-of-precision': 'warn',
  'no-self-assign': 'warn',
  'no-self-compare': 'warn',
  'no-sparse-arrays': 'warn',
  'no-unreachable': 'warn',
  'no-unsafe-finally': 'warn',
  'no-useless-catch': 'warn',
  'no-var': 'warn',
  'prefer-const': ['warn', { destructuring: 'all' }],
  'use-isnan': 'warn',
  'valid-typeof': 'warn',
}

/** What the linter has to say of a file. Nothing that stands in the file configures it. */
export function lint({ path, text }: Text): readonly Remark[] {
  const found = linter.verify(
    text,
    {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser, ecmaVersion: 2023, sourceType: 'module' },
      plugins: { '@typescript-eslint': tseslint.plugin },
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
      rules,
    },
    { filename: path, allowInlineConfig: false },
  )
  // A text that does not parse is the compiler's to name.
  return found.flatMap(({ line, ruleId, message, fatal }) =>
    fatal === true || ruleId === null ? [] : [{ line, rule: ruleId.replace(/^.*\//, ''), text: message }],
  )
}
