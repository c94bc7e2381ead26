// What is typed after 轮次: 开 7月10日 红黄灯; 开 每月 第5个工作日 5天 全部; 看 n1; 重开 n1 县教育局 7月15日.
import { isRoundName } from './round-argument.ts'
import { own } from './own-word.ts'
import { planNumberIn } from './plan-number.ts'
import { splitAtDay } from './typed-day.ts'

const acts: Readonly<Record<string, string>> = {
  开: 'open', 开启: 'open', 新开: 'open', open: 'open', 看: 'show', 查看: 'show', show: 'show',
  催: 'chase', 催未报: 'chase', 催办: 'chase', chase: 'chase', 关: 'close', 关闭: 'close', close: 'close',
  恢复: 'resume', 取消关闭: 'resume', resume: 'resume',
  停: 'end', 停止: 'end', end: 'end', 结束: 'close', 延: 'move', 延到: 'move', 延期: 'move', 延长: 'move', 改到: 'move', 延期到: 'move', 延长到: 'move', 延至: 'move', 推迟到: 'move', 重开: 'reopen', reopen: 'reopen', 发布: 'publish', 通报: 'publish', publish: 'publish',
}
const rhythms: Readonly<Record<string, string>> = { 每月: 'month', 月报: 'month', monthly: 'month', 每季度: 'quarter', 每季: 'quarter', 季报: 'quarter', quarterly: 'quarter' }

/** 关闭轮次: what is done with a round, in one word. */
export const roundWords: readonly string[] = [...Object.keys(acts).filter((word) => /^\p{Script=Han}/u.test(word)).filter((word) => acts[word] !== 'move').flatMap((word) => [`${word}轮次`, `${word}报送轮次`]), '取消关闭', '重开']

const actOf = (word: string): string | undefined => own(acts, word.toLowerCase().replace(/(?:报送)?轮次$/, ''))

/** The act may stand behind the round: n1 关闭. */
function actFirst(words: readonly string[]): readonly string[] {
  const at = [1, words.length - 1].find((index) => index > 0 && actOf(words[index] ?? '') !== undefined)
  return at === undefined || actOf(words[0] ?? '') !== undefined ? words : [words[at] ?? '', ...words.filter((_, index) => index !== at)]
}

/** 延到7月15日: the day behind its word. */
const apart = (words: readonly string[]): string[] => words.flatMap((word) => ((glued) => (glued === null ? [word] : [glued[1] ?? '', glued[2] ?? '']))(/^(延到|延期到|延长到|改到|延至|推迟到)(\d.{1,20})$/.exec(word)))

export function typedRound(written: readonly string[]): Record<string, unknown> {
  const words = actFirst(apart(written))
  const [first, ...rest] = words
  if (first === undefined) return {}
  if (isRoundName(first)) return { act: 'show', round: first }
  const act = actOf(first)
  if (act === 'open') return opening(rest)
  const page = /^第?(\d{1,3})页$/.exec(first)?.[1]
  if (act === undefined) return page === undefined ? { act: 'show', round: words.join(' ') } : { page }
  const at = rest.findIndex(isRoundName)
  if (at < 0 && act === 'move') return { act, round: splitAtDay(rest).before.join(' ') }
  if (at < 0 && act !== 'reopen') return { act, round: rest.join(' ') }
  const round = at < 0 ? rest[0] : rest[at]
  const { before, day, after } = splitAtDay(rest.filter((word) => word !== round))
  const unit = [...before, ...after].join('')
  return { act, round: round ?? '', ...(act !== 'reopen' || unit === '' ? {} : { unit }), ...(day === undefined ? {} : { until: day }) }
}

/** A question is the rest of the line, after 问：. */
function opening(words: readonly string[]): Record<string, unknown> {
  const line = words.join(' ')
  const [, said = line, asked] = /^(.*?)(?:^|\s)(?:问|ask)[:：](.*)$/u.exec(line) ?? []
  const { before, day, after } = splitAtDay(said.split(' ').filter((word) => word !== ''))
  const args: Record<string, unknown> = { act: 'open', ...(day === undefined ? {} : { until: day }), ...(asked === undefined ? {} : { question: asked.trim() }) }
  const which: string[] = []
  for (const word of [...before, ...after]) {
    const every = own(rhythms, word.toLowerCase())
    const nth = /^第(\d{1,2})个?工作日$/.exec(word)?.[1]
    const days = /^(\d{1,2})(?:个工作日|天)$/.exec(word)?.[1]
    const plan = planNumberIn(word)
    if (plan !== undefined) args['plan'] = plan
    else if (every !== undefined) args['every'] = every
    else if (nth !== undefined) args['nth'] = nth
    else if (days !== undefined) args['days'] = days
    else which.push(word)
  }
  return which.length === 0 ? args : { ...args, which: which.join(' ') }
}
