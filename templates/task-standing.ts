// Where a task stands in its life, on its card: the stage and what is beside it, what its unit asks, what shows it; and what a secretary can do about its course.
import type { Day } from '#src/calendar/day.ts'
import type { Side, Stage } from '#src/queries/stage.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Lang } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { hollowWords } from './queue-words.ts'
import { rich, type Rich } from './rich.ts'
import { ways } from './ways.ts'

export const stageName: Record<Lang, Record<Stage, string>> = {
  zh: { 'to-hand-out': '待交办', 'to-check': '待核对', 'in-progress': '办理中', 'in-review': '待审核', done: '已办结，待销号', 'struck-off': '已销号' },
  en: { 'to-hand-out': 'to be handed out', 'to-check': 'to be checked by the unit', 'in-progress': 'in progress', 'in-review': 'in review', done: 'done, still on the register', 'struck-off': 'struck off' },
}

/** What another line of the card says already is left out. */
const sideName: Record<Lang, Partial<Record<Side, string>>> = {
  zh: { returned: '退回', reopened: '恢复办理', 'extension-asked': '延期待批', extended: '已延期', paused: '暂缓', 'in-question': '有出入待核' },
  en: { returned: 'sent back', reopened: 'opened again', 'extension-asked': 'later date asked for', extended: 'date moved', paused: 'paused', 'in-question': 'in question' },
}

/** 阶段：办理中 · 延期待批 */
export function stageLines({ stage, sides, course }: TaskCard, lang: Lang, today: Day): Rich[] {
  if (stage === 'no-unit') return []
  const zh = lang === 'zh'
  const beside = sides.flatMap((side) => sideName[lang][side] ?? [])
  const struck = course.struckOff === undefined ? [] : [shortDay(course.struckOff.on, lang, today)]
  return [rich`${zh ? '阶段：' : 'Stage: '}${[stageName[lang][stage], ...struck, ...beside].join(' · ')}`]
}

/** A part that is in question, until it is ruled on; and that it stays, once it is. */
export function questionLines({ question }: TaskCard, lang: Lang, today: Day): Rich[] {
  if (question === undefined) return []
  const zh = lang === 'zh'
  const { about, words, should, on, ruling } = question
  const name = zh ? { 'not-ours': '单位认为不归其负责', content: '单位认为有出入' }[about] : { 'not-ours': 'The unit says it is not its part', content: 'The unit says the line is not so' }[about]
  const said = [words, should === undefined ? '' : zh ? `应是${should}` : `it should be ${should}`].filter((part) => part !== '').join(zh ? '，' : ', ')
  if (ruling === undefined) return [zh ? rich`${name}(${shortDay(on, lang, today)})：${cutTo(said, 120)}，待督查室核定` : rich`${name} (${shortDay(on, lang, today)}): ${cutTo(said, 120)}; waits for the secretary`]
  if (ruling.granted) return []
  return [zh ? rich`维持原分工(${shortDay(ruling.on, lang, today)})：${cutTo(ruling.words, 120)}` : rich`The part stays (${shortDay(ruling.on, lang, today)}): ${cutTo(ruling.words, 120)}`]
}

/** How much shows what was said. That a report says nothing is for the secretary alone. */
export function shownByLines({ lead, evidence, nudges, unansweredNudges }: TaskCard, supervises: boolean, lang: Lang): Rich[] {
  const zh = lang === 'zh'
  const said = [
    ...(supervises && lead?.hollow !== undefined ? [hollowWords[lang][lead.hollow]] : []),
    ...(evidence === 0 ? [] : [zh ? `佐证${evidence}件` : counted(evidence, 'piece of evidence', 'pieces of evidence')]),
    ...(nudges === 0 ? [] : [nudgedSoOften(nudges, unansweredNudges, lang)]),
  ]
  return said.length === 0 ? [] : [rich`${said.join(' · ')}`]
}

/** With some of them answered and some not, it is said that this counts them all. */
function nudgedSoOften(all: number, unanswered: number, lang: Lang): string {
  const both = unanswered > 0 && unanswered < all
  if (lang === 'zh') return both ? `前后共催办${all}次` : `已催办${all}次`
  return both ? `nudged ${counted(all, 'time')} in all` : `nudged ${counted(all, 'time')}`
}

/** Behind …, for whoever supervises. Each asks before it is done. */
export function courseActions(task: TaskCard, lang: Lang): Action[] {
  const zh = lang === 'zh'
  const says = (act: string): string => (zh ? `${act}第${task.number}项` : `${act} task ${task.number}`)
  const of = (label: string, run: Action['run']): Action => ({ label, says: says(label), run })
  const [record, putRight, due, lead, pause, resume, strike, reopen] = zh ? (['代录', '更正代录', '改时限', '定牵头', '暂缓', '恢复', '销号', '恢复办理'] as const) : (['Record on behalf', 'Put the record right', 'Change the date', 'Name the lead', 'Pause', 'Resume', 'Strike off', 'Reopen'] as const)
  if (task.stage === 'struck-off') return [of(reopen, ways.course(task, 'reopen'))]
  if (task.stage === 'done') return [of(strike, ways.course(task, 'strike-off')), of(reopen, ways.course(task, 'reopen'))]
  const isAsked = task.status === 'open' && task.stage !== 'to-hand-out'
  return [
    ...(isAsked ? [of(record, ways.onBehalf(task))] : []), ...(isAsked && task.lead?.recordedBy !== undefined ? [of(putRight, ways.correctReport(task))] : []), of(due, ways.setDue(task)), ...(task.status === 'no-unit' ? [] : [of(lead, ways.setLead(task))]),
    task.course.paused === undefined ? of(pause, ways.course(task, 'pause')) : of(resume, ways.course(task, 'resume')),
  ]
}
