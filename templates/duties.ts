// Duties that come back, and one that was done.
import type { Day } from '#src/calendar/day.ts'
import { present } from '#src/ledger/fields.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Occurrence } from '#src/queries/occurrences.ts'
import type { Quota } from '#src/queries/quota.ts'
import type { Card, Lang, Row, Section } from './card.ts'
import { forwardAction } from './forward.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, dueDayWords } from './day-words.ts'
import { dutyActions, dutyRuns, submissionActions } from './duty-answers.ts'
import { dutyName } from './duty-name.ts'
import { quotaWords } from './quota-words.ts'
import { withRest } from './rest-of-rows.ts'
import { rich, strong, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

/** Past due, due by the end of this month, later, done. */
export const dutyGroups = ['late', 'soon', 'later', 'done'] as const
export type DutyGroup = (typeof dutyGroups)[number]

export type Duty = { plan: PlanId; occurrence: Occurrence; debtor?: string; receiver?: string; /** Who said it, by name. */ hindered: readonly { unit: string; on: Day; words: string }[]; mayFulfil: boolean; mayReceive: boolean; /** Of what is asked so many times, also how often the reader's own did it. */ quota?: Quota; /** One more than needed may be recorded by the reader. */ mayAddOne: boolean; /** Its day is 暂按. */ isProvisional: boolean }

const words = {
  zh: {
    text: (open: number, all: boolean) => (open === 0 ? '本期没有待办的周期任务。' : `${all ? '' : '您'}有${open}项周期任务待办，最近一项：`), by: (day: string) => `${day}前`, late: (day: string) => `应于${day}前办，已过期`,
    done: (day: string, words: string) => `✅ ${day}已办${words === '' ? '' : `：${words}`}`, nobody: '无人认领', to: (receiver: string) => `，报${receiver}`, hindered: (who: string, day: string, said: string) => `⚠️ ${who}${day}有困难：${said}`, waits: (day: string, receiver: string) => `${day}已报送，待${receiver}确认收到`,
    another: '再登记一次',
    type: (name: string) => `也可以直接回复：${name} 已报送，文号或一句话`,
    groups: { late: '已过期', soon: '本月到期', later: '以后到期', done: '已办' } satisfies Record<DutyGroup, string>, heading: (group: string, count: number, cut: boolean) => `${group} ${count}项${cut ? `（先列${groupShown}项）` : ''}`, open: (group: string, count: number) => `看全部${group} ${count}`, page: (page: number, pages: number) => `第${page}/${pages}页`, next: '下一页', all: '全部周期任务',
  },
  en: {
    text: (open: number, all: boolean) => (open === 0 ? 'No recurring duty is open in this period.' : `${all ? '' : 'You have '}${open} recurring ${open === 1 ? 'duty' : 'duties'} open, the nearest: `), by: (day: string) => `by ${day}`, late: (day: string) => `was due ${day}`,
    done: (day: string, words: string) => `✅ done ${day}${words === '' ? '' : `: ${words}`}`, nobody: 'nobody named', to: (receiver: string) => `, to ${receiver}`, hindered: (who: string, day: string, said: string) => `⚠️ ${who}, in difficulty ${day}: ${said}`, waits: (day: string, receiver: string) => `submitted ${day}, waits for ${receiver} to confirm receipt`,
    another: 'Record one more',
    type: (name: string) => `Or just reply: ${name} handed in, with what shows it`,
    groups: { late: 'Past due', soon: 'Due this month', later: 'Due later', done: 'Done' } satisfies Record<DutyGroup, string>, heading: (group: string, count: number, cut: boolean) => `${group}: ${count}${cut ? ` (first ${groupShown})` : ''}`, open: (group: string, count: number) => `${group}: all ${count}`, page: (page: number, pages: number) => `page ${page} of ${pages}`, next: 'Next page', all: 'All duties',
  },
} satisfies Record<Lang, unknown>

export function dutyList({ duties, all, today }: { duties: readonly Duty[]; all: boolean; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const open = duties.filter(({ occurrence }) => occurrence.done === undefined)
  const [first] = open
  const text = `${w.text(open.length, all)}${first === undefined ? '' : `${when(first, today, lang)} ${cutTo(first.occurrence.obligation.what, 40)}`}`
  const own = duties.find(({ mayFulfil }) => mayFulfil)
  const several = ofSeveral(duties)
  return {
    text,
    lines: [rich`${text}`],
    sections: dutyGroups.map((group) => ({ group, of: duties.filter((duty) => groupOf(duty, today) === group) })).filter(({ of }) => of.length > 0).map(({ group, of }) => groupSection(group, of, several, today, lang)),
    ...(open.length === 0 ? {} : { more: [forwardAction(ways.duties(), lang)] }),
    ...(own === undefined ? {} : { footer: rich`${w.type(nameOf(own, several, lang))}` }),
  }
}

/** So many of a group stand in the overview, the rest a press away. */
const groupShown = 4
const groupOnPage = 20

const groupOf = ({ occurrence: { done, due } }: Duty, today: Day): DutyGroup => (done !== undefined ? 'done' : due < today ? 'late' : due.slice(0, 7) === today.slice(0, 7) ? 'soon' : 'later')

function groupSection(group: DutyGroup, duties: readonly Duty[], several: boolean, today: Day, lang: Lang): Section {
  const w = words[lang]
  const isCut = duties.length > groupShown
  const rows = duties.slice(0, groupShown).map((duty) => rowOf(duty, several, today, lang))
  const all = { label: w.open(w.groups[group], duties.length), run: ways.duties(group) }
  return { heading: rich`${w.heading(w.groups[group], duties.length, isCut)}`, rows: withRest(rows, isCut ? [all] : []) }
}

/** All of one group, a page at a time. */
export function dutyGroupList({ duties, group, page: wanted, today }: { duties: readonly Duty[]; group: DutyGroup; page: number; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const of = duties.filter((duty) => groupOf(duty, today) === group)
  const pages = Math.max(1, Math.ceil(of.length / groupOnPage))
  const page = Math.min(wanted, pages)
  const several = ofSeveral(duties)
  const head = `${w.heading(w.groups[group], of.length, false)}${pages === 1 ? '' : ` · ${w.page(page, pages)}`}`
  return {
    text: head,
    lines: [rich`${head}`],
    sections: of.length === 0 ? [] : [{ rows: of.slice((page - 1) * groupOnPage, page * groupOnPage).map((duty) => rowOf(duty, several, today, lang)) }],
    actions: [...(page < pages ? [{ label: w.next, run: ways.duties(group, page + 1) }] : []), { label: w.all, run: ways.duties() }],
  }
}

const ofSeveral = (duties: readonly Duty[]): boolean => new Set(duties.map(({ plan }) => plan)).size > 1

/** As it is typed: 周期3. */
const nameOf = ({ plan, occurrence: { obligation } }: Duty, several: boolean, lang: Lang): string => dutyName({ ...(several ? { plan } : {}), id: obligation.id }, lang)

function when({ occurrence: { due }, isProvisional }: Pick<Duty, 'occurrence' | 'isProvisional'>, today: Day, lang: Lang): string {
  const day = dueDayWords(due, lang, { calendar: { isProvisional: () => isProvisional }, today })
  return due < today ? words[lang].late(day) : words[lang].by(day)
}

function rowOf(duty: Duty, several: boolean, today: Day, lang: Lang): Row {
  const w = words[lang]
  const { plan, occurrence, debtor, receiver, mayFulfil, mayReceive } = duty
  const { obligation } = occurrence
  const state = stateOf(duty, today, lang)
  const what = `${nameOf(duty, several, lang)} ${cutTo(obligation.what, 80)}`
  const counted = duty.quota === undefined ? '' : ` · ${quotaWords(duty.quota, lang)}`
  const line: Rich = rich`${state}${counted} · ${debtor ?? w.nobody}${receiver === undefined ? '' : w.to(receiver)} · ${strong(what)}`
  const hindered = duty.hindered.map(({ unit, on, words: said }) => rich`\n${w.hindered(unit, dayWords(on, lang, today), cutTo(said, 100))}`)
  const told = hindered.reduce((all, next) => rich`${all}${next}`, line)
  if (mayReceive) return { line: told, actions: submissionActions({ plan, occurrence: occurrence.key, what: obligation.what, ...present({ member: occurrence.submitted?.member }) }, lang) }
  if (duty.mayAddOne && duty.quota?.beyond !== undefined) return { line: told, actions: [{ label: w.another, says: saysOf(w.another, what, lang), run: dutyRuns(plan, duty.quota.beyond).done }] }
  return mayFulfil ? { line: told, actions: dutyActions({ what, runs: dutyRuns(plan, occurrence.key) }, lang) } : { line: told }
}

/** A submission is done only at its receipt: until then nobody is told that it is. */
function stateOf(duty: Duty, today: Day, lang: Lang): string {
  const { occurrence: { done, submitted }, receiver } = duty
  if (submitted !== undefined && receiver !== undefined) return words[lang].waits(dayWords(submitted.on, lang, today), receiver)
  return done === undefined ? when(duty, today, lang) : words[lang].done(dayWords(done.on, lang, today), done.words)
}
