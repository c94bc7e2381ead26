// 更名 and 撤并 as people read them: what would change, what did, what is ahead.
import type { Day } from '#src/calendar/day.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Card, Form, Lang, Run } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import type { FirstMessage } from './first-message.ts'
import { rich, strong, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'
import { taskLine } from './task-line.ts'
import { ways } from './ways.ts'

type Renaming = { unit: string; name: string; from: Day; today: Day }

export function unitToRename({ unit, name, from, today, confirm }: Renaming & { confirm: Run }, lang: Lang): Card {
  const zh = lang === 'zh'
  const day = dayWords(from, lang, today)
  const text = zh ? `${unit}从${day}起更名为${name}？` : `Call ${unit} “${name}” from ${day} on?`
  const means = zh ? `${from > today ? '到那天自动改，之前仍显示原名。' : ''}“${unit}”保留为别名，两个名称都认得；${from > today ? '那天' : shortDay(from, lang, today)}以前的记录仍显示原名。任务和人员不变。` : `${from > today ? 'It changes by itself on that day. ' : ''}“${unit}” stays another name; what was recorded before that day keeps it. Tasks and people stay.`
  return { text, lines: [rich`${strong(text)}`, rich`${means}`], actions: [{ label: zh ? '确认更名' : 'Rename', says: cutTo(zh ? `确认${unit}更名为${name}` : `Rename ${unit} to ${name}`, 70), run: confirm, style: 'primary' }] }
}

export function unitRenamed({ unit, name, from, today }: Renaming, lang: Lang): Card {
  const zh = lang === 'zh'
  const day = dayWords(from, lang, today)
  const text = zh ? `✅ 已记录：${unit}从${day}起更名为${name}${from > today ? '，到那天自动改' : ''}。“${unit}”保留为别名。` : `✅ Recorded: ${unit} is called “${name}” from ${day} on${from > today ? ', by itself' : ''}; the old name stays known.`
  return { text, lines: [rich`${text}`], actions: [{ label: zh ? '看单位' : 'The unit', run: ways.unit(name) }] }
}

type Succession = { from: string; to: string; on: Day; today: Day }

export function unitToSucceed({ from, to, on, today, open, done, people, confirm }: Succession & { open: number; done: number; people: readonly string[]; confirm: Run }, lang: Lang): Card {
  const zh = lang === 'zh'
  const isAhead = on > today
  const day = dayWords(on, lang, today)
  const text = zh ? `${from}从${day}起并入${to}？` : `Should ${to} take over from ${from} on ${day}?`
  const who = people.length === 0 ? '' : zh ? `；${people.join('、')}转为${to}的人` : `; ${people.join(', ')} will be ${to}'s`
  const means = zh
    ? rich`在办的牵头${open}项及配合、周期任务由${to}继续，填报和进度都带过去${who}。已办结的${done}项仍记在${from}名下。“${from}”保留为别名。`
    : rich`${counted(open, 'open task')} that it leads, its parts as support and its duties go on with ${to}, with all that was reported${who}. The ${done} that are done stay under ${from}, which stays known as another name.`
  const when = isAhead ? (zh ? rich`到${day}自动生效，之前可以取消。` : rich`It takes effect by itself on that day, and can be taken back until then.`) : zh ? rich`确认后立即生效，不能撤销。` : rich`It takes effect at once and cannot be taken back.`
  return { text, lines: [rich`${strong(text)}`, means, when], actions: [{ label: zh ? '确认撤并' : 'Record it', says: cutTo(zh ? `确认${from}并入${to}` : `${to} takes over from ${from}`, 70), run: confirm, style: 'primary' }] }
}

export function unitSucceeded({ from, to, on, today, id }: Succession & { id: string }, lang: Lang): Card {
  const zh = lang === 'zh'
  const isAhead = on > today
  const day = dayWords(on, lang, today)
  const text = isAhead
    ? zh ? `✅ 已记录：${from}${day}并入${to}，到那天自动生效；之前一切照旧。` : `✅ Recorded: ${to} takes over from ${from} on ${day}, by itself; until then nothing changes.`
    : zh ? `✅ 已撤并：${from} → ${to}。在办事项、人员都归${to}，办结的仍在${from}名下。` : `✅ Done: ${from} → ${to}. What is open and its people are ${to}'s; what was done stays under ${from}.`
  return { text, lines: [rich`${text}`], actions: [...(isAhead ? [dropAction(id, from, lang)] : []), { label: zh ? '看单位' : 'The unit', run: ways.unit(to) }] }
}

const dropAction = (id: string, name: string, lang: Lang): Action => {
  const label = lang === 'zh' ? '取消撤并' : 'Take it back'
  return { label, says: saysOf(label, name, lang), run: { command: 'succeed', args: { from: id, drop: true } }, style: 'danger' }
}

export const successionDropped = ({ from }: { from: string }, lang: Lang): Card => {
  const text = lang === 'zh' ? `✅ 已取消${from}的撤并安排，一切照旧。` : `✅ Taken back: ${from} goes on as it is.`
  return { text, lines: [rich`${text}`], actions: [{ label: lang === 'zh' ? '看单位' : 'The unit', run: ways.unit(from) }] }
}

/** `past`: what took effect. */
export function noSuccession({ from, past, today }: { from: string; past?: { to: string; on: Day }; today: Day }, lang: Lang): Card {
  const zh = lang === 'zh'
  const day = past === undefined ? '' : dayWords(past.on, lang, today)
  const text = past === undefined
    ? zh ? `${from}没有等着生效的撤并，一切照旧。` : `Nothing is planned for ${from}: it goes on as it is.`
    : zh ? `${from}已于${day}并入${past.to}，撤并已经生效，不能取消。分错了，请用“定牵头”或“改派”逐项调整。` : `${past.to} took over from ${from} on ${day}: it has taken effect and cannot be taken back. Tasks are moved one by one with “set-lead”.`
  return { text, lines: [rich`${text}`], actions: [{ label: zh ? '看单位' : 'The unit', run: ways.unit(past?.to ?? from) }] }
}

/** Those that can be taken back, each with its press. */
export function successionsAhead(all: readonly { id: string; from: string; to: string; on: Day }[], today: Day, lang: Lang): Card {
  const zh = lang === 'zh'
  const text = all.length === 0 ? (zh ? '没有等着生效的撤并。' : 'No succession is ahead.') : zh ? `等着生效的撤并有${all.length}件，要取消哪一件？` : `${all.length} successions are ahead. Which is taken back?`
  const rows = all.map(({ id, from, to, on }) => ({ line: zh ? rich`${strong(from)}${dayWords(on, lang, today)}并入${to}` : rich`${to} takes over from ${strong(from)} on ${dayWords(on, lang, today)}`, actions: [dropAction(id, from, lang)] }))
  return { text, lines: [rich`${text}`], ...(rows.length === 0 ? {} : { sections: [{ rows }] }) }
}

/** What is ahead for a unit, and what was. `id` names it in the act that takes back. */
export type UnitChanges = { id: string; renames: readonly { name: string; from: Day }[]; succession?: { to: string; on: Day }; succeeded: readonly { name: string; on: Day }[] }

export function changeLines({ renames, succession, succeeded }: UnitChanges, today: Day, lang: Lang): Rich[] {
  const zh = lang === 'zh'
  return [
    ...renames.map(({ name, from }) => (zh ? rich`${shortDay(from, lang, today)}起更名为${name}` : rich`Called “${name}” from ${shortDay(from, lang, today)}`)),
    ...(succession === undefined ? [] : [zh ? rich`${shortDay(succession.on, lang, today)}起并入${succession.to}，到那天自动生效` : rich`${succession.to} takes over on ${shortDay(succession.on, lang, today)}, by itself`]),
    ...succeeded.map(({ name, on }) => (zh ? rich`${shortDay(on, lang, today)}起承接${name}` : rich`Took over from ${name} on ${shortDay(on, lang, today)}`)),
  ]
}

export function changeActions({ id, succession }: UnitChanges, name: string, lang: Lang): Action[] {
  const zh = lang === 'zh'
  return [
    { label: zh ? '更名' : 'Rename', says: cutTo(zh ? `更名：${name}` : `Rename ${name}`, 70), run: { command: 'rename-unit', args: { unit: id } } },
    succession === undefined ? { label: zh ? '撤并' : 'Merge away', says: cutTo(zh ? `撤并：${name}` : `Merge ${name} away`, 70), run: { command: 'succeed', args: { from: id } } } : dropAction(id, name, lang),
  ]
}

export function renameForm({ unit, units, today }: { unit?: string; units: readonly string[]; today: Day }, lang: Lang): Form {
  const zh = lang === 'zh'
  return {
    title: zh ? '单位更名' : 'Rename a unit', intro: unit === undefined ? [] : [rich`${strong(unit)}`],
    fields: [
      ...(unit === undefined ? [{ name: 'unit', label: zh ? '单位' : 'Unit', kind: 'choice' as const, as: 'select' as const, choices: units.map((name) => ({ value: name, label: name })) }] : []),
      { name: 'name', label: zh ? '新名称' : 'New name', kind: 'line', maxLength: 60 }, { name: 'from', label: zh ? '从哪天起' : 'From', kind: 'date', now: today },
    ],
    submit: zh ? '下一步' : 'Next', run: { command: 'rename-unit', args: { form: true, ...(unit === undefined ? {} : { unit }) } },
  }
}

export function succeedForm({ from, units, today }: { from?: string; units: readonly string[]; today: Day }, lang: Lang): Form {
  const zh = lang === 'zh'
  const choices = units.map((name) => ({ value: name, label: name }))
  return {
    title: zh ? '单位撤并' : 'One takes over', intro: from === undefined ? [] : [rich`${strong(from)}`],
    fields: [
      ...(from === undefined ? [{ name: 'from', label: zh ? '原单位' : 'The unit that ends', kind: 'choice' as const, as: 'select' as const, choices }] : []),
      { name: 'to', label: zh ? '并入哪个单位' : 'Who takes over', kind: 'choice', as: 'select', choices: choices.filter(({ value }) => value !== from) }, { name: 'on', label: zh ? '从哪天起' : 'From', kind: 'date', now: today },
    ],
    submit: zh ? '下一步' : 'Next', run: { command: 'succeed', args: { form: true, ...(from === undefined ? {} : { from }) } },
  }
}

/** To the successor's people, once: what is theirs now besides. */
export function unitTakenOver({ from, to, on, today, open }: Succession & { open: readonly TaskCard[] }, lang: Lang): FirstMessage {
  const zh = lang === 'zh'
  const day = shortDay(on, lang, today)
  const say = zh ? `请接续：${from}${day}起并入${to}，在办${open.length}项由${to}继续办理` : `${from} is part of ${to} since ${day}: ${counted(open.length, 'open task')} to carry on`
  return {
    say,
    lines: [rich`${say}`, ...open.slice(0, 5).map((task) => taskLine(task, lang, today)), zh ? rich`以前的填报和进度都保留。` : rich`What was reported is kept.`],
    action: { label: zh ? '我的任务' : 'My tasks', run: ways.mine() },
  }
}
