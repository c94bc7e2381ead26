// Words that say 正常推进 and nothing more: 都正常, 没有变化, 4、18、22 都正常推进, 1-5 都正常, 除了3都正常; or that of all but some, which have words of their own: 都正常 就18编制没批.
import { besidesTasks, tasksSaid } from './said-report.ts'
import { saidPlain } from './said-plain.ts'
import type { Span } from './reading.ts'
import { segmentsOf, type SaidSegment } from './said-segments.ts'
import type { SaidTask } from './said-task.ts'

/** `tasks`: those that are on track, none where all are; `except`: those that are not among all; `apart`: of these, whose words say how they stand. */
export type SaidOnTrack = { tasks: readonly SaidTask[]; except: readonly SaidTask[]; apart: readonly SaidSegment[] }

const between = '[ 、,.;:。和与及都均也还仍是的各项其他它余全部一切目前现在今天本周这几项任务工作暂时基本上剩下别]{0,20}'
const onTrack = '(?:(?:正常|按计划|按进度|有序|顺利|平稳)(?:推进|进行|开展|实施)?|(?:没|没有|无|没啥|没什么)(?:大|新)?(?:变化|变动|进展变化|问题|好报的|要报的)|照[旧常]|老样子|[同跟和与]上(?:次|周|月|期)(?:一样|一致|相同)?|跟?(?:上次|之前|原来|上周|上月)(?:一样|一致|相同)|on track|no changes?)'
const english = '(?:(?:all|both|everything|the rest|others?|they|it|is|are|else|still|and) ){0,5}'
const only = new RegExp(`^${between}${english}${onTrack}(?:中|着|了|哈|的|呢|啊)?[ ,.;!。]{0,4}$`, 'i')
const besides = /^ {0,2}除(?:了|去|开)? {0,2}([^,。;]{1,40}?)(?:以外|之外|外)?[ ,]{0,3}(?=其[他它余]|剩下|别的|都|均|全)/
/** 1-5, 1至5项; p1-5 is a task of a plan. */
const range = /(?<![A-Za-z\d—#/])(\d{1,3}) {0,1}(?:—|~|至|到) {0,1}(\d{1,3})(?=项|号| |都|均|全|,|、|$)/g
const mostInRange = 30

const unbroken = /[^,，.。;；、\s]+/g
const all = /其[他它余]|剩下|别的|余下|都|全|一切|均|\b(?:all|everything|rest|others?)\b/i
const allOnTrack = new RegExp(`^${between}${english}${onTrack}(?:中|着|了|哈|的|呢|啊)?$`, 'i')
/** What leads to the exceptions, and what says no more than that there is one. */
const leads = /^(?:就|只有?|只是|就是|仅|但是?|不过|除了?|另外|but|except(?: for)?)[ ,]{0,2}(?=第?[pP\d])/i
const noMore = /^[ ,.。;]{0,4}(?:号|项)?(?:除外|不算|不在内|例外|另报|另外报|单独报)?[ ,.。;]{0,4}$/
const courtesy = /^(?:谢谢.{0,4}|辛苦.{0,4}|收到|好的|[你您]好|主任|老师)$/

/** Undefined where more is said, or something else. @param words as they were typed */
export function onTrackSaid(words: string): SaidOnTrack | undefined {
  if (words.length > 200) return undefined
  const said = saysOnly(words)
  return said === undefined || said.except.length > 0 ? (saysBesides(words) ?? (said === undefined ? undefined : { ...said, apart: [] })) : { ...said, apart: [] }
}

/** 除18、22外都正常，18编制没批: between the signs one piece is of all, and what stands around it is of tasks that it names. */
function saysBesides(words: string): SaidOnTrack | undefined {
  const left = besides.exec(saidPlain(words))
  const first = left === null ? [] : tasksSaid(spelledOut(left[1] ?? ''))
  // 除22缺经费外，其余正常: what is said of it is not left out.
  const told = left === null || first.length === 0 || noMore.test(besidesTasks(spelledOut(left[1] ?? '')).replace(/[、和与及跟]/g, ' ')) ? [] : (segmentsOf(left[1] ?? '') ?? [])
  if (left !== null && first.length === 0) return undefined
  const pieces = piecesOf(left === null ? words : words.slice(left[0].length).padStart(words.length))
  const textOf = (some: readonly Span[]): string => (some.length === 0 ? '' : words.slice(some[0]?.from, some.at(-1)?.to))
  for (const [at] of pieces.entries()) for (const length of [1, 2, 3]) {
    const ofAll = textOf(pieces.slice(at, at + length))
    if (!allOnTrack.test(saidPlain(ofAll)) || !all.test(ofAll) || tasksSaid(ofAll).length > 0) continue
    const around = [pieces.slice(0, at), pieces.slice(at + length)].filter((some) => some.length > 0).map((some) => segmentsOf(textOf(some).replace(leads, '')))
    if (around.some((some) => some === undefined)) return undefined
    const segments = around.flatMap((some) => some ?? [])
    return { tasks: [], except: [...first, ...segments.flatMap(({ tasks }) => tasks)], apart: [...told, ...segments].filter((segment) => !noMore.test(saidPlain(besidesTasks(segment.words)))) }
  }
  return undefined
}

/** Between the signs, without words of courtesy. */
const piecesOf = (words: string): Span[] =>
  [...words.matchAll(unbroken)].filter(({ 0: piece }) => !courtesy.test(piece)).map(({ index, 0: piece }) => ({ from: index, to: index + piece.length }))

function saysOnly(words: string): Omit<SaidOnTrack, 'apart'> | undefined {
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
