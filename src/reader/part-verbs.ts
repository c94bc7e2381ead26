// What a verb says of the units before it: 甲牵头 leads, 乙、丙分头落实 do it, 丁配合 supports.
import type { Part } from './reading.ts'

const leads = '牵头负责|牵头组织实施|牵头抓总|牵头|主办|总牵头|总负责|负总责|抓总|总抓|主抓|主责|统筹(?:协调|推进|抓总|负责)|会同'
const does = '负责|承办|分头(?:落实|推进|实施|负责)|抓好[^,;。、()]{0,6}(?:落实|执行|实施)|落实|组织实施|具体实施|推进落实|齐抓共管|共同抓|具体抓'
const supports = '协同配合|配合|参与|参加|协办|协助'
const manner = '(?:按照?(?:各自)?(?:职责|职能|任务|分工){1,2}|根据职责分工|结合(?:各自|自身|本地|当地|工作)?实际|分工|分别|依次|共同|具体|一并|一同|全力|积极|全程){0,4}'

/** The verbs that stand behind units, with how they do it; the verb itself is the first group. 各项目牵头单位 are units themselves. */
export const verbs = new RegExp(`${manner}(${leads}|${does}|${supports})(?!单位|部门|主体|机构|人|同志|领导|小组)`, 'g')
/** Whether words end in such a verb. */
export const endsInVerb = new RegExp(`(?:${leads}|${does}|${supports}|实施)[。,; ]*$`)
export const saysVerb = new RegExp(`${leads}|${does}|${supports}|实施`)

const leading = new RegExp(`^(?:${leads})$`)
const supporting = new RegExp(`^(?:${supports})$`)

/** @param labelled what the label over the units says, which 负责 leaves as it is */
export function partByVerb(verb: string, labelled: Part | undefined): Part {
  if (leading.test(verb)) return 'lead'
  return supporting.test(verb) ? 'support' : (labelled ?? 'responsible')
}
