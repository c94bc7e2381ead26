// 议定: what a sitting has decided so far, and the next that is said: who does it and by when, looked at before it is recorded.
import type { Day } from '#src/calendar/day.ts'
import type { OfferedDay } from '#src/queries/instructed-day.ts'
import type { Instructed } from '#src/queries/instructing.ts'
import { decidedIn, type SittingItem } from '#src/meetings/decided-at.ts'
import type { DecisionRead } from '#src/meetings/decision-words.ts'
import type { Action, Card, Form, Lang, Row, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import { dueLineOf, nameContacts, offeredWords, strangersLine, unitLines } from './instruct.ts'
import { whyLine } from './light-words.ts'
import { sittingName, type NamedSitting } from './meeting-names.ts'
import { meetingWhere } from './meeting-when.ts'
import { colon } from './quoted.ts'
import { rich, strong, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'
import { numberOf, shortTitle, taskLine } from './task-line.ts'
import { ways } from './ways.ts'

export type ResolvedShown = NamedSitting & { items: readonly SittingItem[]; today: Day; said?: string; mayRecord: boolean; left?: DecisionsLeft }
/** Said at the sitting, and neither recorded nor passed over. */
export type DecisionsLeft = { lines: readonly string[]; run: Run }

const quoteAtMost = 600

const words = {
  zh: {
    head: (name: string, count: number) => `${name}：已议定${count}项`, none: '还没有记议定事项。会上定一件，点“记一条”，或直接输入 /duban 议定：教育局牵头下月底前完成园舍改造', item: (item: number) => `第${item}项`, noted: (item: number, said: string) => `会议意见第${item}条：“${said}”`, withdrawn: (title: string, why: string) => `已撤下：${title}（${why}）`,
    left: (count: number, first: string) => `还有${count}件没有核对：“${first}”${count > 1 ? '等' : ''}`, goOn: '接着核对',
    next: '记一条', minutes: '纪要', attend: '签到', back: '撤下', task: '看任务', issued: (day: string) => `纪要已于${day}印发，不再增减。`,
    check: '还没有记，请核对', nth: (at: number, of: number) => `（${at}/${of}）`, noUnit: '⚠️ 没有读出由哪个单位办，请点“改”选牵头单位；只记一句的，点“只记入纪要”。', unclear: (said: string, names: string) => `⚠️ “${said}”可能是${names}，请点“改”选是哪个。`,
    one: (count: number) => `${count}个单位各记一件。要一家牵头、其余配合的，请点“合为一件”。`, together: '合为一件', maybe: (count: number) => `像是${count}件事。要分开记，请点“分成${count}件”。`, apart: (count: number) => `分成${count}件`,
    decide: '记为议定事项', note: '只记入纪要', edit: '改', skip: '跳过', then: '记下后单位会收到，到期前后自动提醒，办结由督查室审核。', about: (task: string) => `关于：${task}`,
    order: '另发交办', form: '议定事项', what: '议定内容（原话）', hint: '写上单位和日期会自动读出，如：教育局牵头下月底前完成园舍改造', lead: '牵头单位', readUnits: '不选就按原话里的单位', readLead: (name: string) => `读出的是${name}，不改就按它`, support: '配合单位', supportHint: '用顿号分开，没有就不填', due: '完成时限', submit: '核对', missing: '请写一句议定的事。', unknown: (names: string) => `没有这个单位：${names}。请写全称。`, past: '请选今天或以后的日期。',
    decided: (item: number, task: string) => `已记为第${item}项：${task}`, wasNoted: (item: number) => `已记入纪要：会议意见第${item}条`,
  },
  en: {
    head: (name: string, count: number) => `${name}: ${count} decided so far`, none: 'No decisions have been recorded yet. Press “Record one”, or type /duban decided: 教育局 leads, by 30 June', item: (item: number) => `Item ${item}`, noted: (item: number, said: string) => `Note ${item}, minutes only: “${said}”`, withdrawn: (title: string, why: string) => `Taken back: ${title} (${why})`,
    left: (count: number, first: string) => `${count} said and not checked yet: “${first}”${count > 1 ? ' and more' : ''}`, goOn: 'Go on checking',
    next: 'Record one', minutes: 'Minutes', attend: 'Attendance', back: 'Take back', task: 'Task', issued: (day: string) => `The minutes were issued on ${day}; nothing more is added.`,
    check: 'Not recorded yet: please check', nth: (at: number, of: number) => ` (${at}/${of})`, noUnit: '⚠️ No unit was recognised in it: press “Change” to choose who leads, or “Minutes only”.', unclear: (said: string, names: string) => `⚠️ “${said}” may be ${names}: press “Change” and choose which.`,
    one: (count: number) => `Read as ${count} decisions, one for each unit. If the first leads and the rest support it, press “Make it one”.`, together: 'Make it one', maybe: (count: number) => `This may be ${count} decisions: press “Make it ${count}” to record them one by one.`, apart: (count: number) => `Make it ${count}`,
    decide: 'Record as decided', note: 'Minutes only', edit: 'Change', skip: 'Skip', then: 'Once recorded, its units are told, and reminded before it is due; the secretary checks what they report as done.', about: (task: string) => `About: ${task}`,
    order: 'Give an instruction', form: 'A decision', what: 'What was decided, in its words', hint: 'Units and a date named in it are read automatically', lead: 'Lead', readUnits: 'Left empty: the units named in the text', readLead: (name: string) => `Read as ${name}: it stands unless you change it`, support: 'Supporting units', supportHint: 'Separated by commas; optional', due: 'Due', submit: 'Check', missing: 'Write what was decided.', unknown: (names: string) => `No such unit: ${names}. Please write the full name.`, past: 'Choose today or a later day.',
    decided: (item: number, task: string) => `Recorded as item ${item}: ${task}`, wasNoted: (item: number) => `In the minutes, note ${item}`,
  },
} satisfies Record<Lang, unknown>

/** What was just recorded. */
export const recordedWords = (item: SittingItem | undefined, lang: Lang): string => (item === undefined ? '' : item.kind === 'decided' ? words[lang].decided(item.item, `${numberOf(item.task)} ${shortTitle(item.task)}`) : item.kind === 'noted' ? words[lang].wasNoted(item.item) : '')

export const leftWords = ({ lines: [first = '', ...more] }: DecisionsLeft, lang: Lang, most = 60): string => words[lang].left(more.length + 1, cutTo(first, most))
export const leftAction = ({ run }: DecisionsLeft, lang: Lang): Action => ({ label: words[lang].goOn, run })

/** What was said too late for the minutes can be given out by itself. @param order with the same words */
export const orderInstead = (refused: Card, order: Run, lang: Lang): Card => ({ ...refused, actions: [{ label: words[lang].order, run: order, style: 'primary' }] })

export function resolvedCard(shown: ResolvedShown, lang: Lang): Card {
  const w = words[lang]
  const { plan, meeting, items, today, said, mayRecord, left } = shown
  const head = w.head(sittingName(shown, lang), decidedIn(items).length)
  const run = (command: string, args: Run['args'] = {}): Run => ({ command, args: { plan, meeting: meeting.id, ...args } })
  return {
    text: head,
    lines: [rich`${strong(head)}`, ...(said === undefined || said === '' ? [] : [rich`✅ ${said}`]), rich`${meetingWhere(meeting, lang, today)}`, ...(left === undefined ? [] : [rich`⚠️ ${leftWords(left, lang)}`]), ...(meeting.minutes === undefined ? [] : [rich`${w.issued(shortDay(meeting.minutes.on, lang, today))}`]), ...(items.length === 0 ? [rich`${w.none}`] : [])],
    ...(items.length === 0 ? {} : { sections: [{ rows: items.map((item) => resolvedRow(item, mayRecord, lang, today)) }] }),
    actions: [...(left === undefined ? [] : [leftAction(left, lang)]), ...(mayRecord ? [{ label: w.next, run: run('resolve', { edit: true, here: true }), style: 'primary' as const }, { label: w.attend, run: run('attendance') }] : []), { label: w.minutes, run: run('minutes') }],
  }
}

/** @param mayTakeBack while its minutes are not out */
export function resolvedRow(item: SittingItem, mayTakeBack: boolean, lang: Lang, today: Day): Row {
  const w = words[lang]
  if (item.kind === 'noted') return { line: rich`${w.noted(item.item, cutTo(item.words, 120))}` }
  if (item.kind === 'withdrawn') return { line: rich`${w.withdrawn(cutTo(item.said, 60), cutTo(item.words, 60))}` }
  const { task } = item
  const beside: Action = mayTakeBack && task.status !== 'accepted' ? { label: w.back, says: saysOf(w.back, `${task.number} ${shortTitle(task)}`, lang), run: ways.withdrawInstruction(task) } : { label: w.task, says: saysOf(w.task, `${task.number} ${shortTitle(task)}`, lang), run: ways.task(task) }
  return { line: rich`${w.item(item.item)} ${taskLine(task, lang, today, task.ofSeveral === true)}${task.why.rule === 'nothing-due' ? '' : rich`\n${whyLine(task.why, lang, today)}`}`, beside }
}

/** `units`: who gets it. `left`: how many more were said in the same breath. `unclear`: a name that could be several. */
export type DecisionDraft = NamedSitting & Pick<DecisionRead, 'words' | 'due' | 'unread' | 'strangers'> & { units: readonly Instructed[]; mayName: boolean; unclear?: { said: string; names: readonly string[] }; at: number; of: number; about?: { number: number; title: string }; today: Day; said?: string }
export type DecisionRuns = { decide: Run; note: Run; edit: Run; skip?: Run; /** Of what several are each to do: one of so many. */ one?: { count: number; run: Run }; /** What may be so many. */ apart?: { count: number; run: Run }; on: readonly { offered: OfferedDay; run: Run }[] }

/** Nothing is recorded yet. */
export function decisionCard(draft: DecisionDraft, runs: DecisionRuns, lang: Lang): Card {
  const w = words[lang]
  const { today, due, about, said } = draft
  const head = `${w.check}${draft.of > 1 ? w.nth(draft.at, draft.of) : ''}`
  const hasUnit = draft.unclear === undefined && draft.units.some(({ part }) => part === 'lead')
  const chips: Action[] = due !== undefined ? [] : runs.on.map(({ offered, run }) => ({ label: offeredWords(offered, lang, today), says: dayWords(offered.day, lang, today), run }))
  const lacking: Rich[] = draft.unclear !== undefined ? [rich`${w.unclear(draft.unclear.said, draft.unclear.names.join(lang === 'zh' ? '或' : ' or '))}`] : hasUnit ? [] : [rich`${w.noUnit}`]
  return {
    text: `${head}${colon[lang]}${cutTo(draft.words, 60)}`,
    lines: [
      rich`${strong(head)}`, ...(said === undefined || said === '' ? [] : [rich`✅ ${said}`]), rich`“${cutTo(draft.words, quoteAtMost)}”`, ...(about === undefined ? [] : [rich`${w.about(`${about.number} ${cutTo(about.title, 30)}`)}`]),
      ...unitLines(draft.units, draft.mayName, lang), ...strangersLine(draft.strangers, lang), ...lacking, ...(runs.one === undefined ? [] : [rich`${w.one(runs.one.count)}`]), ...(runs.apart === undefined ? [] : [rich`${w.maybe(runs.apart.count)}`]), dueLineOf(draft, lang),
    ],
    actions: [
      ...(hasUnit && due !== undefined ? [{ label: w.decide, says: cutTo(`${w.decide}${colon[lang]}${draft.words}`, 70), run: runs.decide, style: 'primary' as const }] : hasUnit ? chips : []),
      ...(runs.one === undefined ? [] : [{ label: w.together, run: runs.one.run }]), ...(runs.apart === undefined ? [] : [{ label: w.apart(runs.apart.count), run: runs.apart.run }]), { label: w.edit, run: runs.edit }, { label: w.note, says: cutTo(`${w.note}${colon[lang]}${draft.words}`, 70), run: runs.note }, ...(runs.skip === undefined ? [] : [{ label: w.skip, run: runs.skip }]), ...nameContacts(draft, lang),
    ],
    footer: rich`${sittingName(draft, lang)} · ${dayWords(draft.meeting.day, lang, today)} · ${w.then}`,
  }
}

export type DecisionFormFacts = NamedSitting & { words: string; units: readonly { id: string; name: string }[]; lead?: string; support: readonly string[]; day?: Day; first?: readonly string[]; about?: { number: number; title: string } }

export function decisionForm(facts: DecisionFormFacts, run: Run, lang: Lang): Form {
  const w = words[lang]
  const named = new Map(facts.units.map(({ id, name }) => [id, name]))
  const lead = facts.lead === undefined ? undefined : named.get(facts.lead)
  // What could be meant stands first: a list that is cut short still has it.
  const sorted = [...facts.units].toSorted((a, b) => Number(facts.first?.includes(b.id) === true) - Number(facts.first?.includes(a.id) === true))
  return {
    title: w.form, submit: w.submit, run: { ...run, args: { ...run.args, form: true } }, intro: [rich`${sittingName(facts, lang)}`, ...(facts.about === undefined ? [] : [rich`${w.about(`${facts.about.number} ${cutTo(facts.about.title, 30)}`)}`])],
    fields: [
      { name: 'words', label: w.what, hint: w.hint, kind: 'line', maxLength: 3000, ...(facts.words === '' ? {} : { now: facts.words }) },
      { name: 'lead', label: w.lead, hint: lead === undefined ? w.readUnits : w.readLead(lead), kind: 'choice', as: 'select', choices: sorted.map(({ id, name }) => ({ value: id, label: name })), optional: true, ...(facts.lead === undefined ? {} : { now: facts.lead }) },
      { name: 'support', label: w.support, hint: w.supportHint, kind: 'line', maxLength: 3000, optional: true, now: facts.support.map((id) => named.get(id) ?? id).join('、') },
      { name: 'due', label: w.due, kind: 'date', optional: true, ...(facts.day === undefined ? {} : { now: facts.day }) },
    ],
  }
}

export function decisionMissing(what: 'words' | 'due' | { unknown: readonly string[] }, lang: Lang): Record<string, string> {
  const w = words[lang]
  return typeof what !== 'string' ? { support: w.unknown(what.unknown.join('、')) } : { [what]: { words: w.missing, due: w.past }[what] }
}
