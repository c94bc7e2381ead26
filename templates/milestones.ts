// 年度分解 for a unit: its tasks without a date, the form, and what was recorded.
import type { Day, Instant } from '#src/calendar/day.ts'
import { mostMilestones, milestoneAtMost, type Milestone } from '#src/ledger/milestone.ts'
import type { OwnMilestones } from '#src/queries/milestone-lists.ts'
import { mostOffered } from '#src/queries/milestone-draft.ts'
import type { MilestoneFacts } from '#src/queries/milestones.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Card, Field, Form, Lang, Row, Run } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { milestoneList, milestoneRows } from './milestone-words.ts'
import { colon } from './quoted.ts'
import { rich, strong } from './rich.ts'
import { numberOf, shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

/** Each row has what is offered below it: more nobody reads at once on a phone. */
const rowsOnPage = 6
/** The plan's own words above the form. */
const textAtMost = 160

const words = {
  zh: {
    none: '您负责的任务都有期限，或方案还没有下发，不用报年度分解。', head: (year: number, missing: number, all: number) => (missing === 0 ? `${year}年年度分解：${all}项都已报。` : `${year}年年度分解：${missing}项待报，已按方案原文预填。`),
    how: '督查室同意后按节点提醒；没有报的仍按默认每季度报一次进展。', page: (page: number, pages: number) => `第${page}/${pages}页`,
    state: { missing: '待报', waiting: '待审', returned: '已退回', approved: '已同意' }, change: '（改节点，待审）', reason: '退回原因：',
    all: (count: number) => `按此报送全部${count}项`, allConfirm: (count: number) => `按方案原文预填的节点，报送${count}项任务的年度分解？督查室审核后生效。`, asIs: '按此报送', edit: '修改', mend: '修改后重报', changeIt: '改节点', next: '下一页', previous: '上一页', of: (act: string, no: number, title: string) => `${act}：第${no}项 ${title}`,
    title: '年度分解', submit: '报送', what: (no: number) => `节点${no}：做成什么`, whatHint: '一句话；不要的留空', by: (no: number) => `节点${no}：什么时候`, shows: (no: number) => `节点${no}：凭什么看得到（可不填）`, text: '方案原文：', stands: '已同意的节点在督查室同意修改前不变。',
    noDay: '请选这个节点的日期。', noWhat: '请写明这个节点做成什么。',
    recorded: (year: number) => `已报${year}年年度分解`, recordedAll: (count: number) => `已报${count}项任务的年度分解`, refusedSome: (count: number) => `，另有${count}项没有记录`, review: (who: string) => `由督查室${who === '' ? '' : `（${who}）`}审核。同意前仍按默认提醒。`, left: (count: number) => `还有${count}项待报`, more: (no: number, title: string) => `下一项：${no} ${title}`, list: '看年度分解',
    reachTitle: '节点完成', reachWords: '完成情况（可不填）', reachHint: '一句话，例如：中标通知书已发', reachSubmit: '报完成', reachShows: '凭什么看得到：',
    reached: '已记录（自报）', nextOne: '下一个节点：', allReached: (year: number) => `${year}年的节点都已完成。整项任务完成时，请用“已完成”申请办结。`, claim: '整项已完成', undo: '撤销', of2: (no: number) => `第${no}项`,
  },
  en: {
    none: 'Your tasks have dates of their own, or the plan is not handed out: no milestones are needed.', head: (year: number, missing: number, all: number) => (missing === 0 ? `Milestones of ${year}: all ${all} proposed.` : `Milestones of ${year}: ${missing} to propose, filled in from the plan.`),
    how: 'Once the secretary approves, reminders follow them; until then a report each quarter is asked (default).', page: (page: number, pages: number) => `page ${page} of ${pages}`,
    state: { missing: 'to propose', waiting: 'under review', returned: 'sent back', approved: 'approved' }, change: ' (change, under review)', reason: 'Reason: ',
    all: (count: number) => `Propose all ${count} as they are`, allConfirm: (count: number) => `Propose the milestones filled in from the plan for ${counted(count, 'task')}? The secretary reviews them.`, asIs: 'Propose', edit: 'Change', mend: 'Change', changeIt: 'Change', next: 'Next page', previous: 'Previous page', of: (act: string, no: number, title: string) => `${act}: task ${no} ${title}`,
    title: 'Milestones', submit: 'Propose', what: (no: number) => `Milestone ${no}: what`, whatHint: 'One sentence; leave empty what you do not want', by: (no: number) => `Milestone ${no}: by when`, shows: (no: number) => `Milestone ${no}: what shows it (optional)`, text: 'The plan: ', stands: 'Approved milestones stand until the secretary agrees to the change.',
    noDay: 'Choose the day of this milestone.', noWhat: 'Say what this milestone is.',
    recorded: (year: number) => `Milestones of ${year} proposed`, recordedAll: (count: number) => `Milestones of ${counted(count, 'task')} proposed`, refusedSome: (count: number) => `, ${count} were not recorded`, review: (who: string) => `The secretary${who === '' ? '' : ` (${who})`} reviews them. Until then reminders stay as they were.`, left: (count: number) => `${count} left to propose`, more: (no: number, title: string) => `Next: ${no} ${title}`, list: 'All milestones',
    reachTitle: 'Milestone reached', reachWords: 'How (optional)', reachHint: 'One sentence', reachSubmit: 'Record', reachShows: 'What shows it: ',
    reached: 'Recorded, as you say', nextOne: 'Next: ', allReached: (year: number) => `All milestones of ${year} are reached. When the whole task is done, say so with “Done”.`, claim: 'The whole is done', undo: 'Take back', of2: (no: number) => `task ${no}`,
  },
} satisfies Record<Lang, unknown>


export function milestonesCard({ own, today, page: wanted }: { own: readonly OwnMilestones[]; today: Day; page: number }, lang: Lang): Card {
  const w = words[lang]
  const [first] = own
  if (first === undefined) return { text: w.none, lines: [rich`${w.none}`], actions: [{ label: lang === 'zh' ? '我的任务' : 'My tasks', run: ways.mine() }] }
  const missing = own.filter(({ state }) => state === 'missing').length
  const pages = Math.max(1, Math.ceil(own.length / rowsOnPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const head = w.head(first.year, own.filter(({ state }) => state === 'missing' || state === 'returned').length, own.length)
  const several = new Set(own.map(({ plan }) => plan)).size > 1
  return {
    text: head,
    lines: [rich`${head}${pages === 1 ? '' : `${lang === 'zh' ? '' : ' '}(${w.page(page, pages)})`}`, rich`${w.how}`],
    sections: [{ rows: own.slice((page - 1) * rowsOnPage, page * rowsOnPage).map((one) => rowOf(one, several, today, lang)) }],
    actions: [
      ...(missing > 1 ? [{ label: w.all(missing), run: ways.proposeAll(first.year), confirm: w.allConfirm(missing) }] : []),
      ...(page < pages ? [{ label: w.next, run: ways.milestones(page + 1) }] : []),
      ...(page > 1 ? [{ label: w.previous, run: ways.milestones(page - 1) }] : []),
    ],
  }
}

function rowOf(one: OwnMilestones, several: boolean, today: Day, lang: Lang): Row {
  const w = words[lang]
  const says = (act: string): string => w.of(act, one.number, shortTitle(one))
  const reason = one.reason === undefined ? rich`` : rich`\n${w.reason}${cutTo(one.reason, 120)}`
  const line = rich`${strong(several ? taskRef(one) : one.number)} ${shortTitle(one)} · ${w.state[one.state]}${one.change ? w.change : ''}${reason}\n${milestoneList(one.milestones, lang, today)}`
  const edit = (label: string): Action => ({ label, says: says(label), run: ways.ownMilestones(one, one.year) })
  switch (one.state) {
    case 'missing':
      return { line, actions: [{ label: w.asIs, says: says(w.asIs), run: ways.proposeAsDrafted(one, one.year) }, edit(w.edit)] }
    case 'returned':
      return { line, actions: [edit(w.mend)] }
    case 'waiting': case 'approved':
      return { line, actions: [edit(w.changeIt)] }
  }
}

/** Three milestones stand in it, or as many as there are already: none is lost by opening it. */
export function milestonesForm(one: OwnMilestones, lang: Lang): Form {
  const w = words[lang]
  const shown = Math.min(mostMilestones, Math.max(mostOffered, one.milestones.length))
  const numbers = Array.from({ length: shown }, (_, at) => at + 1)
  const carried = one.milestones.flatMap((each, at) => (each.carried === true ? [at + 1] : []))
  return {
    title: w.title,
    intro: [
      rich`${strong(`${one.number} ${one.title}`)}`,
      ...(one.reason === undefined ? [] : [rich`${w.reason}${one.reason}`]),
      rich`${w.text}${cutTo(one.text, textAtMost)}`,
      ...(one.state === 'approved' || one.change ? [rich`${w.stands}`] : []),
    ],
    fields: numbers.flatMap((no) => fieldsOf(no, one.milestones[no - 1], lang)),
    submit: w.submit,
    run: { command: 'milestones', args: { task: taskRef(one), year: one.year, form: true, ...(carried.length === 0 ? {} : { carried: carried.join(' ') }) } },
  }
}

function fieldsOf(no: number, milestone: Milestone | undefined, lang: Lang): Field[] {
  const w = words[lang]
  return [
    { name: `what${no}`, label: w.what(no), hint: w.whatHint, optional: no > 1, kind: 'line', maxLength: milestoneAtMost, ...(milestone === undefined ? {} : { now: milestone.what }) },
    { name: `by${no}`, label: w.by(no), optional: no > 1, kind: 'date', ...(milestone === undefined ? {} : { now: milestone.by }) },
    { name: `shows${no}`, label: w.shows(no), optional: true, kind: 'line', maxLength: milestoneAtMost, ...(milestone?.shows === undefined ? {} : { now: milestone.shows }) },
  ]
}

export const dayMissing = (no: number, lang: Lang): Record<string, string> => ({ [`by${no}`]: words[lang].noDay })
export const whatMissing = (no: number, lang: Lang): Record<string, string> => ({ [`what${no}`]: words[lang].noWhat })

export type Proposed = { one: OwnMilestones; today: Day; secretaries: readonly string[]; /** What is still to be proposed, the next first. */ left: readonly OwnMilestones[] }

export function milestonesProposed({ one, today, secretaries, left }: Proposed, lang: Lang): Card {
  const w = words[lang]
  const head = `✅ ${w.recorded(one.year)}${colon[lang]}${one.number} ${shortTitle(one)}`
  return {
    text: head,
    lines: [rich`✅ ${w.recorded(one.year)}${colon[lang]}${strong(`${one.number} ${shortTitle(one)}`)}`, rich`${milestoneList(one.milestones, lang, today)}`, rich`${w.review(secretaries.join(lang === 'zh' ? '、' : ', '))}`],
    ...leftBelow(left, lang),
  }
}

/** `refused`: what was said of those that were not recorded. */
export function allProposed({ count, refused, secretaries, left }: { count: number; refused: readonly string[]; secretaries: readonly string[]; left: readonly OwnMilestones[] }, lang: Lang): Card {
  const w = words[lang]
  const head = `${count === 0 ? '' : '✅ '}${w.recordedAll(count)}${refused.length === 0 ? '' : w.refusedSome(refused.length)}`
  return {
    text: head,
    lines: [rich`${head}`, ...(count === 0 ? [] : [rich`${w.review(secretaries.join(lang === 'zh' ? '、' : ', '))}`]), ...[...new Set(refused)].slice(0, 3).map((why) => rich`${why}`)],
    actions: [...(leftBelow(left, lang).actions ?? []), { label: w.list, run: ways.milestones() }],
  }
}

function leftBelow(left: readonly OwnMilestones[], lang: Lang): Pick<Card, 'actions' | 'footer'> {
  const w = words[lang]
  const [next] = left
  return next === undefined ? {} : { actions: [{ label: cutTo(w.more(next.number, next.title), 40), says: cutTo(w.more(next.number, next.title), 70), run: ways.ownMilestones(next, next.year) }], footer: rich`${w.left(left.length)}` }
}

export function reachForm({ task, milestone, run }: { task: TaskCard; milestone: MilestoneFacts; run: Run }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.reachTitle,
    intro: [rich`${strong(`${numberOf(task)} ${task.title}`)}`, rich`${shortDay(milestone.by, lang)} ${milestone.what}`, ...(milestone.shows === undefined ? [] : [rich`${w.reachShows}${milestone.shows}`])],
    fields: [{ name: 'words', label: w.reachWords, hint: w.reachHint, optional: true, kind: 'line', maxLength: 500 }],
    submit: w.reachSubmit,
    run,
  }
}

/** `at`: when it was recorded, to take it back. */
export function milestoneReached({ task, what, year, at, today }: { task: TaskCard; what: string; year: number; at?: Instant | undefined; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const next = task.milestones.find(({ reached }) => reached === undefined)
  const head = `✅ ${w.reached}${colon[lang]}${numberOf(task)} ${shortTitle(task)}${lang === 'zh' ? '，' : ', '}${cutTo(what, 60)}`
  return {
    text: head,
    lines: [rich`${head}`, ...milestoneRows(task.milestones, lang, today), ...(next === undefined ? [rich`${w.allReached(year)}`] : [])],
    actions: [
      ...(next === undefined ? [{ label: w.claim, says: `${w.claim}${colon[lang]}${w.of2(task.number)}`, run: ways.claim(task) }] : []),
      ...(at === undefined ? [] : [{ label: w.undo, says: `${w.undo}${colon[lang]}${w.reachTitle}${lang === 'zh' ? '，' : ', '}${w.of2(task.number)}`, run: ways.undo(at, [task]) }]),
    ],
  }
}
