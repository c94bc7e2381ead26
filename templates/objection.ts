// 异议: a unit says of a light, an answer recorded for it, or a line that it is not so. Until a secretary rules, the light says 有异议待核.
import type { Day } from '#src/calendar/day.ts'
import type { Objection } from '#src/ledger/objection.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Form, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { numberOf, shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

const words = {
  zh: {
    title: '提出异议', against: '针对：', record: '代录，', reason: '哪里不对？', hint: '一句话，如：已于6月20日验收，材料在系统里', submit: '提出', missing: '请用一句话写明哪里不对，督查室据此核定。',
    objected: '已提出异议', said: '理由：', undo: '撤销', says: (task: string) => `撤销异议：${task}`,
    rules: (names: string) => `由督查室${names === '' ? '' : `（${names}）`}核定，核定后会告诉您。`, light: '核定之前，这项任务的灯都注明“有异议待核”。',
    waits: (on: string) => `有异议待核(${on})：`,
    upheld: (on: string, said: string) => `${on}裁定异议成立（“${said}”）：`, then: { struck: '代录的内容已作废，灯已按现有记录推算', light: '灯只按台账推算，没有因此改变；时限改了、有新的填报或办结，灯才变' },
  },
  en: {
    title: 'Object', against: 'Against: ', record: 'what was recorded for you, ', reason: 'What is not so?', hint: 'One sentence: it was accepted on 20 June, the papers are in the system', submit: 'Object', missing: 'Say in one sentence what is not so: the secretary rules by it.',
    objected: 'Objected', said: 'Reason: ', undo: 'Take back', says: (task: string) => `Take back the objection: ${task}`,
    rules: (names: string) => `The secretary${names === '' ? '' : ` (${names})`} rules, and you will be told.`, light: 'Until then the light of this task says that it is contested.',
    waits: (on: string) => `Contested (${on}): `,
    upheld: (on: string, said: string) => `Objection upheld ${on} (“${said}”): `, then: { struck: 'what was recorded for the unit is struck, and the light goes by what is left', light: 'the light goes by the record alone and is as it was, until the date is moved, or a report or a completion comes in' },
  },
} satisfies Record<Lang, unknown>

/** `run`: with what is objected to. */
export function objectionForm({ task, against, words: said = '', run }: { task: TaskCard; against: string; /** Written already. */ words?: string; run: Run }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title,
    intro: [rich`${strong(`${numberOf(task)} ${task.title}`)}`, rich`${w.against}${against}`],
    fields: [{ name: 'words', label: w.reason, hint: w.hint, kind: 'line', maxLength: 500, optional: true, ...(said === '' ? {} : { now: said }) }],
    submit: w.submit,
    run: { command: run.command, args: { ...run.args, task: taskRef(task), form: true } },
  }
}

export const objectionMissing = (lang: Lang): Record<string, string> => ({ words: words[lang].missing })

export function objectionRecorded({ task, objection, secretaries }: { task: TaskCard; objection: Objection; secretaries: readonly string[] }, lang: Lang): Card {
  const w = words[lang]
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const first = rich`⚖️ ${w.objected} · ${strong(name)}`
  return {
    text: plain(first),
    lines: [
      first, rich`${w.against}${objection.about === 'record' ? w.record : ''}${objection.against}`, rich`${w.said}${objection.words}`,
      rich`${w.rules(secretaries.join(lang === 'zh' ? '、' : ', '))}${objection.about === 'light' ? `${lang === 'zh' ? '' : ' '}${w.light}` : ''}`,
    ],
    actions: [{ label: w.undo, says: w.says(name), run: ways.undo(objection.at, [task]) }],
  }
}

/** On the task, beside its light: what waits, and of what was upheld what it changed. */
export function contestedLines({ contested, upheld, status }: TaskCard, lang: Lang, today: Day): Rich[] {
  const w = words[lang]
  return [
    ...(contested === undefined ? [] : [rich`⚖️ ${w.waits(shortDay(contested.on, lang, today))}${contested.words}`]),
    ...(upheld === undefined || status === 'accepted' ? [] : [rich`⚖️ ${w.upheld(shortDay(upheld.on, lang, today), cutTo(upheld.words, 60))}${w.then[upheld.struck ? 'struck' : 'light']}`]),
  ]
}
