// 代办 as people read it: arranged, taken back, and what stands.
import type { Day } from '#src/calendar/day.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import { nearestOf } from '#src/queries/owed-by.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Card, Lang, Row } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import type { FirstMessage } from './first-message.ts'
import { rich, type Rich } from './rich.ts'
import { ways } from './ways.ts'

/** `isAsker`, `isDeputy`: the reader is who is away, or who stands in. */
export type AbsenceFacts = { id: PersonId; name: string; from: Day; until: Day; units: readonly string[]; isAsker: boolean; deputy?: string; isDeputy?: boolean }

/** So many of somebody's units are named. */
const unitsNamed = 3
const unitWords = (units: readonly string[], lang: Lang): string => {
  const named = units.slice(0, unitsNamed).join(lang === 'zh' ? '、' : ', ')
  return units.length <= unitsNamed ? named : lang === 'zh' ? `${named}等${units.length}个单位` : `${named} and ${units.length - unitsNamed} more`
}

const daysWords = ({ from, until }: Pick<AbsenceFacts, 'from' | 'until'>, lang: Lang, today: Day): string => {
  if (from === until) return dayWords(from, lang, today)
  return lang === 'zh' ? `${dayWords(from, lang, today)}至${dayWords(until, lang, today)}` : `${dayWords(from, lang, today)} to ${dayWords(until, lang, today)}`
}

const endOf = ({ id, name, from, isAsker }: AbsenceFacts, lang: Lang): Action => {
  const label = lang === 'zh' ? '取消代办' : 'Take it back'
  return { label, says: cutTo(`${label}：${name}`, 70), run: { command: 'end-deputy', args: { person: id, from } }, style: 'danger', confirm: lang === 'zh' ? `取消${isAsker ? '您' : name}的代办安排？` : `Take back what was arranged for ${isAsker ? 'you' : name}?` }
}

export function absenceSet(facts: AbsenceFacts, today: Day, lang: Lang): Card {
  const { name, deputy, units } = facts
  const days = daysWords(facts, lang, today)
  const zh = lang === 'zh'
  const text = zh
    ? `✅ 已记录：${days}，${deputy === undefined ? `${name}不在岗，由本单位其他联络员或B岗办理` : `由${deputy}代${name}办理`}。`
    : `✅ Recorded: ${days}, ${deputy === undefined ? `${name} is away; the unit's other contacts or its backup are asked` : `${deputy} stands in for ${name}`}.`
  const how = zh
    ? rich`涉及${unitWords(units, lang)}。这几天提醒${deputy === undefined ? '不发给本人' : `发给${deputy}`}；${name}仍可填报、能看到全部。到期自动恢复，不用再操作。`
    : rich`For ${unitWords(units, lang)}. In these days ${deputy ?? 'others of the unit'} ${deputy === undefined ? 'are' : 'is'} reminded; ${name} still may report and sees all. It ends by itself.`
  return { text, lines: [rich`${text}`, how], actions: [endOf(facts, lang)] }
}

export function absenceEnded({ name, deputy }: AbsenceFacts, lang: Lang): Card {
  const zh = lang === 'zh'
  const text = zh ? `✅ 已取消${name}的代办安排，从现在起提醒发给${name}${deputy === undefined ? '' : `，不再发给${deputy}`}。` : `✅ Taken back: from now on ${name} is reminded${deputy === undefined ? '' : `, and ${deputy} is not`}.`
  return { text, lines: [rich`${text}`] }
}

/** 7月6日(周一)至7月10日(周五)：唐一鸣代苏晚晴 */
export function absenceLine(facts: AbsenceFacts, today: Day, lang: Lang): Rich {
  const { name, deputy, units } = facts
  const days = daysWords(facts, lang, today)
  if (lang === 'zh') return rich`${days}：${deputy === undefined ? `${name}不在岗，没有指定代办人` : `${deputy}代${name}`}（${unitWords(units, lang)}）`
  return rich`${days}: ${deputy === undefined ? `${name} is away, nobody named` : `${deputy} for ${name}`} (${unitWords(units, lang)})`
}

/** Those that are not over, with the way to take each back. */
export function absencesCard(absences: readonly AbsenceFacts[], today: Day, lang: Lang): Card {
  const zh = lang === 'zh'
  const head = zh ? `已安排的代办${absences.length}项` : `${absences.length} arranged`
  const rows: Row[] = absences.slice(0, absencesShown).map((facts) => ({ line: absenceLine(facts, today, lang), beside: endOf(facts, lang) }))
  const left = absences.length - rows.length
  return {
    text: head, lines: [rich`${head}`], sections: [{ rows, ...(left > 0 ? { note: zh ? rich`另有${left}项：输入 /duban 取消代办 @某某 看某一位的` : rich`${left} more: /duban end-deputy @person shows somebody's` } : {}) }],
    actions: [{ label: zh ? '再安排一次' : 'Arrange another', run: { command: 'deputy', args: { open: true } } }],
  }
}
const absencesShown = 20

/** For the reader's own screen: who stands in for them now or soon, and for whom they stand in. */
export function absenceNote(facts: AbsenceFacts, today: Day, lang: Lang): Rich {
  const zh = lang === 'zh'
  const { name, from, deputy, isDeputy = false, units } = facts
  const isNow = from <= today
  const until = shortDay(facts.until, lang, today)
  if (isDeputy) return zh ? rich`🔁 ${isNow ? '您正' : `${shortDay(from, lang, today)}起您`}代${name}办理${unitWords(units, lang)}，到${until}。` : rich`🔁 You stand in for ${name} (${unitWords(units, lang)})${isNow ? '' : ` from ${shortDay(from, lang, today)}`} until ${until}.`
  const by = deputy === undefined ? (zh ? '本单位其他联络员或B岗' : 'others of the unit') : deputy
  return zh ? rich`🔁 ${isNow ? '现在' : `${shortDay(from, lang, today)}起`}由${by}代您办理，到${until}；您仍可填报。` : rich`🔁 ${by} ${isNow ? 'stands' : 'will stand'} in for you until ${until}; you still may report.`
}

type StandingInFacts = { facts: AbsenceFacts; open: readonly TaskCard[]; /** False once it was taken back. */ isArranged: boolean; today: Day }

/** To the deputy what is asked of them; to who is away, that it was arranged for them. */
export function standingIn({ facts, open, isArranged, today }: StandingInFacts, lang: Lang): FirstMessage {
  const zh = lang === 'zh'
  const { name, deputy, units, isAsker } = facts
  const [days, of] = [daysWords(facts, lang, today), unitWords(units, lang)]
  const mine = { label: zh ? '我的任务' : 'My tasks', run: ways.mine() }
  if (!isArranged) {
    const say = zh ? `${days}代${name}办理${of}的安排已取消，不用办理。` : `Standing in for ${name} (${of}), ${days}: taken back, nothing is needed.`
    return { say, lines: [rich`${say}`], action: mine }
  }
  if (isAsker) {
    const by = deputy ?? (zh ? '本单位其他联络员或B岗' : 'others of your unit')
    const say = zh ? `${days}由${by}代您办理${of}的事项，到期自动恢复` : `${by} ${deputy === undefined ? 'are' : 'is'} asked for ${of} in your place, ${days}; it ends by itself`
    return { say, lines: [rich`${say}`, zh ? rich`督查室代为安排。您仍可填报；不对的话点“取消代办”。` : rich`Arranged by the secretary. You still may report; if it is wrong, take it back.`], action: endOf(facts, lang) }
  }
  const { late, nearest } = nearestOf(open, today)
  const due = nearest !== undefined && 'due' in nearest.next ? (zh ? `，最近一项${shortDay(nearest.next.due, lang, today)}` : `, the nearest ${shortDay(nearest.next.due, lang, today)}`) : ''
  const overdue = late === 0 ? '' : zh ? `，已过期${late}项` : `, ${late} overdue`
  const say = zh ? `请代办：${days}代${name}办理${of}的${open.length}项${overdue}${due}` : `Stand in for ${name}, ${days}: ${open.length} of ${of}${overdue}${due}`
  return { say, lines: [rich`${say}`, zh ? rich`这几天${name}的提醒发给您，您可以直接填报；到期自动停止。不方便的话请告诉${name}或督查室。` : rich`In these days you get ${name}'s reminders and may report; it ends by itself. If you cannot, tell ${name} or the secretary.`], action: mine }
}
