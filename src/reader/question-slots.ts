// What a Chinese question is made of, taken out of it piece by piece: times, names, numbers, how things stand, and words that say nothing. What is left was not understood.
import type { Day } from '#src/calendar/day.ts'
import { dayNumber, dayOfNumber } from '#src/calendar/day-number.ts'
import { dayPhrase } from '#src/calendar/day-phrase.ts'
import { latelyIn, spanBackIn } from '#src/calendar/span-back.ts'
import { spanIn } from '#src/calendar/span-phrase.ts'
import { sinceLastMeeting, type AskedList, type KnownNames } from './asked.ts'
import { overdueBy } from './overdue-by.ts'
import { bodyAsked, type BodyAsked } from './body-asked.ts'
import { taking, type Taking } from './taking.ts'

export type About = 'plan-end' | 'waits' | 'unmanned' | 'unchecked' | 'queue' | 'instructions' | 'to-decide' | 'by-unit' | 'changes' | 'history' | 'contact' | 'why' | 'who' | 'standing' | 'asked'

export type Slots = {
  about: ReadonlySet<About>
  meeting?: 'next-meeting' | 'decisions'
  /** Whose last meeting is asked about. */
  body?: string
  tasks: readonly string[]
  list: Omit<AskedList, 'unit' | 'leads' | 'inCharge'>
  unit?: string
  /** Another unit that is named beside it. */
  or?: string
  leads: boolean
  /** It is said that something falls due, and not only a time. */
  isDue: boolean
  /** 要完成: what is to be done by then, and not what falls due. */
  isToFinish: boolean
  inCharge?: string
  /** Since when changes are asked for, as it was said. */
  since?: string
  /** The one piece that says something else; where there are more, nothing is understood. */
  left?: string
}

/** 这周要报什么, 我有哪些任务, 还有什么没报. */
const waits = /^(?:那|我们?|这周|本周|今天|这个?月|本月|现在|最近|目前|单位|局里?|镇里?|还|都|要){0,6}(?:有(?:什么|哪些|啥|几项)(?:任务|事项?|工作|活|没报|没办|要报的?|要办的?)?|(?:要|该|得|需要)(?:填?报|填|办|做|交)(?:什么|哪些|啥)|(?:什么|哪些|啥)(?:任务|事项?)?(?:要|该|没)(?:填?报|办|做))(?:的|了|呢|啊|吗|东西|材料|事)?[?。!]{0,3}$/
/** 谁没核对, 还有哪些单位没核对. */
const unchecked = /^(?:还有?|现在){0,3}(?:谁|哪些|哪几个?)(?:单位|部门|家)?(?:还|都){0,2}(?:没有?|未)(?:单位)?核对(?:过|完)?(?:的|了|呢)?[?。]{0,3}$/
/** 哪些单位没联络员. */
const unmanned = /^(?:还|现在){0,3}(?:有)?(?:谁|哪些|哪几个?|几个|多少)(?:单位|部门|家)?(?:还|都){0,2}(?:没有?|未)(?:指?定)?(?:联络员|联系人)(?:的|了|呢)?[?。]{0,3}$/
/** 还有多少没审, 有什么要审的. */
const queue = /^(?:现在|今天|还|都){0,4}(?:有)?(?:多少|几[件项个]|什么|哪些|啥)?(?:没|要|待|未|该)(?:我)?审(?:核|批)?(?:的)?(?:有)?(?:多少|几[件项个]|什么|哪些|啥)?(?:的|了|呢|吗)?[?。!]{0,3}$/
/** 方案什么时候到期, 这个方案到哪年结束. */
const planEnd = /^(?:这个?|本|现在|目前|整个|全部|各个?){0,2}(?:《?\p{Script=Han}{2,20}(?=工作|实施|行动))?(?:工作|实施|行动)?(?:方案|计划)》?(?:的)?(?:是|要|都|将|会)?(?:(?:到|在)?(?:什么时候|哪一?天|何时|几时|哪一?年|几月|多久)(?:才|要)?(?:到期|结束|截止|完成|办完|收官|为止)?|(?:期限|时限|截止日期?|到期日|结束时间|实施期限?|有效期)(?:是|到)?(?:什么时候|哪一?天|何时|哪一?年|多久|多长)?)(?:的|了|呢|啊)?[?。!]{0,3}$/u
const whole: readonly (readonly [About, RegExp])[] = [['plan-end', planEnd], ['waits', waits], ['unchecked', unchecked], ['unmanned', unmanned], ['queue', queue]]

/** How a question begins, before what it is about. */
const opening = /^(?:[,。!:]|请问?|帮我|帮忙|麻烦|劳驾|您好|你好|看一?看|看一?下|查一?查|查一?下|查询|问一?问|问一?下|我?想(?:知道|问|看)|列一?下|列出|给我|跟我|说说|说一?下|讲讲|告诉我|统计一?下|汇报一?下|现在|目前|眼下|当前|那么?|咱们|我们)+/

/** People may be called by their surname and what they are. */
const surname = '(?:欧阳|上官|司马|诸葛|夏侯|皇甫|慕容|令狐|司徒|\\p{Script=Han})'
const office = '(?:副?(?:县长|市长|区长|书记|主任|部长|主席)|常委)'

/** Each is taken where it stands; the earlier ones are part of the later ones, or mean something else without them. */
const states: readonly (readonly [RegExp, Partial<Slots['list']>])[] = [
  [/(?:材料|数据|报表)?(?:还|都|仍|一直)?(?:没有?|未|尚未|不)(?:按时|及时|如期)?(?:填报|上报|报送|反馈|汇报|报告|填写|填|报|交|回复|答复)(?:告|材料|数据|情况|进展|进度|表)?(?:上来|过来)?/, { only: 'unreported' }],
  [/(?:还|都)?(?:欠着?|缺)(?:材料|数据|报表|进展|填报)/, { only: 'unreported' }],
  [/未报|(?:填|上)?报了(?:没有?|吗)|报没报|(?:填|上)?报得(?:怎么样|怎样|如何|咋样)|没动静/, { only: 'unreported' }],
  [/到期了?还?(?:没有?|未)(?:完成|办结|办完|办)|逾期|超期|过期|超时|拖(?:着|延|期|了|拉)|过了?(?:时限|期限|期)/, { only: 'overdue' }],
  [/单位待定|没有?(?:明确)?(?:责任|牵头)?单位/, { only: 'no-unit' }],
  [/没有?(?:联络员|联系人)/, { only: 'no-contact' }],
  [/受阻(?:了|的)?|卡住(?:了|的)?/, { only: 'blocked' }],
  [/(?:报(?:告)?|说|遇到)?(?:了)?(?<!没)有(?:什么|哪些|啥)?困难(?:的)?|遇到(?:什么|哪些|啥)?困难/, { only: 'difficulty' }],
  [/(?:申请|要求|要|想)?(?:了|过)?(?<!拖)延(?:了|过)?期(?:待批|了|过|的)?/, { only: 'extended' }],
  [/(?:还|仍|都)?(?:没有?|未|尚未)(?:按时|及时|如期)?(?:完成|办完|办结|做完|弄完|搞完|干完|落实|了结|销号|到位|交差|结|办|做)(?:好|成|下来)?|在办|正在办|在(?:推进|办理|实施|进行)|剩下?|余下|欠着?(?=几|多少)|压着|悬着|收(?:个)?尾/, { only: 'open' }],
  [/(?:需要?|要|待|等|该)?(?:着)?(?:我|领导|县里|上面)?(?:来|去|出面|帮忙?)?协调(?:解决|处理)?(?:的)?(?:问题|事项|事情|事|难题)?/, { only: 'coordination' }],
  [/待审核?|等(?:着|待)?审核?|申请(?:了)?办结|在审/, { only: 'claimed' }],
  [/亮?了?红(?:灯|牌|色)|(?:是|亮|变|成)?红(?:的|了)|滞后|落后|拖后腿|掉队|红(?=[?吗呢|,。]|$)/, { light: 'red' }],
  [/亮?了?黄(?:灯|牌|色)|(?:是|亮|变|成)?黄(?:的|了)|预警/, { light: 'yellow' }],
  [/绿(?:灯|色|的|了)|正常(?:推进)?/, { light: 'green' }],
]
/** Behind when something falls due, for 要完成 says nothing of what is done. */
const falling = /(?:快|就|将|即将|马上)?要?(?:到期|到时限|截止)|(?:要|该|应|应该|须|必须)(?:完成|办结|做完|办完|办)(?:好)?|时限(?:是|到)?/
const finished: readonly (readonly [RegExp, Partial<Slots['list']>])[] = [
  [/(?:已经?|都|全部?){0,3}(?:完成|办结|办完|办好|做完|弄完|搞完|干完|建完|修完|弄好|搞定|销号|到位|结束)了?/, { light: 'done' }],
  [/待定|白灯/, { light: 'pending' }],
]

const changed = /(?:有没有|有)?(?:什么|啥|哪些)?(?:新的?)?(?:变化|变动|动静|新情况|新进展|更新)/
const sinceMeetingForm = /(?:自|从|跟|和|比)?上一?(?:次|回)(?:的)?(?:开会|会议|会)(?:以来|以后|之后|到现在|至今)/

const words: readonly (readonly [About, RegExp])[] = [
  ['instructions', /(?:我|领导|县长|书记)?(?:最近|近期|以前|之前|都|所|曾经?|给的?){0,3}(?:口头)?(?:批示|交办|交代)(?:过|了|给|下去|下来|出去)*(?:的)?(?:事情|事项?|任务|工作|件)?(?:都)?(?:(?:办理?|落实|完成|推进|执行)(?:情况|进展)?(?:得|到|了)*)?/],
  ['to-decide', /(?:需要?|要|等|待|该|得)(?:着)?(?:我|领导|县长|您)(?:来|去)?(?:决定|定夺|定|拍板|决策|拿主意|批|签)(?:的)?(?:问题|事项|事情|事)?/],
  ['standing', /(?:完成|落实|办理|推进|办结)(?:情况|进展|进度)/],
  ['asked', /(办|完成|做|交|落实)没(?:有)?\1/],
  ['why', /为什么|为啥|为何|怎么会|凭什么|(?:是|因为)?(?:什么|啥)原因|原因(?:是什么|在哪)?|怎么(?:就|又|还)?(?=是?[红黄]|滞后|逾期|变|没有?办|没有?完成)/],
  ['who', /(?:是|由|该|归)?谁(?:来|在)?(?:负责|牵头|主办|承办|在?管|在?办|落实)(?:的|着)?|(?:是|由|归)?(?:哪个|哪家|哪一?家)(?:单位|部门|局|委|镇|乡)?(?:来|在)?(?:负责|牵头|主办|承办|管|办)(?:的)?|归谁|(?:责任|牵头|主办)(?:单位|部门|人)(?:是谁|是哪(?:个|家)?|是)?/],
  ['history', /(?:历史)?记录|历史|来龙去脉|(?<!已)经过(?!期)|都?报过些?什么/],
  ['changes', changed],
  ['contact', /(?:其他|其它|所有|全部)?(?:联络员|联系人|B岗|负责人)(?:叫什么)?/],
  ['by-unit', /按单位(?:看|排|分)?|各个?(?:单位|部门)(?:的)?(?:情况|进展|怎么样|如何)?/],
  ['standing', /(?:完成|落实|办理|推进|进展|工作|任务|总体|整体)?(?:情况|进展|进度|状态|现状|状况)|卡在(?:哪里?|什么地方)|(?:办|推进|落实|完成|进行|弄|做|搞|干|执行)(?:得|的|到)?(?=怎|如何|咋|什么程度|哪)|怎么样|怎样|如何|咋样|什么程度|到?哪一?步|到?哪里?了/],
  ['asked', /有没有|有无|吗|了没有?|没有?[?。]?$|没得$|是不是|是否|(?:什么时候|哪天|何时|几时|几号)(?:才?能|可以)?|呢/],
]

/** Words that say nothing about what is asked. */
const filling = /什么时候|谁家|怎么样|怎样|如何|究竟|到底|一共|总共|合计|全县|县里|全部|所有|整个|总体|整体|总的|最近|近期|近来|目前|现在|当前|眼下|这几天|任务|事项|事情|工作|项目|单位|部门|材料|数据|报表|方面|严重|特别|真的|这边|那边|这块|手上|手里|手头|面上|截至|截止|任务数|总数|名下|名单|清单|列表|我们|咱们|大家|多少|什么|哪些|哪个|哪几|还是|仍然|依然|一直|已经|一下|方案|谁|哪|啥|几|个|项|家|件|条|人|的|了|呢|啊|吗|呀|吧|么|嘛|哈|是|有|在|都|还|也|又|就|仍|要|该|活儿?|我|你|您|请|问|看|查|列|被|得|地|里|中|内|上|些|这|那|事|灯|到/g
const punctuation = /[?,。!;:、."“”'()|]/g

/** @param plain folded words. @returns undefined where more than one piece is left over */
export function slotsIn(plain: string, known: KnownNames, today: Day): Slots | undefined {
  const written = plain.replaceAll(' ', '').replaceAll('—', '-').replace(opening, '')
  const ofBody = bodyAsked(written, known.bodies)
  if (ofBody !== undefined) return ofBodyIn(ofBody)
  const rest = taking(written)
  const about = new Set<About>()
  for (const [kind, form] of whole) if (form.test(rest.left())) return { about: new Set([kind]), tasks: [], list: {}, leads: false, isDue: false, isToFinish: false }
  const sinceMeeting = rest.take(sinceMeetingForm) !== undefined
  const meeting = sinceMeeting ? undefined : meetingIn(rest)
  if (meeting !== undefined) return isFilling(rest.left()) ? { about, meeting, tasks: [], list: {}, leads: false, isDue: false, isToFinish: false } : undefined
  const inCharge = chargeIn(rest, known)
  const since = sinceMeeting ? sinceLastMeeting : /变化|变动|动静|新情况|新进展|更新/.test(plain) ? sinceIn(rest, today) : undefined
  const [unit, or] = unitsIn(rest, known)
  const overBy = overByIn(rest)
  const due = dueIn(rest, today)
  const tasks = tasksIn(rest)
  for (const [kind, form] of words.slice(0, aheadOfStates)) if (rest.take(form) !== undefined) about.add(kind)
  const falls = due === undefined ? undefined : rest.take(falling)?.[0]
  const isDue = falls !== undefined
  const list = { ...listIn(rest, due, isDue), ...(overBy === undefined ? {} : { only: 'overdue' as const, overBy }) }
  for (const [kind, form] of words.slice(aheadOfStates)) while (rest.take(form) !== undefined) about.add(kind)
  const leads = rest.take(/牵头(?:的|负责)?|负责的|主办的?/) !== undefined
  const left = isFilling(rest.left()) ? [] : piecesIn(rest.left())
  if (left.length > 1) return undefined
  return { about, tasks, list, leads, isDue, isToFinish: falls !== undefined && !/到期|到时限|截止|时限/.test(falls), ...(or === undefined ? {} : { or }), ...(left[0] === undefined ? {} : { left: left[0] }), ...(unit === undefined ? {} : { unit }), ...(inCharge === undefined ? {} : { inCharge }), ...(since === undefined ? {} : { since }) }
}

/** Of a body what its last meeting decided is asked, or what is new since. */
function ofBodyIn({ body, rest }: BodyAsked): Slots | undefined {
  const left = taking(rest)
  const isSince = left.take(sinceMeetingForm) !== undefined
  if (isSince) return left.take(changed) !== undefined && isFilling(left.left()) ? { about: new Set(['changes']), since: sinceLastMeeting, body, tasks: [], list: {}, leads: false, isDue: false, isToFinish: false } : undefined
  const meeting = meetingIn(left)
  return meeting === 'decisions' && isFilling(left.left()) ? { about: new Set(), meeting, body, tasks: [], list: {}, leads: false, isDue: false, isToFinish: false } : undefined
}

/** Why, whose, since when: these have words in them that would be read as how things stand. */
const aheadOfStates = words.findIndex(([kind]) => kind === 'by-unit') + 1

const isFilling = (words: string): boolean => words.replace(filling, '').replace(punctuation, '') === ''

const atEnds = new RegExp(`^(?:${filling.source}){1,8}|(?:${filling.source}){1,8}$`, 'g')

/** As they are written, without what says nothing at their ends: 残疾人托养中心. */
const piecesIn = (words: string): string[] => words.split(punctuation).map((piece) => piece.replace(atEnds, '')).filter((piece) => piece !== '')

const bodyName = '(?:领导小组|工作专班|专班|常务|常委|联席|调度|推进)?'
/** 上次会议定的事办得怎么样; 下次会议什么时候, 什么时候开会. */
function meetingIn(rest: Taking): Slots['meeting'] {
  const decided = new RegExp(`(?:上一?次|上回|上个?|刚开的)(?:的)?${bodyName}(?:开会|会议|会)(?:上|里)?(?:的|所|都)?(?:时候?)?(?:议?定|决定|布置|安排|要求|部署|说|讲|通过|明确)?(?:的|了的?|下来的?|下去的?)?(?:几|那)?(?:件|项)?(?:事项?|事情|任务|工作)?(?:都)?(?:办理?|落实|完成|推进|进展|进度|情况)?(?:得|到)?了?(?:怎么样|怎样|如何|咋样|情况|没有?|吗|哪一?步)?(?:了|吗)?`, 'u')
  if (rest.take(decided) !== undefined) return 'decisions'
  const next = [
    new RegExp(`${bodyName}(?:下一?次|下回)(?:的)?(?:什么时候|哪一?天|何时|几时|几号)(?:再|要)?(?:召?开)(?:会议?)?`, 'u'),
    new RegExp(`(?:下一?次|下一?个|下回|最近一次)(?:的)?${bodyName}(?:会议|会|开会)(?:是|在|定)?(?:什么时候|哪一?天|何时|几时|几号)?(?:召?开)?`, 'u'),
    new RegExp(`${bodyName}(?:什么时候|哪一?天|何时|几时|几号)(?:再|要)?(?:召?开)(?:下一?次|下个?)?${bodyName}(?:会议|会)`, 'u'),
    new RegExp(`${bodyName}会议?(?:是|定)?(?:在)?(?:什么时候|哪一?天|何时|几时|几号)(?:召?开)?`, 'u'),
    /(?:最近|近期|这周|本周|这个?月|本月)?有(?:什么|哪些|啥|没有)会议?(?:要开)?(?=[?。吗呢]|$)/,
  ]
  return next.some((form) => rest.take(form) !== undefined) ? 'next-meeting' : undefined
}

/** 李县长分管的, 何景川管的领域, 我分管的. */
function chargeIn(rest: Taking, { people }: KnownNames): string | undefined {
  const manages = '(?:同志)?(?:所)?(?:分管|主管|管着?|负责|联系)(?:的)?(?:领域|范围|口子?|这块|那块|战线|线)?'
  const own = rest.take(/我(?:所)?(?:分管|主管)的?(?:领域|范围|口子?|这块|那块|战线|线)?/u)
  if (own !== undefined) return '我'
  const named = people.filter((name) => rest.left().includes(name)).map(escaped)
  return rest.take(new RegExp(`(${[...named, `${surname}${office}`].join('|')})${manages}`, 'u'))?.[1]
}

/** 从6月30日以来, 这周以来, 上次看过以后. */
function sinceIn(rest: Taking, today: Day): string | undefined {
  const day = rest.take(new RegExp(`(?:从|自)?(${dayPhrase})(?:以来|以后|之后|到现在|起)`, 'u'))?.[1]
  if (day !== undefined) return day
  const yesterday = rest.take(/(?:从|自|跟|和|比)?昨天(?:以来|以后|之后|起|比)?/)
  if (yesterday !== undefined) return dayOfNumber(dayNumber(today) - 1)
  const span = latelyIn(rest.left(), today) ?? spanIn(rest.left(), today)
  if (span === undefined) return rest.take(/(?:从|自)?上一?次(?:看|会议|查看)(?:过)?(?:以来|以后|之后)?/) === undefined ? undefined : ''
  rest.take(new RegExp(`(?:从|自|跟|和|与|比)?${escaped(span.said)}(?:以来|以后|之后|里|中|相?比)?`, 'u'))
  return span.from
}

/** Whole names before parts; 县 is left out where one speaks. A name that nobody knows is asked about all the same. */
function unitIn(rest: Taking, { units }: KnownNames): string | undefined {
  const called = units.flatMap((name) => [name, ...(/^[县市区].{2,}/.test(name) ? [name.slice(1)] : [])]).toSorted((a, b) => b.length - a.length)
  const known = called.find((name) => rest.left().includes(name))
  if (known !== undefined) return rest.take(new RegExp(escaped(known), 'u'))?.[0]
  return rest.take(/(?<![一-龥])(?!各|这|那|有|还)((?:(?![哪谁几什])\p{Script=Han}){1,10}?(?:局|委员会|发改委|卫健委|办公室|街道办?|镇|乡|大队))(?!长|面)/u)?.[1]
}

/** 教育局和财政局: another that is named beside the first. */
function unitsIn(rest: Taking, known: KnownNames): [unit?: string, or?: string] {
  const first = unitIn(rest, known)
  const isBeside = first !== undefined && /[|][、和与及跟]|[、和与及跟][|]/.test(rest.left())
  if (first === undefined || !isBeside) return first === undefined ? [] : [first]
  rest.take(/(?<=[|])[、和与及跟]|[、和与及跟](?=[|])/u)
  const other = unitIn(rest, known)
  return other === undefined ? [first] : [first, other]
}

/** 逾期超过一个月. */
function overByIn(rest: Taking): number | undefined {
  const long = overdueBy(rest.left())
  return long === undefined || rest.take(new RegExp(escaped(long.said), 'u')) === undefined ? undefined : long.days
}

/** As it was said, so that a list takes the same words. What has been is asked for too: 过去一个月, 6月底前. */
function dueIn(rest: Taking, today: Day): string | undefined {
  const span = spanIn(rest.left(), today) ?? spanBackIn(rest.left(), today)
  if (span !== undefined) return rest.take(new RegExp(escaped(span.said), 'u'))?.[0]
  // 月底到期的 is what is due until then.
  const until = new RegExp(`(${dayPhrase})(?=到期|要|该|截止)`, 'u').exec(rest.left())?.[1]
  if (until === undefined || spanIn(`${until}前`, today) === undefined) return undefined
  return rest.take(new RegExp(escaped(until), 'u')) === undefined ? undefined : `${until}前`
}

/** 12, p1-12, 任务12, 12号, 第十二项. */
function tasksIn(rest: Taking): string[] {
  const found: string[] = []
  for (;;) {
    const number = rest.take(/(?:任务|第)?(?<![\d.])((?:p\d{1,6}[-#/])?\d{1,4})(?:号任务|号|项|条)?(?![\d%.天日月年个家周])/iu)?.[1] ?? rest.take(/(第[一二三四五六七八九十百]{1,5}[项号条])/u)?.[1]
    if (number === undefined) return found
    found.push(number)
  }
}

/** 快到期的 without a time is what falls due in the days ahead. */
function listIn(rest: Taking, due: string | undefined, isDue: boolean): Slots['list'] {
  const list: Slots['list'] = {}
  // 本月到期还没完成的 is open: by what time is said. 逾期没办的 is overdue: what is said first is the narrower.
  for (const [form, state] of states) while (rest.take(form) !== undefined) Object.assign(list, { ...state, ...list })
  const isSoon = !isDue && rest.take(falling) !== undefined
  for (const [form, state] of finished) if (rest.take(form) !== undefined) Object.assign(list, state)
  if (due !== undefined) return { ...list, due }
  return isSoon && list.only === undefined ? { ...list, only: 'week' } : list
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
