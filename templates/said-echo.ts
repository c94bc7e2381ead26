// What was read out of a plain reply, for the person to confirm or change; and the questions it leaves.
import type { Day } from '#src/calendar/day.ts'
import { figureOf, type Report } from '#src/ledger/report.ts'
import { saysOnlyDone, type SaidReport, type SaidUnclear } from '#src/reader/said-report.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Card, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { besideAction, type Beside } from './said-offer.ts'
import { stateName } from './report-words.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'
import { namesAmong, numberOf, shortTitle } from './task-line.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    read: (name: string, said: string) => rich`按此记录：${strong(name)}，${said}`,
    corrected: (name: string, was: number | undefined, now: number) => rich`按此更正：${strong(name)}，进展${was === undefined || was === now ? `${now}%` : `${was}%→${now}%`}`, before: (day: string) => `更正的是${day}的填报，更正前的仍查得到。`, keptCorrection: '原话已保存；不点“确认”，就不更正。',
    progress: (percent: number, about: boolean) => `进展${about ? '约' : ''}${percent}%`, needs: (who: string) => `需${who}协调`, next: (what: string) => `下一步${what.replace(/^下一?步[：:,，]?/, '')}`, join: '，',
    confirm: '确认', onlyReport: '只记进展', change: '改', claim: '申请办结',
    falls: (last: number) => `上次报的是${last}%，这次低于上次；确实回落就点“确认”，填错了点“改”。`,
    stays: (last: number) => `没写进度，仍按上次的${last}%。`, lifts: (was: string) => `上次报的是${was}。确认后改为正常推进；困难还在，请点“仍有困难”。`, still: '仍有困难', closed: (day: string) => `这一项${day}已办结，不用再报；情况有变，请告诉督查室。`,
    unsure: '这句话两种意思都可能，请点一个：是正常推进，还是有困难？', asNormal: '正常推进', asDifficulty: '有困难',
    kept: '原话已保存；不点“确认”，就只作为备注。', keptUnsure: '原话已保存；不点选，就只作为备注。',
    noted: (name: string) => rich`已作为备注保存：${strong(name)}`,
    oneByOne: (numbers: string) => `这句话里有几项（${numbers}），还没有记录。请一项一项点，逐项确认。`, rest: '其余全部正常推进', apartFirst: (numbers: string) => `单独说的是${numbers}，还没有记录：先逐项点、逐项确认，再点“其余全部正常推进”。`,
    keptWrong: '原话已保存；不点“更正”，上次的填报不变。', wrong: (name: string) => rich`${strong(name)}：上次的填报要更正吗？更正前的仍查得到。`, correct: '更正',
    done: (day: string) => `这一项${day}已办结，不用再报；这句话只留作备注。情况有变，请联系督查室。`, open: '查看',
    claimed: (day: string) => `${day}已申请办结，正待督查室审核，审核时会看到这句话。还没办完，请点“撤回办结申请”。`, withdraw: '撤回办结申请',
    notedHint: '没有读出进展。要算作填报，请点“填报”。', report: '填报',
    which: (count: number) => (count === 1 ? '您说的是这一项吗？是就点它。' : `您说的是哪一项？可能是${count}项中的一项，请点选。`), whichFile: (name: string) => `“${name}”是哪一项的佐证？请点选。`,
    whichOf: (word: string) => `“${word}”说的是哪一项？请点选。`, othersOf: (word: string) => `不在其中的，请写明任务号，如：${word} 12`,
    others: '不在其中的，请在话前写任务号，如：12 已完成招标。', othersFile: '不在其中的，请写明任务号再发一次，如：12 验收报告。',
    none: '您单位目前没有在办任务，这些话没有记到任何一项上。请写明任务号，如：12 已完成招标。',
    'no-percent': (said: string) => `“${said}%”不是0到100的整数，没有记作进展。`, 'vague-percent': (said: string) => `“${said}”没有准数，没有记作进展；要填百分数请点“改”。`, 'about-percent': (said: string, figure: string) => `“${said}”按${figure}%记，不准请点“改”。`, 'several-percents': (said: string) => `有几个百分数（${said}），没有记作进展，请点“改”选定。`, 'no-day': (said: string) => `“${said}”不存在，按原话保留，请核对日期。`,
  },
  en: {
    read: (name: string, said: string) => rich`To be recorded: ${strong(name)}, ${said}`,
    corrected: (name: string, was: number | undefined, now: number) => rich`To be put right: ${strong(name)}, ${was === undefined || was === now ? `${now}%` : `${was}% → ${now}%`}`, before: (day: string) => `It is the report of ${day}; what it said before can still be read.`, keptCorrection: 'Your words are kept; unless you confirm nothing is put right.',
    progress: (percent: number, about: boolean) => `${about ? 'about ' : ''}${percent}%`, needs: (who: string) => `needs ${who}`, next: (what: string) => `next: ${what.replace(/^next(?: step)?:? ?/i, '')}`, join: ', ',
    confirm: 'Confirm', onlyReport: 'Report only', change: 'Change', claim: 'Say it is done',
    falls: (last: number) => `The last report said ${last}%; this is lower. Confirm if it fell, or change it.`,
    stays: (last: number) => `No figure is named: last time’s ${last}% stays.`, lifts: (was: string) => `The last report was: ${was}. Confirmed, it is on track again; if it is not, press “Still in difficulty”.`, still: 'Still in difficulty', closed: (day: string) => `It was closed on ${day} and needs no report; if something changed, tell the secretary.`,
    unsure: 'This can be read both ways. Which is it?', asNormal: 'On track', asDifficulty: 'Difficulty',
    kept: 'Your words are kept; unless you confirm they are only a remark.', keptUnsure: 'Your words are kept; until you choose they are only a remark.',
    noted: (name: string) => rich`Kept as a remark: ${strong(name)}`,
    oneByOne: (numbers: string) => `Several tasks are in this line (${numbers}); nothing is recorded yet. Press one after the other to confirm each.`, rest: 'All the rest is on track', apartFirst: (numbers: string) => `Said apart: ${numbers}; nothing is recorded yet. Press and confirm each first, then press “All the rest is on track”.`,
    keptWrong: 'Your words are kept; the last report stands unless you put it right.', wrong: (name: string) => rich`${strong(name)}: is the last report to be put right? What it said before can still be read.`, correct: 'Put right',
    done: (day: string) => `It was closed on ${day} and needs no report; these words are kept as a remark only. If something changed, tell the secretary.`, open: 'Open',
    claimed: (day: string) => `Said to be done on ${day} and waiting for review, where these words will be read. If it is not done, withdraw it.`, withdraw: 'Withdraw completion',
    notedHint: 'No progress could be read. To make it a report, press “Report”.', report: 'Report',
    which: (count: number) => (count === 1 ? 'Do you mean this task? Then press it.' : `Which task do you mean? It may be one of ${count}.`), whichFile: (name: string) => `Which task is “${name}” evidence of?`,
    whichOf: (word: string) => `Which task is “${word}” about?`, othersOf: (word: string) => `If it is none of these, write its number: ${word} 12`,
    others: 'If it is none of these, write the task’s number first: 12 bidding is done.', othersFile: 'If it is none of these, send it again with the task’s number: 12 inspection report.',
    none: 'Your unit has no open task, so these words were kept with none. Write the task’s number first: 12 bidding is done.',
    'no-percent': (said: string) => `“${said}%” is no whole number from 0 to 100 and is not taken as progress.`, 'vague-percent': (said: string) => `“${said}” is no one figure and is not taken as progress; press “Change” to give one.`, 'about-percent': (said: string, figure: string) => `“${said}” is taken as ${figure}%; press “Change” if it is not.`, 'several-percents': (said: string) => `There are several percentages (${said}); none is taken as progress. Press “Change” to choose.`, 'no-day': (said: string) => `“${said}” does not exist; it is kept as you wrote it. Please check the date.`,
  },
} satisfies Record<Lang, unknown>

/** The runs of the card's buttons; the words themselves are on the ledger. */
export type EchoRuns = { confirm: Run; /** Where the words can be read both ways. */ asNormal: Run; asDifficulty: Run; /** With what the difficulty is. */ still: Run; change: Run; claim: Run }

const asksClaim = /(?:申请|可以|请予|请|要求)(?:予以)?办结|销号/

/** 按此记录：12 普惠园建设，进展60%，已完成招标，下一步6月底开工 */
/** @param falls the figure of last time, where this one is lower @param stays the figure of last time, where none is named now @param lifts the difficulty of last time, which this would end */
export function saidEcho({ task, said, falls, stays, lifts, runs, beside, today }: { task: TaskCard; said: SaidReport; falls?: number | undefined; stays?: number | undefined; lifts?: Report | undefined; runs: EchoRuns; beside: Beside | undefined; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const { state, progress, done, problem, needs, next, finished } = said
  const parts = [
    ...(lifts !== undefined || (state !== undefined && state !== 'normal') || (state !== undefined && progress === undefined && done === undefined && next === undefined) ? [stateName[lang][state ?? 'normal']] : []),
    ...(progress === undefined ? [] : [w.progress(progress, said.about === true)]), ...(problem === undefined ? [] : [problem]), ...(done === undefined ? [] : [done]),
    ...(needs === undefined ? [] : [w.needs(needs)]), ...(next === undefined ? [] : [w.next(next)]),
  ]
  const line = w.read(name, parts.join(w.join))
  const action = (label: string, run: Run): Action => ({ label, says: saysOf(label, name, lang), run })
  const change = action(w.change, runs.change)
  const [confirm, claim] = [action(w.confirm, runs.confirm), action(w.claim, runs.claim)]
  // Who writes 申请办结 asks for that, and not for a report.
  // What follows from no more than 已完成 is the claim.
  const isClaim = finished && (asksClaim.test(done ?? '') || saysOnlyDone(done ?? ''))
  const confirming: Action[] = isClaim ? [{ ...claim, style: 'primary' }, action(w.onlyReport, runs.confirm), change] : [{ ...confirm, style: 'primary' }, ...(lifts === undefined ? [] : [action(w.still, runs.still)]), change, ...(finished ? [claim] : [])]
  return {
    text: plain(line),
    lines: [line, ...(task.why.rule === 'accepted' ? [rich`${w.closed(shortDay(task.why.on, lang, today))}`] : []), ...(falls === undefined ? [] : [rich`${w.falls(falls)}`]), ...(stays === undefined ? [] : [rich`${w.stays(stays)}`]), ...(lifts === undefined ? [] : [rich`${w.lifts(wasStuck(lifts, lang))}`]), ...(state === undefined ? [rich`${w.unsure}`] : []), ...said.unclear.map((one) => unclearLine(one, lang))],
    actions: [
      ...(state === undefined ? [action(w.asNormal, runs.asNormal), action(w.asDifficulty, runs.asDifficulty), change] : confirming),
      ...besideActions(task, beside, lang),
    ],
    footer: rich`${state === undefined ? w.keptUnsure : w.kept}`,
  }
}

/** 有困难：2名老师未到岗 */
const wasStuck = ({ state, problem = '' }: Report, lang: Lang): string => `${stateName[lang][state]}${problem === '' ? '' : `${lang === 'zh' ? '：' : ': '}${cutTo(problem, 40)}`}`

const besideActions = (task: TaskCard, beside: Beside | undefined, lang: Lang): Action[] => (beside === undefined ? [] : [besideAction(task, beside, lang)])

export type CorrectedFacts = { task: TaskCard; /** Which is put right. */ report: Report; progress: number; run: Run; edit: Run; beside: Beside | undefined; today: Day }

/** 按此更正：12 普惠园建设，进展60%→80% */
export function saidCorrected({ task, report, progress, run, edit, beside, today }: CorrectedFacts, lang: Lang): Card {
  const w = words[lang]
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const line = w.corrected(name, figureOf(report), progress)
  const action = (label: string, act: Run): Action => ({ label, says: saysOf(label, name, lang), run: act })
  return {
    text: plain(line),
    lines: [line, rich`${w.before(shortDay(report.on, lang, today))}`],
    actions: [{ ...action(w.confirm, run), style: 'primary' }, action(w.change, edit), ...besideActions(task, beside, lang)],
    footer: rich`${w.keptCorrection}`,
  }
}

function unclearLine(one: SaidUnclear, lang: Lang): Rich {
  const w = words[lang]
  switch (one.kind) {
    case 'several-percents':
      return rich`⚠️ ${w['several-percents'](one.said.map((figure) => (/^[\d.]+$/.test(figure) ? `${figure}%` : figure)).join(lang === 'zh' ? '、' : ', '))}`
    case 'about-percent':
      return rich`ℹ️ ${w['about-percent'](one.said, one.figure)}`
    case 'no-percent':
    case 'vague-percent':
    case 'no-day':
      return rich`⚠️ ${w[one.kind](one.said)}`
  }
}

/** Words that say nothing of the standing are kept all the same. */
export function saidNoted({ task, report, beside }: { task: TaskCard; report: Run; beside?: Beside | undefined }, lang: Lang): Card {
  const w = words[lang]
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const line = w.noted(name)
  return { text: plain(line), lines: [line, rich`${w.notedHint}`], actions: [{ label: w.report, says: saysOf(w.report, name, lang), run: report }, ...besideActions(task, beside, lang)] }
}

/** Several tasks in one line: what is said of each, behind a button of its own. */
/** @param rest all the others, where it is said of them that they are on track */
export function oneByOne(said: readonly { task: TaskCard; words: string; run: Run }[], lang: Lang, rest?: Run): Card {
  const w = words[lang]
  const name = namesAmong(said.map(({ task }) => task))
  const numbers = [...new Set(said.map(({ task }) => name(task)))].join(w.join.trim())
  const line = rich`${rest === undefined ? w.oneByOne(numbers) : w.apartFirst(numbers)}`
  const each = said.map(({ task, words: what, run }): Action => ({ label: cutTo(`${name(task)} ${shortTitle(task)}`, 40), says: cutTo(`${name(task)} ${what}`, 75), run }))
  const actions = rest === undefined ? each : [...each.slice(0, asButtons - 1), { label: w.rest, run: rest }, ...each.slice(asButtons - 1)]
  return { text: plain(line), lines: [line], actions: actions.slice(0, asButtons), more: actions.slice(asButtons) }
}

/** It is said that the last report was wrong, and not by a figure. */
export function saidWrong({ task, edit, report }: { task: TaskCard; edit: Run; report: Run }, lang: Lang): Card {
  const w = words[lang]
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const line = w.wrong(name)
  const action = (label: string, run: Run): Action => ({ label, says: saysOf(label, name, lang), run })
  return { text: plain(line), lines: [line], actions: [{ ...action(w.correct, edit), style: 'primary' }, action(w.report, report)], footer: rich`${w.keptWrong}` }
}

/** It is said to be done and waits for review: the words are kept for the reviewer, and the way back stands beside them. */
export function saidWhileClaimed({ task, on, today, withdraw }: { task: TaskCard; on: Day; today: Day; withdraw: Run }, lang: Lang): Card {
  const w = words[lang]
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const line = w.noted(name)
  return { text: plain(line), lines: [line, rich`${w.claimed(shortDay(on, lang, today))}`], actions: [{ label: w.withdraw, says: saysOf(w.withdraw, name, lang), run: withdraw }] }
}

/** Of what is done nothing is reported. */
export function saidOnceDone({ task, on, today }: { task: TaskCard; on: Day; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const line = w.noted(`${numberOf(task)} ${shortTitle(task)}`)
  return { text: plain(line), lines: [line, rich`${w.done(shortDay(on, lang, today))}`], actions: [{ label: w.open, run: ways.task(task) }] }
}

/** Buttons for this many tasks; the others in a menu. */
const asButtons = 5

/** `duty`: its name and its words. */
type Picked = { task: TaskCard; duty?: never; run: Run } | { duty: string; task?: never; run: Run }

/** `file`: its name, where a file is what was sent. */
export function whichTask(tasks: readonly Picked[], lang: Lang, file?: string): Card {
  const w = words[lang]
  return pick(tasks, file === undefined ? w.which(tasks.length) : w.whichFile(file), file === undefined ? w.others : w.othersFile)
}

/** A command's word was typed by itself: which task it is of. */
export const whichOf = (word: string, tasks: readonly Picked[], lang: Lang): Card => pick(tasks, words[lang].whichOf(word), words[lang].othersOf(word))

function pick(tasks: readonly Picked[], asked: string, others: string): Card {
  const name = namesAmong(tasks.flatMap(({ task }) => task ?? []))
  const actions = tasks.map(({ task, duty, run }): Action => {
    const label = task === undefined ? duty : `${name(task)} ${task.title}`
    return { label: cutTo(label, 40), says: cutTo(label, 75), run }
  })
  return { text: asked, lines: [rich`${asked}`], actions: actions.slice(0, asButtons), more: actions.slice(asButtons), footer: rich`${others}` }
}

export function noTaskMeant(lang: Lang): Card {
  const line = rich`${words[lang].none}`
  return { text: plain(line), lines: [line], refused: 'final' }
}

/** 好的, 收到, 谢谢: in one line. @param reports whether they are asked how their tasks stand */
export function nothingNoted(reports: boolean, lang: Lang): Card {
  const zh = lang === 'zh'
  const how = reports ? (zh ? '有进展直接写，如：12 已完成招标，60%。' : ' To report, just write: 12 bidding is done, 60%.') : ''
  const text = zh ? `好的，没有记录什么。${how}` : `All right; nothing was recorded.${how}`
  return { text, lines: [rich`${text}`], actions: [{ label: zh ? '我的' : 'Mine', run: { command: 'mine', args: {} } }] }
}

/** Nothing that somebody said plainly today waits for their 确认. */
export function nothingToConfirm(lang: Lang): Card {
  const zh = lang === 'zh'
  const text = zh ? '现在没有等您确认的内容，没有记录。要填报，请直接写进展，如：12 已完成招标，60%。' : 'Nothing waits for your word, and nothing was recorded. To report, just write how it stands: 12 bidding is done, 60%.'
  return { text, lines: [rich`${text}`], actions: [{ label: zh ? '我的' : 'Mine', run: { command: 'mine', args: {} } }] }
}
