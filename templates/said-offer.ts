// What plain words about a task ask for besides a report, for the person to make it with one tap.
import type { Day } from '#src/calendar/day.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Card, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords } from './day-words.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'
import { namesAmong, numberOf, shortTitle } from './task-line.ts'

const words = {
  zh: {
    extension: '申请延期', askLater: '申请延期', until: (day: string) => `延到${day}`, reason: (words: string) => `原因：${words}`, join: '，',
    noReason: '还差一句原因，请点“写原因”。', noDay: '还差延到哪一天，请点“选日期”。', unreal: (said: string) => `“${said}”不存在，请点“选日期”。`,
    confirm: '确认', writeReason: '写原因', chooseDay: '选日期', change: '改', report: '填报',
    notOurs: '不是我负责', notOursLine: '要说这一项不归您单位负责吗？', whose: '写明应是谁', shouldBe: (unit: string) => `应是${unit}`,
    objection: '提出异议', objectionLine: '要对这一项提出异议吗？由督查室核定。',
    kept: '原话已保存；不点，就只作为备注。',
  },
  en: {
    extension: 'To ask for a later date', askLater: 'Ask for a later date', until: (day: string) => `until ${day}`, reason: (words: string) => `reason: ${words}`, join: ', ',
    noReason: 'A sentence of why is missing: press “Say why”.', noDay: 'The day is missing: press “Choose a day”.', unreal: (said: string) => `“${said}” does not exist: press “Choose a day”.`,
    confirm: 'Confirm', writeReason: 'Say why', chooseDay: 'Choose a day', change: 'Change', report: 'Report',
    notOurs: 'Not ours', notOursLine: 'Is this task not your unit’s?', whose: 'Say whose it is', shouldBe: (unit: string) => `it should be ${unit}`,
    objection: 'Object', objectionLine: 'Do you object to this? The secretary rules.',
    kept: 'Your words are kept; unless you press a button they are only a remark.',
  },
} satisfies Record<Lang, unknown>

const nameOf = (task: TaskCard): string => `${numberOf(task)} ${shortTitle(task)}`
const actionsOf = (task: TaskCard, lang: Lang, [first, ...rest]: readonly { label: string; run: Run }[]): Action[] => {
  const action = ({ label, run }: { label: string; run: Run }): Action => ({ label, says: saysOf(label, nameOf(task), lang), run })
  return first === undefined ? [] : [{ ...action(first), style: 'primary' }, ...rest.map(action)]
}

/** Something that the words ask for besides, and its form. */
export type Beside = { kind: 'extension' | 'not-ours' | 'objection'; run: Run }

/** Its button, beside whatever the words are first of all. */
export function besideAction(task: TaskCard, { kind, run }: Beside, lang: Lang): Action {
  const w = words[lang]
  const label = { extension: w.askLater, 'not-ours': w.notOurs, objection: w.objection }[kind]
  return { label, says: saysOf(label, nameOf(task), lang), run }
}

function offer(task: TaskCard, line: Rich, more: readonly Rich[], acts: readonly { label: string; run: Run }[], lang: Lang): Card {
  return { text: plain(line), lines: [line, ...more], actions: actionsOf(task, lang, acts), footer: rich`${words[lang].kept}` }
}

/** `run`: makes it where nothing is missing, else asks for what is. `said`: a day that no calendar has. */
export type ExtensionOffer = { task: TaskCard; day?: Day; unreal?: string; reason: string; today: Day; run: Run; change: Run; report: Run }

export function extensionOffer({ task, day, unreal, reason, today, run, change, report }: ExtensionOffer, lang: Lang): Card {
  const w = words[lang]
  const facts = [...(day === undefined ? [] : [w.until(dayWords(day, lang, today))]), ...(reason === '' ? [] : [w.reason(reason)])].map((one) => `${w.join}${one}`).join('')
  const missing = day === undefined ? (unreal === undefined ? w.noDay : w.unreal(unreal)) : reason === '' ? w.noReason : undefined
  const label = day === undefined ? w.chooseDay : reason === '' ? w.writeReason : w.confirm
  const line = rich`${w.extension}${lang === 'zh' ? '：' : ': '}${strong(nameOf(task))}${facts}`
  return offer(task, line, missing === undefined ? [] : [rich`${missing}`], [{ label, run }, ...(missing === undefined ? [{ label: w.change, run: change }] : []), { label: w.report, run: report }], lang)
}

/** `should`: the unit that the words name. */
export function notOursOffer({ task, should, run, whose, report }: { task: TaskCard; should?: string; run: Run; whose: Run; report: Run }, lang: Lang): Card {
  const w = words[lang]
  const line = rich`${strong(nameOf(task))}${lang === 'zh' ? '：' : ': '}${w.notOursLine}${should === undefined ? '' : lang === 'zh' ? `（${w.shouldBe(should)}）` : ` (${w.shouldBe(should)})`}`
  return offer(task, line, [], [{ label: w.notOurs, run }, { label: w.whose, run: whose }, { label: w.report, run: report }], lang)
}

export function objectionOffer({ task, run, report }: { task: TaskCard; run: Run; report: Run }, lang: Lang): Card {
  const w = words[lang]
  const line = rich`${strong(nameOf(task))}${lang === 'zh' ? '：' : ': '}${w.objectionLine}`
  return offer(task, line, [], [{ label: w.objection, run }, { label: w.report, run: report }], lang)
}

/** What was asked for a moment ago can be taken back, and asked for anew. */
export const orTakenBack = (card: Card, undo: Run, lang: Lang): Card => ({ ...card, actions: [{ label: lang === 'zh' ? '撤销申请，重新提' : 'Take it back, ask anew', run: undo }, ...(card.actions ?? [])] })

/** What was said of one task is meant of another. `undo`: takes back what was recorded of the first. */
export function meantOtherCard({ wrong, right, words: said, run, undo }: { wrong: TaskCard; right: TaskCard; words: string; run: Run; undo?: Run }, lang: Lang): Card {
  const zh = lang === 'zh'
  const name = namesAmong([wrong, right])
  const line = zh ? rich`“${cutTo(said, 60)}”说的是${strong(`${name(right)} ${shortTitle(right)}`)}？点它就按这一项读。` : rich`Was “${cutTo(said, 60)}” said of ${strong(`${name(right)} ${shortTitle(right)}`)}? Press it to read it so.`
  const left = undo === undefined ? (zh ? rich`第${name(wrong)}项没有记填报，那句话留作备注。` : rich`Nothing was reported of ${name(wrong)}; the words stay there as a remark.`) : zh ? rich`第${name(wrong)}项已记了填报，请点“撤销”收回。` : rich`A report was recorded of ${name(wrong)}: press “Take back”.`
  const label = `${name(right)} ${shortTitle(right)}`
  const back = zh ? '撤销' : 'Take back'
  return { text: plain(line), lines: [line, left], actions: [{ label: cutTo(label, 40), says: cutTo(label, 75), run }, ...(undo === undefined ? [] : [{ label: back, says: cutTo(`${back} ${name(wrong)} ${shortTitle(wrong)}`, 75), run: undo }])] }
}
