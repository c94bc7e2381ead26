// A plain reply read as a report: 3号任务已完成招标，60%，6月底开工. Nothing is guessed; what could mean two things is said.
import type { Day } from '#src/calendar/day.ts'
import { folded, numberOf } from './folded-text.ts'
import type { Span } from './reading.ts'
import { saidClauses, type SaidClause } from './said-clauses.ts'
import { saidDays } from './said-day.ts'
import { saidTasks, type SaidTask } from './said-task.ts'

/** What was said and is not clear: no whole number to 100, several such numbers, no day of the calendar. */
export type SaidUnclear = { kind: 'no-percent'; said: string } | { kind: 'several-percents'; said: readonly string[] } | { kind: 'no-day'; said: string }

/** `tasks`: each that the words may mean, in their order; none where they name none. `finished`: it is said to be done altogether. */
export type SaidReport = {
  tasks: readonly SaidTask[]
  state: 'normal' | 'difficulty' | 'blocked'
  progress?: number
  done?: string
  problem?: string
  needs?: string
  next?: string
  finished: boolean
  unclear: readonly SaidUnclear[]
}

type Kind = 'done' | 'problem' | 'next' | 'read'
type ReadClause = SaidClause & {
  kind: Kind
  /** The words to keep, where they are not the whole clause. */
  words?: Span
  state?: SaidReport['state']
  percent?: string
  needs?: string
  /** It says something of a task's standing. */
  tells: boolean
  finished?: boolean
}

const greeting = /^(?:收到了?|已收到|已阅|已读|知道了?|已知悉?|明白了?|了解了?|好的?|好了|谢谢.{0,6}|辛苦了?.{0,4}|麻烦了|你好|您好|在吗|嗯{1,4}|哦{1,4}|是的?|对的?|不是|ok(?:ay)?|yes|no|thanks?(?: you)?|hi|hello|got it|noted)$/i
const question = /[??]|[吗呢么](?:$|[,。!])|怎么|怎样|如何|为什么|为何|什么时候|什么|哪[个些里位项家天]|谁|多少|是否|能不能|可不可以|要不要|有没有|咋|几点|几号/
const englishQuestion = /^(?:what|when|where|who|why|how|which|can|could|should|is|are|do|does)\b/i

const alone = '(?:目前|现在|现|总体|整体|截至目前|已经|已|大约|大概|约|近|超|形象|工程|工作|当前){0,3}'
const percentAlone = new RegExp(`^${alone}(?:进度|进展|完成率|完成度|完成|达到|达|progress|at|about)?(?:情况)?(?:完成|为|是|到了|到|达到|达|了|约|:|is|at)? {0,2}(?:(\\d{1,5}(?:\\.\\d{1,4})?) {0,2}(?:%|percent)|百分之([零〇一二三四五六七八九十百两]{1,5}))(?:左右|以上|多|了|done|complete)?$`, 'i')
const progressAlone = new RegExp(`^${alone}(?:进度|进展|完成率|完成度|progress)(?:为|是|到|达到|达|:|is|at)? {0,2}(\\d{1,5}(?:\\.\\d{1,4})?)$`, 'i')
const onlyNormal = /^(?:目前|一切|总体|整体|各项工作|工作){0,2}(?:进展|推进)?(?:正常|顺利)(?:推进|进行|开展|实施)?中?$|^按(?:计划|时间节点|序时进度|进度)(?:有序|正常)?(?:推进|进行|实施)中?$|^(?:没有?|无)(?:变化|困难|问题)$|^(?:it is )?on track$|^no (?:change|changes|problem|problems)$/i
const onlyDifficulty = /^(?:目前|现在|现|仍)?(?:有|存在|遇到)(?:一?些|一定|较大)?(?:困难|问题|难度|难点)$|^(?:in difficulty|difficult)$/i
const onlyBlocked = /^(?:目前|现在|现|仍|已|工作)?受阻(?:了)?$|^(?:it is |now )?(?:blocked|stuck)$/i
const label = /^(进度|进展|受阻|有困难|困难|问题|难点|卡点|下一?步(?:计划|打算|工作)?|计划|已完成|做了什么|进展情况|blocked|problem|difficulty|next(?: step)?|done) {0,2}: {0,2}(?=\S)/i
const blockedIn = /受阻|停工|停滞|卡住|搁置|无法推进|推不动|推进不(?:了|动)|\b(?:blocked|stuck|on hold)\b/i
const obstacleIn = /(?:没|未|不)(?:有)?(?:能)?(?:完全)?(?:到位|获批|批复|批准|批|落实|拨付|下达|通过|解决|达成)|尚未|还没|仍未|短缺|不足|滞后|延误|拖延|来不及|做不了|办不了|卡在|缺(?:少|乏|资金|人|钱|地|编)|有困难|存在问题|(?<!无|没有|没|解决)困难|\b(?:not yet|delayed|missing|short of|no (?:money|site|staff|permit|approval))\b/i
const needsIn = /(?:请|需要?由?|恳请|建议由?)([^,。;、]{2,20}?)(?:帮助|协助|出面|予以|给予|牵头|尽快|及时|进一步)?(?:协调|支持|解决|配合|帮忙)(?:一下|解决|支持)?$/
const englishNeeds = /\b(?:needs?|need help from|please ask) (?:help from |support from )?(.{2,40}?)(?: to (?:help|coordinate|decide|support).{0,20})?$/i
const nextIn = /^(?:下一?步|接下来|下阶段|后续|计划|拟|预计|准备|将于?|争取|力争|确保|打算|next\b|plan to|will\b|to )/i
const past = /已|了|曾|were\b|was\b|has\b|have\b/
const soon = /下周|下个?月|下季度|明天|后天|月底|年底|本周|近期|next (?:week|month)|tomorrow/i
const tellsDone = /已(?![阅读收知悉])|完成|正在|(?:推进|施工|办理|建设|审批|招标|进行|实施|评审|公示|整改)中|开工|动工|启动|竣工|建成|投用|上线|印发|出台|签订|签约|获批|进场|到位|通过(?:验收|评审|审核|审查|审批)|验收合格|(?:有序|加快|稳步|全面)推进|办结|\b(?:done|finished|complete[ds]?|started|under way|signed|approved|opened|built)\b/i
const onlyFinished = /^(?:已经?|全部|全面|均已?|都已?|任务|该项|本项){0,3}(?:完成|办结|完工|竣工)(?:了)?$|^(?:it is |all )?(?:done|finished|completed?)$/i

/** What the ledger takes of a person's words (`Words`); a longer text is a document. */
const longest = 3_000

/** @returns undefined where the words are no report: a greeting, a question, a name, a document */
export function saidReport(words: string, today: Day): SaidReport | undefined {
  if (words.length > longest) return undefined
  const plain = folded(words)
  const tasks = saidTasks(plain)
  if (question.test(plain) || englishQuestion.test(plain.trim())) return undefined
  const rest = withoutTasks(plain, tasks)
  const clauses = readClauses(rest, today)
  if (!clauses.some(({ tells }) => tells)) return undefined
  return { tasks: eachOnce(tasks), ...reportOf(clauses, words), unclear: unclearIn(clauses, rest, today) }
}

/** Sign for sign, so that an offset stays an offset. */
function withoutTasks(plain: string, tasks: readonly SaidTask[]): string {
  let at = 0
  const kept = tasks.map(({ span }) => {
    const before = plain.slice(at, span.from)
    at = span.to
    return `${before}${' '.repeat(span.to - span.from)}`
  })
  return `${kept.join('')}${plain.slice(at)}`
}

/** Tasks that words name, report or not: 12 验收报告. */
export const tasksSaid = (words: string): SaidTask[] => eachOnce(saidTasks(folded(words)))

const eachOnce = (tasks: readonly SaidTask[]): SaidTask[] =>
  [...new Map(tasks.map((task): [string, SaidTask] => [`${task.plan ?? ''}/${task.number}`, task]).toReversed()).values()].toReversed()

function readClauses(plain: string, today: Day): ReadClause[] {
  const read: ReadClause[] = []
  for (const clause of saidClauses(plain)) {
    const before = read.at(-1)
    const one = readClause(clause, plain.slice(clause.span.from, clause.span.to), today)
    // 下一步开展招标、评审: what is enumerated goes on with what the first began.
    read.push(clause.joined && before !== undefined && one.kind === 'done' && !past.test(plain.slice(clause.span.from, clause.span.to)) && before.kind !== 'read' ? { ...one, kind: before.kind } : one)
  }
  return read
}

function readClause(clause: SaidClause, plain: string, today: Day): ReadClause {
  const bare = plain.replace(/^[: ]{1,4}/, '')
  if (greeting.test(bare)) return { ...clause, kind: 'read', tells: false }
  const figure = percentAlone.exec(bare) ?? progressAlone.exec(bare)
  if (figure !== null) return { ...clause, kind: 'read', percent: figure[1] ?? String(numberOf(figure[2] ?? '') ?? figure[2]), tells: true }
  if (onlyNormal.test(bare)) return { ...clause, kind: 'read', state: 'normal', tells: true }
  if (onlyDifficulty.test(bare)) return { ...clause, kind: 'read', state: 'difficulty', tells: true }
  if (onlyBlocked.test(bare)) return { ...clause, kind: 'read', state: 'blocked', tells: true }
  const head = label.exec(bare)?.[0]
  const kept: Span = { from: clause.span.to - bare.length + (head?.length ?? 0), to: clause.span.to }
  const said = { ...clause, words: kept, tells: true }
  if (head !== undefined && /^(?:下|计划|next)/i.test(head)) return { ...said, kind: 'next' }
  if (head !== undefined && /^(?:受阻|blocked)/i.test(head)) return { ...said, kind: 'problem', state: 'blocked' }
  if (head !== undefined && /^(?:有?困难|问题|难点|卡点|problem|difficulty)/i.test(head)) return { ...said, kind: 'problem', state: 'difficulty' }
  const needs = (needsIn.exec(bare) ?? englishNeeds.exec(bare))?.[1]?.trim()
  if (needs !== undefined && needs !== '') {
    // What stands before the request is kept with it.
    const isWhole = /^(?:请|需|恳请|建议|needs?|please)/i.test(bare)
    return isWhole ? { ...clause, kind: 'read', needs, tells: true } : { ...said, kind: 'problem', needs, state: 'difficulty' }
  }
  if (blockedIn.test(bare)) return { ...said, kind: 'problem', state: 'blocked' }
  if (obstacleIn.test(bare)) return { ...said, kind: 'problem', state: 'difficulty' }
  const isPast = past.test(bare)
  const ahead = saidDays(bare, today).some(({ day }) => day !== undefined && day >= today)
  if (!isPast && (ahead || nextIn.test(bare) || soon.test(bare))) return { ...said, kind: 'next', tells: ahead || /^下|^next/i.test(bare) }
  const finished = onlyFinished.test(bare)
  return { ...said, kind: 'done', tells: head !== undefined || tellsDone.test(bare), ...(finished ? { finished } : {}) }
}

function reportOf(clauses: readonly ReadClause[], words: string): Omit<SaidReport, 'tasks' | 'unclear'> {
  const order = ['normal', 'difficulty', 'blocked'] as const
  const worst = order[Math.max(0, ...clauses.map(({ state }) => (state === undefined ? 0 : order.indexOf(state))))] ?? 'normal'
  const [done, problem, next] = (['done', 'problem', 'next'] as const).map((kind) => wordsOf(clauses, kind, words))
  // 用地指标，受阻: what stands in the way was said before.
  const isProblem = worst !== 'normal' && problem === undefined && done !== undefined
  const figures = percentsOf(clauses)
  const progress = figures.length === 1 && isPercent(figures[0]) ? Number(figures[0]) : undefined
  const needs = clauses.find((clause) => clause.needs !== undefined)?.needs
  return {
    state: worst,
    ...(progress === undefined ? {} : { progress }),
    ...(isProblem ? { problem: done } : { ...(done === undefined ? {} : { done }), ...(problem === undefined ? {} : { problem }) }),
    ...(needs === undefined ? {} : { needs }),
    ...(next === undefined ? {} : { next }),
    finished: worst === 'normal' && next === undefined && (clauses.some(({ finished }) => finished === true) || progress === 100),
  }
}

/** As they were written; clauses that stood beside each other keep the signs between them. */
function wordsOf(clauses: readonly ReadClause[], kind: Kind, words: string): string | undefined {
  const parts: string[] = []
  let run: { from: number; to: number; last: number } | undefined
  const flush = (): void => {
    if (run !== undefined) parts.push(words.slice(run.from, run.to))
    run = undefined
  }
  clauses.forEach((clause, at) => {
    if (clause.kind !== kind) return
    const span = clause.words ?? clause.span
    if (run !== undefined && run.last === at - 1) run = { from: run.from, to: span.to, last: at }
    else {
      flush()
      run = { ...span, last: at }
    }
  })
  flush()
  return parts.length === 0 ? undefined : parts.join(/\p{Script=Han}/u.test(words) ? '，' : ', ')
}

const percentsOf = (clauses: readonly ReadClause[]): string[] => [...new Set(clauses.flatMap(({ percent }) => percent ?? []))]
const isPercent = (figure: string | undefined): boolean => figure !== undefined && /^\d{1,3}(?:\.0{1,4})?$/.test(figure) && Number(figure) <= 100

function unclearIn(clauses: readonly ReadClause[], plain: string, today: Day): SaidUnclear[] {
  const figures = percentsOf(clauses)
  return [
    ...(figures.length > 1 ? [{ kind: 'several-percents', said: figures } as const] : figures.filter((figure) => !isPercent(figure)).map((said) => ({ kind: 'no-percent', said }) as const)),
    ...saidDays(plain, today).filter(({ unreal }) => unreal).map(({ said }) => ({ kind: 'no-day', said }) as const),
  ]
}
