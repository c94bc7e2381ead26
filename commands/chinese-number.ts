// Numbers as people write them: 12, １２, 十二, 第十二项.

const digits = '零一二三四五六七八九'

/** @returns undefined where the words are no whole number from 0 to 9999 */
export function numberIn(words: string): number | undefined {
  const bare = words.normalize('NFKC').trim().replace(/^第/, '').replace(/[项条号个]$/, '')
  if (/^\d{1,4}$/.test(bare)) return Number(bare)
  const parts = /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(bare)
  if (parts === null || bare === '') return undefined
  const [, hundreds, tens, ten, ones] = parts
  const value = (digit: string | undefined): number => (digit === undefined ? 0 : digits.indexOf(digit))
  return value(hundreds) * 100 + (ten === undefined ? 0 : tens === undefined ? 10 : value(tens) * 10) + value(ones)
}
