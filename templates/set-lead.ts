// The lead of a task, confirmed or changed; what another lead changes is asked first.
import type { Day } from '#src/calendar/day.ts'
import type { Waiting } from '#src/ledger/ending.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Card, Form, Lang } from './card.ts'
import { dayWords, dueWords, shortDay } from './day-words.ts'
import { waitingName } from './refusal-asked.ts'
import { rich, strong } from './rich.ts'
import { numberOf, shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

/** `from`: who answered, where it was another unit; `waiting`: of theirs; `fair`: the day offered to who takes over what is due before it. */
export type LeadChange = { from?: string; contacts: readonly string[]; toldBefore: readonly string[]; waiting: readonly Waiting[]; doneOn?: Day; due?: Day; fair?: Day }

const words = {
  zh: {
    set: (task: string, unit: string) => `牵头单位已定：${task}，${unit}`, asked: (names: string) => `今后由${names}填报。`, nobody: '这个单位还没有联络员，没有人会收到提醒。', name: '指定联络员',
    title: '定牵头单位', label: '牵头单位', submit: '确定', others: (names: string) => `文中单位：${names}`,
    sure: (task: string, to: string, from: string | undefined) => `还没有改，请确认：${task}，${from === undefined ? `由${to}牵头` : `由${from}改为${to}牵头`}`,
    waits: (from: string, what: string, day: string) => `${from}${day}的${what}还没有审：换牵头后照样待审，但只算${from}这一份，任务由新牵头单位另报。`, first: '想按它办的，请先审。',
    claimWaits: (from: string, day: string) => `${from}${day}的办结申请还没有审：换牵头后照样待审，但同意了也只是${from}这一份办结，任务由新牵头单位另报。`,
    extensionWaits: (from: string, day: string) => `${from}${day}的延期申请还没有审：换牵头后照样待审，同意了改的是整项任务的时限。`,
    done: (from: string, day: string) => `${from}这一份${day}已办结：换牵头后任务重新算没有办完，由新牵头单位另报。`,
    over: (day: string) => `时限${day}已过：不另定时限，换过去就是红灯。`, near: (day: string) => `时限是${day}，很快就到。`,
    plainly: '确定', keep: '确定，时限不变', later: (day: string) => `确定，时限改到${day}`, other: '另定时限', review: '先去审', told: (names: string) => `将告诉${names}牵头已改。`,
    day: '新牵头单位的时限', reason: (unit: string) => `改由${unit}牵头`,
  },
  en: {
    set: (task: string, unit: string) => `The lead is set: ${task}, ${unit}`, asked: (names: string) => `From now on ${names} will be asked.`, nobody: 'This unit has no contact: nobody will be reminded.', name: 'Name a contact',
    title: 'Name the lead', label: 'Lead', submit: 'Set', others: (names: string) => `Units in the text: ${names}`,
    sure: (task: string, to: string, from: string | undefined) => `Nothing is changed yet, please confirm: ${task}, ${from === undefined ? `${to} leads` : `${to} leads in place of ${from}`}`,
    waits: (from: string, what: string, day: string) => `The ${what} of ${from} (${day}) is not reviewed: it waits on, for ${from}'s own part alone, and the new lead reports the task.`, first: 'If it is to count, review it first.',
    claimWaits: (from: string, day: string) => `The completion of ${from} (${day}) is not reviewed: it waits on, but agreeing to it closes ${from}'s own part alone, and the new lead reports the task.`,
    extensionWaits: (from: string, day: string) => `The later day that ${from} asked for (${day}) is not reviewed: it waits on, and granting it moves the date of the whole task.`,
    done: (from: string, day: string) => `The part of ${from} was done on ${day}: with another lead the task is open again, and the new lead reports it.`,
    over: (day: string) => `It was due ${day}: without another date it is red at once.`, near: (day: string) => `It is due ${day}, which is soon.`,
    plainly: 'Set', keep: 'Set, same date', later: (day: string) => `Set, due ${day}`, other: 'Another date', review: 'Review first', told: (names: string) => `${names} will be told that the lead changed.`,
    day: 'Due, for the new lead', reason: (unit: string) => `${unit} leads now`,
  },
} satisfies Record<Lang, unknown>

/** Why the date is another, where it was given with the lead. */
export const leadReason = (unit: string, lang: Lang): string => words[lang].reason(unit)

const names = (people: readonly string[], lang: Lang): string => people.join(lang === 'zh' ? '、' : ', ')

/** What waits, what becomes of it, by when: before anything is changed. */
export function leadAsked({ task, to, change, today }: { task: TaskCard; to: string; change: LeadChange; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const { from, contacts, waiting, doneOn, due, fair } = change
  const head = w.sure(`${numberOf(task)} ${shortTitle(task)}`, to, from)
  const line = ({ what, on }: Waiting): string => {
    const day = shortDay(on, lang, today)
    return what === 'claim' ? w.claimWaits(from ?? '', day) : what === 'extension' ? w.extensionWaits(from ?? '', day) : w.waits(from ?? '', waitingName(what, lang), day)
  }
  const run = (args: Action['run']['args']): Action['run'] => ({ command: 'set-lead', args: { task: taskRef(task), unit: to, ...args } })
  const set: Action[] = fair === undefined
    ? [{ label: w.plainly, run: run({ sure: true }) }]
    : [{ label: w.later(shortDay(fair, lang, today)), run: run({ sure: true, day: fair }) }, { label: w.keep, run: run({ sure: true }) }, { label: w.other, run: run({ edit: true }) }]
  return {
    text: head,
    lines: [
      rich`${strong(head)}`,
      ...waiting.map((each) => rich`⚠️ ${line(each)}`), ...(waiting.length === 0 ? [] : [rich`${w.first}`]),
      ...(doneOn === undefined ? [] : [rich`⚠️ ${w.done(from ?? '', shortDay(doneOn, lang, today))}`]),
      ...(due === undefined ? [] : [rich`⚠️ ${due < today ? w.over(dayWords(due, lang, today)) : w.near(dayWords(due, lang, today))}`]),
      ...(contacts.length > 0 ? [] : [rich`⚠️ ${w.nobody}`]),
    ],
    actions: [...(waiting.length === 0 ? [] : [{ label: w.review, run: ways.queue() }]), ...set],
    ...(contacts.length > 0 ? {} : { more: [{ label: w.name, run: ways.people() }] }),
  }
}

/** @param told of the unit that led before, by name */
export function leadSet({ task, contacts, told, today }: { task: TaskCard; contacts: readonly string[]; told: readonly string[]; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const head = w.set(`${numberOf(task)} ${shortTitle(task)}`, task.lead?.name ?? '')
  return {
    text: head,
    lines: [
      rich`✅ ${head}`, contacts.length === 0 ? rich`⚠️ ${w.nobody}` : rich`${w.asked(names(contacts, lang))}`,
      ...(task.due.kind === 'dated' ? [dueWords(task.due, task.doneBy, lang, today)] : []), ...(told.length === 0 ? [] : [rich`${w.told(names(told, lang))}`]),
    ],
    ...(contacts.length === 0 ? { actions: [{ label: w.name, run: ways.people() }] } : {}),
  }
}

/** The units of the text come first: the lead is nearly always one of them. @param chosen the unit, and a day for it */
export function setLeadForm(task: TaskCard, units: readonly string[], lang: Lang, chosen?: { unit: string; day: Day }): Form {
  const w = words[lang]
  const ofText = [...(task.lead === undefined ? [] : [task.lead]), ...task.others].map(({ name }) => name)
  const choices = [...new Set([...ofText, ...units])].map((name) => ({ value: name, label: name }))
  const now = chosen?.unit ?? task.lead?.name
  return {
    title: w.title,
    intro: [rich`${strong(`${numberOf(task)} ${task.title}`)}`, ...(ofText.length === 0 ? [] : [rich`${w.others(names(ofText, lang))}`])],
    fields: [
      { name: 'unit', label: w.label, kind: 'choice', as: 'select', choices, ...(now === undefined ? {} : { now }) },
      ...(chosen === undefined ? [] : [{ name: 'day', label: w.day, kind: 'date' as const, now: chosen.day }]),
    ],
    submit: w.submit,
    run: { command: 'set-lead', args: { task: taskRef(task), ...(chosen === undefined ? {} : { sure: true, form: true }) } },
  }
}
