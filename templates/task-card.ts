// One task, for whoever asks: where it stands and why, who has it, by when, what is owed next. Buttons as the person may.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { OtherSaid } from '#src/queries/others-said.ts'
import type { OwnVoice } from '#src/queries/own-voice.ts'
import type { PartFacts, TaskCard } from '#src/queries/task-card.ts'
import type { Action, Card, Lang } from './card.ts'
import { amendedLines, pendingActions } from './amended-task.ts'
import { cutTo } from './cut-to.ts'
import { dueWords, shortDay } from './day-words.ts'
import { decidedLine } from './decided.ts'
import { extensionLines } from './extension.ts'
import { foundLines, foundMark } from './review-found.ts'
import { forwardAction } from './forward.ts'
import { cardLegend } from './marks-legend.ts'
import { milestoneRows } from './milestone-words.ts'
import { confirmActions, instructAction, instructionLines, takeBackAction, wordsHeading, type Instructs } from './task-instruction.ts'
import { lightAndWhy } from './light-words.ts'
import { nextStep } from './next-step.ts'
import { contestedLines } from './objection.ts'
import { putRightLine } from './report-recorded.ts'
import { behalfWords, reportWords } from './report-words.ts'
import { othersSaidLines } from './others-said.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { contestedMark, numberOf, shortTitle } from './task-line.ts'
import { courseActions, questionLines, shownByLines, stageLines } from './task-standing.ts'
import { roundName } from './round-name.ts'
import { saysOf } from './says-of.ts'
import { taskRef, ways } from './ways.ts'
import { wordsAction } from './words-said.ts'

/** `instructs`: how they give instructions about it. `given`: an instruction that is theirs: to be confirmed, or to be taken back. `own`: what their own unit said, where they may report for it. `supervises`: they chase and decide. `longest`: signs of the longest thing that was said. `seesDecisions`: what a leader decided of a matter that went up. */
export type Asking = { own?: OwnVoice; supervises: boolean; handsOn?: boolean; longest?: number; instructs?: Instructs; given?: 'to-confirm' | 'given'; seesDecisions?: boolean }

/** The plan's own words are shown up to here; the rest is in the document. */
const textAtMost = 220

/** @param others what the other units said last, in the order of their lines */
export function taskCardOf(task: TaskCard, others: readonly OtherSaid[], asking: Asking, lang: Lang, today: Day): Card {
  const head = rich`${lightAndWhy(task.light, task.why, lang, today)}${contestedMark(task, lang)}${foundMark(task, lang)}`
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const text = task.text.replace(/\s+/g, ' ').trim()
  return {
    text: lang === 'zh' ? `${name}：${plain(head)}` : `${name}: ${plain(head)}`,
    title: cutTo(`${numberOf(task)}${task.ofSeveral === true ? '' : '.'} ${task.title}`, 140),
    lines: [
      head,
      ...instructionLines(task, lang, today),
      ...contestedLines(task, lang, today),
      ...foundLines(task, lang, today),
      ...(task.supportRed === 0 ? [] : [lang === 'zh' ? rich`配合滞后${task.supportRed}个单位` : rich`${task.supportRed} supporting units are behind`]),
      ...stageLines(task, lang, today),
      ...unitLines(task, lang),
      lang === 'zh' ? rich`时限：${dueWords(task.due, task.doneBy, lang, today, task.milestones.length > 0)}` : rich`Due: ${dueWords(task.due, task.doneBy, lang, today, task.milestones.length > 0)}`,
      ...extensionLines(task, lang, today),
      ...(task.decided === undefined || asking.seesDecisions !== true ? [] : [decidedLine(task.decided, lang, today)]),
      ...settledLines(task, lang, today),
      ...nextLines(task, lang, today),
      ...milestoneLines(task, lang, today),
      ...questionLines(task, lang, today),
      ...standingLines(task, lang, today),
      ...othersSaidLines(others, lang, today),
      ...(asking.supervises ? coordinationLines(task, lang, today) : []),
      ...shownByLines(task, asking.supervises, lang),
      ...amendedLines(task, lang, today),
    ],
    ...(text === '' || (task.instruction === undefined && text === `${task.title}。`) ? {} : { sections: [{ heading: wordsHeading(task, lang), rows: [{ line: rich`${cutTo(text, textAtMost)}` }] }] }),
    actions: mainActions(task, asking, lang),
    ...moreActions(task, asking, lang),
    footer: footerLine(task, asking, lang),
  }
}

const settledLines = ({ settled, status }: TaskCard, lang: Lang, today: Day): Rich[] => {
  if (settled === undefined || status !== 'open') return []
  const [day, words] = [shortDay(settled.on, lang, today), cutTo(settled.words, 120)]
  return [lang === 'zh' ? rich`协调意见(${day})：${words}` : rich`Settled (${day}): ${words}`]
}

function nextLines(task: TaskCard, lang: Lang, today: Day): Rich[] {
  const next = nextStep(task, lang, today)
  return next === undefined ? [] : [lang === 'zh' ? rich`下一步：${next}` : rich`Next: ${next}`]
}

/** Where it stands in which plan; for whoever only looks, what its marks mean. */
function footerLine(task: TaskCard, { own, supervises }: Asking, lang: Lang): Rich {
  const place = lang === 'zh' ? `《${task.planTitle}》${task.section} · 编号 ${taskRef(task)}` : `“${task.planTitle}”, ${task.section} · ${taskRef(task)}`
  const legend = own === undefined && !supervises ? cardLegend(task, lang) : ''
  return rich`${place}${legend === '' ? '' : `\n${legend}`}`
}

function unitLines({ lead, others }: TaskCard, lang: Lang): Rich[] {
  const zh = lang === 'zh'
  if (lead === undefined && others.length === 0) return [zh ? rich`单位：原文未写，待督查室确定` : rich`Unit: the text names none; the secretary still has to name one`]
  const role = (part: PartFacts): string => {
    if (part.presumed) return zh ? '推定牵头' : 'Presumed lead'
    if (part.part === 'lead') return zh ? '牵头' : 'Lead'
    return zh ? '责任' : 'Responsible'
  }
  const contact = lead?.hasContact === false ? (zh ? '(没有联络员)' : ' (no contact)') : ''
  const handler = lead?.handler === undefined ? '' : zh ? ` · 承办人${lead.handler}` : ` · handled by ${lead.handler}`
  const first = lead === undefined ? [] : [zh ? rich`${role(lead)}：${lead.name}${groupWords(lead, lang)}${contact}${handler}` : rich`${role(lead)}: ${strong(lead.name)}${groupWords(lead, lang)}${contact}${handler}`]
  const list = (parts: readonly PartFacts[], name: string): Rich[] => {
    if (parts.length === 0) return []
    const names = parts.map((part) => `${part.name}${groupWords(part, lang)}`).join(zh ? '、' : ', ')
    return [zh ? rich`${name}：${names}` : rich`${name}: ${names}`]
  }
  return [
    ...first,
    ...list(others.filter(({ part, standing }) => part !== 'support' && !standing), zh ? '责任' : 'Responsible'),
    ...list(others.filter(({ part, standing }) => part === 'support' && !standing), zh ? '配合' : 'Supporting'),
    ...list(others.filter(({ standing }) => standing), zh ? '均需落实' : 'Also bound, as all are'),
  ]
}

/** A group is one matrix: how many of its members have spoken. */
function groupWords({ group }: PartFacts, lang: Lang): string {
  if (group === undefined) return ''
  const late = group.late === 0 ? '' : lang === 'zh' ? `，迟报${group.late}` : `, ${group.late} late`
  return lang === 'zh' ? ` ${group.of}家已报${group.answered}${late}` : ` ${group.answered} of ${group.of} reported${late}`
}

/** 年度节点: what was approved, and what is still to be said of it. */
function milestoneLines({ milestones, proposal }: TaskCard, lang: Lang, today: Day): Rich[] {
  const zh = lang === 'zh'
  const year = milestones.find(({ reached }) => reached === undefined)?.year ?? milestones.at(-1)?.year
  const waits = proposal?.state === 'waiting' ? [zh ? rich`${proposal.year}年年度分解已报，待督查室审核` : rich`Milestones of ${proposal.year} wait for the secretary`] : []
  const returned = proposal?.state === 'returned' ? [zh ? rich`${proposal.year}年年度分解已退回：${proposal.reason ?? ''}` : rich`Milestones of ${proposal.year} were sent back: ${proposal.reason ?? ''}`] : []
  return [...(year === undefined ? [] : [zh ? rich`${year}年节点：` : rich`Milestones of ${year}:`, ...milestoneRows(milestones, lang, today)]), ...waits, ...returned]
}

/** Of a report that was put right more than once, the last versions. */
const versionsShown = 2

function standingLines({ lead, claim, returned, withdrawn, struckClaim }: TaskCard, lang: Lang, today: Day): Rich[] {
  const zh = lang === 'zh'
  const report = lead?.report
  const day = (at: Day): string => shortDay(at, lang, today)
  const recorder = lead?.recordedBy === undefined ? '' : zh ? `，${lead.recordedBy}代录` : `, recorded by ${lead.recordedBy}`
  const late = lead?.late === true ? (zh ? '，迟报' : ', late') : lead?.lateBefore === undefined ? '' : zh ? `，${roundName(lead.lateBefore, lang, today)}迟报` : `, late for ${roundName(lead.lateBefore, lang, today)}`
  const behalf = claim?.onBehalf === undefined ? '' : behalfWords(claim.onBehalf, lang)
  return [
    ...(report === undefined ? [zh ? rich`最近填报：还没有` : rich`Last report: none yet`] : [zh ? rich`最近填报(${day(report.on)}${recorder}${late})：${reportWords(report, lang)}` : rich`Last report (${day(report.on)}${recorder}${late}): ${reportWords(report, lang)}`]),
    ...(lead?.putRight ?? []).slice(0, versionsShown).map((version) => putRightLine(version, lang, today)),
    ...(claim === undefined ? [] : [zh ? rich`办结申请(${day(claim.on)})：${claim.words}${behalf}` : rich`Said done (${day(claim.on)}): ${claim.words}${behalf}`]),
    ...(struckClaim === undefined ? [] : [zh ? rich`代录的办结申请已作废(${day(struckClaim.on)})：${struckClaim.words}${struckClaim.onBehalf === undefined ? '' : behalfWords(struckClaim.onBehalf, lang)}` : rich`Recorded completion struck (${day(struckClaim.on)}): ${struckClaim.words}${struckClaim.onBehalf === undefined ? '' : behalfWords(struckClaim.onBehalf, lang)}`]),
    ...(returned === undefined ? [] : [rich`${returnedWords(returned, day(returned.on), lang)}${returned.reason}`]),
    ...(withdrawn === undefined ? [] : [zh ? rich`撤回办结申请(${day(withdrawn.on)})：${withdrawn.reason}` : rich`Completion withdrawn (${day(withdrawn.on)}): ${withdrawn.reason}`]),
  ]
}

/** 协调事项, with both quotes. */
function coordinationLines({ coordinations }: TaskCard, lang: Lang, today: Day): Rich[] {
  const zh = lang === 'zh'
  return coordinations.flatMap(({ isMutual, quotes }) => [
    zh ? rich`🤝 协调事项：${quotes.map(({ name }) => name).join(isMutual ? '与' : '、')}${isMutual ? '互指' : '需要协调'}（在待审里处理）` : rich`🤝 ${quotes.map(({ name }) => name).join(' and ')} ${isMutual ? 'each name the other' : 'need help'} (settle it in the queue)`,
    ...quotes.map(({ name, words, on }) => (zh ? rich`${strong(name)}(${shortDay(on, lang, today)})：“${cutTo(words, 120)}”` : rich`${strong(name)} (${shortDay(on, lang, today)}): “${cutTo(words, 120)}”`)),
  ])
}

/** 退回原因(6月28日)：, or 恢复办理(7月1日，沈若兰)： */
function returnedWords({ reopened }: NonNullable<TaskCard['returned']>, day: string, lang: Lang): string {
  if (reopened === undefined) return lang === 'zh' ? `退回原因(${day})：` : `Sent back (${day}): `
  const { by } = reopened
  return lang === 'zh' ? `恢复办理(${day}${by === undefined ? '' : `，${by}`})：` : `Opened again (${day}${by === undefined ? '' : `, ${by}`}): `
}

/** Of what its lead brought to an end nothing is asked any more. */
function mainActions(task: TaskCard, { own, supervises, instructs, given }: Asking, lang: Lang): Action[] {
  return [...(given === 'to-confirm' ? confirmActions(task, lang) : []), ...(own?.isOpen === true && task.status !== 'accepted' ? [...reportActions(task, lang), ...reachAction(task, lang)] : []), ...(own?.canWithdraw === true ? withdrawAction(task, lang) : []), ...(supervises ? [...pendingActions(task, lang), ...deskActions(task, lang)] : []), ...(instructs === 'leader' || instructs === 'recorded' ? [instructAction(task, instructs, lang)] : [])]
}

/** The three answers that cover nine of ten. @param asked when the list was drawn that they stand in: an answer given since then stands */
export function reportActions(task: TaskCard, lang: Lang, asked?: Instant): Action[] {
  const zh = lang === 'zh'
  const says = (act: string): string => (zh ? `${act}：第${task.number}项 ${shortTitle(task)}` : `${act}: task ${numberOf(task)} ${shortTitle(task)}`)
  const [normal, difficulty, done] = zh ? (['正常推进', '有困难', '已完成'] as const) : (['On track', 'Difficulty', 'Done'] as const)
  return [
    { label: normal, says: says(normal), run: ways.report(task, 'normal', asked) },
    { label: difficulty, says: says(difficulty), run: ways.report(task, 'difficulty', asked) },
    { label: done, says: says(done), run: ways.claim(task) },
  ]
}

/** What is seldom said of one's part. */
export const partActions = (task: TaskCard, lang: Lang): Action[] => [{ label: lang === 'zh' ? '不是我负责' : 'Not ours', says: cutTo(lang === 'zh' ? `不是我负责：第${task.number}项 ${shortTitle(task)}` : `Not ours: task ${task.number} ${shortTitle(task)}`, 70), run: ways.notOurs(task) }]
/** The next milestone, where one is owed. */
function reachAction(task: TaskCard, lang: Lang): Action[] {
  const next = task.milestones.find(({ reached }) => reached === undefined)
  const label = lang === 'zh' ? '节点完成' : 'Milestone reached'
  return next === undefined ? [] : [{ label, says: saysOf(label, next.what, lang), run: ways.reachMilestone(task, next) }]
}

const withdrawAction = (task: TaskCard, lang: Lang): Action[] => ((label) => [{ label, says: `${label}${lang === 'zh' ? `：第${task.number}项` : `: task ${task.number}`}`, run: ways.withdrawClaim(task) }])(lang === 'zh' ? '撤回办结申请' : 'Withdraw completion')

function deskActions(task: TaskCard, lang: Lang): Action[] {
  const zh = lang === 'zh'
  const says = (act: string): string => (zh ? `${act}第${task.number}项` : `${act} task ${task.number}`)
  switch (task.status) {
    case 'claimed':
      return [
        { label: zh ? '同意办结' : 'Accept', says: says(zh ? '同意办结' : 'Accept'), run: ways.acceptClaim(task), style: 'primary', confirm: zh ? `同意第${task.number}项办结？` : `Accept that task ${task.number} is done?` },
        { label: zh ? '退回' : 'Send back', says: says(zh ? '退回' : 'Send back'), run: ways.returnClaim(task) },
      ]
    case 'open':
      // Who cannot be told cannot be chased.
      if (task.lead?.hasContact === false) return [{ label: zh ? '指定联络员' : 'Name a contact', says: cutTo(zh ? `给${task.lead.name}指定联络员` : `Name a contact of ${task.lead.name}`, 70), run: task.lead.group === undefined ? ways.nameContact(task.lead.name) : ways.units(task.plan) }]
      return [{ label: zh ? '催办' : 'Nudge', says: says(zh ? '催办' : 'Nudge'), run: ways.nudge(task) }]
    case 'no-unit':
      return [{ label: zh ? '定牵头' : 'Name the lead', says: says(zh ? '定牵头' : 'Name the lead of'), run: ways.setLead(task) }]
    case 'accepted':
      return []
  }
}

function moreActions(task: TaskCard, { own, supervises, handsOn = false, longest = 0, instructs, given }: Asking, lang: Lang): { more: Action[] } {
  const zh = lang === 'zh'
  const evidence = task.evidence === 0 ? [] : [{ label: zh ? `佐证 ${task.evidence}` : `Evidence ${task.evidence}`, run: ways.evidence(task) }]
  const whole = wordsAction(task, longest, lang)
  const reasons = [{ label: zh ? '为什么' : 'Why', run: ways.why(task) }, { label: zh ? '记录' : 'History', run: ways.history(task) }]
  const forward = forwardAction(ways.task(task), lang)
  const year = own !== undefined && task.status === 'open' && task.proposal !== undefined ? milestonesAction(task, task.proposal, lang) : []
  const instruct = [...(given === 'given' ? [takeBackAction(task, lang)] : []), ...(instructs === 'office' ? [instructAction(task, instructs, lang)] : [])]
  if (supervises) return { more: [...evidence, ...whole, ...courseActions(task, lang), ...instruct, ...reasons, forward] }
  return { more: [...evidence, ...whole, ...year, ...(own === undefined ? [] : askActions(task, own, lang)), ...(handsOn && own?.isOpen === true ? [...handActions(task, lang), ...partActions(task, lang)] : []), ...instruct, ...reasons, forward] }
}

const milestonesAction = (task: TaskCard, { year, state }: NonNullable<TaskCard['proposal']>, lang: Lang): Action[] => {
  const [propose, change] = lang === 'zh' ? (['报年度分解', '改节点'] as const) : (['Propose milestones', 'Change milestones'] as const)
  return [{ label: state === 'missing' ? propose : change, run: ways.ownMilestones(task, year) }]
}

/** What a unit may ask of the secretary, and put right itself. */
function askActions(task: TaskCard, { answers, isOpen, report, asksLater, objects, isRecorded }: OwnVoice, lang: Lang): Action[] {
  const zh = lang === 'zh'
  const milestone = task.milestones.findLast(({ reached }) => reached?.onBehalf !== undefined)?.reached?.at
  const says = (act: string): string => (zh ? `${act}：第${task.number}项` : `${act}: task ${task.number}`)
  const [later, correct, notSo, record] = zh ? (['申请延期', '更正填报', '对灯有异议', '对代录有异议'] as const) : (['Ask for a later date', 'Correct the report', 'The light is not so', 'The record is not so'] as const)
  return [
    ...(isOpen && answers && task.due.kind === 'dated' && !asksLater ? [{ label: later, says: says(later), run: ways.extend(task) }] : []),
    ...(isOpen && report !== undefined ? [{ label: correct, says: says(correct), run: ways.correctReport(task) }] : []),
    ...(objects ? [] : [{ label: notSo, says: says(notSo), run: ways.object(task) }]),
    ...(!objects && (isRecorded || milestone !== undefined) ? [{ label: record, says: says(record), run: ways.object(task, 'record', isRecorded ? undefined : milestone) }] : []),
  ]
}

/** To a handler of the unit, to another, or back. */
function handActions(task: TaskCard, lang: Lang): Action[] {
  const zh = lang === 'zh'
  const tasks = taskRef(task)
  const assign: Action = { label: zh ? '分派' : 'Hand on', says: zh ? `分派第${task.number}项` : `Hand on task ${task.number}`, run: { command: 'assign', args: { tasks } } }
  const back: Action = { label: zh ? '收回分派' : 'Take back', says: zh ? `收回第${task.number}项的分派` : `Take back task ${task.number}`, run: { command: 'unassign', args: { tasks } } }
  return task.lead?.handler === undefined ? [assign] : [assign, back]
}
