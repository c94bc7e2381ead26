// The lead of a task, confirmed or changed.
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Form, Lang } from './card.ts'
import { rich, strong } from './rich.ts'
import { shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

const words = {
  zh: {
    set: (task: string, unit: string) => `牵头单位已定：${task}，${unit}`, asked: (names: string) => `今后由${names}填报。`, nobody: '这个单位还没有联络员，没有人会收到提醒。', name: '指定联络员',
    title: '定牵头单位', label: '牵头单位', submit: '确定', others: (names: string) => `文中单位：${names}`,
  },
  en: {
    set: (task: string, unit: string) => `The lead is set: ${task}, ${unit}`, asked: (names: string) => `From now on ${names} will be asked.`, nobody: 'This unit has no contact: nobody will be reminded.', name: 'Name a contact',
    title: 'Name the lead', label: 'Lead', submit: 'Set', others: (names: string) => `Units in the text: ${names}`,
  },
} satisfies Record<Lang, unknown>

export function leadSet({ task, contacts }: { task: TaskCard; contacts: readonly string[]; handedOut: boolean }, lang: Lang): Card {
  const w = words[lang]
  const head = w.set(`${task.number} ${shortTitle(task)}`, task.lead?.name ?? '')
  return {
    text: head,
    lines: [rich`✅ ${head}`, contacts.length === 0 ? rich`⚠️ ${w.nobody}` : rich`${w.asked(contacts.join(lang === 'zh' ? '、' : ', '))}`],
    ...(contacts.length === 0 ? { actions: [{ label: w.name, run: ways.people() }] } : {}),
  }
}

/** The units of the text come first: the lead is nearly always one of them. */
export function setLeadForm(task: TaskCard, units: readonly string[], lang: Lang): Form {
  const w = words[lang]
  const ofText = [...(task.lead === undefined ? [] : [task.lead]), ...task.others].map(({ name }) => name)
  const choices = [...new Set([...ofText, ...units])].map((name) => ({ value: name, label: name }))
  return {
    title: w.title,
    intro: [rich`${strong(`${task.number} ${task.title}`)}`, ...(ofText.length === 0 ? [] : [rich`${w.others(ofText.join(lang === 'zh' ? '、' : ', '))}`])],
    fields: [{ name: 'unit', label: w.label, kind: 'choice', as: 'select', choices, ...(task.lead === undefined ? {} : { now: task.lead.name }) }],
    submit: w.submit,
    run: { command: 'set-lead', args: { task: taskRef(task) } },
  }
}
