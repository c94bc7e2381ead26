// 每年, 每季度, 每3年, 按月: how often something comes back.
import { numberOf } from './folded-text.ts'
import type { Every, Span } from './reading.ts'

/** A cadence in folded text: `from`/`to` of its words. `undefined` every: a beat the ledger has no word for (每两周). */
export type Cadence = Span & { every: Every }

const beat = /每(?:隔|满)?(?:(\d{1,2}|[一二两三四五六七八九十])个?|个)?(学年|学期|年度|半年|季度|年|季|月|周|星期)(?!级|龄|代|限|薪|报(?!送|告))/g
const phrase = /(?:实行|按|坚持)(周|月|季度|季|半年|年)(?=度?(?:调度|通报|报送|报告|汇报|督查|督导|分析|研判|考核|评估|更新|公布|上报|会商|召开|组织|开展|向[^,。;]{1,12}?(?:公开|公布|报送|报告)))/g
const pace = /(?<=[,、。;:(“])(周|月|季度?|半年|年)(?=(?:调度|通报|会商|督查|研判|盘点|例会|点评|总结|晾晒)(?:[、,。;”)制]|机制|会))/g
const one = /(?<![\d一二三四五六七八九十两几])(半年|[一二两三四五]年|季度|一季|一月|一周|\d{1,2}年)(?=至?少?(?:开展|召开|组织|调度)?(?:[一二两三四]|\d{1,2})(?:次|评|考|调度|通报|报告|督查))/g
/** A ration of one person, house or firm is no duty. */
const ration = /(?:每人|人均|每生|生均|每户|户均|每亩|亩均|(?:单家|每家|每个|单个|每名|每位)[^,。;、]{0,8})$/
const ceiling = /^(?:最高|不超过|不高于|至多|最多|仅|只(?!少))/
const allowance = /^(?:不低于|不少于|按|补助|补贴|增加|再增加|发放|给予|奖励)?\d[\d.]*元/

/** The cadences of a folded sentence, in order. */
export function cadencesIn(plain: string): Cadence[] {
  const found: Cadence[] = []
  for (const match of plain.matchAll(beat)) {
    const every = everyOf(match[1], match[2] ?? '')
    const before = plain.slice(Math.max(0, match.index - 14), match.index)
    const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 20)
    if (every && !ration.test(before) && !ceiling.test(after) && !allowance.test(after)) found.push({ from: match.index, to: match.index + match[0].length, every })
  }
  for (const form of [phrase, pace, one]) {
    for (const match of plain.matchAll(form)) {
      const words = match[1] ?? ''
      const counted = /^(\d{1,2}|[一二两三四五])(年|季|月|周)$/.exec(words)
      const every = counted ? everyOf(counted[1], counted[2] ?? '') : everyOf(undefined, words)
      if (every) found.push({ from: match.index, to: match.index + match[0].length, every })
    }
  }
  found.sort((a, b) => a.from - b.from)
  return found.filter((cadence, at) => at === 0 || cadence.from >= (found[at - 1]?.to ?? 0))
}

function everyOf(count: string | undefined, period: string): Every | undefined {
  const times = count === undefined ? 1 : (numberOf(count) ?? 1)
  switch (period) {
    case '周': case '星期':
      return times === 1 ? 'week' : undefined
    case '月':
      return times === 1 ? 'month' : times === 2 ? '2 months' : times === 3 ? 'quarter' : times === 6 ? 'half-year' : times === 12 ? 'year' : undefined
    case '季': case '季度':
      return times === 1 ? 'quarter' : times === 2 ? 'half-year' : times === 4 ? 'year' : undefined
    case '半年': case '学期':
      return 'half-year'
    case '年': case '年度': case '学年':
      return times === 1 ? 'year' : `${times} years`
    default:
      return undefined
  }
}

/** How many times a period: 至少召开2次, 1次以上, 两次. undefined where the words give no number of times. */
export function timesIn(words: string): number | undefined {
  const match = /(\d{1,3}|[一二两三四五六七八九十]{1,2})(?:至\d{1,2}|—\d{1,2})?次/.exec(words)
  return match?.[1] === undefined ? undefined : numberOf(match[1])
}

/** A sentence longer than this is cut: no one writes it, and the cost of each duty grows with its sentence. */
const longestSentence = 500

/** The sentences of a folded text, with their offsets. */
export function sentencesIn(plain: string): Span[] {
  const sentences: Span[] = []
  const add = (from: number, to: number): void => {
    for (let at = from; at < to; at += longestSentence) sentences.push({ from: at, to: Math.min(to, at + longestSentence) })
  }
  let from = 0
  for (const stop of plain.matchAll(/[。;!?\n]/g)) {
    add(from, stop.index)
    from = stop.index + 1
  }
  add(from, plain.length)
  return sentences
}
