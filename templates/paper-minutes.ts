// 会议纪要: what a sitting heard and settled, who answers for it and until when, who was there.
import type { Day } from '#src/calendar/day.ts'
import type { Paper, PaperBlock } from './paper.ts'
import { deputyWords, orBlank, paperDay, paperFileName, paperHour, paperPerson, paperSubject, sentence, toFill, unended, type PaperPerson } from './paper-words.ts'

/** What is left out is not known, and a blank in the paper. */
export type MinutesFacts = {
  /** 县学前教育工作领导小组2026年第二次会议 */
  meeting: string
  body: string
  day?: Day
  /** Wall time: `15:00`. */
  time?: string
  place?: string
  chair?: PaperPerson
  /** `by`: whose report was heard on it. */
  items: readonly { title: string; by?: string }[]
  /** 议定事项. `units` answer for it; `due` in words, as it was said: 6月底前. */
  decisions: readonly { text: string; units: readonly string[]; due?: Day | string }[]
  /** 会议听取、指出、同意: what was said and asked of nobody. */
  notes?: readonly string[]
  /** `deputy`: whom they sent. */
  present: readonly (PaperPerson & { deputy?: string })[]
  excused?: readonly PaperPerson[]
  /** Not there, and not excused. */
  absent?: readonly PaperPerson[]
  observers?: readonly PaperPerson[]
  recordedBy?: PaperPerson
}

export const minutesFileName = ({ body, day }: MinutesFacts): string => paperFileName('会议纪要', body, day)

export function paperMinutes(facts: MinutesFacts): Paper {
  const { body, items, decisions, notes = [] } = facts
  return {
    kind: 'paper',
    blocks: [
      { kind: 'masthead', text: `${orBlank(body).replace(/会议$/, '')}会议纪要` },
      { kind: 'paragraph', text: opening(facts) },
      { kind: 'heading', level: 1, text: '一、会议议题' },
      ...(items.length === 0 ? [empty] : items.map(({ title, by }, at): PaperBlock => ({ kind: 'item', number: at + 1, text: sentence(by === undefined ? title : `${unended(title)}（听取${by}汇报）`) }))),
      ...(notes.length === 0 ? [] : [{ kind: 'heading', level: 1, text: '二、会议意见' } satisfies PaperBlock, ...notes.map((text, at): PaperBlock => ({ kind: 'item', number: at + 1, text: sentence(text) }))]),
      { kind: 'heading', level: 1, text: `${notes.length === 0 ? '二' : '三'}、议定事项` },
      ...(decisions.length === 0 ? [empty] : decisions.map((decision, at): PaperBlock => ({ kind: 'item', number: at + 1, text: decided(decision) }))),
      { kind: 'blank' },
      ...attendance(facts),
    ],
  }
}

const empty: PaperBlock = { kind: 'paragraph', text: sentence(toFill) }

/** 时间、地点、主持, in one sentence. */
function opening({ meeting, day, time, place, chair, items }: MinutesFacts): string {
  const heard = items.some(({ by }) => by !== undefined) ? '会议听取了有关情况汇报，研究了有关事项。' : '会议研究了有关事项。'
  return `${paperDay(day)}${time === undefined ? '' : paperHour(time)}，${paperSubject(chair ?? {})}在${orBlank(place)}主持召开${orBlank(meeting)}。${heard}现将会议议定事项纪要如下：`
}

/** 县教育局牵头制定方案。（责任单位：县教育局、县财政局；完成时限：2026年6月30日） */
const decided = ({ text, units, due }: MinutesFacts['decisions'][number]): string => `${sentence(text)}（责任单位：${units.length === 0 ? toFill : units.join('、')}；完成时限：${dueWords(due)}）`

const dueWords = (due: Day | string | undefined): string => (due !== undefined && /^\d{4}-\d\d-\d\d$/.test(due) ? paperDay(due as Day) : orBlank(due))

/** 县财政局（周敏副股长代） */
function comer({ deputy, ...person }: MinutesFacts['present'][number]): string {
  if (deputy === undefined) return paperPerson(person)
  return `${person.name === undefined && person.post === undefined ? orBlank(person.unit) : paperPerson(person)}（${deputyWords(deputy)}）`
}

function attendance({ present, excused = [], absent = [], observers = [], recordedBy }: MinutesFacts): PaperBlock[] {
  const rows: [string, readonly string[]][] = [
    ['出席', present.length === 0 ? [toFill] : present.map(comer)],
    ['请假', excused.map(paperPerson)],
    ['缺席', absent.map(paperPerson)],
    ['列席', observers.map(paperPerson)],
    ['记录', recordedBy === undefined ? [] : [paperPerson(recordedBy)]],
  ]
  return rows.filter(([, names]) => names.length > 0).map(([label, names]) => ({ kind: 'names', label, names }))
}
