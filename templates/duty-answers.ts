// A duty of the year is answered: the form that asks what shows it or what is in the way, the echo of plain words, the receipt.
import type { Day, Instant } from '#src/calendar/day.ts'
import { present } from '#src/ledger/fields.ts'
import type { PlanId, UnitId } from '#src/ledger/ids.ts'
import type { Obligation } from '#src/ledger/obligation.ts'
import type { OnBehalf } from '#src/ledger/report.ts'
import type { Quota } from '#src/queries/quota.ts'
import { actNames } from './act-words.ts'
import type { Action, Card, Form, Lang, Row, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords } from './day-words.ts'
import { dutyName } from './duty-name.ts'
import { quotaWords } from './quota-words.ts'
import { rich, strong } from './rich.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    done: '已完成', hindered: '有困难', receive: '已收到', receiveFor: '代录已收到', sendBack: '退回', doneTitle: '登记本期已完成', hinderedTitle: '说明困难', shows: '有什么能证明？', showsHint: '文号、链接或一句话，可以不填', why: '卡在哪里？预计什么时候能办完？', whyHint: '一句话即可', missing: '请写明卡在哪里，一句话即可。', submit: '提交',
    due: (day: string) => `${day}前`, wasDue: (day: string) => `应于${day}前办，已过期`, fulfilled: (time: string, what: string, said: string) => `已记录 ${time}：${what}，本期已完成${said}`, submitted: (time: string, what: string, receiver: string) => `已记录 ${time}：${what}，待${receiver}确认收到后算完成`,
    counted: (time: string, what: string, count: string, said: string) => `已记录 ${time}：${what}，${count}${said}`, oneMore: (what: string, said: string) => (said === '' ? `${what}：本期要求的次数都已登记` : `${what}，本期要求的次数都已登记。您写的是：${said}`), beyond: '再登记一次算超额', another: '再登记一次',
    returnedTitle: '退回报送', whyBack: '退回的原因？要补什么？', missingBack: '请写明退回的原因，一句话即可。', returnedCard: (time: string, what: string, to: string, said: string) => `已记录 ${time}：${what}，已退回${to}：${said}`, owedAgain: (to: string) => `会告诉${to}；补好后再报送，您会收到。`,
    hinderedCard: (time: string, what: string, said: string) => `已记录 ${time}：${what}，有困难：${said}`, stays: '这一期仍要办；办完请点“已完成”，或回复编号。',
    echo: (what: string, said: string) => (said === '' ? `${what}：请点一个` : `${what}，您写的是：${said}`), which: (name: string, said: string) => (said === '' ? `${name}有几期没办完，是哪一期？` : `${name}有几期没办完，您写的是：${said}。是哪一期？`), notYet: '还没有登记，点一下才算。',
  },
  en: {
    done: 'Done', hindered: 'Difficulty', receive: 'Received', receiveFor: 'Record receipt', sendBack: 'Send back', doneTitle: 'Done for this period', hinderedTitle: 'In difficulty', shows: 'What shows it?', showsHint: 'A number, a link or a sentence; may be left out', why: 'What is in the way, and when can it be done?', whyHint: 'One sentence will do', missing: 'Say what is in the way; one sentence will do.', submit: 'Send',
    due: (day: string) => `by ${day}`, wasDue: (day: string) => `was due ${day}`, fulfilled: (time: string, what: string, said: string) => `Recorded ${time}: ${what}, done for this period${said}`, submitted: (time: string, what: string, receiver: string) => `Recorded ${time}: ${what}; done once ${receiver} confirms receipt`,
    counted: (time: string, what: string, count: string, said: string) => `Recorded ${time}: ${what}, ${count}${said}`, oneMore: (what: string, said: string) => (said === '' ? `${what}: all that this period needs is recorded` : `${what}: all that this period needs is recorded. You wrote: ${said}`), beyond: 'one more counts as more than needed', another: 'Record one more',
    returnedTitle: 'Send back', whyBack: 'Why, and what is missing?', missingBack: 'Say why it comes back; one sentence will do.', returnedCard: (time: string, what: string, to: string, said: string) => `Recorded ${time}: ${what}, sent back to ${to}: ${said}`, owedAgain: (to: string) => `${to} is told; you are told again once it is submitted anew.`,
    hinderedCard: (time: string, what: string, said: string) => `Recorded ${time}: ${what}, in difficulty: ${said}`, stays: 'It stays owed: once it is done press “Done”, or reply with its number.',
    echo: (what: string, said: string) => (said === '' ? `${what}: which is it?` : `${what}, you wrote: ${said}`), which: (name: string, said: string) => (said === '' ? `${name} has several periods open: which one?` : `${name} has several periods open, you wrote: ${said}. Which one?`), notYet: 'Nothing is recorded before you press.',
  },
} satisfies Record<Lang, unknown>

const called = (obligation: Obligation, lang: Lang, plan?: PlanId): string => `${dutyName({ ...(plan === undefined ? {} : { plan }), id: obligation.id }, lang)} ${cutTo(obligation.what, 60)}`

/** What both ways of answering are called on their buttons. */
export const dutyActions = ({ what, runs, isIll = false }: { what: string; runs: { done: Run; hindered: Run }; isIll?: boolean }, lang: Lang): Action[] => {
  const w = words[lang]
  const both: Action[] = [{ label: w.done, says: saysOf(w.done, what, lang), run: runs.done }, { label: w.hindered, says: saysOf(w.hindered, what, lang), run: runs.hindered }]
  return isIll ? both.toReversed() : both
}

/** What its receiver answers to a submission. `member`: of a group, who handed it in. `isOnBehalf`: a secretary answers for a receiver without people. */
export function submissionActions({ plan, occurrence, member, what, isOnBehalf = false }: { plan: PlanId; occurrence: string; member?: UnitId; what: string; isOnBehalf?: boolean }, lang: Lang): Action[] {
  const w = words[lang]
  const args = { plan, occurrence, ...present({ member }) }
  return [{ label: isOnBehalf ? w.receiveFor : w.receive, says: saysOf(w.receive, what, lang), run: { command: 'receive', args } }, { label: w.sendBack, says: saysOf(w.sendBack, what, lang), run: { command: 'return-submission', args } }]
}

/** Pressed without words: both ask for them first. */
export const dutyRuns = (plan: PlanId, occurrence: string): { done: Run; hindered: Run } => ({ done: { command: 'fulfil', args: { plan, occurrence, ask: true } }, hindered: { command: 'hinder', args: { plan, occurrence } } })

export function dutyForm(how: 'done' | 'hindered' | 'returned', { plan, obligation, occurrence, member }: { plan: PlanId; obligation: Obligation; occurrence: string; member?: UnitId }, lang: Lang): Form {
  const w = words[lang]
  if (how === 'returned') {
    return {
      title: w.returnedTitle, intro: [rich`${strong(called(obligation, lang))}`], fields: [{ name: 'words', label: w.whyBack, hint: w.whyHint, kind: 'line', maxLength: 500 }], submit: w.submit,
      run: { command: 'return-submission', args: { plan, occurrence, ...(member === undefined ? {} : { member }), form: true } },
    }
  }
  const isDone = how === 'done'
  return {
    title: isDone ? w.doneTitle : w.hinderedTitle,
    intro: [rich`${strong(called(obligation, lang))}`],
    fields: [{ name: 'words', label: isDone ? w.shows : w.why, hint: isDone ? w.showsHint : w.whyHint, ...(isDone ? { optional: true } : {}), kind: 'line', maxLength: 500 }],
    submit: w.submit,
    run: isDone ? { command: 'fulfil', args: { plan, occurrence } } : { command: 'hinder', args: { plan, occurrence, form: true } },
  }
}

export const returnMissing = (lang: Lang): Record<string, string> => ({ words: words[lang].missingBack })

export const hindranceMissing = (lang: Lang): Record<string, string> => ({ words: words[lang].missing })

/** 周期3 报送年度自查报告，您写的是：已报送. @param rows each period that may be meant @param isSaid how it stands was written: where the period alone is asked, nothing else is */
export function dutyEcho({ rows, words: said, isIll, isSaid, today }: { rows: readonly { plan: PlanId; obligation: Obligation; due: Day; runs: { done: Run; hindered: Run } }[]; words: string; isIll: boolean; isSaid: boolean; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const several = new Set(rows.map(({ plan }) => plan)).size > 1
  const [first] = rows
  if (first === undefined) throw new Error('an echo of no duty')
  const head = rows.length === 1 ? w.echo(called(first.obligation, lang), cutTo(said, 120)) : w.which(dutyName({ id: first.obligation.id }, lang), cutTo(said, 120))
  return {
    text: head, lines: [rich`${head}`],
    sections: [{ rows: rows.map(({ plan, obligation, due, runs }): Row => {
      const what = called(obligation, lang, several ? plan : undefined)
      return { line: rich`${what} · ${due < today ? w.wasDue(dayWords(due, lang, today)) : w.due(dayWords(due, lang, today))}`, actions: dutyActions({ what, runs, isIll }, lang).slice(0, isSaid && rows.length > 1 ? 1 : undefined) }
    }) }],
    footer: rich`${w.notYet}`,
  }
}

/** All that a period needs is given already: one more is recorded with a tap, as 超额. @param run records one more */
export function dutyBeyond({ plan, obligation, quota, words: said, run }: { plan?: PlanId; obligation: Obligation; quota: Quota; words: string; run: Run }, lang: Lang): Card {
  const w = words[lang]
  const head = w.oneMore(called(obligation, lang, plan), cutTo(said, 120))
  const line = `${quotaWords(quota, lang)} · ${w.beyond}`
  return { text: head, lines: [rich`${head}`, rich`${line}`], actions: [{ label: w.another, says: saysOf(w.another, called(obligation, lang), lang), run }], footer: rich`${w.notYet}` }
}

/** 代录 of a receipt: who said that it came, and how. @param receiver by name */
export function receiptForm({ plan, obligation, occurrence, member, receiver, who, how, day }: { plan: PlanId; obligation: Obligation; occurrence: string; member?: UnitId; receiver: string; who: string; how: string; day: string }, lang: Lang): Form {
  const zh = lang === 'zh'
  return {
    title: zh ? '代录已收到' : 'Record receipt', submit: zh ? '记录' : 'Record',
    intro: [rich`${strong(called(obligation, lang))}`, rich`${zh ? `${receiver}没有联络员，由您代录它已收到。` : `${receiver} has no contact: you record for it that it came.`}`],
    fields: [
      { name: 'who', label: zh ? '谁说的' : 'Who said it', hint: zh ? '如：王科长' : 'A name or a post', kind: 'line', maxLength: 60, ...(who === '' ? {} : { now: who }) },
      { name: 'how', label: zh ? '途径' : 'How', hint: zh ? '电话、微信、书面或当面' : 'phone, WeChat, paper or in person', kind: 'line', maxLength: 60, ...(how === '' ? {} : { now: how }) },
      { name: 'day', label: zh ? '哪天说的' : 'On which day', hint: zh ? '不填就是今天' : 'Today where it is left out', optional: true, kind: 'line', maxLength: 40, ...(day === '' ? {} : { now: day }) },
    ],
    run: { command: 'receive', args: { plan, occurrence, ...(member === undefined ? {} : { member }), form: true } },
  }
}

/** 代录 王科长 7月1日 电话. */
export const receiptFor = ({ who, on, how }: OnBehalf, lang: Lang, today: Day): string => (lang === 'zh' ? `代录：${who} ${dayWords(on, lang, today)} ${how}` : `recorded for them: ${who}, ${dayWords(on, lang, today)}, ${how}`)

/** It is owed again, or what came waits again to be received. `acts`: what was taken back, by its events. */
export function dutyUndone({ plan, obligation, occurrence, member, acts }: { plan: PlanId; obligation: Obligation; occurrence: string; member?: UnitId; acts: readonly string[] }, lang: Lang): Card {
  const what = called(obligation, lang)
  const head = lang === 'zh' ? `↩️ 已撤销${actNames(acts, lang)}：${what}` : `↩️ Taken back ${actNames(acts, lang)}: ${what}`
  const again = acts.includes('received') ? waitsAgain({ plan, occurrence, what, ...present({ member }) }, lang) : owedAgain({ plan, occurrence, what }, lang)
  return { text: head, lines: [rich`${head}`], ...again }
}

const owedAgain = ({ plan, occurrence, what }: { plan: PlanId; occurrence: string; what: string }, lang: Lang): Pick<Card, 'actions' | 'footer'> =>
  ({ actions: dutyActions({ what, runs: dutyRuns(plan, occurrence) }, lang), footer: rich`${lang === 'zh' ? '这一期仍要办。撤销前后都留在台账里。' : 'It is owed again. Both stay on the ledger.'}` })

const waitsAgain = (submission: Parameters<typeof submissionActions>[0], lang: Lang): Pick<Card, 'actions' | 'footer'> =>
  ({ actions: submissionActions(submission, lang), footer: rich`${lang === 'zh' ? '这份报送还等着确认收到。撤销前后都留在台账里。' : 'The submission waits for its receipt again. Both stay on the ledger.'}` })

/** @param at the act, where it can be taken back @param waitsFor the unit whose receipt is still to come, by name */
export function dutyFulfilled({ obligation, words: said = '', time, at, waitsFor, quota, onBehalf }: { obligation: Obligation; words?: string; time: string; onBehalf?: OnBehalf; at?: Instant; waitsFor?: string; /** Where so many are asked for. */ quota?: Quota }, lang: Lang): Card {
  const w = words[lang]
  const shows = said.trim() === '' ? '' : `${lang === 'zh' ? '：' : ': '}${cutTo(said, 100)}`
  const head = waitsFor === undefined ? (quota === undefined ? w.fulfilled(time, called(obligation, lang), shows) : w.counted(time, called(obligation, lang), quotaWords(quota, lang), shows)) : w.submitted(time, called(obligation, lang), waitsFor)
  const undo = lang === 'zh' ? '撤销' : 'Take back'
  const undoAction: Action[] = at === undefined ? [] : [{ label: undo, says: saysOf(undo, called(obligation, lang), lang), run: ways.undo(at, []) }]
  if (onBehalf !== undefined) {
    const receipt = `${head}${lang === 'zh' ? `（${receiptFor(onBehalf, lang, onBehalf.on)}）` : ` (${receiptFor(onBehalf, lang, onBehalf.on)})`}`
    return { text: receipt, lines: [rich`✅ ${receipt}`], actions: undoAction }
  }
  return { text: head, lines: [rich`✅ ${head}`], actions: undoAction }
}

export function dutyHindered({ obligation, words: said, time }: { obligation: Obligation; words: string; time: string }, lang: Lang): Card {
  const head = words[lang].hinderedCard(time, called(obligation, lang), cutTo(said, 100))
  return { text: head, lines: [rich`${head}`, rich`${words[lang].stays}`] }
}

/** @param to who submitted it, by name */
export function dutyReturned({ obligation, words: said, to, time }: { obligation: Obligation; words: string; to: string; time: string }, lang: Lang): Card {
  const head = words[lang].returnedCard(time, called(obligation, lang), to, cutTo(said, 100))
  return { text: head, lines: [rich`↩️ ${head}`, rich`${words[lang].owedAgain(to)}`] }
}
