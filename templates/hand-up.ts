// 上报协调: the form in which the secretary hands a matter up, with what each side said; what came of it.
import type { Person } from '#src/directory/person.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Form, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { rich, strong } from './rich.ts'
import { colon, inBrackets } from './quoted.ts'
import { numberOf } from './task-line.ts'
import { ways } from './ways.ts'

const words = {
  zh: { title: '上报协调', leader: '报给', words: '督查室的话（可不填）', hint: '领导会看到单位原话和这句话，例：两家意见不一，请定', submit: '上报', whom: '请选报给哪位领导。', sent: (name: string, task: string) => `已上报${name}：${task}`, then: (name: string) => `${name}会收到一条，选“协调会”或“批示”；定了会告诉您。`, meeting: (task: string) => `已定开协调会：${task}`, told: '督查室会收到，安排会议并通知单位。', queue: '待审' },
  en: { title: 'Hand it up', leader: 'To', words: 'A word of your own (optional)', hint: 'The leader reads what each unit said, and this', submit: 'Hand it up', whom: 'Choose the leader.', sent: (name: string, task: string) => `Handed up to ${name}: ${task}`, then: (name: string) => `${name} gets one message, a meeting or an instruction; you are told what is decided.`, meeting: (task: string) => `A meeting is to be held: ${task}`, told: 'The secretary is told, arranges it and tells the units.', queue: 'To review' },
} satisfies Record<Lang, unknown>

type Named = Pick<TaskCard, 'plan' | 'number' | 'title' | 'ofSeveral'>

export function handUpForm(task: Named, quotes: readonly { name: string; words: string }[], { leaders, proposed }: { leaders: readonly Pick<Person, 'id' | 'name' | 'fields'>[]; proposed?: string }, run: Run, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title, submit: w.submit, run: { ...run, args: { ...run.args, form: true } },
    intro: [rich`${strong(`${numberOf(task)} ${task.title}`)}`, ...quotes.map(({ name, words: said }) => rich`${strong(name)}${colon[lang]}“${cutTo(said, 200)}”`)],
    fields: [
      { name: 'to', label: w.leader, kind: 'choice', as: 'select', choices: leaders.map(({ id, name, fields }) => ({ value: id, label: fields.length === 0 ? name : cutTo(`${name}${inBrackets(fields.join(lang === 'zh' ? '、' : ', '), lang)}`, 70) })), ...(proposed === undefined ? {} : { now: proposed }) },
      { name: 'words', label: w.words, hint: w.hint, kind: 'line', maxLength: 500, optional: true },
    ],
  }
}

export const handUpMissing = (lang: Lang): Record<string, string> => ({ to: words[lang].whom })

export function handedUp(task: Named, leader: string, lang: Lang): Card {
  const w = words[lang]
  const text = w.sent(leader, `${numberOf(task)} ${cutTo(task.title, 30)}`)
  return { text: `✅ ${text}`, lines: [rich`✅ ${text}`, rich`${w.then(leader)}`], actions: [{ label: w.queue, run: ways.queue() }] }
}

export function coordinationToMeeting(task: Named, lang: Lang): Card {
  const w = words[lang]
  const text = w.meeting(`${numberOf(task)} ${cutTo(task.title, 30)}`)
  return { text: `✅ ${text}`, lines: [rich`✅ ${text}`, rich`${w.told}`] }
}
