// A plain reply read as a report: 3号任务已完成招标，60%，6月底开工. Nothing is guessed; what could mean two things is said.
import { daysSaid } from '#src/calendar/day-phrase.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Span } from './reading.ts'
import { saidClauses, type SaidClause } from './said-clauses.ts'
import { saidCorrection } from './said-correction.ts'
import { figureSaid, type SaidFigure } from './said-percent.ts'
import { saidPlain } from './said-plain.ts'
import { standingOf, standingSaid, type SaidStanding } from './said-standing.ts'
import { saidTasks, type SaidTask } from './said-task.ts'

/** What was said and is not clear: no whole number to 100, a rough one and what it was read as, none at all, several, no day of the calendar. */
export type SaidUnclear = { kind: 'no-percent' | 'vague-percent'; said: string } | { kind: 'about-percent'; said: string; figure: string } | { kind: 'several-percents'; said: readonly string[] } | { kind: 'no-day'; said: string }

export type SaidState = 'normal' | 'difficulty' | 'blocked'

/** `tasks`: each that the words may mean, in their order; none where they name none. `finished`: it is said to be done altogether. */
export type SaidReport = {
  tasks: readonly SaidTask[]
  /** Undefined where the words can be read as well as ill: not done (还没开工), solved in part. */
  state: SaidState | undefined
  progress?: number
  /** The figure was said roughly (60%左右); `done` keeps how. */
  about?: true
  done?: string
  problem?: string
  needs?: string
  next?: string
  finished: boolean
  unclear: readonly SaidUnclear[]
}

/** `figure`: a rough one, whose words are kept. */
type Kind = 'done' | 'problem' | 'next' | 'figure' | 'read'
type ReadClause = SaidClause & {
  kind: Kind
  /** The words to keep, where they are not the whole clause. */
  words?: Span
  standing?: SaidStanding
  figure?: SaidFigure
  needs?: string
  /** It says something of a task's standing. */
  tells: boolean
  finished?: boolean
}

const greeting = /^(?:收到了?|已收到|已阅|已读|知道了?|已知悉?|明白了?|了解了?|好的?|好了|谢谢.{0,6}|辛苦了?.{0,4}|麻烦了|你好|您好|在吗|嗯{1,4}|哦{1,4}|是的?|对的?|不是|ok(?:ay)?|yes|no|thanks?(?: you)?|hi|hello|got it|noted)$/i
const question = /[??]|[吗呢么](?:$|[,。!])|怎么|怎样|如何|为什么|为何|什么时候|什么|哪[个些里位项家天]|谁|多少|是否|能不能|可不可以|要不要|有没有|咋|几点|几号/
/** They ask nothing that a report would answer: 没什么困难; 能不能延到月底. */
const idle = /没有?什么|没啥|什么(?=困难|问题|变化|影响|异常|难|大)|不怎么|不是什么|无论如何|不管怎样|(?:能不能|可不可以|是否可以)(?=.{0,8}(?:延|宽限|缓|晚|给))/g
const englishQuestion = /^(?:what|when|where|who|why|how|which|can|could|should|is|are|do|does)\b/i

/** A state, and not a word of why. */
const saysOnlyIll = /^(?:目前|现在|现|仍|已|工作|确实){0,2}(?:(?:有|存在|遇到)(?:一?些|一定|较大|点)?(?:困难|问题|难度|难点)|受阻(?:了)?|困难)$|^(?:it is |now )?(?:in difficulty|difficult|blocked|stuck)$/i
const label = /^(进度|进展|受阻|有困难|困难|问题|难点|卡点|下一?步(?:计划|打算|工作)?|计划|已完成|做了什么|进展情况|blocked|problem|difficulty|next(?: step)?|done) {0,2}: {0,2}(?=\S)/i
/** 问题：无. */
const nothing = /^ {0,2}(?:暂?无|没有?|暂时没有|none|no|\/)$/i
const needsIn = /(?:请|需要?由?|恳请|建议由?)([^,。;、]{2,20}?)(?:帮助|协助|出面|予以|给予|牵头|尽快|及时|进一步)?(?:协调|支持|解决|配合|帮忙)(?:一下|解决|支持)?$/
const englishNeeds = /\b(?:needs?|need help from|please ask) (?:help from |support from )?(.{2,40}?)(?: to (?:help|coordinate|decide|support).{0,20})?$/i
const nextIn = /^(?:下一?步|接下来|下阶段|后续|计划|拟|预计|准备|将于?|争取|力争|确保|打算|next\b|plan to|will\b|to )/i
const past = /已|了|曾|were\b|was\b|has\b|have\b/
const soon = /下周|下个?月|下季度|本周|近期|next (?:week|month)|tomorrow/i
/** A day of theirs is none of a task's. */
const noWork = /开会|请假|出差|休假|值班|再[填补上]?[报填写发交补](?:给您|上来|吧|哈|了|行吗)?$/
/** 22不是正常，有困难: what is denied is not said, and what follows is. */
const denies = /^(?:刚才|刚刚|上次)?(?:报的|说的|那个)? {0,4}不是(?:正常(?:推进)?|有?困难|受阻|已?完成)的?$|^(?:刚才|刚刚|上次)(?:的|那个|报的|说的)?$/
const tellsDone = /已(?![阅读收知悉])|完成|正在|(?:推进|施工|办理|建设|审批|招标|进行|实施|评审|公示|整改)中|开工|动工|启动|竣工|建成|投用|上线|印发|出台|签订|签约|获批|进场|到位|通过(?:验收|评审|审核|审查|审批)|验收合格|(?:有序|加快|稳步|全面|不断|持续)推进|办结|[办做干弄搞写查填建整修装签]好了|[办做干弄搞写查填]完了|搞定|(?:验收|检查|排查|研究|走访|评审|办|做|审)过(?:了|$)|\b(?:done|finished|complete[ds]?|started|under way|signed|approved|opened|built)\b/i
/** Nothing else is said than that it is done. */
export const saysOnlyDone = (words: string): boolean => onlyFinished.test(words.trim().replace(/[。.!！]$/, ''))
const onlyFinished = /^(?:已经?|全部|全面|均已?|都已?|任务|该项|本项){0,3}(?:完成|办结|完工|竣工|[办做干弄搞]完|搞定)(?:了)?$|^(?:it is |all )?(?:done|finished|completed?)$/i

/** One of its sentences says no less than that all of it is done: 已验收，资料已归档. */
export const saysAllDone = (words: string): boolean => words.split(/[，。；,;.!！\n]/).some((clause) => onlyFinished.test(clause.trim()) || passed.test(clause.trim()))
const passed = /^(?:项目|工程|任务|该项|本项|整体)?(?:已经?|全部|均已?|都已?|通过|竣工){0,4}验收(?:合格|通过|完毕|完成)?了?$|^(?:it )?(?:has )?passed (?:its )?(?:final )?acceptance$/i

/** 可以销号了: it is done, and review is asked for. */
const asksToClose = /(?<!不)(?:可以|能|请|申请|请求|请予)(?:予以)?(?:办结|销号)了?$/

/** What the ledger takes of a person's words (`Words`); a longer text is a document. */
const longest = 3_000

/**
 * @param chosen what the person says of words that can be read both ways
 * @param task the number of the one that is meant: another that may be a day (18号完成) is that day
 * @returns undefined where the words are no report: a greeting, a question, a name, a document
 */
export function saidReport(words: string, today: Day, chosen?: SaidState, task?: number): SaidReport | undefined {
  if (words.length > longest) return undefined
  const plain = saidPlain(words)
  const tasks = saidTasks(plain)
  if (question.test(plain.replace(idle, ' ')) || englishQuestion.test(plain.trim())) return undefined
  const figure = task === undefined ? undefined : (loneFigure.exec(plain)?.[1] ?? ((pair) => (pair?.task === task ? pair.figure : undefined))(figureBehind(plain)))
  if (figure !== undefined) return figureAlone(figure, words, [], chosen)
  const rest = withoutTasks(plain, tasksMeant(tasks, task)).replace(tookBack, lastFigure).replace(grew, lastFigure)
  const clauses = readClauses(rest, today)
  // 应该是60% puts a figure right, and where there is none yet it gives one.
  const putRight = clauses.some(({ tells }) => tells) ? undefined : saidCorrection(rest)?.figure
  if (putRight !== undefined) return figureAlone(putRight, words, eachOnce(tasks), chosen)
  if (!clauses.some(({ tells }) => tells)) return undefined
  return { tasks: eachOnce(tasks), ...reportOf(clauses, words, chosen), unclear: unclearIn(clauses, rest, today) }
}

function figureAlone(figure: string, words: string, tasks: readonly SaidTask[], chosen: SaidState | undefined): SaidReport {
  const said: SaidFigure = { said: figure, figure, about: false }
  return { tasks, ...reportOf([{ span: { from: 0, to: words.length }, joined: false, kind: 'read', figure: said, tells: true }], words, chosen), unclear: [unclearFigure(said) ?? []].flat() }
}

/** 30% 不对是35: the figure that was taken back in the same breath, and the right one. */
const tookBack = /\d{1,3}(?:\.\d{1,4})? {0,2}%[ ,。;]{0,3}(?:哦|啊|噢|哎呀)?[ ,]?(?:[说写填打输]错了?|不对|错了|更正)[ ,。;:]{0,3}(?:应该?是|应当是|应为|是|改成|改为)?[ ,]?(\d{1,3}(?:\.\d{1,4})?) {0,2}(?:%|(?=[ ,。;!]|$))/g

/** 从30%到了60%, 30%→60%: how far it was, and is. */
const grew = /(?:从|由)?\d{1,3}(?:\.\d{1,4})? {0,2}%? {0,2}(?:(?:已|现|目前)?(?:增加|增长|提高|提升|上升|推进|涨|升|变)(?:到|至|成|为)了?|(?<=[从由]\d{1,3} {0,2}%? {0,2})[到至]了?|→|—>) {0,2}(\d{1,3}(?:\.\d{1,4})?) {0,2}%/g
const lastFigure = (signs: string, last: string): string => `${last}%`.padStart(signs.length)

/** To a message about one task, a number is how far it is. */
const loneFigure = /^ {0,4}(\d{1,3}) {0,4}$/

const behindNumber = /^ {0,4}(?:[pP]\d{1,6}[—#/])?(\d{1,4})[ :,、—]{1,3}(\d{1,3}) {0,2}%? {0,4}$/
/** 22 60: a number and a figure, and no more; whether the second is a task as well, the plan knows. */
export function figureBehind(words: string): { task: number; figure: string } | undefined {
  const [, task, figure] = behindNumber.exec(saidPlain(words)) ?? []
  return figure === undefined || Number(figure) > 100 ? undefined : { task: Number(task), figure }
}

const tasksMeant = (tasks: readonly SaidTask[], task: number | undefined): readonly SaidTask[] => (task === undefined ? tasks : tasks.filter(({ unsure, loose, number }) => (unsure !== true && loose !== true) || number === task))

/** The words as they were written, with a blank for every sign that names their task. */
export function besidesTasks(words: string, task?: number): string {
  const spans = tasksMeant(saidTasks(saidPlain(words)), task)
  return withoutTasks(words, spans)
}

const joins = /^ ?[、,和与及跟] ?$/

/** Sign for sign, so that an offset stays an offset. */
function withoutTasks(plain: string, tasks: readonly SaidTask[]): string {
  let at = 0
  const kept = tasks.map(({ span }) => {
    const between = plain.slice(at, span.from)
    // 1和2都完成了: what joins two of them goes with them.
    const before = at > 0 && joins.test(between) ? ' '.repeat(between.length) : between
    at = span.to
    return `${before}${' '.repeat(span.to - span.from)}`
  })
  return `${kept.join('')}${plain.slice(at)}`
}

/** Tasks that words name, report or not: 12 验收报告. */
export const tasksSaid = (words: string): SaidTask[] => eachOnce(saidTasks(saidPlain(words)))

const eachOnce = (tasks: readonly SaidTask[]): SaidTask[] =>
  [...new Map(tasks.map((task): [string, SaidTask] => [`${task.plan ?? ''}/${task.number}`, task]).toReversed()).values()].toReversed()

function readClauses(plain: string, today: Day): ReadClause[] {
  const read: ReadClause[] = []
  for (const clause of saidClauses(plain)) {
    const before = read.at(-1)
    const one = readClause(clause, plain.slice(clause.span.from, clause.span.to), today)
    // 下一步开展招标、评审: what is enumerated goes on with what the first began.
    read.push(clause.joined && before !== undefined && one.kind === 'done' && !past.test(plain.slice(clause.span.from, clause.span.to)) && before.kind !== 'read' && before.kind !== 'figure' ? { ...one, kind: before.kind } : one)
  }
  return read
}

function readClause(clause: SaidClause, plain: string, today: Day): ReadClause {
  const bare = plain.replace(/^[:. —/)!~]{1,4}/, '')
  if (greeting.test(bare) || denies.test(bare)) return { ...clause, kind: 'read', tells: false }
  const figure = figureSaid(bare)
  if (figure !== undefined) return { ...clause, kind: figure.about ? 'figure' : 'read', figure, tells: true }
  const standing = standingSaid(bare)
  if (standing?.alone === true || saysOnlyIll.test(bare)) return { ...clause, kind: 'read', ...(standing === undefined ? {} : { standing }), tells: true }
  const head = label.exec(bare)?.[0]
  const kept: Span = { from: clause.span.to - bare.length + (head?.length ?? 0), to: clause.span.to }
  const said = { ...clause, words: kept, tells: true, ...(standing === undefined ? {} : { standing }) }
  if (head !== undefined && /^(?:下|计划|next)/i.test(head)) return { ...said, kind: 'next' }
  if (head !== undefined && /^(?:受阻|blocked)/i.test(head)) return { ...said, kind: 'problem', standing: ill('blocked') }
  if (head !== undefined && nothing.test(bare.slice(head.length))) return { ...clause, kind: 'read', standing: { standing: 'normal', alone: true, lifts: false, past: false }, tells: true }
  if (head !== undefined && /^(?:有?困难|问题|难点|卡点|problem|difficulty)/i.test(head)) return { ...said, kind: 'problem', standing: standing ?? ill('difficulty') }
  const asking = needsIn.exec(bare) ?? englishNeeds.exec(bare)
  const needs = asking?.[1]?.trim()
  if (needs !== undefined && needs !== '') {
    // What stands before the request is kept with it.
    return asking?.index === 0 ? { ...clause, kind: 'read', needs, tells: true } : { ...said, kind: 'problem', needs, standing: ill(standing?.standing === 'blocked' ? 'blocked' : 'difficulty') }
  }
  if (standing?.standing === 'blocked' || standing?.standing === 'difficulty') return { ...said, kind: 'problem' }
  const isPast = past.test(bare)
  const ahead = daysSaid(bare, today).some(({ day }) => day !== undefined && day >= today)
  if (!isPast && (ahead || nextIn.test(bare) || soon.test(bare))) return { ...said, kind: 'next', tells: ((ahead || /^下|^next/i.test(bare)) && !noWork.test(bare)) || standing !== undefined }
  const finished = onlyFinished.test(bare) || asksToClose.test(bare)
  return { ...said, kind: 'done', tells: head !== undefined || standing !== undefined || tellsDone.test(bare), ...(finished ? { finished } : {}) }
}

const completed = /已(?:经|全部|基本|全面|于.{1,8})?(?:完成|办结|完工|竣工|验收|办完|做完|完$)|完成了|[办做干弄搞]完了|\b(?:done|finished|completed)\b/i

/** A figure, or that something is done: what no reading beside it may take the place of. */
export const tellsHowFar = ({ progress, unclear, finished, done = '' }: SaidReport): boolean => progress !== undefined || finished || unclear.some(({ kind }) => kind !== 'no-day') || completed.test(saidPlain(done))

const ill = (standing: 'difficulty' | 'blocked'): SaidStanding => ({ standing, alone: false, lifts: false, past: false })

function reportOf(clauses: readonly ReadClause[], words: string, chosen: SaidState | undefined): Omit<SaidReport, 'tasks' | 'unclear'> {
  const standing = standingOf(clauses.flatMap((clause) => clause.standing ?? [])) ?? 'normal'
  const state = standing === 'unsure' ? chosen : standing
  // What is solved belongs to what was done.
  const inPlace = state === 'normal' ? clauses.map((clause): ReadClause => (clause.kind === 'problem' ? { ...clause, kind: 'done' } : clause)) : clauses
  const [told, problem, next] = (['done', 'problem', 'next'] as const).map((kind) => wordsOf(inPlace, kind, words))
  // 用地指标，受阻: what stands in the way was said before.
  const isProblem = state !== undefined && state !== 'normal' && problem === undefined && told !== undefined
  const done = wordsOf(isProblem ? inPlace.filter(({ kind }) => kind === 'figure').map(asDone) : inPlace.map(asDone), 'done', words)
  const figures = figuresIn(clauses)
  const [figure, ...more] = figures
  const progress = more.length === 0 && figure?.figure !== undefined && isPercent(figure.figure) ? Number(figure.figure) : undefined
  const needs = clauses.find((clause) => clause.needs !== undefined)?.needs
  return {
    state,
    ...(progress === undefined ? {} : { progress }), ...(progress !== undefined && figure?.about === true ? { about: true } : {}),
    ...(done === undefined ? {} : { done }), ...(isProblem ? { problem: told } : problem === undefined ? {} : { problem }),
    ...(needs === undefined ? {} : { needs }),
    ...(next === undefined ? {} : { next }),
    finished: standing === 'normal' && next === undefined && (clauses.some((clause) => clause.finished === true) || (progress === 100 && figure?.about !== true)),
  }
}

const asDone = (clause: ReadClause): ReadClause => (clause.kind === 'figure' ? { ...clause, kind: 'done' } : clause)

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

const figuresIn = (clauses: readonly ReadClause[]): SaidFigure[] => [...new Map(clauses.flatMap(({ figure }) => figure ?? []).map((one) => [one.figure ?? one.said, one])).values()]
const isPercent = (figure: string): boolean => /^\d{1,3}(?:\.0{1,4})?$/.test(figure) && Number(figure) <= 100

function unclearIn(clauses: readonly ReadClause[], plain: string, today: Day): SaidUnclear[] {
  const figures = figuresIn(clauses)
  return [
    ...(figures.length > 1 ? [{ kind: 'several-percents', said: figures.map(({ figure, said }) => figure ?? said) } as const] : figures.flatMap((figure) => unclearFigure(figure) ?? [])),
    ...daysSaid(plain, today).filter(({ unreal }) => unreal).map(({ said }) => ({ kind: 'no-day', said }) as const),
  ]
}

function unclearFigure({ said, figure, about }: SaidFigure): SaidUnclear | undefined {
  if (figure === undefined) return { kind: 'vague-percent', said }
  if (!isPercent(figure)) return { kind: 'no-percent', said: figure }
  return about ? { kind: 'about-percent', said, figure } : undefined
}
