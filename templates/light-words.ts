// The lights and why they burn. Colour never stands alone: emoji and word go together.
import type { Day } from '#src/calendar/day.ts'
import type { Light, Why } from '#src/queries/light.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import { rich, type Rich } from './rich.ts'
import { missedName } from './round-name.ts'

export const lightMark: Record<Light, string> = { done: '✅', red: '🔴', yellow: '🟡', green: '🟢', pending: '⚪' }

export const lightName: Record<Lang, Record<Light, string>> = {
  zh: { done: '已办结', red: '滞后', yellow: '预警', green: '正常', pending: '待定' },
  en: { done: 'done', red: 'behind', yellow: 'at risk', green: 'on track', pending: 'pending' },
}

/** The order in which a summary counts them. */
export const lightsInOrder: readonly Light[] = ['done', 'green', 'yellow', 'red', 'pending']

/** 🔴 滞后 */
export const lightWords = (light: Light, lang: Lang): string => `${lightMark[light]} ${lightName[lang][light]}`

/** Its year is written, and what is left open is the day. */
export const namesYear = (said: string): boolean => /(?:19|20)\d\d年/u.test(said)

/** A unit's own words in a reason. */
const saidAtMost = 80

/** What a reason is worded from: days are shown without their year when it is `today`'s. */
type At = { lang: Lang; today?: Day }
type Words = { [Rule in Why['rule']]: (why: Extract<Why, { rule: Rule }>, day: (day: Day) => string, today: Day | undefined) => Rich }

const words: Record<Lang, Words> = {
  zh: {
    accepted: ({ on }, day) => rich`${day(on)}审核通过`,
    'not-handed-out': () => rich`方案尚未下发`,
    'no-unit': () => rich`原文未写责任单位，待督查室确定`,
    blocked: ({ problem, on }, day) => rich`${day(on)}报受阻：${cutTo(problem, saidAtMost)}`,
    overdue: (why, day) => rich`应于${day(why.due)}完成，${overdueWords(why, day, 'zh')}${cause(why.problem, 'zh')}`,
    'milestone-overdue': (why, day) => rich`节点“${cutTo(why.what, saidAtMost)}”应于${day(why.due)}完成，已逾期${why.days}天${cause(why.problem, 'zh')}`,
    difficulty: ({ problem, on }, day) => rich`${day(on)}报有困难：${cutTo(problem, saidAtMost)}`,
    returned: ({ reason, on }, day) => rich`${day(on)}办结申请被退回：${cutTo(reason, saidAtMost)}`,
    reopened: ({ reason, on, by = '' }, day) => rich`${day(on)}${by}恢复办理：${cutTo(reason, saidAtMost)}`,
    'claim-waiting': ({ claimedOn }, day) => rich`${day(claimedOn)}已申请办结，待督查室审核`,
    'due-soon': ({ due, workingDaysLeft }, day) => rich`${day(due)}到期，${workingDaysLeft <= 0 ? '就是今天' : `还有${workingDaysLeft}个工作日`}`,
    'milestone-soon': ({ what, due, workingDaysLeft }, day) => rich`节点“${cutTo(what, saidAtMost)}”${day(due)}到期，${workingDaysLeft <= 0 ? '就是今天' : `还有${workingDaysLeft}个工作日`}`,
    paused: ({ on, reason, until }, day) => rich`${day(on)}起暂缓：${cutTo(reason, saidAtMost)}${until === undefined ? '' : `，拟${day(until)}再看`}`,
    'extension-waiting': ({ day: to, on }, day) => rich`${day(on)}申请延期到${day(to)}，待督查室批复`,
    'in-question': ({ on, words: said, should }, day) => rich`${day(on)}单位反映不是其负责${should === undefined ? '' : `，应是${should}`}，待督查室核定${said === '' ? '' : `：${cutTo(said, saidAtMost)}`}`,
    unanswered: (why, day, today) => rich`${missedName(why, 'zh', today)}未报进展${missedHow(why, day, 'zh')}`,
    'year-unbound': ({ said }) => rich`原文“${said}”${namesYear(said) ? '没有写明是哪一天' : '未写明年份'}，待督查室确定`,
    reported: ({ on, bare, duty }, day) => rich`${day(on)}报正常推进${bare ? '(自报)' : ''}${duty === undefined ? '' : `；${day(duty.due)}的周期任务还没有报`}`,
    'nothing-due': ({ duty }, day) => (duty === undefined ? rich`未到期，也没有欠报` : rich`时限未到；${day(duty.due)}的周期任务还没有报`),
  },
  en: {
    accepted: ({ on }, day) => rich`accepted on ${day(on)}`,
    'not-handed-out': () => rich`the plan is not handed out yet`,
    'no-unit': () => rich`the text names no unit; the secretary still has to name one`,
    blocked: ({ problem, on }, day) => rich`reported blocked on ${day(on)}: ${cutTo(problem, saidAtMost)}`,
    overdue: (why, day) => rich`due ${day(why.due)}, ${overdueWords(why, day, 'en')}${cause(why.problem, 'en')}`,
    'milestone-overdue': (why, day) => rich`the milestone “${cutTo(why.what, saidAtMost)}” was due ${day(why.due)}, ${plural(why.days, 'day')} overdue${cause(why.problem, 'en')}`,
    difficulty: ({ problem, on }, day) => rich`reported in difficulty on ${day(on)}: ${cutTo(problem, saidAtMost)}`,
    returned: ({ reason, on }, day) => rich`sent back on ${day(on)}: ${cutTo(reason, saidAtMost)}`,
    reopened: ({ reason, on, by }, day) => rich`opened again on ${day(on)}${by === undefined ? '' : ` by ${by}`}: ${cutTo(reason, saidAtMost)}`,
    'claim-waiting': ({ claimedOn }, day) => rich`said done on ${day(claimedOn)}; waits for review`,
    'due-soon': ({ due, workingDaysLeft }, day) => rich`due ${day(due)}, ${workingDaysLeft <= 0 ? 'today' : `${plural(workingDaysLeft, 'working day')} left`}`,
    'milestone-soon': ({ what, due, workingDaysLeft }, day) => rich`the milestone “${cutTo(what, saidAtMost)}” is due ${day(due)}, ${workingDaysLeft <= 0 ? 'today' : `${plural(workingDaysLeft, 'working day')} left`}`,
    paused: ({ on, reason, until }, day) => rich`paused since ${day(on)}: ${cutTo(reason, saidAtMost)}${until === undefined ? '' : `; to be looked at on ${day(until)}`}`,
    'extension-waiting': ({ day: to, on }, day) => rich`asked on ${day(on)} to move it to ${day(to)}; waits for the secretary`,
    'in-question': ({ on, words: said, should }, day) => rich`the unit said on ${day(on)} that it is not theirs${should === undefined ? '' : ` but ${should}'s`}; the secretary rules${said === '' ? '' : `: ${cutTo(said, saidAtMost)}`}`,
    unanswered: (why, day, today) => rich`no report for ${missedName(why, 'en', today)}${missedHow(why, day, 'en')}`,
    'year-unbound': ({ said }) => rich`“${said}” gives no ${namesYear(said) ? 'day' : 'year'}; the secretary still has to set it`,
    reported: ({ on, bare, duty }, day) => rich`reported on track on ${day(on)}${bare ? ' (the unit’s word alone)' : ''}${duty === undefined ? '' : `; what was owed for ${day(duty.due)} is not in`}`,
    'nothing-due': ({ duty }, day) => (duty === undefined ? rich`nothing is due` : rich`no deadline has passed; what was owed for ${day(duty.due)} is not in`),
  },
}

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** （7月2日提前结束，单位没有联络员，没有人收到） */
function missedHow({ closedOn, nobody }: Extract<Why, { rule: 'unanswered' }>, day: (day: Day) => string, lang: Lang): string {
  const zh = lang === 'zh'
  const how = [
    ...(closedOn === undefined ? [] : [zh ? `${day(closedOn)}提前结束` : `closed early on ${day(closedOn)}`]),
    ...(nobody === undefined ? [] : [zh ? '单位没有联络员，没有人收到' : 'the unit has no contact, so nobody was asked']),
  ]
  return how.length === 0 ? '' : zh ? `（${how.join('，')}）` : ` (${how.join('; ')})`
}

/** A claim stopped the unit's clock; what has passed since is the secretary's time. */
function overdueWords({ days, claimedOn, members }: Extract<Why, { rule: 'overdue' }>, day: (day: Day) => string, lang: Lang): string {
  if (members !== undefined) {
    const { claimed, of, running } = members
    const left = running.length
    return lang === 'zh' ? `${claimed}/${of}家已申请办结，${someOf(running, lang)}${left}家已逾期${days}天` : `${claimed}/${of} said done; ${someOf(running, lang)} (${left}) ${plural(days, 'day')} overdue`
  }
  if (claimedOn === undefined) return lang === 'zh' ? `已逾期${days}天` : `${plural(days, 'day')} overdue`
  return lang === 'zh' ? `${day(claimedOn)}申请办结时已逾期${days}天，此后是审核时间` : `${plural(days, 'day')} overdue when it was said done on ${day(claimedOn)}; since then the review runs`
}

const namedAtMost = 3

/** 青石镇、白鹭镇, or the first of them with 等. */
const someOf = (names: readonly string[], lang: Lang): string =>
  `${names.slice(0, namedAtMost).join(lang === 'zh' ? '、' : ', ')}${names.length <= namedAtMost ? '' : lang === 'zh' ? '等' : ' …'}`

const cause = (problem: string | undefined, lang: Lang): Rich => {
  if (problem === undefined || problem === '') return rich``
  return lang === 'zh' ? rich`，单位反映：${cutTo(problem, saidAtMost)}` : rich`; the unit says: ${cutTo(problem, saidAtMost)}`
}

/** Why the light burns, as one clause without a full stop. */
export function whyLine(why: Why, lang: Lang, today?: Day): Rich {
  return wordsOf(why, { lang, ...(today === undefined ? {} : { today }) })
}

/** Rules about a day that is to be kept. */
const withWeekday: ReadonlySet<Why['rule']> = new Set(['due-soon', 'overdue', 'milestone-soon', 'milestone-overdue'])

function wordsOf(why: Why, { lang, today }: At): Rich {
  // The mapped type above guarantees that a rule and its words belong together.
  const word = words[lang][why.rule] as (why: Why, day: (day: Day) => string, today: Day | undefined) => Rich
  const said = word(why, (day) => (withWeekday.has(why.rule) ? dayWords(day, lang, today) : shortDay(day, lang, today)), today)
  return why.amended === undefined ? said : rich`${said}${amendedWords(why.amended, lang, today)}`
}

/** （时限依据7月2日修订） */
function amendedWords({ on, what }: NonNullable<Why['amended']>, lang: Lang, today: Day | undefined): string {
  if (lang === 'zh') return `（${what === 'due' ? '时限' : '分工'}依据${shortDay(on, lang, today)}修订）`
  return ` (${what === 'due' ? 'date' : 'part'} by the amendment of ${shortDay(on, lang, today)})`
}

/** 🔴 滞后：应于6月30日(周二)完成，已逾期5天 */
export const lightAndWhy = (light: Light, why: Why, lang: Lang, today?: Day): Rich =>
  lang === 'zh' ? rich`${lightWords(light, lang)}：${whyLine(why, lang, today)}` : rich`${lightWords(light, lang)}: ${whyLine(why, lang, today)}`

/** 🔴2滞后 🟡1预警: those that are not zero, or all. */
export const lightCounts = ({ lights }: { lights: Record<Light, number> }, lang: Lang, which: 'lit' | 'all' = 'lit'): string =>
  lightsInOrder.filter((light) => which === 'all' || lights[light] > 0).map((light) => `${lightMark[light]}${lights[light]}${lang === 'zh' ? lightName.zh[light].replace('已', '') : ` ${lightName.en[light]}`}`).join(' ')
