// What comes back: duties owed each period, and bodies that must meet.
import { cadencesIn, sentencesIn, timesIn, type Cadence } from './cadence.ts'
import { folded, withoutDocumentNames } from './folded-text.ts'
import { bodiesBefore, bodyNamedIn, isConvened } from './body-names.ts'
import type { ReadMeeting, ReadRecurrence, Span } from './reading.ts'

export type Duties = { recurrences: ReadRecurrence[]; meetings: ReadMeeting[] }

const meets = /召开|会议|专题研究|研究|听取|会商|例会|议教/
const organ = '(?:部门|局|委|办|办公室|厅|部|中心|小组|专班|政府|党委|单位|院|公司|室|站|所|镇|街道|社区|督查组|指挥部)'
const subjectAtEnd = new RegExp(`([^,。;:()、]{1,29}?${organ})$`)
const everyPlace = /(各[^,。;:]{1,14})$/
const subjectAtStart = new RegExp(`^([^,。;:()]{1,24}?${organ})(?=根据|按照|依据|结合|对|向|将|要|应|须|会同|负责|牵头)`)
const receiverForms = [
  /向([^,。;:]{2,24}?)(?:报送|报告|汇报|提交|上报|反馈|通报|备案|述职)/,
  new RegExp(`报送?(?:至|给|到)?([^,。;:的]{1,20}?${organ})(?:备案|审核|汇总|$)`),
  new RegExp(`(?:报送|上报|反馈)(?:至|给|到)([^,。;:]{1,20}?${organ})`),
]

/** The duties and meetings in a span. `taskTitle` is left out where the words stand in no task. */
export function dutiesIn(text: string, span: Span, taskTitle?: string): Duties {
  const plain = withoutDocumentNames(folded(text.slice(span.from, span.to)))
  const duties: Duties = { recurrences: [], meetings: [] }
  for (const sentence of sentencesIn(plain)) {
    const words = plain.slice(sentence.from, sentence.to)
    for (const cadence of cadencesIn(words)) {
      const where: Span = { from: span.from + sentence.from, to: span.from + sentence.to }
      const shown = text.slice(where.from, where.to).trim()
      const clauseTo = endOfClause(words, cadence.to)
      const clause = words.slice(cadence.to, clauseTo)
      const before = words.slice(startOfClause(words, cadence.from), cadence.from)
      const earlier = plain.slice(Math.max(0, sentence.from - 200), sentence.from) + words.slice(0, cadence.from)
      const bodies = bodiesMeeting(before, clause, earlier)
      if (bodies.length > 0) {
        const times = timesIn(clause)
        for (const body of bodies) duties.meetings.push({ body, every: cadence.every, ...(times === undefined ? {} : { times }), convened: isConvened(body), text: shown, span: where })
      } else {
        duties.recurrences.push(recurrence(words, cadence, { before, clause, clauseTo, shown, where, taskTitle }))
      }
    }
  }
  return duties
}

type Around = { before: string; clause: string; clauseTo: number; shown: string; where: Span; taskTitle: string | undefined }

function recurrence(words: string, cadence: Cadence, { before, clause, clauseTo, shown, where, taskTitle }: Around): ReadRecurrence {
  const has = words.slice(cadence.from, clauseTo - cadence.from >= 7 ? clauseTo : endOfClause(words, Math.min(words.length, clauseTo + 1))).trim()
  const times = timesIn(clause)
  const due = /^(?:的)?(?:(\d{1,2})月)?(?:(\d{1,2})日|底|末|份)?(?:之前|以前|前|底|末)/.exec(clause)
  const month = due?.[1] === undefined ? undefined : Number(due[1])
  const day = due?.[2] === undefined ? undefined : Number(due[2])
  const debtor = debtorIn(before, words)
  const receiver = receiverIn(clause)
  return {
    ...(taskTitle === undefined ? {} : { taskTitle }),
    every: cadence.every,
    ...(times === undefined ? {} : { times }),
    ...(month !== undefined && month >= 1 && month <= 12 ? { month } : {}),
    ...(day !== undefined && day >= 1 && day <= 31 ? { day } : {}),
    ...(debtor === undefined ? {} : { debtor }),
    ...(receiver === undefined ? {} : { receiver }),
    has,
    text: shown,
    span: where,
  }
}

function debtorIn(before: string, words: string): string | undefined {
  const subject = before.replace(/(?:原则上|至少|定期|一般|要|应当|应|须|需|于|在)+$/, '')
  const sentence = words.slice(words.lastIndexOf(',', words.indexOf(subject) + 1) + 1)
  return nameOf(subjectAtEnd.exec(subject.slice(-30))?.[1] ?? everyPlace.exec(subject.slice(-16))?.[1] ?? subjectAtStart.exec(before)?.[1] ?? (sentence === before ? undefined : subjectAtStart.exec(sentence)?.[1]))
}

function receiverIn(clause: string): string | undefined {
  for (const form of receiverForms) {
    const name = form.exec(clause)?.[1]
    if (name !== undefined) return nameOf(name)
  }
  return undefined
}

/** Not the blanks a template leaves in front of a name. */
const nameOf = (words: string | undefined): string | undefined => words?.replace(/^[_ ]+/, '').replace(/^(?:由|并由|其中)/, '').replace(/(?<=.{2})会同.*$/, '')

function endOfClause(words: string, from: number): number {
  const stop = words.slice(from).search(/[,]/)
  return stop < 0 ? words.length : from + stop
}

function startOfClause(words: string, to: number): number {
  return Math.max(words.lastIndexOf(',', to), words.lastIndexOf(':', to)) + 1
}

/** The bodies that meet at this cadence; none where the clause speaks of no meeting or an office holds it. */
function bodiesMeeting(before: string, clause: string, earlier: string): string[] {
  if (!meets.test(clause)) return []
  const named = bodiesBefore(before)
  if (named.length > 0) return named
  const meeting = /召开(?:一|两|\d{1,2})?次?(?:以上)?(?:的)?([^,。;]{0,24}?(?:会议|例会|推进会|调度会|协调会|会商会|联席会|常务会|座谈会|现场会))/.exec(clause)?.[1]?.replace(/^(?:一|两|\d{1,2})次(?:以上)?/, '')
  if (meeting === undefined) return []
  const own = bodyNamedIn(meeting)
  if (own !== undefined) return [own]
  const subject = before.replace(/(?:原则上|至少|定期|一般|要|应当|应|须|需)+$/, '')
  if (subjectAtEnd.test(subject.slice(-30))) return []
  return [bodyNamedIn(earlier) ?? meeting]
}
