// An amendment before it is written: how much of what changes, each list one press away.
import type { Day } from '#src/calendar/day.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { AmendDiff } from '#src/queries/amend-diff.ts'
import type { Action, Card, Lang, Row } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay, yearsWords } from './day-words.ts'
import { issuedDue } from './amended-task.ts'
import { rich, strong, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'

export type AmendList = 'added' | 'removed' | 'changed' | 'moved' | 'units'
export const amendLists = ['added', 'removed', 'changed', 'moved', 'units'] as const satisfies readonly AmendList[]

/** `told`: people who are told what changed for them; undefined while the plan is not handed out. `name`: a unit as it is called. */
export type AmendFacts = { plan: PlanId; title: string; newTitle: string; draft: DraftId; source: string; diff: AmendDiff; told?: number; name: (unit: AmendDiff['units'][number]['went'][number]) => string; today: Day }

const words = {
  zh: {
    lists: { added: '新增', removed: '拟删除', changed: '修改', moved: '移动', units: '单位变动' } satisfies Record<AmendList, string>,
    text: (title: string, counts: string) => `《${title}》修订：${counts}。点“确认修订”后才写入。`, quiet: '现在还没有写入，也没有通知任何人。', nothing: '任务没有变化',
    removals: '拟删除的任务先照常办理，确认修订后逐项问您：同意删除，还是保留。', asked: (count: number) => `${count}处督查室改过、修订稿也改了：先按督查室的办，修订后逐项问您。`,
    also: (parts: readonly string[]) => `另有：${parts.join('，')}。`, duties: (came: number, went: number, changed: number) => `周期任务新增${came}、取消${went}、变化${changed}`, bodies: (came: number, went: number) => `机构新增${came}、取消${went}`, doubts: (count: number) => `新的存疑${count}处`,
    targets: (came: number, went: number) => `指标新增${came}、取消${went}`, figures: (changed: string) => `指标数值有变：${changed}`, figure: (measure: string, from: string, to: string) => `${measure}${from} → ${to}`, others: (count: number) => `等${count}个`,
    years: (from: string, to: string) => (from === '' ? `起止年份：${to}` : `起止年份：${from} → ${to}`),
    told: (count: number) => `确认后告知${count}人各自单位的变化，每人一条；已报的进展都保留。`, untold: '方案还没有通知联络员，这次修订也不会通知任何人。', retitled: (title: string) => `修订后名称：《${title}》`,
    confirm: '确认修订', drop: '放弃', back: '返回', open: (list: string) => `看${list}`, source: (name: string) => `修订稿：${name}`, rest: (left: number) => `另有${left}项未显示。`, and: '、',
    dueFrom: (from: string, to: string) => `时限 ${from} → ${to}`, was: '原：', now: '现：', came: (names: string) => `增加${names}`, went: (names: string) => `去掉${names}`, other: (names: string) => `改分工：${names}`, noUnit: '单位待定', none: '未写期限',
    really: '放弃这份修订稿？要再修订，须重新发送。', ask: (title: string) => `按这份文件修订《${title}》？`,
  },
  en: {
    lists: { added: 'added', removed: 'to be removed', changed: 'changed', moved: 'moved', units: 'units' } satisfies Record<AmendList, string>,
    text: (title: string, counts: string) => `Amend “${title}”: ${counts}. Nothing is written before you confirm.`, quiet: 'Nothing is written yet and nobody was told.', nothing: 'no task changes',
    removals: 'Tasks to be removed go on until you decide: you are asked about each once the amendment is confirmed.', asked: (count: number) => `${count} points were changed by the secretary and by the text: what the secretary set stands, and you are asked afterwards.`,
    also: (parts: readonly string[]) => `Also: ${parts.join('; ')}.`, duties: (came: number, went: number, changed: number) => `duties ${came} new, ${went} ended, ${changed} changed`, bodies: (came: number, went: number) => `bodies ${came} new, ${went} ended`, doubts: (count: number) => `${count} new doubts`,
    targets: (came: number, went: number) => `targets ${came} new, ${went} ended`, figures: (changed: string) => `Targets with another figure: ${changed}`, figure: (measure: string, from: string, to: string) => `${measure} ${from} → ${to}`, others: (count: number) => ` (${count} in all)`,
    years: (from: string, to: string) => (from === '' ? `It runs ${to}` : `It runs ${to}, no longer ${from}`),
    told: (count: number) => `${count} people are then told what changed for their units, in one message each; what was reported stays.`, untold: 'The plan is not handed out, so nobody is told of the amendment.', retitled: (title: string) => `Its title becomes “${title}”`,
    confirm: 'Amend', drop: 'Drop it', back: 'Back', open: (list: string) => `Open ${list}`, source: (name: string) => `Amended text: ${name}`, rest: (left: number) => `${left} more not shown.`, and: ', ',
    dueFrom: (from: string, to: string) => `due ${from} → ${to}`, was: 'was: ', now: 'now: ', came: (names: string) => `plus ${names}`, went: (names: string) => `without ${names}`, other: (names: string) => `part changed: ${names}`, noUnit: 'no unit', none: 'no date',
    really: 'Drop this amendment? To amend later, send it again.', ask: (title: string) => `Amend “${title}” by this document?`,
  },
} satisfies Record<Lang, unknown>

/** So many titles of a list stand in the overview. */
const titlesShown = 2
const wordsAtMost = 100

/** 新增3 · 删除1 · 修改5: those that are not zero. */
export function amendCounts(diff: AmendDiff, lang: Lang): string {
  const w = words[lang]
  const counts = amendLists.filter((list) => diff[list].length > 0).map((list) => (lang === 'zh' ? `${w.lists[list]}${diff[list].length}` : `${diff[list].length} ${w.lists[list]}`))
  return counts.length === 0 ? w.nothing : counts.join(' · ')
}

export function amendPreview(facts: AmendFacts, lang: Lang): Card {
  const w = words[lang]
  const { diff, title, newTitle, source, told } = facts
  const counts = amendCounts(diff, lang)
  return {
    text: w.text(title, counts),
    title: cutTo(title, 140),
    lines: [
      rich`${strong(counts)}`, rich`${w.quiet}`,
      ...(newTitle === title ? [] : [rich`${w.retitled(cutTo(newTitle, 80))}`]),
      ...yearsLine(diff, lang),
      ...figuresLine(diff, lang),
      ...alsoLine(diff, lang),
      ...(diff.removed.length === 0 ? [] : [rich`${w.removals}`]),
      ...(diff.asked.length === 0 ? [] : [rich`${w.asked(diff.asked.length)}`]),
      rich`${told === undefined ? w.untold : w.told(told)}`,
    ],
    sections: [{ rows: amendLists.filter((list) => diff[list].length > 0).map((list) => overview(facts, list, lang)) }],
    actions: [confirmation(facts, lang), { label: w.drop, run: { command: 'import', args: { draft: facts.draft, then: 'drop' } }, style: 'danger', confirm: w.really }],
    footer: rich`${w.source(source)}`,
  }
}

function yearsLine({ period }: AmendDiff, lang: Lang): Rich[] {
  return period === undefined ? [] : [rich`${words[lang].years(period.from === undefined ? '' : yearsWords(period.from, lang), yearsWords(period.to, lang))}`]
}

/** A figure is what a leader is asked about: those that change are named, the first of them. */
function figuresLine({ targets: { changed } }: AmendDiff, lang: Lang): Rich[] {
  const w = words[lang]
  if (changed.length === 0) return []
  const shown = changed.slice(0, titlesShown).map(({ measure, from, to }) => w.figure(cutTo(measure, 16), from, to)).join(w.and)
  return [rich`${w.figures(`${shown}${changed.length > titlesShown ? w.others(changed.length) : ''}`)}`]
}

function alsoLine({ duties, bodies, targets, newDoubts }: AmendDiff, lang: Lang): Rich[] {
  const w = words[lang]
  const also = [
    ...(duties.came + duties.went + duties.changed === 0 ? [] : [w.duties(duties.came, duties.went, duties.changed)]),
    ...(bodies.came + bodies.went === 0 ? [] : [w.bodies(bodies.came, bodies.went)]),
    ...(targets.came + targets.went === 0 ? [] : [w.targets(targets.came, targets.went)]),
    ...(newDoubts === 0 ? [] : [w.doubts(newDoubts)]),
  ]
  return also.length === 0 ? [] : [rich`${w.also(also)}`]
}

const confirmation = ({ plan, draft, title }: AmendFacts, lang: Lang): Action =>
  ({ label: words[lang].confirm, says: saysOf(words[lang].confirm, title, lang), run: { command: 'amend', args: { plan, draft, confirm: true } }, style: 'primary', confirm: cutTo(words[lang].ask(title), 200) })

function overview({ diff, plan, draft }: AmendFacts, list: AmendList, lang: Lang): Row {
  const w = words[lang]
  const tasks = diff[list]
  const names = tasks.slice(0, titlesShown).map(({ number, title }) => `${number} ${cutTo(title, 16)}`).join(w.and)
  return {
    line: rich`${strong(`${w.lists[list]} ${tasks.length}`)} · ${names}${tasks.length > titlesShown ? '…' : ''}`,
    beside: { label: w.open(w.lists[list]), run: { command: 'amend', args: { plan, draft, list } } },
  }
}

/** One of the lists, each task with what changes of it. */
export function amendListCard(facts: AmendFacts, list: AmendList, lang: Lang): Card {
  const w = words[lang]
  const head = `${w.lists[list]} ${facts.diff[list].length}`
  return {
    text: head,
    title: cutTo(facts.title, 140),
    lines: [rich`${strong(head)}`],
    sections: [{ rows: listLines(facts, list, lang).map((line) => ({ line })) }],
    rest: { line: (left) => rich`${w.rest(left)}` },
    actions: [confirmation(facts, lang), { label: w.back, run: { command: 'amend', args: { plan: facts.plan, draft: facts.draft } } }],
  }
}

function listLines({ diff, name, today }: AmendFacts, list: AmendList, lang: Lang): Rich[] {
  const w = words[lang]
  switch (list) {
    case 'added':
      return diff.added.map(({ number, title, lead, due }) => rich`${strong(number)} ${title} · ${lead === undefined ? w.noUnit : name(lead)} · ${issuedDue(due, lang, today)}`)
    case 'removed':
      return diff.removed.map(({ number, title }) => rich`${strong(number)} ${title}`)
    case 'changed':
      return diff.changed.map(({ number, title, words: passage, due }) => {
        const moved = due === undefined ? '' : ` · ${w.dueFrom(due.from.kind === 'dated' ? shortDay(due.from.day, lang, today) : issuedDue(due.from, lang, today), issuedDue(due.to, lang, today))}`
        return passage === undefined ? rich`${strong(number)} ${title}${moved}` : rich`${strong(number)} ${title}${moved}\n${w.was}${cutTo(passage.was, wordsAtMost)}\n${w.now}${cutTo(passage.now, wordsAtMost)}`
      })
    case 'moved':
      return diff.moved.map(({ number, title, from, to }) => rich`${strong(number)} ${title} · ${from} → ${to}`)
    case 'units':
      return diff.units.map(({ number, title, came, went, other }) => {
        const names = (units: readonly (typeof went)[number][]): string => units.map(name).join(w.and)
        const said = [...(came.length === 0 ? [] : [w.came(names(came.map(({ unit }) => unit)))]), ...(went.length === 0 ? [] : [w.went(names(went))]), ...(other.length === 0 ? [] : [w.other(names(other.map(({ unit }) => unit)))])]
        return rich`${strong(number)} ${title} · ${said.join('；')}`
      })
  }
}
