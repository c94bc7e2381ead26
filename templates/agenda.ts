// 议程: what a sitting is to look at, in groups that a phone can show; and as it is arranged, item by item.
import type { Day } from '#src/calendar/day.ts'
import type { Why } from '#src/queries/light.ts'
import { agendaKinds, topicKey, type Agenda, type AgendaItem, type AgendaKind } from '#src/meetings/agenda-items.ts'
import type { Action, Card, Form, Lang, Row, Run, Section } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { forwardAction } from './forward.ts'
import { instructionWords } from './instruction-words.ts'
import { whyLine } from './light-words.ts'
import { sittingName, type NamedSitting } from './meeting-names.ts'
import { meetingWhere } from './meeting-when.ts'
import { colon } from './quoted.ts'
import { rich, strong, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'
import { numberOf, shortTitle, taskLine } from './task-line.ts'
import { ways } from './ways.ts'

/** `open`: a group of which all is shown. `changes`: what is otherwise since the last sitting, counted. `mayArrange`: by whoever looks, now. `isToday`: it is its day or past it, and its record is open to whoever looks. */
export type AgendaShown = NamedSitting & Agenda & { today: Day; open?: AgendaKind; page: number; said?: string; /** What was typed and not used. */ unread?: string; /** Of a team that carries one: what alone is looked at. */ section?: string; changes?: string; mayArrange: boolean; mayRecord: boolean; mayCall: boolean }

/** So many of a group are shown before it is opened, and one more where it is the last; so many are arranged on one page. */
const groupAtMost = 7
/** Of one that was arranged by hand. */
const listedAtMost = 20
const arrangedAtMost = 15
/** Of so many the top is seen with the end. */
const endInSight = 5

const words = {
  zh: {
    head: (name: string, count: number) => `议程：${name}，${count}项`, none: '目前没有要议的事：没有上次议定事项、红黄灯、协调事项，也没有在办的批示。', notKept: '这次会议没有留下议程。', off: { cancelled: '⚠️ 这次会议已取消。', 'not-held': '⚠️ 这次会议没有召开。' }, unread: (meeting: string, said: string) => `⚠️ “${said}”没有用上。加议题：/duban 议程 ${meeting} 加 〔一句话，或任务号〕；删去：/duban 议程 ${meeting} 删 2`, last: (day: string) => `上次会议${day}`, since: (day: string, what: string) => `自上次会议(${day})：${what}`, look: '看变化',
    section: (name: string, line: string | undefined) => `只列“${name}”的任务${line === undefined ? '' : `，别的用：议程 ${line}`}`, addWord: '加', fresh: '新增', kinds: { decided: '上次议定事项', coordination: '需要协调', red: '滞后', yellow: '预警', instruction: '批示和交办', other: '其他任务', own: '其他议题' },
    item: (day: string, item: number) => `${day}议定第${item}项`, said: (name: string, what: string) => `${name}：“${what}”`, more: (left: number) => `另有${left}项`, open: '展开', task: '看任务',
    arrange: '编排', add: '加议题', notice: '会议通知', attend: '签到', decide: '议定', minutes: '纪要', done: '排好了', up: '上移', down: '下移', top: '置顶', strike: '删去', restore: '恢复', struck: (count: number) => `已删去${count}项`, next: '下一页', before: '上一页', arranging: '编排议程', each: '按一下就保存；新冒出来的事项排在后面。',
    struckNow: (what: string) => `已删去：${what}`, added: (what: string) => `已加上：${what}`, restored: (what: string) => `已恢复：${what}`, twice: (what: string) => `已有这一项，没有再加：${what}`, moved: (what: string) => `已前移：${what}`, lowered: (what: string) => `已后移：${what}`,
    form: '加议题', topic: '议题', hint: '一句话，如：研究学位供给三年计划', submit: '加上', missing: '请写一句议题。',
  },
  en: {
    head: (name: string, count: number) => `Agenda: ${name}, ${count} ${count === 1 ? 'item' : 'items'}`, none: 'Nothing to discuss yet: no decisions from last time, nothing red or yellow, nothing to coordinate, no open instructions.', notKept: 'No agenda was kept for this meeting.', off: { cancelled: '⚠️ This meeting was called off.', 'not-held': '⚠️ This meeting was not held.' }, unread: (meeting: string, said: string) => `⚠️ “${said}” was not used. Add an item: /duban agenda ${meeting} add 〔one line, or a task’s number〕; leave one out: /duban agenda ${meeting} remove 2`, last: (day: string) => `Last meeting ${day}`, since: (day: string, what: string) => `Since the last meeting (${day}): ${what}`, look: 'Changes',
    section: (name: string, line: string | undefined) => `Tasks of “${name}” alone${line === undefined ? '' : `; others by: agenda ${line}`}`, addWord: 'add', fresh: 'New', kinds: { decided: 'Decided last time', coordination: 'To be coordinated', red: 'Behind', yellow: 'At risk', instruction: 'Instructions', other: 'Other tasks', own: 'Other items' },
    item: (day: string, item: number) => `item ${item}, ${day}`, said: (name: string, what: string) => `${name}: “${what}”`, more: (left: number) => `${left} more`, open: 'Show all', task: 'Task',
    arrange: 'Arrange', add: 'Add an item', notice: 'Notice', attend: 'Attendance', decide: 'Decide', minutes: 'Minutes', done: 'Done', up: 'Up', down: 'Down', top: 'To the top', strike: 'Leave out', restore: 'Put back', struck: (count: number) => `Left out: ${count}`, next: 'Next page', before: 'Previous page', arranging: 'Arrange the agenda', each: 'Each press is saved. What comes up later goes to the end.',
    struckNow: (what: string) => `Left out: ${what}`, added: (what: string) => `Added: ${what}`, restored: (what: string) => `Put back: ${what}`, twice: (what: string) => `This item is on the agenda already: ${what}`, moved: (what: string) => `Moved up: ${what}`, lowered: (what: string) => `Moved down: ${what}`,
    form: 'Add an item', topic: 'Item', hint: 'One line', submit: 'Add', missing: 'Please write the item in one line.',
  },
} satisfies Record<Lang, unknown>

const runWith = ({ plan, meeting }: Pick<NamedSitting, 'plan' | 'meeting'>, command = 'agenda') => (args: Run['args'] = {}): Run => ({ command, args: { plan, meeting: meeting.id, ...args } })

const nameOf = (item: AgendaItem): string => (item.kind === 'own' ? item.text : `${item.task.number} ${shortTitle(item.task)}`)

/** What was just done to it. */
export function arrangedWords(act: 'up' | 'down' | 'top' | 'strike' | 'restore' | 'add' | 'twice', item: AgendaItem | undefined, lang: Lang): string {
  const w = words[lang]
  const what = item === undefined ? '' : cutTo(nameOf(item), 40)
  return { up: w.moved, down: w.lowered, top: w.moved, strike: w.struckNow, restore: w.restored, add: w.added, twice: w.twice }[act](what)
}

export function agendaCard(shown: AgendaShown, lang: Lang): Card {
  const w = words[lang]
  const { plan, meeting, items, last, today, changes, said, unread, section, mayArrange } = shown
  const head = w.head(sittingName(shown, lang), items.length)
  return {
    text: head,
    lines: [
      rich`${strong(head)}`, ...(said === undefined ? [] : [rich`✅ ${said}`]), ...(unread === undefined ? [] : [rich`${w.unread(meeting.id, cutTo(unread, 60))}`]), ...(meeting.status === 'cancelled' || meeting.status === 'not-held' ? [rich`${w.off[meeting.status]}`] : []), rich`${meetingWhere(meeting, lang, today)}${meeting.topic === undefined ? '' : ` · ${meeting.topic}`}`,
      ...(section === undefined || meeting.status !== 'scheduled' ? [] : [rich`${w.section(cutTo(section, 40), mayArrange ? `${meeting.id} ${w.addWord} ${plan}-12` : undefined)}`]),
      ...(last === undefined ? [] : [rich`${changes === undefined ? w.last(shortDay(last.day, lang, today)) : w.since(shortDay(last.day, lang, today), changes)}`]),
      ...(items.length > 0 || meeting.status === 'cancelled' || meeting.status === 'not-held' ? [] : [rich`${meeting.status === 'scheduled' ? w.none : w.notKept}`]),
    ],
    ...(items.length === 0 ? {} : { sections: sectionsOf(shown, lang) }),
    ...actionsOf(shown, lang),
  }
}

type Group = { heading?: string; /** The way to all of it is of this kind. */ kind: AgendaKind; from: number; items: readonly AgendaItem[] }

/** By their kinds where these stand as they are made; put in another order by hand they are one list, with what came up since below it. */
function groupsOf({ items, meeting }: AgendaShown, lang: Lang): Group[] {
  const w = words[lang]
  const runs: { kind: AgendaKind; from: number; items: AgendaItem[] }[] = []
  for (const [at, item] of items.entries()) {
    const run = runs.at(-1)
    if (run?.kind === item.kind) run.items.push(item)
    else runs.push({ kind: item.kind, from: at, items: [item] })
  }
  if (isAsMade(runs)) return runs.map((run) => ({ ...run, heading: `${w.kinds[run.kind]} ${run.items.length}` }))
  const order = new Set(meeting.agenda?.order)
  const known = items.filter(({ key }) => order.has(key))
  const fresh = items.filter(({ key }) => !order.has(key))
  return [
    ...(known.length === 0 ? [] : [{ kind: 'other' as const, from: 0, items: known }]),
    ...(fresh.length === 0 ? [] : [{ kind: 'own' as const, from: known.length, items: fresh, ...(known.length === 0 ? {} : { heading: `${w.fresh} ${fresh.length}` }) }]),
  ]
}

/** What the sitting is called for stands first. */
function isAsMade(runs: readonly { kind: AgendaKind; items: readonly AgendaItem[] }[]): boolean {
  const places = runs.filter(({ items: [first] }, at) => at > 0 || first?.key !== topicKey).map(({ kind }) => agendaKinds.indexOf(kind))
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? place))
}

function sectionsOf(shown: AgendaShown, lang: Lang): Section[] {
  const w = words[lang]
  const { open, today, mayRecord } = shown
  // On its day the agenda is gone through from the top: what is decided of an item is one press away.
  const decide = (item: AgendaItem): Action => ({ label: w.decide, says: saysOf(w.decide, nameOf(item), lang), run: runWith(shown, 'resolve')({ edit: true, ...(item.kind === 'own' ? {} : { about: item.task.number }) }) })
  return groupsOf(shown, lang).map(({ heading, kind, from, items: own }): Section => {
    const most = heading === undefined ? listedAtMost : groupAtMost
    const first = open === kind || own.length <= most + 1 ? own : own.slice(0, most)
    const left = own.length - first.length
    const rows: Row[] = first.map((item, at) => ({ line: itemLine(item, from + at + 1, lang, today), ...(mayRecord ? { beside: decide(item) } : item.kind === 'own' ? {} : { beside: { label: w.task, says: cutTo(`${numberOf(item.task)} ${shortTitle(item.task)}`, 70), run: ways.task(item.task) } }) }))
    const rest: Row[] = left === 0 ? [] : [{ line: rich`${w.more(left)}`, beside: { label: w.open, says: `${heading === undefined ? '' : `${heading}${colon[lang]}`}${w.more(left)}`, run: runWith(shown)({ open: kind }) } }]
    return { ...(heading === undefined ? {} : { heading: rich`${heading}` }), rows: [...rows, ...rest], ...(mayRecord ? {} : { opensBelow: 'card' as const }) }
  })
}

function itemLine(item: AgendaItem, number: number, lang: Lang, today: Day): Rich {
  if (item.kind === 'own') return rich`${number}. ${strong(item.text)}`
  const because = becauseOf(item, lang, today)
  return rich`${number}. ${taskLine(item.task, lang, today, item.task.ofSeveral === true)}${because === undefined ? '' : rich`\n${because}`}`
}

/** Reasons that the line itself says: a list is to be gone through on a phone. */
const saidInLine: ReadonlySet<Why['rule']> = new Set(['unanswered', 'due-soon', 'milestone-soon', 'claim-waiting', 'extension-waiting'])

/** Why it is on the agenda, where its line does not say it. */
function becauseOf(item: Exclude<AgendaItem, { kind: 'own' }>, lang: Lang, today: Day): Rich | undefined {
  const w = words[lang]
  const { task, kind, decided } = item
  if (decided !== undefined) return rich`${w.item(shortDay(decided.at.day, lang, today), decided.item)}${lang === 'zh' ? '，' : ', '}${whyLine(task.why, lang, today)}`
  const quote = task.coordinations.flatMap(({ quotes }) => quotes)[0]
  if (kind === 'coordination' && quote !== undefined) return rich`${w.said(quote.name, cutTo(quote.words, 80))}`
  if (kind === 'instruction' && task.instruction !== undefined) return rich`${instructionWords(task.instruction, lang, today)}`
  return kind === 'yellow' && saidInLine.has(task.why.rule) ? undefined : whyLine(task.why, lang, today)
}

function actionsOf(shown: AgendaShown, lang: Lang): Pick<Card, 'actions' | 'more'> {
  const w = words[lang]
  const { items, struck, last, mayArrange, mayRecord, mayCall } = shown
  const run = runWith(shown)
  const to = (command: string): Run => runWith(shown, command)()
  const actions: Action[] = [
    ...(mayRecord ? [{ label: w.attend, run: to('attendance') }, { label: w.decide, run: to('resolve') }, { label: w.minutes, run: to('minutes') }] : []),
    ...(mayArrange ? [{ label: w.add, run: run({ act: 'add' }) }, ...(items.length + struck.length === 0 ? [] : [{ label: w.arrange, run: run({ arrange: true }) }])] : []),
    ...(mayCall ? [{ label: w.notice, run: to('meeting-notice') }] : []),
  ]
  return {
    ...(actions.length === 0 ? {} : { actions }),
    more: [...(last === undefined ? [] : [{ label: w.look, run: ways.changesSince(shown.plan, last.id) }]), forwardAction(run(), lang)],
  }
}

/** Every item with its buttons, each press saved; those that were left out below. */
export function arrangeCard(shown: AgendaShown, lang: Lang): Card {
  const w = words[lang]
  const { items, struck, page, said } = shown
  const run = runWith(shown)
  const pages = Math.max(1, Math.ceil(items.length / arrangedAtMost))
  const at = Math.min(page, pages - 1)
  const act = (act: string, key: string): Run => run({ act, key, arrange: true, page: at })
  const head = `${w.arranging}${colon[lang]}${sittingName(shown, lang)}`
  const rows = items.slice(at * arrangedAtMost, (at + 1) * arrangedAtMost).map((item, nth): Row => {
    const number = at * arrangedAtMost + nth + 1
    const says = (label: string): string => saysOf(label, nameOf(item), lang)
    const moves = [...(number === 1 ? [] : ['up' as const]), ...(number === items.length ? [] : ['down' as const]), ...(number === 1 ? [] : ['top' as const]), 'strike' as const]
    return { line: rich`${number}. ${item.kind === 'own' ? item.text : `${numberOf(item.task)} ${shortTitle(item.task)}`} · ${w.kinds[item.kind]}`, more: moves.map((move) => ({ label: w[move], says: says(w[move]), run: act(move, item.key) })) }
  })
  const done: Action = { label: w.done, run: run(), style: 'primary' }
  return {
    text: head,
    lines: [rich`${strong(head)}`, ...(said === undefined ? [] : [rich`✅ ${said}`])],
    sections: [
      // Whoever is done does not go to the end of a long list for it.
      { rows: [{ line: rich`${w.each}`, beside: done }] },
      ...(rows.length === 0 ? [] : [{ rows }]),
      ...(struck.length === 0 ? [] : [{ heading: rich`${w.struck(struck.length)}`, rows: struck.slice(0, arrangedAtMost).map((item) => ({ line: rich`${nameOf(item)}`, beside: { label: w.restore, says: saysOf(w.restore, nameOf(item), lang), run: act('restore', item.key) } })) }]),
    ],
    actions: [
      ...(rows.length > endInSight ? [done] : []), { label: w.add, run: run({ act: 'add', arrange: true, page: at }) },
      ...(at === 0 ? [] : [{ label: w.before, run: run({ arrange: true, page: at - 1 }) }]), ...(at >= pages - 1 ? [] : [{ label: w.next, run: run({ arrange: true, page: at + 1 }) }]),
    ],
  }
}

export function ownItemForm(of: NamedSitting, args: Run['args'], lang: Lang): Form {
  const w = words[lang]
  return { title: w.form, intro: [rich`${sittingName(of, lang)}`], fields: [{ name: 'words', label: w.topic, hint: w.hint, kind: 'line', maxLength: 300 }], submit: w.submit, run: runWith(of)({ ...args, act: 'add', form: true }) }
}

export const ownItemMissing = (lang: Lang): Record<string, string> => ({ words: words[lang].missing })
