// 分派 as people read it: what the handler is told, what the contact is answered, and the form that asks who.
import type { Day } from '#src/calendar/day.ts'
import type { Person } from '#src/directory/person.ts'
import { nearestOf } from '#src/queries/owed-by.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Choice, Form, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import type { FirstMessage } from './first-message.ts'
import { colon } from './quoted.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { numberOf, shortTitle, taskLine } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

const linesShown = 5

const severalIn = (tasks: readonly TaskCard[]): boolean => new Set(tasks.map(({ plan }) => plan)).size > 1

type HandedFacts = { tasks: readonly TaskCard[]; units: readonly string[]; contacts: readonly string[]; today: Day }

/** To the handler, of all items of one act in one message. */
export function itemsHandedMessage({ tasks, units, contacts, today }: HandedFacts, lang: Lang): FirstMessage {
  const zh = lang === 'zh'
  const unit = cutTo(units.join(zh ? '、' : ', '), 30)
  const action = { label: zh ? '我的任务' : 'My tasks', run: ways.mine() }
  if (tasks.length === 0) {
    const say = zh ? `${unit}分派给您的事项已收回，不用办理。` : `What ${unit} handed to you was taken back; nothing is needed.`
    return { say, lines: [rich`${say}`], action }
  }
  const { nearest } = nearestOf(tasks, today)
  const due = nearest !== undefined && 'due' in nearest.next ? (zh ? `，最近一项${shortDay(nearest.next.due, lang, today)}` : `, the nearest ${shortDay(nearest.next.due, lang, today)}`) : ''
  const say = zh ? `请承办：${unit}分派给您${tasks.length}项${due}` : `Yours to handle: ${tasks.length} of ${unit}${due}`
  const left = tasks.length - linesShown
  const others = contacts.join(zh ? '、' : ', ')
  return {
    say,
    lines: [
      rich`${say}`, ...tasks.slice(0, linesShown).map((task) => taskLine(task, lang, today, severalIn(tasks))),
      ...(left > 0 ? [zh ? rich`另有${left}项，见“我的任务”。` : rich`${left} more under “My tasks”.`] : []),
      zh ? rich`到时提醒发给您，您可以直接填报、申请办结${others === '' ? '' : `；${others}看得到全部`}。不是您办的，请告诉${others === '' ? '本单位联络员' : others}。` : rich`You are reminded in time and may report and claim${others === '' ? '' : `; ${others} sees all`}. If it is not yours, tell ${others === '' ? "the unit's contact" : others}.`,
    ],
    action,
  }
}

type Done = { name: string; tasks: readonly TaskCard[]; /** Those not recorded, each with why. */ refused: readonly { task: string; why: Rich }[]; today: Day }

export function itemsAssigned({ name, tasks, refused, today }: Done, lang: Lang): Card {
  const zh = lang === 'zh'
  const text = tasks.length === 0 ? (zh ? '没有分派任何一项。' : 'Nothing was handed on.') : zh ? `✅ 已分派给${name}：${tasks.length}项。提醒改发${name}，您仍看得到全部、仍可填报。` : `✅ Handed to ${name}: ${tasks.length}. ${name} is reminded now; you still see all and may report.`
  return {
    text,
    lines: [rich`${text}`, ...tasks.slice(0, linesShown).map((task) => taskLine(task, lang, today, severalIn(tasks))), ...refused.map(({ task, why }) => rich`⚠️ ${task}${colon[lang]}${plain(why)}`)],
    ...(tasks.length === 0 ? {} : { actions: [{ label: zh ? '收回分派' : 'Take back', says: cutTo(zh ? `收回分派给${name}的` : `Take back from ${name}`, 70), run: { command: 'unassign', args: { tasks: tasks.map(taskRef).join(' ') } } }] }),
  }
}

export function itemsTakenBack({ tasks, refused, asked, today }: Omit<Done, 'name'> & { asked: readonly string[] }, lang: Lang): Card {
  const zh = lang === 'zh'
  const who = asked.join(zh ? '、' : ', ')
  const text = tasks.length === 0 ? (zh ? '没有收回任何一项。' : 'Nothing was taken back.') : zh ? `✅ 已收回${tasks.length}项，提醒发给${who === '' ? '本单位' : who}。` : `✅ Taken back: ${tasks.length}. ${who === '' ? 'The unit' : who} is reminded.`
  return { text, lines: [rich`${text}`, ...tasks.slice(0, linesShown).map((task) => taskLine(task, lang, today, severalIn(tasks))), ...refused.map(({ task, why }) => rich`⚠️ ${task}${colon[lang]}${plain(why)}`)] }
}

type Named = Pick<Person, 'id' | 'name' | 'title'>
const choice = ({ id, name, title }: Named): Choice => ({ value: id, label: title === undefined ? name : `${name} ${title}` })

/** Who handles it; the tasks are asked where none was named. */
export function assignForm({ tasks, people }: { tasks: readonly TaskCard[]; people: readonly Named[] }, lang: Lang): Form {
  const zh = lang === 'zh'
  const titles = tasks.slice(0, 3).map((task) => rich`${strong(`${numberOf(task)} ${shortTitle(task)}`)}`)
  return {
    title: zh ? '分派' : 'Hand on',
    intro: [...titles, ...(tasks.length > 3 ? [zh ? rich`等${tasks.length}项` : rich`and ${tasks.length - 3} more`] : []), zh ? rich`不在名单里的，输入：/duban 分派 12,15 @某某 姓名` : rich`Somebody who is not listed: /duban assign 12,15 @person name`],
    fields: [
      ...(tasks.length > 0 ? [] : [{ name: 'tasks', label: zh ? '任务号' : 'Tasks', hint: zh ? '几项用逗号分开：12,15' : 'Several with commas: 12,15', kind: 'line' as const, maxLength: 200 }]),
      { name: 'person', label: zh ? '承办人' : 'Handler', kind: 'choice', as: 'select', choices: people.map(choice) },
    ],
    submit: zh ? '分派' : 'Hand on',
    run: { command: 'assign', args: tasks.length === 0 ? {} : { tasks: tasks.map(taskRef).join(' ') } },
  }
}
