// Words that say 正常推进 and nothing more: 都正常, 没有变化, 4、18、22 都正常推进, 1-5 都正常, 除了3都正常.
import { besidesTasks, tasksSaid } from './said-report.ts'
import { saidPlain } from './said-plain.ts'
import type { SaidTask } from './said-task.ts'

/** `tasks`: those that are on track, none where all are; `except`: those that are not among all. */
export type SaidOnTrack = { tasks: readonly SaidTask[]; except: readonly SaidTask[] }

const between = '[ 、,.;:。和与及都均也还仍是的各项其他它余全部一切目前现在今天本周这几项任务工作暂时基本上]{0,20}'
const onTrack = '(?:(?:正常|按计划|按进度|有序|顺利|平稳)(?:推进|进行|开展|实施)?|(?:没|没有|无|没啥|没什么)(?:大|新)?(?:变化|变动|进展变化)|跟?(?:上次|之前|原来|上周|上月)(?:一样|一致|相同)|on track|no change)'
const only = new RegExp(`^${between}${onTrack}(?:中|着|了|哈|的|呢|啊)?[ ,.;!。]{0,4}$`, 'i')
const besides = /^ {0,2}除(?:了|去|开)? {0,2}([^,。;]{1,40}?)(?:以外|之外|外)?[ ,]{0,3}(?=其[他它余]|剩下|别的|都|均|全)/
/** 1-5, 1至5项; p1-5 is a task of a plan. */
const range = /(?<![A-Za-z\d—#/])(\d{1,3}) {0,1}(?:—|~|至|到) {0,1}(\d{1,3})(?=项|号| |都|均|全|,|、|$)/g
const mostInRange = 30

/** Undefined where more is said, or something else. @param words as they were typed */
export function onTrackSaid(words: string): SaidOnTrack | undefined {
  if (words.length > 200) return undefined
  const plain = saidPlain(words)
  const left = besides.exec(plain)
  const rest = spelledOut(left === null ? plain : plain.slice(left[0].length))
  if (!only.test(besidesTasks(rest).replace(/ {2,}/g, ' '))) return undefined
  const except = left === null ? [] : tasksSaid(spelledOut(left[1] ?? ''))
  return left !== null && except.length === 0 ? undefined : { tasks: tasksSaid(rest), except }
}

/** Each number of a range: 1、2、3. */
const spelledOut = (plain: string): string =>
  plain.replace(range, (said, first: string, last: string) => {
    const [from, to] = [Number(first), Number(last)]
    return to > from && to - from < mostInRange ? Array.from({ length: to - from + 1 }, (_, at) => String(from + at)).join('、') : said
  })
