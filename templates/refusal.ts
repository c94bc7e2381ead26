// Every “no”, as a sentence that names the limit, the value and the way out. A code without its words does not compile.
import type { Day } from '#src/calendar/day.ts'
import { nearestNames } from '#src/queries/nearest-names.ts'
import type { Action, Card, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { daysBeside } from './day-examples.ts'
import { shortDay } from './day-words.ts'
import type { Names } from './names.ts'
import { askedRefused, takeBackLabel } from './refusal-asked.ts'
import { importRefused } from './refusal-import.ts'
import { milestonesRefused } from './refusal-milestones.ts'
import { namedRefused } from './refusal-named.ts'
import { instructionRefused } from './refusal-instructions.ts'
import { meetingsRefused } from './refusal-meetings.ts'
import { peopleRefused } from './refusal-people.ts'
import { sayIn, type AnyRefusal, type Say, type Words } from './refusal-say.ts'
import { policyRefused } from './refusal-policy.ts'
import { roundRefused } from './refusal-rounds.ts'
import { workRefused } from './refusal-work.ts'
import { plain, type Rich } from './rich.ts'
import { roleNames } from './role-words.ts'
import { ways } from './ways.ts'

/** A code that no subject words does not compile. */
const words: Record<Lang, Words> = {
  zh: { ...namedRefused.zh, ...peopleRefused.zh, ...workRefused.zh, ...roundRefused.zh, ...policyRefused.zh, ...askedRefused.zh, ...instructionRefused.zh, ...meetingsRefused.zh, ...milestonesRefused.zh, ...importRefused.zh },
  en: { ...namedRefused.en, ...peopleRefused.en, ...workRefused.en, ...roundRefused.en, ...policyRefused.en, ...askedRefused.en, ...instructionRefused.en, ...meetingsRefused.en, ...milestonesRefused.en, ...importRefused.en },
}

/** One or two sentences. Without `names`, ids stand for themselves. */
export function refusalWords(refusal: AnyRefusal, lang: Lang, names?: Names): Rich {
  // The mapped type above guarantees that a code and its words belong together.
  return (words[lang][refusal.code] as (why: AnyRefusal, say: Say) => Rich)(refusal, sayIn(lang, names))
}

/**
 * The refusal with its way out as buttons.
 *
 * @param again the command that was refused and its arguments, for a button that gives it what was missing; its task is in `args.task` or `args.which`
 */
export function refusalCard(refusal: AnyRefusal, lang: Lang, names?: Names, again?: Run): Card {
  const line = refusalWords(refusal, lang, names)
  return { text: plain(line), lines: [line], actions: waysOut(refusal, lang, again, names?.today), refused: final.has(refusal.code) ? 'final' : 'again' }
}

/** What stands is not going to change because it is asked for again in other words. */
const final: ReadonlySet<AnyRefusal['code']> = new Set(['assignment-closed', 'assignment-claimed', 'not-permitted', 'minutes-issued', 'not-handed-to-you', 'part-ended', 'task-withdrawn', 'unit-not-on-task'])

type Ways = { [Code in AnyRefusal['code']]?: (why: Extract<AnyRefusal, { code: Code }>, zh: boolean, again: Run | undefined, today: Day | undefined) => readonly Action[] }

const toMine = (_: unknown, zh: boolean): Action[] => [{ label: zh ? '我的任务' : 'My tasks', run: ways.mine() }]
const toPlans = (_: unknown, zh: boolean): Action[] => [{ label: zh ? '看方案' : 'Plans', run: ways.plans() }]
const toDuties = (_: unknown, zh: boolean): Action[] => [{ label: zh ? '周期任务' : 'Duties', run: ways.duties() }]
const toSchedule = (_: unknown, zh: boolean): Action[] => [{ label: zh ? '安排调度' : 'Schedule a review', run: { command: 'review', args: { schedule: true } } }]
const toPeople = (_: unknown, zh: boolean): Action[] => [{ label: zh ? '看人员' : 'People', run: ways.people() }]

/** `again` names the task that the act was on. */
const toCorrect = (zh: boolean, again: Run | undefined): Action[] => (again === undefined ? [] : [{ label: zh ? '更正' : 'Correct it', run: again }])
const toWithdraw = (zh: boolean, again: Run | undefined): Action[] => (again === undefined ? [] : [{ label: zh ? '撤回办结申请' : 'Withdraw completion', run: { ...again, command: 'withdraw-claim' } }])

/** What was written for a later date says what is in the way: one press records it. */
function toDifficulty(zh: boolean, again: Run | undefined): Action[] {
  const { task, reason } = again?.args ?? {}
  if (typeof task !== 'string') return []
  const says = typeof reason === 'string' ? reason.trim() : ''
  const label = zh ? '有困难' : 'Difficulty'
  return [says === '' ? { label, run: { command: 'report', args: { task, state: 'difficulty' } } } : { label: cutTo(zh ? `报“有困难”：${says}` : `Report it: ${says}`, 60), says: cutTo(`${label} ${task} ${says}`, 70), run: { command: 'report', args: { task, state: 'difficulty', problem: says } } }]
}

/** The day in place of the one that is none; whatever else was said stays. */
function toDays(why: Extract<AnyRefusal, { code: 'day-unreal' }>, zh: boolean, again: Run | undefined, today: Day | undefined): Action[] {
  const [argument] = Object.entries(again?.args ?? {}).find(([, value]) => typeof value === 'string' && value.normalize('NFKC').trim() === why.asked) ?? []
  if (again === undefined || argument === undefined) return []
  return daysBeside(why, today).map((day) => ({ label: shortDay(day, zh ? 'zh' : 'en', today), run: { ...again, args: { ...again.args, [argument]: day } } }))
}

/** Codes that are not here need no button: the sentence says what to type. */
const waysOutOf: Ways = {
  'task-in-several-plans': ({ plans, asked }, _, again) =>
    plans.map(({ id, title, task }) => ({ label: cutTo(`${id}-${asked} ${task}`, 60), says: cutTo(`${title} ${asked}`, 70), run: withTask(again, `${id}-${asked}`) })),
  'plan-unknown': toPlans,
  'scope-unknown': ({ near, own }, zh) => [...near.map((name) => ({ label: cutTo(name, 30), says: cutTo(zh ? `汇总 ${name}` : `Summary of ${name}`, 70), run: ways.summaryOf(name) })), ...(own ? [{ label: zh ? '我分管的' : 'In my charge', run: ways.summaryOf('我分管的') }] : []), ...toPlans(undefined, zh)],
  'scope-empty': toPlans,
  'plan-exists': toPlans,
  'plan-exists-archived': ({ plan, title }, zh) => [{ label: zh ? '恢复方案' : 'Bring it back', says: cutTo(`${zh ? '恢复方案' : 'Bring back'} ${title}`, 70), run: ways.restorePlan(plan) }],
  'task-unknown': (_, zh) => [{ label: zh ? '看任务清单' : 'All tasks', run: ways.tasks('') }],
  'unit-unknown': (_, zh) => [{ label: zh ? '看单位' : 'Units', run: ways.unitNames() }],
  // With all that was said of it: the day, the hour and the place are not to be typed again.
  'body-unknown': ({ asked, bodies }, _, again) => ((near) => (near.length > 0 ? near : bodies.slice(0, 3)))(nearestNames(asked, bodies)).map((body) => ({ label: body, run: { command: again?.command ?? 'meeting', args: { ...again?.args, body } } })),
  'person-unknown': toPeople,
  'person-known': toPeople,
  'role-unknown': (_, zh, again) => (again === undefined ? [] : roleNames(zh ? 'zh' : 'en').map((role) => ({ label: role, run: { ...again, args: { ...again.args, role } } }))),
  'person-no-leader': toPeople,
  'no-longer-yours': toMine,
  'no-longer-deputy': toMine,
  'not-handed-to-you': toMine,
  'nothing-to-cover': toPeople,
  'absence-overlaps': (_, zh, again) => [{ label: zh ? '取消代办' : 'Cancel it', run: { command: 'end-deputy', args: typeof again?.args['person'] === 'string' ? { person: again.args['person'] } : {} } }],
  'nothing-to-hand-over': toPeople,
  'last-admin': toPeople,
  'nobody-to-ask': toPeople,
  'progress-falls': ({ to }, zh, again) => (again === undefined ? [] : [{ label: zh ? `按${to}%更正` : `Yes, ${to}%`, run: { ...again, args: { ...again.args, correction: true } } }]),
  'already-answered': (_, zh, again) => {
    const task = again?.args['task']
    return [...(task === undefined ? [] : [{ label: zh ? '更正' : 'Correct it', run: { command: 'correct-report', args: { task } } }]), ...toMine(_, zh)]
  },
  'undo-late': ({ acts }, zh, again) => (acts.includes('claimed') ? toWithdraw(zh, again) : toCorrect(zh, again)),
  'remark-stays': ({ before }, zh, again) => (before === undefined || again === undefined ? [] : [{ label: cutTo(takeBackLabel(before.acts, before.tasks, zh ? 'zh' : 'en'), 60), run: again }]),
  'undone-already': (_, zh, again) => toCorrect(zh, again),
  'undo-not-last': (_, zh, again) => toCorrect(zh, again),
  'no-date-to-extend': (_, zh, again) => toDifficulty(zh, again),
  'extension-of-lead': (_, zh, again) => toDifficulty(zh, again),
  'nothing-to-receive': toDuties,
  'submissions-several': toDuties,
  'task-dated': toMine,
  'milestones-not-yours': toMine,
  'assignment-closed': toMine,
  'assignment-claimed': toMine,
  'unit-not-on-task': ({ named }, zh) => (named === undefined ? toMine(named, zh) : []),
  'notice-none': ({ of }, zh, again) => (again === undefined ? [] : [{ label: of === 'others-off' ? (zh ? '议题申报' : 'Request an item') : of === 'others' ? (zh ? '看会议' : 'Open the meeting') : of === 'held' ? (zh ? '纪要' : 'Minutes') : zh ? '安排会议' : 'Schedule a meeting', run: again }]),
  'meeting-ours': ({ what }, zh, again) => (again === undefined ? [] : [{ label: what === 'off' ? (zh ? '取消会议' : 'Call it off') : zh ? '会议改期' : 'Change the meeting', run: again }]),
  'item-not-taken': (_, zh, again) => (again === undefined ? [] : [{ label: again.command === 'decline-request' ? (zh ? '未列入' : 'Declined') : zh ? '已列入' : 'Taken', run: again }]),
  'item-not-alone': (_, zh, again) => (again === undefined ? [] : [{ label: zh ? '都未上会' : 'None was taken up', run: again }]),
  'meeting-ahead': ({ isNotHeld }, zh, again) => (isNotHeld === true && again !== undefined ? [{ label: zh ? '取消会议' : 'Call it off', run: again }] : []),
  'day-unreal': toDays,
  'review-empty': toSchedule,
  'review-none': toSchedule,
  'review-no-days': ({ of }, zh) => (of === 'meeting' ? [{ label: zh ? '安排会议' : 'Schedule a meeting', run: { command: 'meeting', args: { schedule: true } } }] : toSchedule(of, zh)),
  'cannot-record': (_, zh, again) => (again === undefined ? [] : [{ label: zh ? '再试一次' : 'Try again', run: again }]),
}

function waysOut(refusal: AnyRefusal, lang: Lang, again: Run | undefined, today: Day | undefined): readonly Action[] {
  // As above: a code and its ways belong together.
  const way = waysOutOf[refusal.code] as ((why: AnyRefusal, zh: boolean, again: Run | undefined, today: Day | undefined) => readonly Action[]) | undefined
  return way?.(refusal, lang === 'zh', again, today) ?? []
}

const withTask = (again: Run | undefined, task: string): Run => {
  if (again === undefined) return { command: 'task', args: { which: task } }
  const key = 'which' in again.args && !('task' in again.args) ? 'which' : 'task'
  return { ...again, args: { ...again.args, [key]: task } }
}
