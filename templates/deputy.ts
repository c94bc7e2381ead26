// 代办 as people read it: arranged, taken back, and what stands.
import type { Day } from '#src/calendar/day.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import type { AskedMeanwhile } from '#src/queries/asked-meanwhile.ts'
import { nearestOf } from '#src/queries/owed-by.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Card, Lang, Row } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import type { FirstMessage } from './first-message.ts'
import { rich, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

/** `isAsker`, `isDeputy`: the reader is who is away, or who stands in. */
export type AbsenceFacts = { id: PersonId; name: string; from: Day; until: Day; units: readonly string[]; isAsker: boolean; deputy?: string; isDeputy?: boolean; /** Where no deputy is named: who is asked. */ meanwhile?: AskedMeanwhile }

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
  return { label, says: saysOf(label, name, lang), run: { command: 'end-deputy', args: { person: id, from } }, style: 'danger', confirm: lang === 'zh' ? `取消${isAsker ? '您' : name}的代办安排？` : `Take back what was arranged for ${isAsker ? 'you' : name}?` }
}

export function absenceSet(facts: AbsenceFacts, today: Day, lang: Lang): Card {
  const { name, deputy, units, meanwhile } = facts
  const days = daysWords(facts, lang, today)
  const zh = lang === 'zh'
  const text = zh
    ? `✅ 已记录：${days}，${deputy === undefined ? `${name}不在岗，${meanwhileWords(meanwhile, lang)}` : `由${deputy}代${name}办理`}。`
    : `✅ Recorded: ${days}, ${deputy === undefined ? `${name} is away: ${meanwhileWords(meanwhile, lang)}` : `${deputy} stands in for ${name}`}.`
  const how = zh
    ? rich`涉及${unitWords(units, lang)}。${deputy === undefined ? '' : `这几天提醒发给${deputy}；`}${name}仍可填报、能看到全部。到期自动恢复，不用再操作。`
    : rich`For ${unitWords(units, lang)}. ${deputy === undefined ? '' : `In these days ${deputy} is reminded; `}${name} still may report and sees all. It ends by itself.`
  return { text, lines: [rich`${text}`, ...lackingLines(facts, lang), how], actions: [...(deputy === undefined ? [nameOf(facts, lang)] : []), endOf(facts, lang)] }
}

const postWords: Record<Lang, Record<AskedMeanwhile['people'][number]['post'], string>> = {
  zh: { contact: '联络员', backup: 'B岗', head: '单位负责人', deputy: '代办人' },
  en: { contact: 'contact', backup: 'backup', head: 'head', deputy: 'standing in' },
}

/** So many of those who are asked are named. */
const askedNamed = 3

/** 提醒发给方叔文（单位负责人） */
function meanwhileWords(meanwhile: AskedMeanwhile | undefined, lang: Lang): string {
  const people = meanwhile?.people ?? []
  const named = people.slice(0, askedNamed)
  if (people.length === 0) return nobodyWords(meanwhile, lang)
  if (lang === 'zh') return `提醒发给${named.map(({ name, post }) => `${name}（${postWords.zh[post]}）`).join('、')}${people.length > named.length ? `等${people.length}人` : ''}`
  return `reminders go to ${named.map(({ name, post }) => `${name} (${postWords.en[post]})`).join(', ')}${people.length > named.length ? ` and ${people.length - named.length} more` : ''}`
}

/** Nothing goes unsaid where all are away: 也没有别人在岗，提醒仍发给苏晚晴. */
function nobodyWords(meanwhile: AskedMeanwhile | undefined, lang: Lang): string {
  const still = (meanwhile?.stillAsked ?? []).slice(0, askedNamed)
  if (lang === 'zh') return still.length === 0 ? '没有人能收提醒' : `也没有别人在岗，提醒仍发给${still.join('、')}`
  return still.length === 0 ? 'nobody can be reminded' : `nobody is there, and reminders still go to ${still.join(', ')}`
}

/** That only the head is left, or nobody: and what to do. */
function lackingLines({ meanwhile, units }: AbsenceFacts, lang: Lang): Rich[] {
  if (meanwhile === undefined) return []
  const zh = lang === 'zh'
  if (meanwhile.nobody.length > 0) {
    const of = unitWords(meanwhile.nobody, lang)
    return [zh ? rich`⚠️ ${of}这几天没有人在岗，请点“指定代办人”。` : rich`⚠️ Nobody of ${of} is there in these days: name a deputy.`]
  }
  if (meanwhile.people.some(({ post }) => post !== 'head')) return []
  const unit = units.length === 1
  return [zh ? rich`${unit ? '本单位' : '这些单位'}这几天没有别的联络员或B岗在岗。要换人收，请点“指定代办人”。` : rich`No other contact or backup is there in these days. To have somebody else reminded, name a deputy.`]
}

/** The form, with the same days: who is named then stands in. */
const nameOf = ({ id, name, from, until }: AbsenceFacts, lang: Lang): Action => ({
  label: lang === 'zh' ? '指定代办人' : 'Name a deputy', says: cutTo(lang === 'zh' ? `指定${name}的代办人` : `Name a deputy for ${name}`, 70), run: { command: 'deputy', args: { person: id, from, until, open: true } },
})

export function absenceEnded({ name, deputy }: AbsenceFacts, lang: Lang): Card {
  const zh = lang === 'zh'
  const text = zh ? `✅ 已取消${name}的代办安排，从现在起提醒发给${name}${deputy === undefined ? '' : `，不再发给${deputy}`}。` : `✅ Taken back: from now on ${name} is reminded${deputy === undefined ? '' : `, and ${deputy} is not`}.`
  return { text, lines: [rich`${text}`] }
}

/** 7月6日(周一)至7月10日(周五)：唐一鸣代苏晚晴 */
export function absenceLine(facts: AbsenceFacts, today: Day, lang: Lang): Rich {
  const { name, deputy, units } = facts
  const days = daysWords(facts, lang, today)
  if (lang === 'zh') return rich`${days}：${deputy === undefined ? `${name}不在岗，${meanwhileWords(facts.meanwhile, lang)}` : `${deputy}代${name}`}（${unitWords(units, lang)}）`
  return rich`${days}: ${deputy === undefined ? `${name} is away, ${meanwhileWords(facts.meanwhile, lang)}` : `${deputy} for ${name}`} (${unitWords(units, lang)})`
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
  const by = deputy ?? coveredBy(facts)
  if (by === undefined) return zh ? rich`⚠️ ${isNow ? '现在' : `${shortDay(from, lang, today)}起`}到${until}您不在岗，${nobodyWords(facts.meanwhile, lang)}：发“代办 @某某”指定一位。` : rich`⚠️ You are away ${isNow ? '' : `from ${shortDay(from, lang, today)} `}until ${until}, ${nobodyWords(facts.meanwhile, lang)}: name a deputy.`
  return zh ? rich`🔁 ${isNow ? '现在' : `${shortDay(from, lang, today)}起`}由${by}代您办理，到${until}；您仍可填报。` : rich`🔁 ${by} ${isNow ? 'stands' : 'will stand'} in for you until ${until}; you still may report.`
}

/** The names of those who are asked where no deputy is named; undefined where nobody is. */
function coveredBy({ meanwhile }: AbsenceFacts): string | undefined {
  const names = (meanwhile?.people ?? []).slice(0, askedNamed).map(({ name }) => name)
  return names.length === 0 ? undefined : names.join('、')
}

type StandingInFacts = { facts: AbsenceFacts; open: readonly TaskCard[]; /** False once it was taken back. */ isArranged: boolean; today: Day }

/** To the deputy what is asked of them; to who is away, that it was arranged for them. */
export function standingIn({ facts, open, isArranged, today }: StandingInFacts, lang: Lang): FirstMessage {
  const zh = lang === 'zh'
  const { name, deputy, units, isAsker, isDeputy = deputy !== undefined } = facts
  const [days, of] = [daysWords(facts, lang, today), unitWords(units, lang)]
  const isOver = facts.until < today
  const mine = { label: zh ? '我的任务' : 'My tasks', run: ways.mine() }
  if (!isArranged) {
    const say = zh ? `${days}代${name}办理${of}的安排已取消，不用办理。` : `Standing in for ${name} (${of}), ${days}: taken back, nothing is needed.`
    return { say, lines: [rich`${say}`], action: mine }
  }
  if (isAsker) {
    const by = deputy ?? coveredBy(facts)
    if (by === undefined) {
      const say = zh ? `${days}您不在岗，${of}${nobodyWords(facts.meanwhile, lang)}` : `You are away ${days}; for ${of} ${nobodyWords(facts.meanwhile, lang)}`
      return { say, lines: [rich`${say}`, zh ? rich`督查室代为安排。请点“指定代办人”。` : rich`Arranged by the secretary. Name a deputy.`], action: isOver ? mine : nameOf(facts, lang) }
    }
    const say = zh ? `${days}由${by}代您办理${of}的事项，到期自动恢复` : `${by} is asked for ${of} in your place, ${days}; it ends by itself`
    return { say, lines: [rich`${say}`, zh ? rich`督查室代为安排。您仍可填报；不对的话点“取消代办”。` : rich`Arranged by the secretary. You still may report; if it is wrong, take it back.`], action: isOver ? mine : endOf(facts, lang) }
  }
  const { late, nearest } = nearestOf(open, today)
  const due = nearest !== undefined && 'due' in nearest.next ? (zh ? `，最近一项${shortDay(nearest.next.due, lang, today)}` : `, the nearest ${shortDay(nearest.next.due, lang, today)}`) : ''
  const overdue = late === 0 ? '' : zh ? `，已过期${late}项` : `, ${late} overdue`
  if (!isDeputy) {
    const say = zh ? `${name}${days}请假，由您代收：${of}${open.length}项${overdue}${due}` : `${name} is away ${days}; you are reminded instead: ${open.length} of ${of}${overdue}${due}`
    return { say, lines: [rich`${say}`, zh ? rich`没有另外指定代办人。这几天${name}的提醒发给您，您可以直接填报；到期自动停止。要换人，请告诉${name}或督查室。` : rich`No deputy was named. In these days you get ${name}'s reminders and may report; it ends by itself. If somebody else should, tell ${name} or the secretary.`], action: mine }
  }
  const say = zh ? `请代办：${days}代${name}办理${of}的${open.length}项${overdue}${due}` : `Stand in for ${name}, ${days}: ${open.length} of ${of}${overdue}${due}`
  return { say, lines: [rich`${say}`, zh ? rich`这几天${name}的提醒发给您，您可以直接填报；到期自动停止。不方便的话请告诉${name}或督查室。` : rich`In these days you get ${name}'s reminders and may report; it ends by itself. If you cannot, tell ${name} or the secretary.`], action: mine }
}
