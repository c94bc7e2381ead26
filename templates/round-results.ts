// A round's acts after it is open: closed, reopened for a unit, and its results as they are given for publishing. Who has answered and how tasks stand; nobody is ranked.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Turn } from '#src/ledger/round.ts'
import { endOf, type RoundTurn } from '#src/queries/round.ts'
import type { RoundStanding } from '#src/queries/round-standing.ts'
import type { Card, Form, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { lightCounts } from './light-words.ts'
import { rich } from './rich.ts'
import { roundName } from './round-name.ts'
import { namesWords } from './round-words.ts'
import { ways } from './ways.ts'

export type ResultFacts = { plan: PlanId; planTitle: string; turn: RoundTurn; standing: RoundStanding; today: Day }

/** What can be put into another chat in one piece. */
export const forwardAtMost = 300
/** What the ledger takes. */
const wordsAtMost = 2900

const silentNames = ({ units }: RoundStanding): string[] => [...new Set(units.flatMap(({ voices }) => voices.filter(({ silent }) => silent.length > 0).map(({ name }) => name)))]
const answeredNames = ({ units }: RoundStanding): string[] => {
  const silent = new Set(units.flatMap(({ voices }) => voices.filter((voice) => voice.silent.length > 0).map(({ unit }) => unit)))
  return [...new Set(units.flatMap(({ voices }) => voices.filter(({ unit }) => !silent.has(unit)).map(({ name }) => name)))]
}

/** One sentence each: what was asked, who has answered, who has not, how the tasks stand. Units stand in the plan's order. @param most names of one kind */
function resultLines({ planTitle, turn, standing, today }: ResultFacts, most: number, lang: Lang): string[] {
  const zh = lang === 'zh'
  const [silent, answered] = [silentNames(standing), answeredNames(standing)]
  const name = roundName(turn, lang, today)
  const end = shortDay(endOf(turn), lang, today)
  return [
    zh ? `《${cutTo(planTitle, 40)}》${name}报送${end}截止，共${standing.tasks.length}项，应报${standing.asked}家，已报${answered.length}家，未报${silent.length}家。` : `“${cutTo(planTitle, 40)}”, ${name}, ended ${end}: ${standing.tasks.length} tasks, ${standing.asked} units asked, ${answered.length} answered, ${silent.length} did not.`,
    ...(answered.length === 0 || most === 0 ? [] : [zh ? `已报：${namesWords(answered, lang, most)}。` : `Answered: ${namesWords(answered, lang, most)}.`]),
    ...(silent.length === 0 ? [] : [zh ? `未报：${namesWords(silent, lang, Math.max(most, 1))}。` : `Did not: ${namesWords(silent, lang, Math.max(most, 1))}.`]),
    zh ? `任务情况：${lightCounts(standing, lang)}。` : `Tasks: ${lightCounts(standing, lang)}.`,
  ]
}

/** All of it, as it is recorded. */
export const resultWords = (facts: ResultFacts, lang: Lang): string => cutTo(resultLines(facts, 400, lang).join(' '), wordsAtMost)

/** As many names as fit. */
export function forwardWords(facts: ResultFacts, lang: Lang): string {
  const fitting = [12, 8, 5, 3, 1, 0].map((most) => resultLines(facts, most, lang).join('')).find((text) => Array.from(text).length < forwardAtMost)
  return fitting ?? cutTo(resultLines(facts, 0, lang).join(''), forwardAtMost - 1)
}

export function publishPreview(facts: ResultFacts, lang: Lang): Card {
  const zh = lang === 'zh'
  const head = zh ? `${roundName(facts.turn, lang, facts.today)}的结果，确认后记为已发布。` : `The results of ${roundName(facts.turn, lang, facts.today)}; recorded as published once you confirm.`
  return {
    text: head,
    lines: [rich`${head}`],
    sections: textSections(resultWords(facts, lang), forwardWords(facts, lang), lang),
    actions: [{ label: zh ? '确认发布' : 'Publish', run: { command: 'round', args: { act: 'publish', plan: facts.plan, round: facts.turn.key, confirmed: true } }, style: 'primary' }],
  }
}

/** @param published as it was recorded */
export function publishedCard(facts: ResultFacts, published: NonNullable<Turn['published']>, lang: Lang): Card {
  const head = lang === 'zh' ? `${roundName(facts.turn, lang, facts.today)}的结果已于${shortDay(published.on, lang, facts.today)}发布。` : `The results of ${roundName(facts.turn, lang, facts.today)} were published on ${shortDay(published.on, lang, facts.today)}.`
  const forward = Array.from(published.words).length < forwardAtMost ? published.words : cutTo(published.words, forwardAtMost - 1)
  return { text: head, lines: [rich`✅ ${head}`], sections: textSections(published.words, forward, lang) }
}

const textSections = (whole: string, forward: string, lang: Lang): NonNullable<Card['sections']> => [
  { heading: lang === 'zh' ? rich`通报文字` : rich`In full`, rows: [{ line: rich`${whole}` }] },
  ...(forward === whole ? [] : [{ heading: lang === 'zh' ? rich`转发文本（长按复制）` : rich`To forward`, rows: [{ line: rich`${forward}` }] }]),
]

/** One sentence of what was done, and the way back to the round. */
export function roundDone(done: { act: 'closed' | 'resumed' | 'ended' } | { act: 'reopened'; unit: string; until: Day; people: readonly string[] }, { plan, turn, today }: Pick<ResultFacts, 'plan' | 'turn' | 'today'>, lang: Lang): Card {
  const zh = lang === 'zh'
  const name = roundName(turn, lang, today)
  const head = doneWords(done, { name, turn, today }, lang)
  return { text: head, lines: [rich`✅ ${head}`], actions: [{ label: zh ? '看这个轮次' : 'The round', run: ways.round(plan, turn.key, 'show') }] }
}

function doneWords(done: Parameters<typeof roundDone>[0], { name, turn, today }: { name: string; turn: RoundTurn; today: Day }, lang: Lang): string {
  const zh = lang === 'zh'
  switch (done.act) {
    case 'closed':
      return zh ? `${name}已关闭，不再提醒。此后来的填报照记，标明迟报。` : `${name} is closed; nobody is asked any more. What comes from now on is recorded, and marked late.`
    case 'resumed':
      return zh ? `${name}已恢复，报到${shortDay(turn.until, lang, today)}，照常提醒。` : `${name} goes on until ${shortDay(turn.until, lang, today)}; who has not answered is asked.`
    case 'ended':
      return zh ? `${name}以后各期不再开。` : `${name} opens no more turns.`
    case 'reopened': {
      const told = done.people.length === 0 ? (zh ? '该单位没有联络员，请另行通知。' : 'It has no contact: tell it yourself.') : zh ? `将在每日提醒里通知${done.people.join('、')}。` : `${done.people.join(', ')} will be told in the daily digest.`
      return zh ? `已为${done.unit}重开${name}，到${shortDay(done.until, lang, today)}。${told}` : `${name} is open again for ${done.unit} until ${shortDay(done.until, lang, today)}. ${told}`
    }
  }
}

/** @param silent those that have not answered, by name */
export function reopenForm({ plan, turn, today, silent, unit }: { plan: PlanId; turn: RoundTurn; today: Day; silent: readonly string[]; unit: string | undefined }, lang: Lang): Form {
  const zh = lang === 'zh'
  const names = unit === undefined || silent.includes(unit) ? silent : [unit, ...silent]
  return {
    title: zh ? '为一个单位重开' : 'Reopen for a unit',
    intro: [rich`${roundName(turn, lang, today)}`],
    fields: [
      { name: 'unit', label: zh ? '单位' : 'Unit', kind: 'choice', as: 'select', choices: names.slice(0, 100).map((name) => ({ value: name, label: cutTo(name, 70) })), ...(unit === undefined ? {} : { now: unit }) },
      { name: 'until', label: zh ? '补报到哪一天' : 'Until', kind: 'date' },
    ],
    submit: zh ? '重开' : 'Reopen',
    run: { command: 'round', args: { act: 'reopen', plan, round: turn.key, form: true } },
  }
}
