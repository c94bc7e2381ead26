// 每年, 每季度, 每3年, 按月: how often something comes back.
import { numberOf } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import type { Every, Span } from './reading.ts'

/** A cadence in folded text: `from`/`to` of its words. `school`: counted by 学年 and 学期. `perPeriod`: how many of the duty one time is (每旬 is three a month). */
export type Cadence = Span & { every: Every; perPeriod: number; school?: true }
/** A rhythm that has no word here (每两周, 每日, 逐年), or that says no rhythm at all (定期调度): how often has to be asked. `to` is behind what is done. */
export type UnclearBeat = Span & { why: 'no-such-period' | 'no-number' }

const beat = /每(?:隔|满)?(?:(\d{1,2}|[一二两三四五六七八九十])个?|个)?(学年|学期|年度|半年|季度|半个?月|年|季|月|旬|周|星期)(?!级|龄|代|限|薪|报(?!送|告))/g
const deeds = '(?:调度|通报|报送|报告|汇报|督查|督导|督办|分析|研判|考核|评估|评比|评议|讲评|点评|更新|公布|公示|上报|会商|会诊|例会|盘点|总结|小结|晾晒|排名|亮灯|检查|巡查|推进|跟踪|观摩|体检|测评|述职|抽查|抽检|核查|复查|监测)'
const phrase = new RegExp(`(?:实行|按|坚持|逐|建立|执行|落实|推行|健全|完善|采取)(周|旬|月|季度|季|半年|年(?!代|限|龄|份|度计划))(?=度?(?:${deeds}|核拨|拨付|发放|结算|编印|召开|组织|开展|向[^,。;]{1,12}?(?:公开|公布|报送|报告)))`, 'g')
const pace = new RegExp(`(?<=^|[,、。;:(“])(周|旬|月|季度?|半年|年)(?=度?${deeds}(?:[、,。;”)制]|机制|工作|会|$))`, 'g')
const one = new RegExp(`(?<![\\d一二三四五六七八九十两几])(半年|[一二两三四五]年|季度|一季|[一两]月|一旬|一周|\\d{1,2}年)(?=至?少?(?:开展|召开|组织|调度)?(?:[一二两三四]|\\d{1,2})(?:次(?!性)|评(?!估价)|考(?!虑)|${deeds}))`, 'g')
const periods = /[周旬月季年]/
/** Rhythms without 每, each with a cheap sign of it: the forms themselves are slow where they find nothing. */
const withoutEach = [
  { form: phrase, sign: /[行按持逐立执实全善取][周旬月季半年]/ },
  { form: pace, sign: /(?:^|[,、。;:(“])[周旬月季半年]/ },
  { form: one, sign: /(?:半年|[\d一二两三四五]年|季度|一季|[一两]月|一旬|一周)[至少开召组调一二两三四\d]/ },
]
/** A ration of one person, house or firm is no duty. */
const ration = /(?:每人|人均|每生|生均|每户|户均|每亩|亩均|每床|每车|每岗|(?:单家|每家|每个(?!乡镇|镇|街道|行政村|建制村|村|社区|单位|部门|县|区|市|学校)|单个|每名|每位)[^,。;、]{0,8})$/
/** 每名教师每年接受培训: what each has to do is owed for all of them. */
const isDone = /^(?:至少|应|须|要|均|都)?(?:接受|参加|完成|开展|撰写|承担)/
const ceiling = /^(?:最高|不超过|不高于|至多|最多|仅|只(?!少))/
/** 每年降低0.5个百分点 is a target, and nobody's duty. */
const change = /^(?:平均)?(?:降低|下降|减少|提高|提升|增长|递增|递减)(?:约|至少|不低于|不少于)?\d[\d.]*(?:%|个百分点)/
/** 每季度的进度安排 is a thing, and nothing that is done. */
const thing = /^(?:、每.{1,3})?的[^,。;、]{0,8}(?:安排|计划|目标|任务|要求|预算|指标)(?:[^一-龥]|$)/
const allowance = /^(?:不低于|不少于|按|补助|补贴|增加|再增加|发放|给予|奖励)?\d[\d.]*元/
/** What is owed to somebody, so that a missed one would be missed: not every 定期 is a duty. */
const owed = '(?:报送|上报|报告|汇报|通报|调度|督查|督导|督办|会商|研判|评估|述职|召开[^,。;]{0,12}?会议?|召开|公布|公示|(?:开展|组织|进行)[^,。;]{0,16}?(?:督查|督导|检查|评估|调度|巡查|排查|会商|通报|考核|监测|演练|抽查))'
const noNumber = new RegExp(`(?:(?<!不)定期(?!存款|保养)|经常性|适时(?!召开))(?:或不定期)?(?:地|对|向|就|将|要)?[^,。;、定]{0,16}?${owed}`, 'g')
const noPeriod = new RegExp(`(?:每两周|每2周|每\\d{1,2}[日天]|每[日天]|每逢[^,。;]{2,10})(?:都|均|要|应|至少|对|向|将)?[^,。;、每]{0,12}?(?:${owed}|巡查|排查|值守|监测)|逐年[^,。;]{0,16}?(?:安排|实施|新建|建设|完成|改造|消化|化解|更新)`, 'g')

/** The cadences of a folded sentence, in order. */
export function cadencesIn(plain: string): Cadence[] {
  const found: Cadence[] = []
  // Most sentences say no period at all, and are not searched.
  for (const match of plain.includes('每') ? matchesOf(beat, plain) : []) {
    const rhythm = rhythmOf(match[1], match[2] ?? '')
    const before = plain.slice(Math.max(0, match.index - 14), match.index)
    const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 20)
    if (rhythm && (!ration.test(before) || isDone.test(after)) && !ceiling.test(after) && !allowance.test(after) && !change.test(after) && !thing.test(after)) found.push({ from: match.index, to: match.index + match[0].length, ...rhythm })
  }
  for (const { form, sign } of periods.test(plain) ? withoutEach : []) {
    if (!sign.test(plain)) continue
    for (const match of matchesOf(form, plain)) {
      const words = match[1] ?? ''
      const counted = /^(\d{1,2}|[一二两三四五])(年|季|月|旬|周)$/.exec(words)
      const rhythm = counted ? rhythmOf(counted[1], counted[2] ?? '') : rhythmOf(undefined, words)
      if (rhythm) found.push({ from: match.index, to: match.index + match[0].length, ...rhythm })
    }
  }
  found.sort((a, b) => a.from - b.from)
  return found.filter((cadence, at) => at === 0 || cadence.from >= (found[at - 1]?.to ?? 0))
}

const beats = /[每期逐时]|经常性/

/** The first of a folded sentence's rhythms that cannot be told; none where the sentence says how often anyway. */
export function unclearBeatIn(plain: string): UnclearBeat | undefined {
  if (!beats.test(plain)) return undefined
  const odd = first(noPeriod, plain)
  if (odd) return { ...odd, why: 'no-such-period' }
  const vague = first(noNumber, plain)
  return vague && cadencesIn(plain).length === 0 ? { ...vague, why: 'no-number' } : undefined
}

function first(form: RegExp, plain: string): Span | undefined {
  form.lastIndex = 0
  const match = form.exec(plain)
  return match ? { from: match.index, to: match.index + match[0].length } : undefined
}

function rhythmOf(count: string | undefined, period: string): { every: Every; perPeriod: number; school?: true } | undefined {
  if (period === '旬') return count === undefined ? { every: 'month', perPeriod: 3 } : undefined
  if (/^半个?月$/.test(period)) return count === undefined ? { every: 'month', perPeriod: 2 } : undefined
  const every = everyOf(count, period)
  return every === undefined ? undefined : { every, perPeriod: 1, ...(/^学[年期]$/.test(period) && (every === 'year' || every === 'half-year') ? { school: true } : {}) }
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

const mostSessions = 12

/** 发布一批清单, 举办一期培训班: what is held or made known comes out so many times; 培育一批企业 says nothing of how often. */
const issues = /(?:发布|公布|公开|公示|通报|曝光|推送|推介|编发|刊发|举办|开办|组织)(?:至少|不少于)?(\d{1,2}|[一二两三四五六])(?:批|期|轮|届)(?!次)/

/** How many times a period: 至少召开2次, 1次以上, 两次. undefined where the words give no number of times. */
export function timesIn(words: string): number | undefined {
  const match = /(?<![第\d.几数多])(\d{1,3}|[一二两三四五六七八九十]{1,2})(?:至\d{1,2}|—\d{1,2})?(?:(?:场|轮|批)?次(?!性|数(?![据字])|要)|遍|场)/.exec(words) ?? issues.exec(words)
  const times = match?.[1] === undefined ? undefined : numberOf(match[1])
  // 30场 are a quantity; nobody is asked thirty times a year.
  return times !== undefined && times > mostSessions && /[遍场]$/.test(match?.[0] ?? '') ? undefined : times
}

/** A sentence longer than this is cut: no one writes it, and the cost of each duty grows with its sentence. */
const longestSentence = 500

const sentenceEnds = ['。', ';', '!', '?', '\n']

/** The sentences of a folded text, with their offsets. */
export function sentencesIn(plain: string): Span[] {
  const stops: number[] = []
  // Each sign by itself, for indexOf is far faster than a look at every sign of a plan.
  for (const sign of sentenceEnds) for (let at = plain.indexOf(sign); at >= 0; at = plain.indexOf(sign, at + 1)) stops.push(at)
  stops.sort((a, b) => a - b).push(plain.length)
  const sentences: Span[] = []
  let from = 0
  for (const stop of stops) {
    for (; from < stop; from += longestSentence) sentences.push({ from, to: Math.min(stop, from + longestSentence) })
    from = stop + 1
  }
  return sentences
}
