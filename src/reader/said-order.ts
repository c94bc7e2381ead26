// What plain words want arranged: 交通局打电话来说…, 公安局联络员换成乔安, 把p1-2给方叔文办. What they ask is in question.ts.
import { tasksSaid } from './said-report.ts'
import { saidPlain } from './said-plain.ts'
import { saidSubmission, type SaidSubmission } from './said-submission.ts'

/** `relayed`: somebody of a unit (`by`) said `words` by telephone or otherwise (`how`, where it is said). `hand`: `thing` in words, where no number names it; `isPlain` where only a known name makes it an order. */
/** `stays`: leave that was arranged is not wanted any more. `no-extension`: nor a later day that was asked for. `meant-other`: what was said of one task is of another. `queue`: what waits for review. `unit`: how one stands. `merged`: one is another's from a day on. `chase`: 催 with whom, in words. `look`: how the task of that number stands. */
export type SaidOrder =
  | { kind: 'open-round'; words: readonly string[] }
  | { kind: 'undo' }
  | { kind: 'confirm'; task: string }
  | { kind: 'stays' }
  | { kind: 'no-extension'; task?: string }
  | { kind: 'meant-other'; wrong: string; right: string }
  | { kind: 'put-right'; task: string; figure: number }
  | { kind: 'queue' }
  | { kind: 'unit'; name: string }
  | { kind: 'merged'; from: string; to: string; on?: string }
  | { kind: 'chase'; whom: string }
  | { kind: 'decide'; deed: Deed; task: string; words: string }
  | { kind: 'look'; task: string }
  | SaidSubmission
  | { kind: 'relayed'; by: string; how?: RelayedHow; words: string }
  | { kind: 'contact'; unit: string; person: string; instead: boolean }
  | { kind: 'hand'; tasks: readonly string[]; thing: string; person: string; isPlain: boolean }
/** What is done with a task that is named first: 22 退回，没有材料. */
export type Deed = 'return' | 'accept' | 'grant' | 'refuse' | 'pause' | 'resume' | 'tell-leader' | 'chase' | 'date' | 'lead' | 'hand-on' | 'put-off'
export type RelayedHow = 'phone' | 'wechat' | 'letter' | 'person'

const relayed = /^([^ ,。;:]{2,24}?) ?(?:刚才|刚刚|刚|今天|上午|下午|又|也)?(打(?:了)?(?:个)?电话(?:过来|来)?|(?:在)?电话(?:里|中)?|来电话?|(?:发(?:来)?|在)?微信(?:里|上|群里)?|来函|来文|来信|发函|发文|当面|上门|过来)(?:(?:告诉|跟|对|和)?(?:我们?|督查室)?(?:说明|说|讲|反映|反馈|告知|回复|称|汇报|答复)[了道]?[ ,:]{0,3}|[ ,:]{1,3})(.{2,3000})$/s
/** 张科长说…: by whom, and not how. */
const told = /^(?!(?:各级|上级|市|省|县)?(?:领导|书记|县长|市长|[他她它]们?|我们?|大家|群众|家长|有人|上面|据))([^ ,。;:]{2,16}?)(?:刚才|刚刚|刚|今天|上午|下午|又|也)?(?:(?:跟|对|和|给)(?:我们?|督查室))?(?:说|讲|反映|反馈|汇报|回复|答复)(?!明)[了道]?[ ,:]{0,3}(.{2,3000})$/s
const named = /^(?:把|将|请把)?([^ ,。;:]{2,24}?)的?(?:联络员|联系人)(?:(?:是|为|定为|由) {0,2}|((?:换成|改成|改为|换为|换|变更为|调整为)了?) {0,2})([^ ,。;:?]{2,40}?)(?:担任|同志|了|吧)?[。!]?$/
/** 韩雪是李县长的联络员. */
const namedFirst = /^(?!谁)([^ ,。;:?]{2,24}?) {0,2}(?:是|为|任|当) {0,2}([^ ,。;:?]{2,24}?) {0,2}的?(?:联络员|联系人)(?:了|吧)?[。!]?$/
/** 刚才代录的31号应该是20%, 王科长说错了,3号是20%. */
const putsRight = /^[^\d]{0,16}?(?:代录的?|[说报数记写录]错了?)[^\d]{0,4}((?:[pP]\d{1,6}[—\-#/])?\d{1,4})(?:号任务|号|项)(?:的|进度)?(?:应该?是|应为|是|改成|改为) ?(\d{1,3}) ?%?[。!]?$/
/** 开一轮 7月15日, 新开一个轮次，7月15日截止，红黄灯, 轮次开7月15日. */
const opensRound = /^(?:请|帮我){0,2}(?:新?开(?:启|个|一个|一)?(?:新的)?(?:轮|报送)(?:次|轮次)?|(?:报送)?轮次新?开)[ ,:]{0,2}(?=[^ ])(.{0,200})$/
/** 撤销刚才的代录, 撤回上一步. */
const takesBack = /^(?:请|帮我){0,2}(?:撤销|撤回|取消)(?:一下)?(?:我)?(?:刚才|刚刚|刚|上一?[步条个次])(?:的|那[条个步次]|做的|发的|报的|填的|录的){0,2}(?:代录|填报|催办|操作|一步|那步)?(?:吧|了)?[。!]?$/
/** 刚才那条不算, 删掉刚才那条, 不用记了, 作废. */
const doesNotCount = /^(?:(?:刚才|刚刚|上面|上一?)(?:的|那|我|发|报|说|写){0,3}[条个句项步次]?(?:的|就)?(?:不算数?|作废|不要了?|不用记|删[掉了除]|撤[了回]|取消)|(?:请|帮我|麻烦){0,2}(?:删[掉除]?|去掉|撤掉|收回)(?:一下)?(?:刚才|刚刚|上面|上一?)(?:的|那|我|发|报|说|写){0,3}[条个句项步次]?|(?:不用|不要|别|先别|先不)记了?|作废)(?:吧|了|啊)?[。!]?$/
const confirmed = /^(?:确认|确定|是的|confirm)[ ,:]{0,2}(?:第)?((?:[pP]\d{1,6}[—\-#/])?\d{1,4})(?:号任务|号|项)?[。!]?$/i
const needsNoLeave = /^(?:算了|那)?[ ,。]{0,2}(?:我)?(?:不|先不|不用|不想)(?:请|休)(?:假)?了?[。!]?$|^(?:请假|假|代办)(?:不请|不休|不用|不要|取消)了?[。!]?$/
const needsNoLaterDay = /^(?:算了|那)?[ ,。]{0,2}(?:((?:[pP]\d{1,6}[—\-#/])?\d{1,4})(?:号任务|号|项)?[ ,:]{0,2})?(?:我们)?(?:先)?(?:不|不用|不想|不再|不申请)(?:延期?|展期|宽限|缓)了?[。!]?$/
const numbered = '((?:[pP]\\d{1,6}[—\\-#/])?\\d{1,4})(?:号任务|号|项)?'
/** 18，不是22; 不是22，是18; 刚才说的22是18. */
const otherMeant = new RegExp(`^(?:不对|错了|[打说写看发报]错了?|不好意思|刚才|刚刚|上一?条|上面|哦|啊|[ ,。:]){0,4}(?:(?:应该是|是)?${numbered}[ ,]{0,2}而?不是${numbered}|不是${numbered}[ ,]{0,2}(?:而是|应该是|应是|是)${numbered}|(?:说的|写的|报的|发的|那条)${numbered}(?:应该是|应是|应为|改成|是)${numbered})的?[。!]?$`)
/** 还有多少没审, 有什么要审的, 全部同意. */
const asksWhatToReview = /^(?:请问|看看?|查一?下|现在|今天|还|都| ){0,4}(?:有)?(?:多少|几[件项个]|什么|哪些|啥)?(?:没|要|待|未|该)(?:我)?审(?:核|批)?(?:的)?(?:有)?(?:多少|几[件项个]|什么|哪些|啥)?(?:的|了|呢|吗)?[? 。!]{0,3}$|^(?:全部|全都?|都)(?:同意|通过|批准)(?:了|吧)?[。!]?$/
/** 教育局的情况, 县教育局怎么样了, 教育局. */
const asksOfUnit = /^(?:请问|看看?|看一?下|查一?下|问一?下)?([^ ,。;:?的]{2,16}?)(?:那边)?(?:(?:的|有)?(?:情况|进展|进度|任务|工作)?(?:怎么样|如何|咋样)?(?:了|啊|呢)?)?[? 。!]{0,3}$/
/** 县交通局并入县住建局, 从8月1日起. */
const merged = /^([^ ,。;:]{2,24}?)(?:从|自)?(\d{1,2}(?:月|\/)\d{1,2}日?)?起?(?:撤销后?|整体|正式)?,?(?:并入|合并到|并到|合并进)(?:了)? ?([^ ,。;:]{2,24}?)(?:[, ]{1,2}(?:从|自)?(\d{1,2}(?:月|\/)\d{1,2}日?)起?(?:生效)?)?[。!]?$/
/** 催没报的, 帮我催一下教育局. */
const chased = /^(?:请|帮我|帮忙|麻烦|马上|赶紧|再|先|给我|去){0,3}(?:催(?:办|报)?|提醒)(?:一?催|一下|下)?[ ,:]{0,2}(?:一下)?([^,。;:?]{1,40}?)(?:一下|吧|啊|了)?[。!]?$/
const decided = /^((?:[pP]\d{1,6}[—\-#/])?\d{1,4})(?:号任务|号|项)?[ ,:]{0,2}(退回|驳回|同意办结|同意延期|不同意延期|同意|暂缓|恢复|报领导|催办|催一下|改时限|定牵头|分派|稍后提醒)(?:[ ,:]{1,3}(.{1,3000}))?$/s
const deeds: Readonly<Record<string, Deed>> = { 退回: 'return', 驳回: 'return', 同意办结: 'accept', 同意: 'accept', 同意延期: 'grant', 不同意延期: 'refuse', 暂缓: 'pause', 恢复: 'resume', 报领导: 'tell-leader', 催办: 'chase', 催一下: 'chase', 改时限: 'date', 定牵头: 'lead', 分派: 'hand-on', 稍后提醒: 'put-off' }
/** p1-4; 18号?; 25 退回是为啥. */
const asksOfTask = /^((?:[pP]\d{1,6}[—\-#/])?\d{1,4})(?:号任务|号|项)?[ ,:]{0,2}(?:[^,。;]{0,20}(?:为什么|为啥|怎么|什么|啥|谁|多少|哪|吗|呢)[^,。;]{0,12})?[? ]{0,3}$/
/** 谁负责22, 领导问22怎么样了. */
const asksBehind = /^(?:谁(?:在)?(?:负责|牵头|管|承办|主办)|(?:领导|主任|书记|县长|局长)?(?:在|又)?(?:问起?|看|查)(?:一下|看)?)(?:的|的是)?((?:[pP]\d{1,6}[—\-#/])?\d{1,4})(?:号任务|号|项)?(?:的)?(?:情况|进展|进度|任务)?(?:怎么样|怎样|如何|咋样|到哪了?|到哪一步)?[了啊呢吗? ]{0,3}$/
const isAsked = /谁|哪|什么|[?吗呢]/
/** To somebody: with a word that hands on, or 把…给…办; 给 alone is of many other things. */
const handed = /^(把|将|请把)? {0,2}(.{1,40}?) {0,2}(转给|转交给?|移交给|交给|分给|分派给|派给|交由|给|由) {0,2}([^ ,。;:?%]{2,40}?) {0,2}((?:来|去|具体)?(?:办理?|负责|处理|承办|填报|填|做|跟进|跟))?(?:吧|一下)?[。!]?$/

/** Undefined where they are none of these. */
export function saidOrder(words: string): SaidOrder | undefined {
  const plain = saidPlain(words).trim()
  const [, by, way, what] = relayed.exec(plain) ?? []
  // As it was written.
  if (by !== undefined && way !== undefined && what !== undefined) return { kind: 'relayed', by, how: howOf(way), words: words.trim().slice(-what.length) }
  const [, teller, tale] = told.exec(plain) ?? []
  const submission = saidSubmission(words)
  if (submission !== undefined) return submission
  const [, opening] = opensRound.exec(plain) ?? []
  if (opening !== undefined && /\d/.test(opening)) return { kind: 'open-round', words: opening.split(/[ ,。;]/).map((word) => word.replace(/(?:前|截止|之前|结束)$/, '')).filter((word) => word !== '') }
  if (takesBack.test(plain) || doesNotCount.test(plain)) return { kind: 'undo' }
  const [, sure] = confirmed.exec(plain) ?? []
  if (sure !== undefined) return { kind: 'confirm', task: sure.replaceAll('—', '-') }
  const [, right, wrongly, wrongFirst, rightThen, said, meant] = otherMeant.exec(plain) ?? []
  const [wrongOne, rightOne] = [wrongly ?? wrongFirst ?? said, right ?? rightThen ?? meant].map((number) => number?.replaceAll('—', '-'))
  if (wrongOne !== undefined && rightOne !== undefined) return { kind: 'meant-other', wrong: wrongOne, right: rightOne }
  if (needsNoLeave.test(plain)) return { kind: 'stays' }
  const noLater = needsNoLaterDay.exec(plain)
  if (noLater !== null) return { kind: 'no-extension', ...((task) => (task === undefined ? {} : { task: task.replaceAll('—', '-') }))(noLater[1]) }
  const [, wrong, figure] = putsRight.exec(plain) ?? []
  if (wrong !== undefined && Number(figure) <= 100) return { kind: 'put-right', task: wrong.replaceAll('—', '-'), figure: Number(figure) }
  if (asksWhatToReview.test(plain)) return { kind: 'queue' }
  const [, from, before, to, behind] = merged.exec(plain) ?? []
  if (from !== undefined && to !== undefined) return { kind: 'merged', from, to, ...((on) => (on === undefined ? {} : { on }))(before ?? behind) }
  const [, whom] = chased.exec(plain) ?? []
  if (whom !== undefined) return { kind: 'chase', whom }
  const [, decidedOn, verb = '', why = ''] = decided.exec(plain) ?? []
  const deed = deeds[verb]
  if (decidedOn !== undefined && deed !== undefined) return { kind: 'decide', deed, task: decidedOn.replaceAll('—', '-'), words: why === '' ? '' : words.trim().slice(-why.length) }
  const [, looked] = asksOfTask.exec(plain) ?? asksBehind.exec(plain) ?? []
  if (looked !== undefined) return { kind: 'look', task: looked.replaceAll('—', '-') }
  const [, unit, instead, person] = named.exec(plain) ?? []
  if (unit !== undefined && person !== undefined && !isAsked.test(person)) return { kind: 'contact', unit, person, instead: instead !== undefined }
  const [, whoIs, of] = namedFirst.exec(plain) ?? []
  if (whoIs !== undefined && of !== undefined && !isAsked.test(whoIs)) return { kind: 'contact', unit: of, person: whoIs, instead: false }
  if (teller !== undefined && tale !== undefined) return handOn(plain) ?? { kind: 'relayed', by: teller, words: words.trim().slice(-tale.length) }
  const [, about] = asksOfUnit.exec(plain) ?? []
  return handOn(plain) ?? (about === undefined ? undefined : { kind: 'unit', name: about })
}

const howOf = (way: string): RelayedHow => (way.includes('电') ? 'phone' : way.includes('微信') ? 'wechat' : /[函文信]/.test(way) ? 'letter' : 'person')

function handOn(plain: string): SaidOrder | undefined {
  const [, asObject, thing, verb = '', person, task] = handed.exec(plain) ?? []
  if (thing === undefined || person === undefined) return undefined
  const tasks = onlyTasks.test(thing) ? tasksSaid(thing).map(({ plan, number }) => (plan === undefined ? String(number) : `${plan}-${number}`)) : []
  if (tasks.length === 0 && asObject === undefined) return undefined
  return { kind: 'hand', tasks, thing, person, isPlain: (verb === '给' || verb === '由') && (asObject === undefined || task === undefined) }
}

/** 12、15; p1-2; 第3项; 3号任务: numbers and nothing said of them. */
const onlyTasks = /^[pP\d—\-#/,、和及 第项号条任务工作事这那]{1,40}$/

/** 校车那项弄了一半 without what names the task: how far it is then stands by itself. */
export const besidesThing = (words: string): string => words.trim().replace(/^[^,，。;；:：]{1,16}?[那这]一?[个项件条](?:工作|任务|事情?)?/, '')
