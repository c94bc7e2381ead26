// Writes src/queries/pinyin-table.ts: how every common character may be read, for finding 县教育局 by jyj. npm run pinyin
import { writeFileSync } from 'node:fs'
import { polyphonic } from 'pinyin-pro'

const first = 0x4e00
const last = 0x9fff

/** Every reading of a character, without tones; ü is typed as v. */
export const readingsOf = (character: string): string[] =>
  [...new Set((polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? []).map((reading) => reading.replaceAll('ü', 'v').normalize('NFD').replace(/\p{M}/gu, '')))].filter((reading) => /^[a-z]{1,6}$/.test(reading))

/** Syllable by syllable, those of a letter in one line: `a:啊阿 ai:爱哀`. */
export function pinyinTable(): string {
  const bySyllable = new Map<string, string>()
  for (let code = first; code <= last; code += 1) {
    const character = String.fromCodePoint(code)
    for (const reading of readingsOf(character)) bySyllable.set(reading, `${bySyllable.get(reading) ?? ''}${character}`)
  }
  const syllables = [...bySyllable.keys()].toSorted()
  const lines = [...new Set(syllables.map((syllable) => syllable.charAt(0)))].map((letter) => `  '${syllables.filter((each) => each.startsWith(letter)).map((each) => `${each}:${bySyllable.get(each) ?? ''}`).join(' ')}',`)
  return ['// Written by scripts/pinyin.ts from pinyin-pro (MIT): how the characters from U+4E00 to U+9FFF may be read, each in as many syllables as it has.', '', 'export const pinyinTable = [', ...lines, `].join(' ')`, ''].join('\n')
}

if (process.argv[1]?.endsWith('pinyin.ts') === true) writeFileSync(new URL('../src/queries/pinyin-table.ts', import.meta.url), pinyinTable())
