// What of a task's sentences can be shown when it is there: papers, buildings, bodies, counts. 加强, 推进 and the like cannot.
import type { Task } from '#src/ledger/task.ts'
import { milestoneAtMost } from '#src/ledger/milestone.ts'
import { blankYear } from '#src/reader/date-forms.ts'
import { linesOf } from '#src/reader/outline.ts'
import { clausesIn } from '#src/reader/unit-clause.ts'

/** `at`: where `what` begins in its sentence. `rank`: how telling it is. */
export type Shown = { what: string; sentence: string; at: number; rank: number }

/** Clauses of one sentence are one milestone up to here: it is read on a phone. */
const wordsAtMost = 60

const things = /制定|制订|出台|印发|修订|建成|新建|改建|扩建|改扩建|设立|成立|组建|挂牌|开工|竣工|封顶|验收|(?<!超额)完成(?!规定)|配齐|开通|上线|启用|投用|投入使用|评选|遴选|覆盖|(?<!机构|职工)编制(?!部门|总量|内)(?=[^，,]{0,20}(?:规划|方案|预算|计划|目录|手册|标准))/
const set = /建立|健全|搭建|打造|建设(?!$|和|、|的)/
const whatIsSet = /制度|机制|台账|平台|体系|中心|基地|名册|目录|清单|工作室|队伍|数据库|系统/
const counted = /\d\s?(?:%|％|所|个|项|名|次|人|家|处|台|套|间|亩|公里|万|亿|门|场|期|批|类|辆|户)/
/** No more than how or in what spirit it is done, what must not be, or a condition. */
const spirit = /坚持|充分|不得|严禁|鼓励|支持|原则上|可(?:以|折算)|必须|应当|按照|带动|结合|通过|用于|倾斜|转移|^如|^对不能|监督管理|以.{1,20}为/
/** What comes back each period is asked for as a duty of its own. */
const recurring = /每(?:年|半年|季|月|学年|学期|周|旬|\d年)|定期/

/** In the order of the text, without lists of units and without the title. */
export function shownIn({ title, text }: Pick<Task, 'title' | 'text'>): Shown[] {
  return withoutUnits(text).split(/[。；;\n]/).flatMap((written) => {
    const sentence = withoutNumber(written)
    return sentence === '' || sentence === title ? [] : tellingOf(sentence)
  })
}

function tellingOf(sentence: string): Shown[] {
  const clauses: { words: string; at: number; rank: number }[] = []
  let at = 0
  for (const words of sentence.split(/[，,]/)) {
    clauses.push({ words, at, rank: rankOf(words) })
    at += words.length + 1
  }
  const [first, ...others] = clauses.filter(({ rank }) => rank > 0)
  if (first === undefined) return []
  const [start, end] = others.reduce(([from, to], next) => (next.at === to + 1 && next.at + next.words.length - from <= wordsAtMost ? [from, next.at + next.words.length] : [from, to]), [first.at, first.at + first.words.length])
  const telling = sentence.slice(start, end).replace(/^(?:并|同时|进一步)/, '')
  if (telling.length > milestoneAtMost || telling.length < 4) return []
  return [{ what: telling, sentence, at: start, rank: Math.max(...clauses.filter((clause) => clause.at >= start && clause.at < end).map(({ rank }) => rank)) }]
}

function rankOf(words: string): number {
  // A blank year says nothing of this one.
  if (spirit.test(words) || recurring.test(words) || words.search(blankYear) >= 0) return 0
  return (things.test(words) ? 2 : set.test(words) && whatIsSet.test(words) ? 1 : 0) + (counted.test(words) ? 2 : 0)
}

/** 1、 (三) ①: the number a sentence stands under. */
const withoutNumber = (written: string): string => written.trim().replace(/^(?:[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|[①-⑳])\s?/, '').trim()

function withoutUnits(text: string): string {
  let kept = ''
  let from = 0
  for (const clause of linesOf(text).flatMap((line) => clausesIn(text, line, line.from))) {
    if (clause.from < from) continue
    kept += `${text.slice(from, clause.from)}。`
    from = clause.to
  }
  return kept + text.slice(from)
}
