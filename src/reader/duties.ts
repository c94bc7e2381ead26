// What comes back: duties owed each period, and bodies that must meet.
import { bodiesBefore, bodyNamedIn, cleanName, isConvened } from './body-names.ts'
import { cadencesIn, sentencesIn, timesIn, type Cadence } from './cadence.ts'
import { debtorsIn, endsAsOrgan, owedInTurn, receiverIn } from './debtors.ts'
import { bareSpan, numberOf } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import type { ReadMeeting, ReadRecurrence, Span } from './reading.ts'
import type { ShortNames } from './short-names.ts'

export type Duties = { recurrences: ReadRecurrence[]; meetings: ReadMeeting[] }

/** A body as the subject of a sentence, and what it does in a meeting. */
const bodyAtStart = /^([^,。;:()、]{2,30}?(?:领导小组|委员会|指挥部|专班|联席会议))(?![^,]{0,2}办公室)/
const hears = /^(?:至少|不少于|定期)?(?:听取|召开|专题研究)/
/** 各专班由县领导挂帅,落实月例会制度: those who are spoken of meet. */
const meetsRegularly = /^度?例会(?:制度|机制)?/
/** 各专班每周调度: a body that is called together meets to do so; its office does it at its desk. */
const takesStock = /^(?:至少|不少于|定期)?(?:开展|组织|进行)?(?:一|两|\d{1,2})?次?(?:集中|专题|工作|全面)?调度(?!令|会)/
const isCalledTogether = (body: string): boolean => isConvened(body) && !body.endsWith('办公室')
const meets = /召开|会议|专题研究|研究|听取|会商|例会|议教|碰头/

/** The duties and meetings in a span. `taskTitle` is left out where the words stand in no task. */
export function dutiesIn(text: string, span: Span, taskTitle?: string, shortNames: ShortNames = new Map()): Duties {
  const plain = bareSpan(text, span)
  const duties: Duties = { recurrences: [], meetings: [] }
  /** Who got what was owed last, in this sentence or the one before. */
  let handedTo: { receiver: string | undefined; sentence: number } | undefined
  for (const [index, sentence] of sentencesIn(plain).entries()) {
    const words = plain.slice(sentence.from, sentence.to)
    const cadences = cadencesIn(words)
    if (cadences.length === 0) continue
    const where: Span = { from: span.from + sentence.from, to: span.from + sentence.to }
    const shown = text.slice(where.from, where.to).trim()
    for (const [at, cadence] of cadences.entries()) {
      if (isSeason(words.slice(cadence.to, cadences[at + 1]?.from ?? cadence.to))) continue
      const clauseTo = endOfClause(words, cadence.to)
      const clause = words.slice(cadence.to, clauseTo)
      const before = words.slice(startOfClause(words, cadence.from), cadence.from)
      const earlier = plain.slice(Math.max(0, sentence.from - 200), sentence.from) + words.slice(0, cadence.from)
      const meetings = meetingsOf(before, clause, { earlier, sentence: words.slice(0, cadence.from), shortNames }, cadence)
      for (const meeting of meetings) duties.meetings.push({ ...meeting, every: cadence.every, ...(cadence.school === undefined ? {} : { school: cadence.school }), convened: isConvened(meeting.body), text: shown, span: where })
      if (meetings.length > 0) continue
      const inTurn = owedInTurn(before, clause, handedTo !== undefined && index - handedTo.sentence <= 1 ? handedTo.receiver : undefined)
      const duty = recurrence(words, cadence, { before, clause, clauseTo, nextFrom: cadences[at + 1]?.from, shown, where, taskTitle, inTurn })
      duties.recurrences.push(duty)
      handedTo = { receiver: duty.receiver, sentence: index }
    }
  }
  return duties
}

/** 每年的4月至10月每月巡查: what stands between two rhythms is when in the year the second is kept. */
const isSeason = (between: string): boolean => /^的?(?:汛期|防火期|\d{1,2}月?(?:至|到|—)(?:次年)?\d{1,2}月)(?:份|期间|之间)?,?$/.test(between)

type Around = { before: string; clause: string; clauseTo: number; nextFrom: number | undefined; shown: string; where: Span; taskTitle: string | undefined; /** It is owed by whom the one before was handed in to. */ inTurn: string | undefined }

function recurrence(words: string, cadence: Cadence, { before, clause, clauseTo, nextFrom, shown, where, taskTitle, inTurn }: Around): ReadRecurrence {
  const has = hasOf(words, cadence, clauseTo, nextFrom)
  const times = timesOf(cadence, timesIn(clause))
  const due = /^(?:的)?(?:(\d{1,2})月)?(?:(\d{1,2})[日号]|底|末|份)?(?:之前|以前|前|底|末)/.exec(clause)
  const month = numberUpTo(12, due?.[1]) ?? (cadence.every === 'year' && /^的?年(?:底|末)/.test(clause) ? 12 : undefined)
  const day = numberUpTo(31, due?.[2])
  const debtors = inTurn !== undefined ? [inTurn] : debtorsIn(before, words.slice(cadence.to), words.slice(0, cadence.from))
  const receiver = receiverIn(clause, words.slice(clauseTo + 1, endOfClause(words, Math.min(words.length, clauseTo + 1))))
  return {
    ...(taskTitle === undefined ? {} : { taskTitle }),
    every: cadence.every,
    ...(cadence.school === undefined ? {} : { school: cadence.school }),
    ...(times === undefined ? {} : { times }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(debtors[0] === undefined ? {} : { debtor: debtors[0] }),
    ...(debtors.length > 1 ? { debtors } : {}),
    ...(receiver === undefined ? {} : { receiver }),
    has,
    text: shown,
    span: where,
  }
}

/** To the end of its clause, or of the next where it is short; of 周调度、月通报 each its own. */
function hasOf(words: string, cadence: Cadence, clauseTo: number, nextFrom: number | undefined): string {
  const own = nextFrom === undefined ? undefined : /^([^、,]{2,8})[、,]$/.exec(words.slice(cadence.to, Math.min(nextFrom, cadence.to + 12)))?.[1]
  if (own !== undefined) return words.slice(cadence.from, cadence.to) + own
  return words.slice(cadence.from, clauseTo - cadence.from >= 7 ? clauseTo : endOfClause(words, Math.min(words.length, clauseTo + 1))).trim()
}

const numberUpTo = (most: number, written: string | undefined): number | undefined => {
  const value = Number(written)
  return written !== undefined && value >= 1 && value <= most ? value : undefined
}

/** Once a 旬 is three times a month. */
const timesOf = ({ perPeriod }: Cadence, said: number | undefined): number | undefined => (perPeriod === 1 ? said : perPeriod * (said ?? 1))

function endOfClause(words: string, from: number): number {
  const stop = words.slice(from).search(/[,]/)
  return stop < 0 ? words.length : from + stop
}

function startOfClause(words: string, to: number): number {
  return Math.max(words.lastIndexOf(',', to), words.lastIndexOf(':', to)) + 1
}

const filler = /(?:原则上|至少|定期|一般|要|应当|应|须|需){1,6}$/
const kindsOfMeeting = '(?:会议|例会|推进会|调度会|协调会|会商会|联席会|常务会|座谈会|现场会|部署会|分析会|总结会|点评会|碰头会)'
const meetingForm = new RegExp(`召开(?:至少|不少于)?(?:一|两|\\d{1,2})?次?(?:以上)?(?:的)?([^,。;]{0,24}?${kindsOfMeeting})`)
const isHeld = /^(?:至少|定期|组织|集中)?召开(?!.{0,12}(?:若干|多次|数次))/
const isMeeting = new RegExp(`^[^,。;、]{1,20}${kindsOfMeeting}$`)
/** 1次综合性会议和2次专题会议 are two cadences. */
const countedMeetings = new RegExp(`(\\d{1,2}|[一二两三四五六])次(?:以上)?(?:的)?[^,。;、和\\d]{0,12}?${kindsOfMeeting}`, 'g')

type Said = { earlier: string; sentence: string; shortNames: ShortNames }

/** The bodies that meet at this cadence, and how many times; none where the clause speaks of no meeting or an office holds it. */
function meetingsOf(before: string, clause: string, said: Said, cadence: Cadence): Pick<ReadMeeting, 'body' | 'times' | 'of'>[] {
  const counts = matchesOf(countedMeetings, clause).map((match) => ({ counted: numberOf(match[1] ?? ''), of: sortOf(match[0]) }))
  const times = counts.length > 1 ? counts : [{ counted: timesIn(clause), of: sortOf(clause) }]
  return bodiesMeeting(before, clause, said).flatMap((body) =>
    times.map(({ counted, of }) => {
      // What is held each quarter, and no number is said, is held once.
      const owed = timesOf(cadence, counted ?? (isHeld.test(clause) ? 1 : undefined))
      return { body, ...(owed === undefined ? {} : { times: owed }), ...(of === undefined ? {} : { of }) }
    }))
}

/** 专题会议, 专题研究, 综合性会议: what kind of sitting the words count; none where they say none, or both. */
function sortOf(words: string): ReadMeeting['of'] {
  const [special, general] = [/专题性?(?:会|研究|研判|听取|调度|推进|部署|协调|学习)/.test(words), /综合性?(?:会议|例会|调度会)/.test(words)]
  return special === general ? undefined : special ? 'special' : 'general'
}

/** 镇清淤办(设在镇水利站). */
const deskOfBody = /^([省市县区州旗镇乡].{2,6}办)(?:\([^()]{1,20}\))?$/
const foundsBody = /(?:成立|设立|组建|建立)[^,。;:]{2,40}?(?:小组|专班|指挥部|联席会议|推进组)(?=,|$)/

/** Those in front of the words, or the sentence's subject, or the one that it founds. */
function bodiesTakingStock(before: string, sentence: string): string[] {
  const named = bodiesBefore(before).filter(isCalledTogether)
  if (named.length > 0 || before !== '') return named
  const opens = bodyAtStart.exec(sentence)?.[1]
  if (opens !== undefined) return /[向对给由报]/.test(opens) ? [] : [cleanName(opens)].filter(isCalledTogether)
  const founded = foundsBody.exec(sentence)?.[0]
  return founded === undefined ? [] : [cleanName(founded)].filter(isCalledTogether)
}

function bodiesMeeting(before: string, clause: string, { earlier, sentence, shortNames }: Said): string[] {
  if (!meets.test(clause)) return takesStock.test(clause) ? bodiesTakingStock(before, sentence) : []
  const subject = before.replace(filler, '').replace(/^.* |^\d{1,2}[.、]/, '')
  const desk = /碰头/.test(clause) ? deskOfBody.exec(subject)?.[1] : undefined
  if (desk !== undefined) return [desk]
  const full = shortNames.get(subject)
  if (full !== undefined) return [cleanName(full)]
  const named = bodiesBefore(before)
  if (named.length > 0) return named
  // 领导小组统筹全县工作,每半年听取1次汇报: the sentence's subject.
  const opens = before === '' && (hears.test(clause) || meetsRegularly.test(clause)) ? bodyAtStart.exec(sentence)?.[1] : undefined
  if (opens !== undefined) return [cleanName(opens)]
  // 总河长会议每半年召开一次: the meeting is the sentence's subject.
  if (isMeeting.test(subject) && /召开/.test(clause)) return [bodyNamedIn(subject) ?? cleanName(subject)]
  const meeting = meetingForm.exec(clause)?.[1]?.replace(/^(?:一|两|\d{1,2})次(?:以上)?/, '')
  if (meeting === undefined) return []
  const own = bodyNamedIn(meeting)
  if (own !== undefined) return [own]
  // The office of a body holds its working meetings.
  if (/.{3}办公室$|^[省市县区州旗].{2,6}办$/.test(subject) && !/^[省市县区州旗]?(?:委|政府)办(?:公室)?$/.test(subject)) return [cleanName(subject)]
  if (endsAsOrgan.test(subject.slice(-30))) return []
  return [bodyNamedIn(earlier) ?? meeting]
}
