// 我的批示: a leader's instructions, open ones first, each with its light, whose it is, the last word and its date; and what became of a spoken one.
import type { Day } from '#src/calendar/day.ts'
import type { GivenFacts } from '#src/queries/given.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Form, Lang, Row, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dueWords, shortDay } from './day-words.ts'
import { instructionWords } from './instruction-words.ts'
import { lightAndWhy } from './light-words.ts'
import { reportWords } from './report-words.ts'
import { colon } from './quoted.ts'
import { rich, strong } from './rich.ts'
import { numberOf } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

export type InstructionShown = { facts: GivenFacts; card: TaskCard; isOpen: boolean }

const words = {
  zh: {
    head: { own: '我的批示', all: '批示和交办' }, counts: (open: number, done: number, today: string) => `在办${open}件、办结${done}件（截至${today}）`, none: '还没有批示或交办。输入 /duban 批示 加原话，核对后下发。', done: '已办结', silent: '还没有填报', claimed: (day: string, said: string) => `申请办结(${day})：${said}`, last: (day: string) => `最近(${day})：`, due: '时限：', give: '批示', rest: (count: number) => `另有${count}件`,
    confirmed: (task: string) => `已确认属实：${task}`, withdrawn: (task: string) => `已收回：${task}`, toldUnits: (names: string) => `会告诉${names}不用办了。`, formTitle: '不是这样/收回', decision: { title: '撤下议定事项', submit: '撤下', done: (task: string) => `已撤下：${task}`, show: '看这次会议' }, why: '原因', whyHint: '单位会看到，一句话即可', submit: '收回', missing: '请写一句原因。',
  },
  en: {
    head: { own: 'My instructions', all: 'Instructions' }, counts: (open: number, done: number, today: string) => `${open} open, ${done} done (as of ${today})`, none: 'No instructions yet. Type /duban instruct and what is to be done; you check it before it goes out.', done: 'Done', silent: 'no report yet', claimed: (day: string, said: string) => `Said done (${day}): ${said}`, last: (day: string) => `Last (${day}): `, due: 'Due: ', give: 'Instruct', rest: (count: number) => `${count} more`,
    confirmed: (task: string) => `Confirmed: ${task}`, withdrawn: (task: string) => `Taken back: ${task}`, toldUnits: (names: string) => `${names} will be told that it is not needed.`, formTitle: 'Not so / take it back', decision: { title: 'Not decided', submit: 'Take it back', done: (task: string) => `Taken back: ${task}`, show: 'The meeting' }, why: 'Why', whyHint: 'The units read it; a sentence will do', submit: 'Take it back', missing: 'Say why; a sentence will do.',
  },
} satisfies Record<Lang, unknown>

const shown = { open: 12, done: 5 }

export function instructionsCard(all: readonly InstructionShown[], { isOwn, today }: { isOwn: boolean; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const head = w.head[isOwn ? 'own' : 'all']
  const actions = [{ label: w.give, run: ways.instruct() }]
  if (all.length === 0) return { text: w.none, lines: [rich`${w.none}`], actions }
  const [open, done] = [all.filter(({ isOpen }) => isOpen), all.filter(({ isOpen }) => !isOpen)]
  const counts = w.counts(open.length, done.length, shortDay(today, lang, today))
  const section = (of: readonly InstructionShown[], most: number) => ({ rows: of.slice(0, most).map((each) => row(each, isOwn, lang, today)), ...(of.length > most ? { note: rich`${w.rest(of.length - most)}` } : {}) })
  return {
    text: `${head}${colon[lang]}${counts}`, lines: [rich`${strong(head)} · ${counts}`],
    sections: [...(open.length === 0 ? [] : [section(open, shown.open)]), ...(done.length === 0 ? [] : [{ heading: rich`${w.done}`, ...section(done, shown.done) }])],
    actions,
  }
}

function row({ facts, card }: InstructionShown, isOwn: boolean, lang: Lang, today: Day): Row {
  const w = words[lang]
  const report = card.lead?.report
  const claim = card.claim ?? card.acceptedClaim
  const last = claim !== undefined ? rich`${w.claimed(shortDay(claim.on, lang, today), claim.words)}` : report === undefined ? w.silent : rich`${w.last(shortDay(report.on, lang, today))}${reportWords(report, lang)}`
  const whose = isOwn && facts.spoken === undefined ? shortDay(facts.on, lang, today) : instructionWords(facts, lang, today)
  return {
    line: rich`${lightAndWhy(card.light, card.why, lang, today)} · ${strong(`${numberOf(card)} ${cutTo(card.title, 30)}`)}\n${whose} · ${card.lead?.name ?? ''} · ${w.due}${dueWords(card.due, card.doneBy, lang, today)}\n${last}`,
    beside: { label: lang === 'zh' ? '查看' : 'Open', says: cutTo(`${card.number} ${card.title}`, 70), run: ways.task(card) },
  }
}

export function instructionConfirmed(card: TaskCard, lang: Lang): Card {
  const text = words[lang].confirmed(`${numberOf(card)} ${cutTo(card.title, 40)}`)
  return { text: `✅ ${text}`, lines: [rich`✅ ${text}`], actions: [{ label: lang === 'zh' ? '看办理情况' : 'How it stands', run: ways.task(card) }] }
}

export function withdrawInstructionForm(card: TaskCard, facts: GivenFacts, lang: Lang, today: Day): Form {
  const w = words[lang]
  return {
    title: facts.rank === 'meeting' ? w.decision.title : w.formTitle, submit: facts.rank === 'meeting' ? w.decision.submit : w.submit, run: { command: 'withdraw-instruction', args: { task: taskRef(card), form: true } },
    intro: [rich`${strong(`${numberOf(card)} ${card.title}`)}`, rich`${instructionWords(facts, lang, today)}${colon[lang]}“${cutTo(facts.words, 200)}”`],
    fields: [{ name: 'words', label: w.why, hint: w.whyHint, kind: 'line', maxLength: 500 }],
  }
}

export const withdrawMissing = (lang: Lang): Record<string, string> => ({ words: words[lang].missing })

/** `sitting`: the way to the sitting that had decided it. */
export function instructionWithdrawn({ number, title, told, sitting }: { number: number; title: string; told: readonly string[]; sitting?: Run }, lang: Lang): Card {
  const w = words[lang]
  const text = (sitting === undefined ? w.withdrawn : w.decision.done)(`${number} ${cutTo(title, 40)}`)
  return { text: `✅ ${text}`, lines: [rich`✅ ${text}`, ...(told.length === 0 ? [] : [rich`${w.toldUnits(told.join(lang === 'zh' ? '、' : ', '))}`])], actions: [sitting === undefined ? { label: w.head.own, run: ways.instructions() } : { label: w.decision.show, run: sitting }] }
}
