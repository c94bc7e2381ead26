// 为什么 N: why a light burns, in the order in which one asks: which rule, by which facts, what the plan says and where, and who recorded what.
import type { Day } from '#src/calendar/day.ts'
import type { Why } from '#src/queries/light.ts'
import type { Happening } from '#src/queries/task-history.ts'
import type { WhyFacts } from '#src/queries/why-facts.ts'
import type { Card, Lang } from './card.ts'
import { amendedDueLines } from './amended-task.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, dueWords } from './day-words.ts'
import { foundLines, foundMark } from './review-found.ts'
import { happeningLine } from './history-words.ts'
import { lightAndWhy } from './light-words.ts'
import { instructionLines, wordsHeading } from './task-instruction.ts'
import { contestedMark } from './task-line.ts'
import { contestedLines } from './objection.ts'
import { reportWords } from './report-words.ts'
import { plain, rich, type Rich } from './rich.ts'
import { taskRef, ways } from './ways.ts'

/** The rules of light, each as it is applied: `warnAt` working days before a date. */
const rules: Record<Lang, Record<Why['rule'], (warnAt: number) => string>> = {
  zh: {
    accepted: () => '办结申请经审核通过，亮✅。',
    'not-handed-out': () => '方案尚未下发，灯不亮。',
    'no-unit': () => '没有责任单位的任务灯不亮，待督查室确定单位。',
    blocked: () => '单位最近一次报“受阻”，且没有申请办结，亮🔴，不看日期。',
    overdue: () => '过了现定时限，当时没有申请办结、也没有按期申请延期，亮🔴。延期批准前已过的时限照算。',
    'milestone-overdue': () => '过了年度节点的时限还没有完成，亮🔴。',
    difficulty: () => '单位最近一次报“有困难”，亮🟡。',
    returned: () => '办结申请被退回，重新办理，亮🟡。',
    reopened: () => '已办结的被恢复办理，亮🟡。',
    'claim-waiting': () => '按期申请了办结，等督查室审核，单位的时限停住，亮🟡。',
    'due-soon': (warnAt) => `离时限${warnAt}个工作日以内，还没有申请办结，亮🟡。`,
    'milestone-soon': (warnAt) => `离年度节点${warnAt}个工作日以内，亮🟡。`,
    paused: () => '暂缓期间灯不亮，也不催办。',
    'extension-waiting': () => '按期申请了延期，等督查室批复，亮🟡。',
    'in-question': () => '单位反映不是其负责，等督查室核定，亮🟡。',
    unanswered: () => '最近结束的一轮报送没有报，亮🟡。没报不等于正常。',
    'year-unbound': () => '原文没有写明年份或日子，日期未确定前灯不亮。',
    reported: () => '没有到期的，最近一轮已报正常推进，亮🟢。只报“正常推进”而没有写内容的，注明自报。',
    'nothing-due': () => '时限没有到，也不欠进展，亮🟢。周期任务不改灯色，欠报的另行写明。',
  },
  en: {
    accepted: () => 'A completion was accepted: done.',
    'not-handed-out': () => 'No light burns before the plan is handed out.',
    'no-unit': () => 'Without a unit there is no light; the secretary has to name one.',
    blocked: () => 'The unit last reported “blocked” and has not said it is done: behind, whatever the date.',
    overdue: () => 'The date has passed, with no completion claimed and no extension asked by then: behind.',
    'milestone-overdue': () => 'A milestone of the year has passed and was not reached: behind.',
    difficulty: () => 'The unit’s last word is “in difficulty”: at risk.',
    returned: () => 'The completion was sent back: at risk.',
    reopened: () => 'What was accepted was opened again: at risk.',
    'claim-waiting': () => 'A completion was claimed in time and waits for review; the unit’s clock stands still: at risk.',
    'due-soon': (warnAt) => `Within ${counted(warnAt, 'working day')} of the date, and no completion claimed: at risk.`,
    'milestone-soon': (warnAt) => `Within ${counted(warnAt, 'working day')} of a milestone: at risk.`,
    paused: () => 'While it is paused no light burns and nobody is chased.',
    'extension-waiting': () => 'An extension was asked for in time and waits: at risk.',
    'in-question': () => 'The unit says that it is not its own, and that waits: at risk.',
    unanswered: () => 'The last closed round was not answered: at risk. Silence is not “on track”.',
    'year-unbound': () => 'The text leaves the year or the day open: no light burns before the date is known.',
    reported: () => 'Nothing is past due and the last round was answered: on track. A bare “on track” is marked as the unit’s own word.',
    'nothing-due': () => 'No deadline has passed and no progress is owed: on track. What is owed each period changes no light; it is named where it is late.',
  },
}

/** Of the plan's sentence. */
const sentenceAtMost = 400
/** Entries beside the reason; all of them are behind 记录. */
const entriesShown = 5

/** `made`: entries that made it so, the newest first, each with its wall time; `all`: how many 记录 has. */
type Entries = { made: readonly (Happening & { time: string })[]; all: number }

export function whyCard(facts: WhyFacts, { made, all }: Entries, lang: Lang): Card {
  const { card, today, warnAt } = facts
  const zh = lang === 'zh'
  const entries = made.slice(0, entriesShown)
  const head = rich`${taskRef(card)} ${cutTo(card.title, 30)}${zh ? '：' : ': '}${lightAndWhy(card.light, card.why, lang, today)}${contestedMark(card, lang)}${foundMark(card, lang)}`
  return {
    text: plain(head),
    title: zh ? '为什么' : 'Why',
    lines: [head, zh ? rich`规则：${rules.zh[card.why.rule](warnAt)}` : rich`Rule: ${rules.en[card.why.rule](warnAt)}`, ...instructionLines(card, lang, today), ...contestedLines(card, lang, today), ...foundLines(card, lang, today)],
    sections: [
      { heading: zh ? rich`依据` : rich`The facts`, rows: inputLines(facts, lang).map((line) => ({ line })) },
      { heading: card.instruction !== undefined ? wordsHeading(card, lang) : zh ? rich`原文（${placeWords(facts, lang)}）` : rich`The plan’s words (${placeWords(facts, lang)})`, rows: [{ line: rich`${cutTo(facts.sentence.replace(/\s+/g, ' ').trim(), sentenceAtMost)}` }] },
      { heading: zh ? rich`台账记录` : rich`On record`, rows: entries.map((entry) => ({ line: happeningLine(entry, entry.time, lang, today) })), ...(all > entries.length ? { note: restWords(entries.length, all, lang) } : {}) },
    ],
    actions: [{ label: zh ? '任务' : 'Task', run: ways.task(card) }, { label: zh ? '记录' : 'History', run: ways.history(card) }],
    footer: zh ? rich`以上由台账重新推算，截至${dayWords(today, lang)}` : rich`Worked out from the ledger, as of ${dayWords(today, lang)}`,
  }
}

const restWords = (shown: number, all: number, lang: Lang): Rich => (lang === 'zh' ? rich`以上是与灯有关的最近${shown}条；全部${all}条看“记录”` : rich`The last ${shown} that bear on the light; all ${all} are in “History”`)

function inputLines({ card, due, today, duty }: WhyFacts, lang: Lang): Rich[] {
  const zh = lang === 'zh'
  const report = card.lead?.report
  const day = (on: Day): string => dayWords(on, lang, today)
  return [
    // It may be a day that has passed.
    zh ? rich`按这天算：${day(today)}` : rich`Counted as of: ${day(today)}`,
    zh ? rich`时限：${dueWords(due, card.doneBy, lang, today, card.milestones.length > 0)}` : rich`Due: ${dueWords(due, card.doneBy, lang, today, card.milestones.length > 0)}`,
    ...amendedDueLines(card, lang, today),
    ...(card.lead === undefined ? [] : [zh ? rich`以谁为准：${card.lead.name}（${card.lead.presumed ? '推定牵头' : card.lead.part === 'lead' ? '牵头' : '责任'}）` : rich`Answers for it: ${card.lead.name} (${card.lead.presumed ? 'presumed lead' : card.lead.part})`]),
    ...(report === undefined ? [zh ? rich`填报：还没有` : rich`Report: none yet`] : [zh ? rich`最近填报(${day(report.on)})：${reportWords(report, lang)}` : rich`Last report (${day(report.on)}): ${reportWords(report, lang)}`]),
    ...(duty === undefined ? [] : [zh ? rich`周期任务：“${cutTo(duty.what, 60)}”应于${day(duty.due)}报送，还没有报` : rich`Owed each period: “${cutTo(duty.what, 60)}” was due ${day(duty.due)} and is not in`]),
    ...(card.claim === undefined ? [] : [zh ? rich`办结申请：${day(card.claim.on)}` : rich`Reported as done: ${day(card.claim.on)}`]),
    ...(card.extension === undefined ? [] : [zh ? rich`延期申请：${day(card.extension.on)}申请到${day(card.extension.day)}` : rich`Extension: asked on ${day(card.extension.on)} to ${day(card.extension.day)}`]),
  ]
}

/** 《云溪县……行动计划》二 › 六 建设高素质专业化教师队伍 › 2 */
function placeWords({ place, section, written, document }: WhyFacts, lang: Lang): string {
  const heading = [...place.slice(0, -1), [place.at(-1) ?? '', cutTo(section, 24)].filter((part) => part !== '').join(' ')]
  const title = lang === 'zh' ? `《${document}》` : `“${document}” `
  return `${title}${[...heading, written].filter((part) => part.trim() !== '').join(' › ')}`
}
