// For the contact who has just reported, added to a report or put one right.
import type { Day } from '#src/calendar/day.ts'
import type { Report } from '#src/ledger/assignment.ts'
import type { ConcreteQuestion } from '#src/queries/concrete-question.ts'
import type { PutRight } from '#src/queries/put-right.ts'
import type { Round } from '#src/queries/round.ts'
import type { RoundQuestion } from '#src/queries/round-question.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { reportWords } from './report-words.ts'
import { roundName } from './round-name.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { numberOf, shortTitle } from './task-line.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    recorded: '已记录', corrected: '已更正', comma: '，',
    noticed: '督查室会看到这条困难，不必另行报告。', toHelp: (unit: string) => `督查室会看到这条困难和需要${unit}协调，不必另行报告。`,
    add: '补充说明', more: '补一句', undo: '撤销', answer: '回答', asks: (question: string) => `还请回答：${question}`, says: (act: string, task: string) => `${act}：${task}`,
    late: (round: string, day: string) => `${round}${day}已截止，记为迟报。`,
    claim: '申请办结', toClaim: '已全部办完的话，请再点“申请办结”：督查室同意后才算办结，在那以前还会请您填报。', paused: (day: string) => `这一项${day}已暂缓，恢复前不用报；这句话已记下。`,
    closed: (day: string) => `这一项${day}已办结，不用再报；这句话已记下。情况有变，请告诉督查室。`, contested: (day: string) => `${day}提的异议还在等督查室核定，核定前灯都注明“有异议待核”。`, disowned: (day: string) => `${day}提的“不是我负责”还在等督查室核定，督查室会看到这次填报。`,
    ofOne: (unit: string, others: string) => (others === '' ? `这是${unit}的。` : `这是${unit}的；${others}请再报一次。`),
    silent: '已连续几次只报“正常推进”。方便的话补一句，不补也算数：',
  },
  en: {
    recorded: 'Recorded', corrected: 'Corrected', comma: ', ',
    noticed: 'The secretary sees this; no other report is needed.', toHelp: (unit: string) => `The secretary sees this and that ${unit} has to help; no other report is needed.`,
    add: 'Add details', more: 'Add a sentence', undo: 'Take back', answer: 'Answer', asks: (question: string) => `Please answer too: ${question}`, says: (act: string, task: string) => `${act}: ${task}`,
    late: (round: string, day: string) => `${round} ended ${day}: this counts as late.`,
    claim: 'Say it is done', toClaim: 'If all of it is done, press “Say it is done” too: it is closed once the secretary agrees, and you are asked for reports until then.', paused: (day: string) => `It was paused on ${day} and needs no report until it is resumed; this is kept.`,
    closed: (day: string) => `It was closed on ${day} and needs no report; this is kept. If something changed, tell the secretary.`, contested: (day: string) => `The objection of ${day} still waits for the secretary; until then the light is marked as contested.`, disowned: (day: string) => `That it is not yours, said on ${day}, still waits for the secretary, who sees this report too.`,
    ofOne: (unit: string, others: string) => (others === '' ? `This is ${unit}’s.` : `This is ${unit}’s; please report once more for ${others}.`),
    silent: 'This is “on track” several times in a row. Add a sentence if you can; it counts as it is:',
  },
} satisfies Record<Lang, unknown>

/** 「新建幼儿园3所」，到哪一步了？ */
export const questionWords = (about: string, lang: Lang): string => (lang === 'zh' ? `「${cutTo(about, 40)}」到哪一步了？` : `“${cutTo(about, 60)}”: how far is it?`)

/** 更正前(7月1日)：正常推进，进度80%。原因：误填 */
export function putRightLine({ was, reason }: PutRight, lang: Lang, today?: Report['on']): Rich {
  const day = shortDay(was.correctedOn ?? was.on, lang, today)
  const said = plain(reportWords(was, lang)).replace(/[。.；;]$/, '')
  return lang === 'zh' ? rich`更正前(${day})：${said}。更正原因：${reason}` : rich`Before (${day}): ${said}. Why it was put right: ${reason}`
}

export type RecordedFacts = {
  task: TaskCard
  /** The asker's own, as it stands now. */
  report: Report
  /** Wall time in the plan's zone. */
  time: string
  /** What it said before, where it was put right. */
  before?: PutRight | undefined
  question?: ConcreteQuestion | undefined
  /** When the unit said that the part is not its own, which waits. */
  disownedOn?: Day | undefined
  /** All of it is done by these words or figures, and nobody has claimed so. */
  isToClaim?: boolean
  /** The round whose last day had passed. */
  late?: { round: Round; until: Day } | undefined
  /** What a round asks besides, and was not answered. */
  ofRound?: RoundQuestion | undefined
  /** Where the asker speaks for several of the group: whose it is, and those that have said nothing today. */
  ofOne?: { unit: string; others: readonly string[] } | undefined
}

export function reportRecorded({ task, report, time, before, late, question, disownedOn, isToClaim = false, ofRound, ofOne }: RecordedFacts, lang: Lang): Card {
  const w = words[lang]
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const said = reportWords(report, lang)
  const first = rich`✅ ${before === undefined ? w.recorded : w.corrected} ${time} · ${strong(name)}`
  const needs = report.needs ?? ''
  return {
    text: `${plain(first)}${w.comma}${cutTo(plain(said), 80)}`,
    lines: [
      first, said,
      ...(ofOne === undefined ? [] : [rich`${w.ofOne(ofOne.unit, ofOne.others.join(lang === 'zh' ? '、' : ', '))}`]),
      ...(late === undefined ? [] : [rich`${w.late(roundName(late.round, lang, report.on), shortDay(late.until, lang, report.on))}`]),
      ...(task.why.rule === 'accepted' ? [rich`${w.closed(shortDay(task.why.on, lang, report.on))}`] : []),
      ...(task.course.paused === undefined ? [] : [rich`${w.paused(shortDay(task.course.paused.on, lang, report.on))}`]),
      ...(isToClaim ? [rich`${w.toClaim}`] : []),
      ...(task.contested === undefined ? [] : [rich`${w.contested(shortDay(task.contested.on, lang, report.on))}`]),
      ...(disownedOn === undefined ? [] : [rich`${w.disowned(shortDay(disownedOn, lang, report.on))}`]),
      ...(before === undefined ? [] : [putRightLine(before, lang, report.correctedOn)]),
      ...(report.state === 'normal' ? [] : [rich`${needs === '' ? w.noticed : w.toHelp(needs)}`]),
      ...(ofRound === undefined ? [] : [rich`${strong(w.asks(ofRound.question))}`]),
      ...(question === undefined || ofRound !== undefined ? [] : [rich`${w.silent}`, rich`${strong(questionWords(question.about, lang))}`]),
    ],
    actions: [
      ...(isToClaim ? [{ label: w.claim, says: cutTo(w.says(w.claim, name), 70), run: ways.claim(task) }] : []),
      ...(ofRound === undefined ? [] : [{ label: w.answer, says: w.says(w.answer, name), run: ways.answerRound(task, ofRound.round) }]),
      question === undefined ? { label: w.add, says: w.says(w.add, name), run: ways.supplement(task) } : { label: w.more, says: w.says(w.more, name), run: ways.supplement(task) },
      { label: w.undo, says: w.says(w.undo, name), run: ways.undo(report.at, [task]) },
    ],
  }
}
