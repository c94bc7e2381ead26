import { defineConfig } from 'eslint/config'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

const pureRooms = ['reader', 'ledger', 'directory', 'calendar', 'reminders', 'meetings', 'queries', 'checker'].map((room) => `src/${room}/**/*.ts`)
const clockOrChance = 'A pure room takes the day as an argument.'

export default defineConfig(
  { ignores: ['node_modules/', '.duban/', 'coverage/', 'docs/', 'test/**/golden/'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['scripts/*.mjs', 'src/documents/*.mjs'] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A room's answer type often has one member today and two tomorrow; the switch over it is the point.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
    },
  },
  {
    files: [...pureRooms, 'templates/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'process', message: clockOrChance }, { name: 'fetch', message: 'Effects live at the edge.' }],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: clockOrChance }, { object: 'Math', property: 'random', message: clockOrChance }],
      'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.name="Date"]', message: clockOrChance }, { selector: 'FunctionDeclaration[async=true], ArrowFunctionExpression[async=true], FunctionExpression[async=true]', message: 'A pure room does not wait.' }],
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'Effects live at the edge.' }, { group: ['@slack/*'], message: '@slack/* is imported in src/slack only.' }] }],
    },
  },
  {
    // What is read may be megabytes, and hostile: no expression may look at it over and over.
    files: ['src/**/*.ts', 'commands/**/*.ts', 'templates/**/*.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }], 'regexp/no-super-linear-move': ['error', { report: 'potential' }] },
  },
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
)
