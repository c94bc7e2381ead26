// The secretary's Home: what is to be decided, who has not reported, what is due within a week, meetings, and what a plan still lacks.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { SecretaryDesk } from '#src/queries/desk-of-secretary.ts'
import { isToDecide, queueCounts } from '#src/queries/queue.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Balance } from '#src/reminders/balance.ts'
import { balanceSection, lateSection, type LateLine } from './balance.ts'
import type { Action, Card, Lang, Row, Section } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { daysOffLackLine, enterDaysOff } from './days-off.ts'
import { dayWords } from './day-words.ts'
import { homeFooter, type Seen } from './home-footer.ts'
import { rich, strong, type Rich } from './rich.ts'
import { roundNames } from './round-name.ts'
import { heldActions } from './meetings.ts'
import { stepsOf } from './plan-card.ts'
import { excuseAction, unmetLine } from './cadences.ts'
import { gapLine } from './meeting-rows.ts'
import { requestRow } from './requests.ts'
import { reviewWaitingWords } from './review-lines.ts'
import { queueCountWords } from './queue-words.ts'
import { withRest } from './rest-of-rows.ts'
import { shortPlan } from './short-plan.ts'
import { telephoneAction } from './hand-out.ts'
import { taskRow } from './task-list.ts'
import { taskLine } from './task-line.ts'
import { unreachableSection, type UnreachablePerson } from './unreachable.ts'
import { ways } from './ways.ts'

const rowsShown = 5

export function homeSecretary(facts: SecretaryDesk & { unreachable: readonly UnreachablePerson[]; late: readonly LateLine[]; balance: Balance | undefined }, name: string, seen: Seen, lang: Lang): Card {
  const zh = lang === 'zh'
  const { unreported, dueSoon, reds, plans } = facts
  const waiting = facts.queue.filter(isToDecide).length
  const head =
    plans.length === 0
      ? zh ? '还没有方案。把方案文件发给我，或把正文粘贴给我，就能导入。' : 'There is no plan yet. Send me the document, or paste its text.'
      : zh ? `待审${waiting}件，未报${unreported.length}项，7日内到期${dueSoon.length}项，红灯${reds.length}项${openPoints(plans, lang)}。` : `${waiting} to review, ${unreported.length} not reported, ${dueSoon.length} due within 7 days, ${reds.length} red${openPoints(plans, lang)}.`
  return {
    text: head,
    title: zh ? `${name}，您好` : `Hello, ${name}`,
    lines: [rich`${head}`],
    sections: [...lateSection(facts.late, lang), ...unreachableSection(facts.unreachable, seen.today, lang), ...reviewSection(facts, seen.today, lang), ...queueSection(facts, seen.today, lang), ...milestoneSection(facts, lang), ...leaderNoteSection(facts, lang), ...listSections(facts, seen.today, lang), ...meetingSection(facts, seen.today, lang), ...planSections(facts, lang), ...telephoneSection(facts, lang), ...daysOffSection(facts, lang), ...balanceSection(facts.balance, seen.today, lang)],
    actions: [
      ...(plans.length === 0 ? [] : [{ label: zh ? '汇总' : 'Summary', run: ways.summary() }, { label: zh ? '方案' : 'Plans', run: ways.plans() }, { label: zh ? '按单位' : 'By unit', run: ways.units() }, { label: zh ? '提醒预告' : 'Reminders ahead', run: ways.remindersAhead() }]),
      { label: zh ? '导入方案' : 'Import a plan', run: ways.importing() },
      { label: zh ? '人员' : 'People', run: ways.people() },
      { label: zh ? '帮助' : 'Help', run: ways.help() },
    ],
    footer: homeFooter(seen, lang, true),
  }
}

/** What texts left open, of all plans together: doubts, and points of amendments. */
function openPoints(plans: SecretaryDesk['plans'], lang: Lang): string {
  const [doubts, amended] = [plans.reduce((sum, plan) => sum + plan.doubts, 0), plans.reduce((sum, plan) => sum + plan.amended, 0)]
  const said = lang === 'zh' ? [[doubts, `，存疑${doubts}处`], [amended, `，待核定${amended}项`]] : [[doubts, `, ${counted(doubts, 'doubt')}`], [amended, `, ${amended} left by amendments`]]
  return said.map(([count, words]) => (count === 0 ? '' : words)).join('')
}

const openAll = (count: number, which: string, label: string): Action[] => (count > rowsShown ? [{ label: `${label} ${count}`, run: ways.tasks(which) }] : [])

/** Completions stand below the counts, for most of what waits is one. */
const claimsShown = 3

/** One after the other, or the first completions at once. */
function queueSection({ queue, claims, plans }: SecretaryDesk, today: Day, lang: Lang): Section[] {
  if (queue.length === 0) return []
  const zh = lang === 'zh'
  const waiting = queue.filter(isToDecide).length
  const review: Action = { label: zh ? '逐件审' : 'Review', says: zh ? `待审${waiting}件，逐件审` : `Review ${waiting}, one after the other`, run: ways.queue() }
  const rows: Row[] = claims.slice(0, claimsShown).map((task) => ({
    line: rich`${taskLine(task, lang, today, plans.length > 1)}${task.claim === undefined ? rich`` : zh ? rich`：${task.claim.words}` : rich`: ${task.claim.words}`}`,
    actions: [
      { label: zh ? '同意办结' : 'Accept', says: zh ? `同意第${task.number}项办结` : `Accept task ${task.number}`, run: ways.acceptClaim(task), confirm: zh ? `同意第${task.number}项办结？` : `Accept that task ${task.number} is done?` },
      { label: zh ? '退回' : 'Send back', says: zh ? `退回第${task.number}项` : `Send back task ${task.number}`, run: ways.returnClaim(task) },
      { label: zh ? '查看' : 'Open', says: zh ? `查看第${task.number}项` : `Open task ${task.number}`, run: ways.task(task) },
    ],
  }))
  const head = waiting > 0 ? (zh ? `待审 ${waiting}件` : `To review: ${waiting}`) : zh ? `供知悉 ${queue.length}件` : `To know: ${queue.length}`
  return [{ heading: rich`${head}`, rows: [{ line: rich`${queueLine(queue, lang)}`, beside: review }, ...rows] }]
}

/** 办结申请1；另有供知悉的：迟报1. Only what has to be decided is in the count above it. */
function queueLine(queue: SecretaryDesk['queue'], lang: Lang): string {
  const words = (items: SecretaryDesk['queue']): string => queueCountWords(queueCounts(items), lang)
  const [asked, known] = [words(queue.filter(isToDecide)), words(queue.filter((item) => !isToDecide(item)))]
  const beside = known === '' ? '' : lang === 'zh' ? `另有供知悉的：${known}` : `for you to know: ${known}`
  return asked === '' ? known : [asked, beside].filter((words) => words !== '').join(lang === 'zh' ? '；' : '; ')
}

/** All of them are reviewed on one card. */
function milestoneSection({ milestones }: SecretaryDesk, lang: Lang): Section[] {
  if (milestones === 0) return []
  const line = lang === 'zh' ? rich`年度分解待审 ${strong(milestones)}项` : rich`Milestones to review: ${strong(milestones)}`
  return [{ rows: [{ line, beside: { label: lang === 'zh' ? '去审核' : 'Review', says: lang === 'zh' ? '审核年度分解' : 'Review milestones', run: ways.reviewMilestones() } }] }]
}

/** Nothing goes to a leader by itself. */
function leaderNoteSection({ leaderNotes }: SecretaryDesk, lang: Lang): Section[] {
  if (leaderNotes === 0) return []
  const line = lang === 'zh' ? rich`待报分管领导 ${strong(leaderNotes)}项` : rich`To tell the leader in charge: ${strong(leaderNotes)}`
  return [{ rows: [{ line, beside: { label: lang === 'zh' ? '去看' : 'Look', says: lang === 'zh' ? '看待报分管领导的事项' : 'Look at what waits to be told to leaders', run: ways.leaderNotes() } }] }]
}

function listSections({ unreported, rounds, dueSoon, plans }: SecretaryDesk, today: Day, lang: Lang): Section[] {
  const zh = lang === 'zh'
  const section = (tasks: readonly TaskCard[], heading: Rich, which: string, label: string): Section[] =>
    tasks.length === 0 ? [] : [{ heading, rows: withRest(tasks.slice(0, rowsShown).map((task) => taskRow(task, lang, today, plans.length > 1)), openAll(tasks.length, which, label)) }]
  return [
    ...section(unreported, zh ? rich`${roundNames(rounds, lang, today)}未报 ${unreported.length}项` : rich`Not reported for ${roundNames(rounds, lang, today)}: ${unreported.length}`, '未报', zh ? '全部未报' : 'All not reported'),
    ...section(dueSoon, zh ? rich`7日内到期 ${dueSoon.length}项` : rich`Due within 7 days: ${dueSoon.length}`, '本周', zh ? '全部到期' : 'All due'),
  ]
}

/** Those whose day has come, with the way on. */
function reviewSection({ reviews, plans }: SecretaryDesk, today: Day, lang: Lang): Section[] {
  if (reviews.length === 0) return []
  const rows = reviews.slice(0, reviewsShown).map((waiting): Row => (({ text, actions }) => ({ line: rich`${text}${plans.length > 1 ? planIn(waiting.plan, plans, lang) : ''}`, actions }))(reviewWaitingWords(waiting, today, lang)))
  const all = lang === 'zh' ? '全部调度、督查' : 'All reviews'
  return [{ heading: lang === 'zh' ? rich`调度、督查` : rich`Reviews`, rows: withRest(rows, reviews.length > reviewsShown ? [{ label: `${all} ${reviews.length}`, run: ways.reviews() }] : []) }]
}

/** Two plans may have a review of one number. */
const planIn = (of: PlanId, plans: SecretaryDesk['plans'], lang: Lang): string => ((title) => (lang === 'zh' ? `（${title}）` : ` (${title})`))(shortPlan(plans.find(({ id }) => id === of)?.title ?? of, 20))

/** More of them stand in their own list. */
const reviewsShown = 2

function meetingSection({ gaps, unmet, requests, meetings, passed, unminuted }: SecretaryDesk, today: Day, lang: Lang): Section[] {
  const zh = lang === 'zh'
  const rows: Row[] = [
    ...passed.slice(0, rowsShown).map(({ meeting, body, plan }) => ({
      line: zh ? rich`${strong(body)}：${dayWords(meeting.day, lang, today)} ${meeting.time}的会开了吗？` : rich`${strong(body)}: was the meeting of ${dayWords(meeting.day, lang, today)} ${meeting.time} held?`,
      actions: heldActions(plan, meeting.id, body, lang),
    })),
    ...unminuted.slice(0, rowsShown).map(({ meeting, body, plan }) => ({
      line: zh ? rich`${strong(body)}：${dayWords(meeting.day, lang, today)}的会纪要还没有印发` : rich`${strong(body)}: the minutes of ${dayWords(meeting.day, lang, today)} are not issued`,
      beside: { label: zh ? '纪要' : 'Minutes', says: cutTo(zh ? `纪要：${body}` : `Minutes: ${body}`, 70), run: ways.minutes(plan, meeting.id) },
    })),
    ...requests.slice(0, rowsShown).map((waiting) => requestRow(waiting.plan, waiting, { today, mayAnswer: true, mayAct: false }, lang)),
    ...unmet.slice(0, rowsShown).map(({ facts, plan }) => ({ line: unmetLine(facts, lang), beside: excuseAction(plan, facts, lang) })),
    ...meetings.slice(0, 3).map(({ meeting, body }) => ({ line: rich`${strong(body)} · ${dayWords(meeting.day, lang, today)} ${meeting.time} ${meeting.place}` })),
    ...gaps.slice(0, rowsShown).map((gap) => ({ line: gapLine(gap, lang, today) })),
  ]
  if (rows.length === 0) return []
  return [{ heading: zh ? rich`会议` : rich`Meetings`, rows: withRest(rows, [{ label: zh ? '会议安排' : 'Meetings', run: ways.meetings() }]) }]
}

/** The first-run checklist of every plan that still lacks something; a target that nobody answers for holds nobody up. */
function planSections({ plans }: SecretaryDesk, lang: Lang): Section[] {
  return plans
    .filter(({ amended, doubts, noUnit, withoutContact, handedOut, checks }) => amended + doubts + noUnit + withoutContact + checks.unchecked + checks.questions > 0 || !handedOut)
    .map((plan) => ({ heading: lang === 'zh' ? rich`《${plan.title}》(${plan.id})还差` : rich`“${plan.title}” (${plan.id}) still lacks`, rows: stepsOf(plan, lang).filter(({ beside }) => beside !== undefined) }))
}

/** Contacts are told whom to call. */
function telephoneSection({ plans, hasTelephone }: SecretaryDesk, lang: Lang): Section[] {
  if (plans.length === 0 || hasTelephone) return []
  const zh = lang === 'zh'
  return [{ rows: [{ line: zh ? rich`☐ 登记督查室电话：写在给联络员的第一条消息里` : rich`☐ set the office’s telephone: it stands in the first message to a contact`, beside: telephoneAction(lang) }] }]
}

/** Until it is entered, working days of that year are counted by weekends and fixed holidays. */
function daysOffSection({ daysOffLack: year }: SecretaryDesk, lang: Lang): Section[] {
  return year === undefined ? [] : [{ rows: [{ line: daysOffLackLine(year, lang), beside: enterDaysOff(lang) }] }]
}
