// What a receiver says of what was handed in to them, by the duty's name: 已收到 周期5, 退回报送 周期5 缺附表, 周期5 退回 缺附表.
import { saidPlain } from './said-plain.ts'

/** `words`, as they were written: of what came who said so and how, of what goes back why. */
export type SaidSubmission = { kind: 'received' | 'sent-back'; duty: string; words: string }

const duty = '((?:[pP]\\d{1,6}[—\\-#])?(?:周期|c)\\d{1,6}(?:\\/\\d{4}[A-Z0-9—-]{0,3}\\/\\d{1,3})?)(?:的(?:材料|报送))?'
/** 周期5 退回缺附表: what is lacking needs no sign before it. */
const behind = '(?:(?:[ ,:]{1,3}|(?=[缺少没无未请需差补]))(.{1,3000}))?$'
const deedFirst = new RegExp(`^(已收到|(?:退回|驳回)(?:报送)?)[ ,:]{0,2}${duty}${behind}`, 's')
/** 周期5 已收到 may be of the letter that asks for it, and says nothing of what was handed in. */
const dutyFirst = new RegExp(`^${duty}[ ,:]{0,3}(?:退回|驳回)(?:报送)?${behind}`, 's')

/** Undefined where nothing of that is said. */
export function saidSubmission(words: string): SaidSubmission | undefined {
  const plain = saidPlain(words).trim()
  const asWritten = (what = ''): string => (what === '' ? '' : words.trim().slice(-what.length))
  const [, deed, of, why] = deedFirst.exec(plain) ?? []
  if (of !== undefined) return { kind: deed === '已收到' ? 'received' : 'sent-back', duty: of.replaceAll('—', '-'), words: asWritten(why) }
  const [, back, reason] = dutyFirst.exec(plain) ?? []
  return back === undefined ? undefined : { kind: 'sent-back', duty: back.replaceAll('—', '-'), words: asWritten(reason) }
}
