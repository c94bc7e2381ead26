// A later day asked for in plain words: 申请延到8月底，因为招标流标. Only what asks; 开标推迟到周五 tells, and is a report.
import { dayPhrase } from '#src/calendar/day-phrase.ts'
import { isTold, othersDecide } from './said-others.ts'
import { saidPlain } from './said-plain.ts'

/** `day`: as it was said; whether there is such a day, the calendar knows. `reason`: empty where none was said. `told`: of somebody else's asking. */
export type SaidExtension = { day?: string; reason: string; told?: true }

const asks = '(?:申请|请求|恳请|希望|请|想|需要?|要求?|能否|能不能|可否|可不可以|可以|是否可以|拟|建议)'
const between = '(?:把|将|批准|同意|给予|我们|我局|本局|我单位|再|也|该|这|本|项|个|任务|完成|办理|的|时限|期限|时间|日期|能|可以| ){0,6}'
const plainly = '(?:延期|展期|宽限)'
const later = '(?:延期|展期|宽限|延长|延后|推迟|顺延|缓|延)'
const until = '(?:办理|完成|办结|一下|时间|到|至|为|:| ){0,4}'
const day = `(?:${dayPhrase})`
/** What is said of the day that changes nothing; a thing that is put off to it (推迟到周五开标) is no asking. */
const closes = '(?:之?前|以前)?(?:再?(?:完成|办结|办理|交付))?(?= {0,2}(?:$|[,。;!?、 ]|因|由于|原因|理由|主要|目前|现在|现已|已经?|可以|行吗|好吗|吗|吧))'

const starts = '(?:^|[,。;!?、 \\n])'
/** 一个月, 10天, 两周: how much later. */
const span = '(?:再|上)?(?:(?:[半一两二三四五六七八九十几]|\\d{1,3})(?:个?半?(?:月|星期|礼拜)|天|日|周)|些天|些日子|一些)'
/** Each with the day as its only group. */
const withDay: readonly RegExp[] = [
  new RegExp(`${asks}${between}${later}${until}(${day})${closes}`, 'i'),
  new RegExp(`${starts}${plainly}${until}(${day})${closes}`, 'i'),
  new RegExp(`${starts}(?:完成|办结)?(?:时限|期限|时间)${later}${until}(${day})${closes}`, 'i'),
  new RegExp(`${starts}延(?:到|至)(${day})${closes}`, 'i'),
  // 改成延到9月15日; what is put off itself (开标改到周五) stands before it, and is told.
  new RegExp(`${starts}(?:刚才|申请|延期|期限|时限|那个|的|再|要|想|请|帮我){0,3}(?:改|调整)(?:成|为)?(?:延期?|推迟)?(?:到|至)(${day})${closes}`, 'i'),
  // 18改9月底: nothing is named that would be put off.
  new RegExp(`^ {0,8}(?:要|想|请|帮我)?改(?:成|为)?(${day})${closes}`, 'i'),
  // Told of others; what they decided is no asking, and is offered all the same.
  new RegExp(`${othersDecide}${between}${later}${until}(${day})`, 'i'),
]
const without: readonly RegExp[] = [
  // 能不能晚几天, 能否再给半个月.
  new RegExp(`${asks}${between}(?:晚|迟|缓|拖|宽限|延期|延长|延后|多给|给)(?:上|我们)?${span}(?:时间)?(?:再?(?:交|报|填报|完成|办理|办))?(?=$|[,。;!?、 ]|因|吗|吧)`),
  // 能不能缓缓, 可以晚点吗.
  new RegExp(`(?:能不能|能否|可不可以|可否|是否可以|可以|希望|请)(?:再|也|帮忙|给我们|帮我们|先){0,2}(?:缓一?缓|缓一下|缓几天|宽限一下|[晚迟]一?点|[晚迟]一?些|延一延|往后(?:推|延)(?:一?点|一下)?)(?=$|[,。;!?、 ]|再|吗|吧)`),
  // 晚两周行不, 时间不够，能宽限几天不.
  new RegExp(`(?:能(?:再)?|${starts})(?:晚|迟|缓|拖|宽限|延期|延长|延后|多给|给)${span}(?:时间)?(?:再?(?:交|报|完成|办))?(?:不(?=$|[,。;!?、 ])|行不行?|行吗|可以[吗不]|好吗|成不|中不)`),
  new RegExp(`${starts}(?:延期|展期|宽限|延长)${span}(?=$|[,。;!?、 ]|因)`),
  new RegExp(`(?:申请|请求|恳请|希望|请批准|请同意|想|能否|能不能|可否|可不可以)${between}${plainly}(?:一下|办理|完成)?(?=$|[,。;!?、 ]|因|由于|原因|吗|吧|可以)`),
  new RegExp(`^ {0,4}${plainly}(?=$|[,。;!:、 ]|因为|由于|原因)`),
]
/** It is denied, asked about or over: 不申请延期, 怎么申请延期, 已申请延期. */
const notNow = /(?:不|没有?|未|别|无需|不用|不必|不再|已经?|曾|怎么|怎样|如何|哪里|谁|要不要|是否)(?:想|要|打算|再|去|能|可以|需要)?$/
const introduces = /^(?:[ ,。;、:.!?]|因为|由于|原因是?|理由是?|主要是|因(?!此)|的原因|吗|吧|可以|行吗|好吗|谢谢)+/
const ends = ' ,;、:.'

/** @param words without the number of the task. Undefined where nothing is asked for. */
export function saidExtension(words: string): SaidExtension | undefined {
  const plain = saidPlain(words)
  for (const form of [...withDay, ...without]) {
    const found = form.exec(plain)
    if (found === null) continue
    if (!isMeant(plain, found)) return undefined
    const day = found[1] === undefined ? {} : { day: sameSigns(words, plain, found) }
    return { ...day, reason: reasonAround(words, plain, found), ...(isOfOthers(plain, found) ? { told: true as const } : {}) }
  }
  return undefined
}

/** The matched words begin with whoever decides, or stand behind whoever asks. */
const isOfOthers = (plain: string, found: RegExpExecArray): boolean => decided.test(found[0]) || isTold(plain.slice(0, found.index))
const decided = new RegExp(`^${othersDecide}`)

const typedDay = new RegExp(`(?:^|[ ,。;])(?:申请)?(?:延期|延|推迟)?(?:到|至)? ?(${day})${closes}`, 'i')

/** Behind the command's own word and the task: 到下周五，因为招标流标; 2026-09-30 招标流标. */
export function typedExtension(words: string): SaidExtension {
  const plain = saidPlain(words)
  const found = typedDay.exec(plain)
  if (found === null) return { reason: trimmed(words, plain, 0, plain.length) }
  return { day: sameSigns(words, plain, found), reason: reasonAround(words, plain, found) }
}

const isMeant = (plain: string, found: RegExpExecArray): boolean => !notNow.test(plain.slice(Math.max(0, found.index - 12), found.index))

function sameSigns(words: string, plain: string, found: RegExpExecArray): string {
  const from = plain.indexOf(found[1] ?? '', found.index)
  return words.slice(from, from + (found[1] ?? '').length)
}

/** All that is said besides, as it was written. */
function reasonAround(words: string, plain: string, found: RegExpExecArray): string {
  const to = found.index + found[0].length
  return [trimmed(words, plain, 0, found.index), trimmed(words, plain, to, plain.length)].filter((part) => part !== '').join('，')
}

function trimmed(words: string, plain: string, from: number, to: number): string {
  const part = plain.slice(from, to)
  const lead = introduces.exec(part)?.[0].length ?? 0
  let end = to
  while (end > from + lead && ends.includes(plain.charAt(end - 1))) end--
  return words.slice(from + lead, end)
}
