// What a draft asks for again and again, before anything is written: its recurring duties by how often, and the bodies it names.
import type { Day } from '#src/calendar/day.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { Imported } from '#src/ledger/plan.ts'
import type { Card, Lang, Row, Section } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { everyWords, oftenFirst, rhythmWords } from './rhythm-words.ts'
import { rich, strong } from './rich.ts'

type Plan = Pick<Imported, 'title' | 'tasks' | 'obligations' | 'bodies'>

const words = {
  zh: {
    head: (title: string, duties: number, bodies: string) => `《${title}》有周期任务${duties}项${bodies === '' ? '' : `；${bodies}`}。导入并通知联络员后，按期提醒。`,
    duties: (duties: number, byRhythm: string) => `周期任务${duties}项：${byRhythm}`, one: (often: string, count: number) => `${often}${count}项`, and: '、',
    bodies: (bodies: number, timed: number) => `机构${bodies}个${timed === 0 ? '，都没有写明多久开一次会' : timed < bodies ? `，其中${timed}个写明开会频次` : '，都写明开会频次'}`,
    heading: (often: string, count: number) => `${often} ${count}项`, bodiesHeading: (count: number) => `机构 ${count}个`,
    nobody: '没有写由谁办', to: (unit: string) => `，报${unit}`, ofTask: (task: number) => `任务${task}`, led: (leader: string) => `组长${leader}`, untimed: '没有写明开会频次', review: '（督查）',
    back: '返回预览', rest: (left: number) => `另有${left}项未显示。`,
  },
  en: {
    head: (title: string, duties: number, bodies: string) => `“${title}” has ${counted(duties, 'recurring duty', 'recurring duties')}${bodies === '' ? '' : ` and ${bodies}`}; they are asked for in time once the contacts were told.`,
    duties: (duties: number, byRhythm: string) => `${counted(duties, 'recurring duty', 'recurring duties')}: ${byRhythm}`, one: (often: string, count: number) => `${count} ${often}`, and: ', ',
    bodies: (bodies: number, timed: number) => `${counted(bodies, 'body', 'bodies')}, ${timed} with a set frequency`,
    heading: (often: string, count: number) => `${often}: ${count}`, bodiesHeading: (count: number) => counted(count, 'body', 'bodies'),
    nobody: 'nobody named', to: (unit: string) => `, to ${unit}`, ofTask: (task: number) => `task ${task}`, led: (leader: string) => `led by ${leader}`, untimed: 'how often it meets is not said', review: ' (inspection)',
    back: 'Back', rest: (left: number) => `${left} more not shown.`,
  },
} satisfies Record<Lang, unknown>

/** Those of one rhythm together, the shortest rhythm first. */
const byRhythm = ({ obligations }: Plan): [string, Plan['obligations']][] =>
  [...new Set(obligations.toSorted(oftenFirst).map(({ every }) => every))].map((every) => [every, obligations.filter((duty) => duty.every === every)])

/** 周期任务7项：每月2项、每年5项 */
export const dutiesSaid = (plan: Plan, lang: Lang): string =>
  words[lang].duties(plan.obligations.length, byRhythm(plan).map(([every, duties]) => words[lang].one(everyWords(every, lang), duties.length)).join(words[lang].and))

export const bodiesSaid = ({ bodies }: Plan, lang: Lang): string => words[lang].bodies(bodies.length, bodies.filter(({ cadences }) => cadences.some(({ asks }) => asks === undefined)).length)

export function importDuties({ draft, plan, today }: { draft: DraftId; plan: Plan; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const head = w.head(cutTo(plan.title, 60), plan.obligations.length, plan.bodies.length === 0 ? '' : bodiesSaid(plan, lang))
  return {
    text: head,
    lines: [rich`${head}`],
    sections: [
      ...byRhythm(plan).map(([every, duties]): Section => ({ heading: rich`${w.heading(everyWords(every, lang), duties.length)}`, rows: duties.map((duty) => dutyRow(duty, plan, today, lang)) })),
      ...(plan.bodies.length === 0 ? [] : [{ heading: rich`${w.bodiesHeading(plan.bodies.length)}`, rows: plan.bodies.map((body) => bodyRow(body, lang, today)) }]),
    ],
    rest: { line: (left) => rich`${w.rest(left)}` },
    actions: [{ label: w.back, run: { command: 'import', args: { draft } } }],
  }
}

/** Without a debtor of its own a duty is owed by who answers for its task. */
function dutyRow(duty: Plan['obligations'][number], { tasks }: Plan, today: Day, lang: Lang): Row {
  const w = words[lang]
  const task = tasks.find(({ no }) => no === duty.task)
  const lead = task?.units.find(({ part }) => part === 'lead') ?? task?.units[0]
  const by = duty.debtor ?? lead?.unit ?? w.nobody
  const of = task === undefined ? '' : ` · ${w.ofTask(task.no)}`
  return { line: rich`${strong(by)}${duty.receiver === undefined ? '' : w.to(duty.receiver)} · ${cutTo(duty.what, 80)} · ${rhythmWords(duty, lang, today)}${of}` }
}

function bodyRow({ name, leader, cadences }: Plan['bodies'][number], lang: Lang, today: Day): Row {
  const w = words[lang]
  const often = cadences.length === 0 ? w.untimed : cadences.map((cadence) => `${rhythmWords(cadence, lang, today)}${cadence.asks === 'review' ? w.review : ''}`).join(w.and)
  return { line: rich`${strong(name)} · ${often}${leader === undefined ? '' : ` · ${w.led(leader)}`}` }
}
