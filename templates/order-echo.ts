// What was read out of words that want something arranged, shown before any of it is recorded.
import type { Day } from '#src/calendar/day.ts'
import { absenceLine, type AbsenceFacts } from './deputy.ts'
import type { Card, Lang, Run } from './card.ts'
import type { Report } from '#src/ledger/assignment.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { RelayedHow } from '#src/reader/said-order.ts'
import { cutTo } from './cut-to.ts'
import { behalfStateName, type BehalfState } from './on-behalf.ts'
import { reportWords } from './report-words.ts'
import { plain, rich, strong } from './rich.ts'
import { saysOf } from './says-of.ts'
import { numberOf, shortTitle } from './task-line.ts'

const words = {
  zh: {
    how: { phone: '电话', wechat: '微信', letter: '来函', person: '当面' }, behalf: '按此代录：', correct: '按此更正代录：', now: '现在：', about: '约', said: (who: string, how: string) => [who, how].filter((fact) => fact !== '').join('，'), join: '，', quote: (said: string) => `原话：${said}`,
    noWho: '还差是谁说的，请点“写谁说的”。', noHow: '还差怎么说的，请点“选途径”。', ask: '选途径', none: '都不是，填任务号', number: '填任务号', ofNone: (unit: string) => `${unit}名下没有在办的任务，还没有记录。是哪一项，请填任务号。`, another: '不是这一项', later: '改时限', asksLater: '代录只记下这句话；要改时限，请点“改时限”。', unsure: '两种意思都可能，请点“改”选定情况。', confirm: '确认', who: '写谁说的', change: '改', notYet: '还没有记录；不点，就什么也不记。',
    which: (unit: string) => `${unit}说的是哪一项？请点选。`, others: '不在其中的，请写明任务号，如：交通局打电话来说12已完成一半。',
    contact: (name: string, unit: string) => rich`请确认：${strong(name)}担任${strong(unit)}联络员`, already: (name: string, unit: string) => `${name}已经是${unit}联络员，不用再定。`, still: (names: string) => `${names}现在是联络员，确认后仍是；不再担任的，请点“取消”。`, end: (name: string) => `取消${name}`, show: '看单位',
    away: '请确认：', ends: '到期自动恢复；这几天您仍可填报。',
    hand: (name: string, tasks: string) => rich`请确认：${tasks}分派给${strong(name)}`, handed: (name: string) => `确认后由${name}填报、提醒发给${name}；您仍看得到。`,
  },
  en: {
    how: { phone: 'phone', wechat: 'WeChat', letter: 'letter', person: 'in person' }, behalf: 'To be recorded on behalf: ', correct: 'Record to be put right: ', now: 'Now: ', about: 'about ', said: (who: string, how: string) => [who, how].filter((fact) => fact !== '').join(', '), join: ', ', quote: (said: string) => `Their words: ${said}`,
    noWho: 'Who said it is missing: press “Say who”.', noHow: 'How it was said is missing: press “Say how”.', ask: 'Say how', none: 'None of these', number: 'Write the number', ofNone: (unit: string) => `${unit} has no open task; nothing is recorded yet. Write the number of the task.`, another: 'Another task', later: 'Change the date', asksLater: 'Only their words are recorded; press “Change the date” for the date.', unsure: 'This can be read both ways: press “Change” to choose.', confirm: 'Confirm', who: 'Say who', change: 'Change', notYet: 'Nothing is recorded yet, and nothing will be unless you press.',
    which: (unit: string) => `Which task does ${unit} mean?`, others: 'If it is none of these, write its number.',
    contact: (name: string, unit: string) => rich`To be confirmed: ${strong(name)} as contact of ${strong(unit)}`, already: (name: string, unit: string) => `${name} is a contact of ${unit} already.`, still: (names: string) => `${names}: contact now, and still after that; to end it, press “Take back”.`, end: (name: string) => `Take back ${name}`, show: 'The unit',
    away: 'To be confirmed: ', ends: 'It ends by itself; you still may report.',
    hand: (name: string, tasks: string) => rich`To be confirmed: ${tasks} to ${strong(name)}`, handed: (name: string) => `${name} then is reminded and reports; you keep the whole view.`,
  },
} satisfies Record<Lang, unknown>

/** As 代录 takes it: its words for how. */
export const relayedHow = (how: RelayedHow, lang: Lang): string => words[lang].how[how]

export type RelayedEcho = { task: TaskCard; unit: string; state: BehalfState | undefined; progress?: number; /** The figure was said roughly. */ about?: boolean; said: string; who: string; how: string; confirm: Run; change: Run; /** The form, for another task. */ other: Run; /** Where they ask for a later day: 改时限. */ later?: Run }

/** 按此代录：县交通局 · 3 校车，进展50%，电话 */
export function relayedEcho({ task, unit, state, progress, about = false, said, who, how, confirm, change, other, later }: RelayedEcho, lang: Lang): Card {
  const w = words[lang]
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const stands = state === undefined ? '' : behalfStateName(state, lang)
  const lacks = who === '' ? ([w.who, w.noWho] as const) : how === '' ? ([w.ask, w.noHow] as const) : undefined
  const facts = [stands, progress === undefined ? '' : `${about ? w.about : ''}${progress}%`, w.said(who, how)].filter((fact) => fact !== '').join(w.join)
  const line = rich`${w.behalf}${strong(unit)} · ${strong(name)}${w.join}${facts}`
  const act = (label: string, run: Run) => ({ label, says: saysOf(label, name, lang), run })
  const first = state === undefined ? [] : [{ ...act(lacks?.[0] ?? w.confirm, confirm), style: 'primary' as const }]
  return {
    text: plain(line),
    lines: [line, rich`${w.quote(cutTo(said, 200))}`, ...(state === undefined ? [rich`${w.unsure}`] : lacks === undefined ? [] : [rich`${lacks[1]}`]), ...(later === undefined ? [] : [rich`${w.asksLater}`])],
    actions: [...first, ...(lacks !== undefined && state !== undefined ? [] : [act(w.change, change)]), act(w.another, other), ...(later === undefined ? [] : [act(w.later, later)])],
    footer: rich`${w.notYet}`,
  }
}

/** So many tasks as buttons; the others in a menu. */
const asButtons = 5

/** The unit has no task of its own. */
export function relayedOfNone(unit: string, other: Run, lang: Lang): Card {
  const line = words[lang].ofNone(unit)
  return { text: line, lines: [rich`${line}`], actions: [{ label: words[lang].number, run: other }] }
}

export function relayedWhich(unit: string, tasks: readonly { task: TaskCard; run: Run }[], other: Run, lang: Lang): Card {
  const w = words[lang]
  const asked = w.which(unit)
  const actions = tasks.map(({ task, run }) => ({ label: cutTo(`${task.number} ${task.title}`, 40), says: cutTo(`${task.number} ${task.title}`, 75), run }))
  return { text: asked, lines: [rich`${asked}`], actions: [...actions.slice(0, asButtons), { label: w.none, run: other }], more: actions.slice(asButtons), footer: rich`${w.others}` }
}

/** 按此更正代录：31 营造良好氛围 · 县委宣传部，20%（现在60%） */
export function correctedEcho({ task, unit, report, progress, confirm, change }: { task: TaskCard; unit: string; report: Report; progress: number; confirm: Run; change: Run }, lang: Lang): Card {
  const w = words[lang]
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const line = rich`${w.correct}${strong(unit)} · ${strong(name)}${w.join}${progress}%`
  const act = (label: string, run: Run) => ({ label, says: saysOf(label, name, lang), run })
  return { text: plain(line), lines: [line, rich`${w.now}${reportWords(report, lang)}`], actions: [{ ...act(w.confirm, confirm), style: 'primary' }, act(w.change, change)], footer: rich`${w.notYet}` }
}

/** `others`: who is contact now. `isAlready`: there is nothing to name. */
export function contactEcho({ name, unit, others, isAlready, confirm, show }: { name: string; unit: string; others: readonly { name: string; end: Run }[]; isAlready: boolean; confirm: Run; show?: Run }, lang: Lang): Card {
  const w = words[lang]
  const head = isAlready ? rich`${w.already(name, unit)}` : w.contact(name, unit)
  const still = others.length === 0 ? [] : [rich`${w.still(others.map((other) => other.name).join(lang === 'zh' ? '、' : ', '))}`]
  const act = (label: string, run: Run) => ({ label: cutTo(label, 40), says: saysOf(label, unit, lang), run })
  return {
    text: plain(head), lines: [head, ...still],
    actions: [...(isAlready ? [] : [{ ...act(w.confirm, confirm), style: 'primary' as const }]), ...others.slice(0, 3).map((other) => act(w.end(other.name), other.end)), ...(show === undefined ? [] : [act(w.show, show)])],
    ...(isAlready ? {} : { footer: rich`${w.notYet}` }),
  }
}

export function handEcho({ name, tasks, confirm }: { name: string; tasks: readonly TaskCard[]; confirm: Run }, lang: Lang): Card {
  const w = words[lang]
  const named = tasks.map((task) => `${numberOf(task)} ${shortTitle(task)}`).join(lang === 'zh' ? '、' : ', ')
  const line = w.hand(name, named)
  return { text: plain(line), lines: [line, rich`${w.handed(name)}`], actions: [{ label: w.confirm, says: saysOf(w.confirm, plain(line), lang), run: confirm, style: 'primary' }], footer: rich`${w.notYet}` }
}

export function awayEcho({ absence, confirm, change }: { absence: AbsenceFacts; confirm: Run; change: Run }, today: Day, lang: Lang): Card {
  const w = words[lang]
  const line = rich`${w.away}${absenceLine(absence, today, lang)}`
  const act = (label: string, run: Run) => ({ label, says: saysOf(label, absence.name, lang), run })
  return { text: plain(line), lines: [line, rich`${w.ends}`], actions: [{ ...act(w.confirm, confirm), style: 'primary' }, act(w.change, change)], footer: rich`${w.notYet}` }
}
