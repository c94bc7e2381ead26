// 交接 as people read it: what would go over, what went, and the sheet (交接单) that the successor is handed.
import type { Day } from '#src/calendar/day.ts'
import type { Person } from '#src/directory/person.ts'
import type { HandoverSheet } from '#src/queries/handover-sheet.ts'
import { nearestOf } from '#src/queries/owed-by.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Form, Lang, Row, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import type { FirstMessage } from './first-message.ts'
import { personRoles, type PersonFacts } from './people-list.ts'
import { lateWord, reportWords } from './report-words.ts'
import { rich, strong, type Rich } from './rich.ts'
import { roleName } from './role-words.ts'
import { shortTitle, taskLine } from './task-line.ts'
import { ways } from './ways.ts'

/** `names`: of the units. `today`, as the reader's days are written. */
export type SheetFacts = HandoverSheet & { names: readonly string[]; today: Day; /** What was written and not sent; `run` for whoever may go on with it. */ drafts?: readonly { task: TaskCard; on: Day; name: string; words: string; run?: Run }[] }

const sheetShown = 7

const counts = ({ open, claims, returned, contested }: Pick<HandoverSheet, 'open' | 'claims' | 'returned' | 'contested'>, today: Day, lang: Lang): string => {
  const { late } = nearestOf(open, today)
  const all = lang === 'zh'
    ? [`在办${open.length}项`, ...(late > 0 ? [`已过期${late}项`] : []), ...(claims > 0 ? [`待审核${claims}项`] : []), ...(returned > 0 ? [`被退回${returned}项`] : []), ...(contested > 0 ? [`有异议待核${contested}项`] : [])]
    : [`${open.length} open`, ...(late > 0 ? [`${late} overdue`] : []), ...(claims > 0 ? [`${claims} waiting for review`] : []), ...(returned > 0 ? [`${returned} sent back`] : []), ...(contested > 0 ? [`${contested} contested`] : [])]
  return all.join(lang === 'zh' ? '，' : ', ')
}

/** The one message that the successor gets. */
export function takenOver(facts: SheetFacts, lang: Lang): FirstMessage {
  const { from, on, names, today, open } = facts
  const zh = lang === 'zh'
  const units = cutTo(names.join(zh ? '、' : ', '), 40)
  const say = zh ? `请接手：${from}的工作${shortDay(on, lang, today)}起由您负责，${units}${counts(facts, today, lang)}` : `Take over from ${from}: yours since ${shortDay(on, lang, today)}, ${units}: ${counts(facts, today, lang)}`
  const first = open.slice(0, 3).map((task) => rich`${taskLine(task, lang, today, severalIn(open))}`)
  const rest = zh ? rich`每项上次报了什么、答应了什么、还有什么在等，都在交接单里。` : rich`What was last reported and promised of each, and what still waits, is on the sheet.`
  return { say, lines: [rich`${say}`, ...first, rest], action: { label: zh ? '看交接单' : 'The sheet', run: { command: 'handover-sheet', args: {} } } }
}

/** The one message to whoever handed it over. */
export function goneOver(facts: SheetFacts, lang: Lang): FirstMessage {
  const { to, on, names, today } = facts
  const zh = lang === 'zh'
  const units = cutTo(names.join(zh ? '、' : ', '), 40)
  const say = zh
    ? `您的工作${shortDay(on, lang, today)}起由${to}负责，不用再填报${units === '' ? '' : `：${units}${counts(facts, today, lang)}`}`
    : `${to} has had your work since ${shortDay(on, lang, today)}; nothing more is asked of you${units === '' ? '' : `: ${units}, ${counts(facts, today, lang)}`}`
  const rest = zh ? rich`交接单已发给${to}，您不再收到提醒。还有要交代的，请直接告诉${to}；不对的话请联系督查室。` : rich`${to} has the sheet, and you are not reminded any more. What is left to say, tell ${to}; if it is wrong, tell the secretary.`
  return { say, lines: [rich`${say}`, rest], action: { label: zh ? '我的任务' : 'My tasks', run: ways.mine() } }
}

const severalIn = (tasks: readonly TaskCard[]): boolean => new Set(tasks.map(({ plan }) => plan)).size > 1

export function handoverSheetCard(facts: SheetFacts, wanted: number, lang: Lang): Card {
  const { from, to, on, names, today, open, helping, drafts = [] } = facts
  const zh = lang === 'zh'
  const pages = Math.max(1, Math.ceil(open.length / sheetShown))
  const page = Math.min(wanted, pages)
  const head = zh
    ? `交接单：${shortDay(on, lang, today)}${from} → ${to}，${cutTo(names.join('、'), 60)}，${counts(facts, today, lang)}`
    : `Handover ${shortDay(on, lang, today)}, ${from} → ${to}: ${cutTo(names.join(', '), 60)}, ${counts(facts, today, lang)}`
  const rows: Row[] = open.slice((page - 1) * sheetShown, page * sheetShown).map((task) => ({
    line: sheetLine(task, severalIn(open), today, lang),
    beside: { label: zh ? '查看' : 'Open', says: zh ? `查看第${task.number}项` : `Open task ${task.number}`, run: ways.task(task) },
  }))
  const more = helping === 0 ? [] : [zh ? rich`另有配合${helping}项，有情况再报。` : rich`${helping} more as support: report when there is something to say.`]
  return {
    text: head, lines: [rich`${head}`, ...more],
    ...(rows.length + drafts.length === 0 ? {} : { sections: [...(drafts.length === 0 || page > 1 ? [] : [{ heading: zh ? rich`${from}写了没有发出的 ${drafts.length}条` : rich`Written by ${from} and not sent: ${drafts.length}`, rows: drafts.map((draft) => draftRow(draft, today, lang)) }]), ...(rows.length === 0 ? [] : [{ rows }])] }),
    actions: [
      ...(page < pages ? [{ label: zh ? `下一页（${page + 1}/${pages}）` : `Next page (${page + 1}/${pages})`, run: sheetPage(page + 1) }] : []),
      ...(page > 1 ? [{ label: zh ? '上一页' : 'Previous page', run: sheetPage(page - 1) }] : []),
      { label: zh ? '我的任务' : 'My tasks', run: ways.mine() },
    ],
  }
}

function draftRow({ task, on, name, words, run }: NonNullable<SheetFacts['drafts']>[number], today: Day, lang: Lang): Row {
  const label = lang === 'zh' ? '接着写' : 'Go on'
  const line = rich`${strong(task.number)} ${shortTitle(task)} · ${shortDay(on, lang, today)} ${name}\n${cutTo(words, 120)}`
  return { line, ...(run === undefined ? {} : { beside: { label, says: lang === 'zh' ? `接着写第${task.number}项的${name}` : `Go on with ${name} of task ${task.number}`, run } }) }
}

const sheetPage = (page: number): Run => ({ command: 'handover-sheet', args: { page } })

/** The task, and below it what was said last, what was promised, what waits. */
function sheetLine(task: TaskCard, several: boolean, today: Day, lang: Lang): Rich {
  const zh = lang === 'zh'
  const report = task.lead?.report
  const said = report === undefined ? (zh ? rich`还没有填报过` : rich`never reported`) : zh ? rich`上次${shortDay(report.on, lang, today)}${lateWord(task.lead?.late === true, lang)}：${cutTo(plainOf(report, lang), 120)}` : rich`last ${shortDay(report.on, lang, today)}${lateWord(task.lead?.late === true, lang)}: ${cutTo(plainOf(report, lang), 120)}`
  const waits = task.claim !== undefined
    ? zh ? rich`；${shortDay(task.claim.on, lang, today)}已申请办结，待审核` : rich`; claimed ${shortDay(task.claim.on, lang, today)}, waits for review`
    : task.returned !== undefined
      ? zh ? rich`；${shortDay(task.returned.on, lang, today)}${task.returned.reopened === undefined ? '被退回' : '恢复办理'}：${cutTo(task.returned.reason, 60)}` : rich`; ${task.returned.reopened === undefined ? 'sent back' : 'opened again'} ${shortDay(task.returned.on, lang, today)}: ${cutTo(task.returned.reason, 60)}`
      : rich``
  const next = report?.next === undefined ? rich`` : zh ? rich`；下一步：${cutTo(report.next, 60)}` : rich`; next: ${cutTo(report.next, 60)}`
  const later = task.extension === undefined || task.extension.ruling !== undefined ? rich`` : zh ? rich`；已申请延期到${shortDay(task.extension.day, lang, today)}，待批` : rich`; a later date (${shortDay(task.extension.day, lang, today)}) was asked for`
  return rich`${taskLine(task, lang, today, several)}\n${said}${next}${waits}${later}${petitionsWaiting(task, today, lang)}`
}

/** What the units objected to, or said is not theirs, and no secretary has ruled on yet. */
function petitionsWaiting({ contested, question }: TaskCard, today: Day, lang: Lang): Rich {
  const zh = lang === 'zh'
  const objection = contested === undefined ? rich`` : zh ? rich`；${shortDay(contested.on, lang, today)}提了异议，待核：${cutTo(contested.words, 60)}` : rich`; objected ${shortDay(contested.on, lang, today)}, not ruled on: ${cutTo(contested.words, 60)}`
  const whose = question === undefined || question.ruling !== undefined ? rich`` : zh ? rich`；${shortDay(question.on, lang, today)}提出${question.about === 'not-ours' ? '不是本单位负责' : '有出入'}，待核定：${cutTo(question.words, 60)}` : rich`; questioned ${shortDay(question.on, lang, today)}, not decided: ${cutTo(question.words, 60)}`
  return rich`${objection}${whose}`
}

const plainOf = (report: NonNullable<NonNullable<TaskCard['lead']>['report']>, lang: Lang): string => reportWords(report, lang).pieces.map(({ text }) => text).join('')

/** `elsewhere`: the successor's posts, where none is in a unit that goes over; `units`: those. */
type HandoverFacts = { from: PersonFacts; to: string; isNew: boolean; elsewhere?: PersonFacts; units: readonly string[]; open: number; claims: number; helping: number; handed: number; confirm: Run }

/** Before anything is recorded: what goes over, and what does not. */
export function handoverPreview({ from, to, isNew, elsewhere, units, open, claims, helping, handed, confirm }: HandoverFacts, lang: Lang): Card {
  const zh = lang === 'zh'
  const text = zh ? `${from.name}的工作全部交接给${to}？确认前不记录，也不发消息。` : `Hand all of ${from.name}'s work over to ${to}? Nothing is recorded or sent before you confirm.`
  const posts = personRoles({ ...from, roles: [] }, lang)
  const roles = from.roles.map((role) => roleName[lang][role]).join(zh ? '、' : ', ')
  return {
    text,
    lines: [
      rich`${strong(text)}`,
      zh ? rich`交接的职务：${posts}` : rich`Posts: ${posts}`,
      zh ? rich`交接的任务：在办${open}项${claims > 0 ? `（其中待审核${claims}项）` : ''}，配合${helping}项${handed > 0 ? `，本人承办${handed}项` : ''}` : rich`Work: ${open} open${claims > 0 ? ` (${claims} waiting for review)` : ''}, ${helping} as support${handed > 0 ? `, ${handed} as handler` : ''}`,
      ...(elsewhere === undefined ? [] : [elsewhereLine(elsewhere, units, lang)]),
      ...(isNew ? [zh ? rich`${to}还没有登记，确认时一并登记。` : rich`${to} is not registered yet and will be.`] : []),
      ...(roles === '' ? [] : [zh ? rich`不交接的角色：${roles}（由管理员另行授权）` : rich`Not handed over: ${roles} (an admin grants roles)`]),
      zh ? rich`确认后${to}收到一份交接单，${from.name}不再收到这些单位的提醒。` : rich`${to} gets one handover sheet; ${from.name} is not reminded for these units any more.`,
    ],
    actions: [{ label: zh ? '确认交接' : 'Hand over', says: cutTo(zh ? `确认${from.name}交接给${to}` : `Hand over from ${from.name} to ${to}`, 70), run: confirm, style: 'primary' }],
  }
}

/** ⚠️ 白露现在是县财政局联络员，不是县教育局的人，请核对。 */
function elsewhereLine(to: PersonFacts, units: readonly string[], lang: Lang): Rich {
  const [posts, names] = [personRoles({ ...to, roles: [] }, lang), cutTo(units.join(lang === 'zh' ? '、' : ', '), 40)]
  return lang === 'zh' ? rich`⚠️ ${to.name}现在是${posts}，不是${names}的人，请核对。` : rich`⚠️ ${to.name} is of another unit (${posts}), and not of ${names}: make sure.`
}

export function handedOver({ from, to, units }: { from: string; to: string; units: readonly string[] }, lang: Lang): Card {
  const zh = lang === 'zh'
  const names = cutTo(units.join(zh ? '、' : ', '), 100)
  const text = zh ? `✅ 已交接：${from} → ${to}${names === '' ? '' : `，${names}`}。交接单发给${to}，${from}不再收到提醒。` : `✅ Handed over: ${from} → ${to}${names === '' ? '' : `, ${names}`}. ${to} gets the sheet; ${from} is not reminded any more.`
  return { text, lines: [rich`${text}`], actions: [{ label: zh ? '人员' : 'People', run: ways.people() }] }
}

type Named = Pick<Person, 'id' | 'name' | 'title'>

/** `from` undefined: it is asked too. */
export function handoverForm({ from, people, others }: { from?: Named; people: readonly Named[]; others: readonly Named[] }, lang: Lang): Form {
  const zh = lang === 'zh'
  const choices = (of: readonly Named[]) => of.map(({ id, name, title }) => ({ value: id, label: title === undefined ? name : `${name} ${title}` }))
  return {
    title: zh ? '人员交接' : 'Handover',
    intro: [...(from === undefined ? [] : [rich`${strong(from.name)}`]), zh ? rich`接手的人还没有登记的，请输入：/duban 交接 @旧 @新 新人姓名` : rich`Where the successor is not registered, type: /duban handover @old @new name`],
    fields: [
      ...(from === undefined ? [{ name: 'from', label: zh ? '谁交出' : 'Who hands over', kind: 'choice' as const, as: 'select' as const, choices: choices(people) }] : []),
      { name: 'to', label: zh ? '谁接手' : 'Who takes over', kind: 'choice', as: 'select', choices: choices(others) },
    ],
    submit: zh ? '下一步' : 'Next',
    run: { command: 'handover', args: from === undefined ? {} : { from: from.id } },
  }
}

/** The successor is nobody the directory knows: their name is asked. */
export function successorForm({ from, to }: { from: string; to: string }, lang: Lang): Form {
  const zh = lang === 'zh'
  return {
    title: zh ? '接手的人' : 'The successor', intro: [zh ? rich`接手的账号还没有登记，请写姓名。` : rich`The account that takes over is not registered yet.`],
    fields: [{ name: 'name', label: zh ? '姓名' : 'Name', kind: 'line', maxLength: 40 }], submit: zh ? '下一步' : 'Next', run: { command: 'handover', args: { from, to } },
  }
}

export const noSheet = (lang: Lang): Card => ({ text: lang === 'zh' ? '您没有接手的交接单。' : 'Nothing was handed over to you.', lines: [lang === 'zh' ? rich`您没有接手的交接单。` : rich`Nothing was handed over to you.`], actions: [{ label: lang === 'zh' ? '我的任务' : 'My tasks', run: ways.mine() }] })
