// “No” to what was asked of a round: which there is none of, one that is over, one that is still open.
import type { Lang } from './card.ts'
import type { Words } from './refusal-say.ts'
import { rich } from './rich.ts'

export const roundRefused = {
  zh: {
    'round-unknown': ({ asked, rounds }) => (asked === '' ? rich`是哪一轮？请点选，或写编号，如 /duban 轮次 看 ${rounds[0] ?? 'n1'}。` : rounds.length === 0 ? rich`没有找到报送轮次“${asked}”，还没有开过。输入 /duban 轮次 开 7月10日 开一个。` : rich`没有找到报送轮次“${asked}”，现有${rounds.join('、')}。输入 /duban 轮次 查看。`),
    'round-fixed': ({ round, until }, say) => rich`轮次${round}的截止日(${say.day(until)})不能改，没有改。个别单位要宽限，截止后输入 /duban 轮次 重开 ${round} 单位 日期；都要宽限，先关闭，再开一轮，已报的不再问。`,
    'round-empty': () => rich`没有选中还在办理的任务，轮次没有开。请写全部、红黄灯、一个单位或任务号，例如 /duban 轮次 开 7月10日 县教育局。`,
    'round-not-asked': ({ round, unit, units }, say) => rich`轮次${round}没有向${say.units([unit])}收报送，问的是${say.units(units)}。请从中选一个。`,
    'round-too-short': ({ until, earliest }, say) => rich`${say.day(until)}截止太紧，有人来不及收到通知，轮次没有开。请选${say.day(earliest)}或以后。`,
    'round-closed': ({ round, on }, say) => rich`轮次${round}已于${say.day(on)}截止，不用再关。关错了请输入 /duban 轮次 恢复 ${round}；要让一个单位补报，请输入 /duban 轮次 重开 ${round} 单位 日期。`,
    'round-open': ({ round, until }, say) => rich`轮次${round}还在报送，${say.day(until)}截止。要提前结束，请先输入 /duban 轮次 关闭 ${round}。`,
    'round-past': ({ round, until }, say) => rich`轮次${round}在${say.day(until)}已到期截止，不用再关，也不能整轮恢复。要让一个单位补报，请输入 /duban 轮次 重开 ${round} 单位 日期。`,
    'round-published': ({ round, on }, say) => rich`轮次${round}的结果已于${say.day(on)}发布，没有再记一次。输入 /duban 轮次 看 ${round} 查看文字。`,
  },
  en: {
    'round-unknown': ({ asked, rounds }) => (asked === '' ? rich`Which round? Press it, or write its number: /duban round show ${rounds[0] ?? 'n1'}.` : rounds.length === 0 ? rich`There is no round “${asked}”; none was opened yet. Type /duban round open 7/10 to open one.` : rich`There is no round “${asked}”; there are ${rounds.join(', ')}. Type /duban round to see them.`),
    'round-fixed': ({ round, until }, say) => rich`The last day of round ${round} (${say.day(until)}) cannot be moved; nothing was changed. For one unit, once it is over: /duban round reopen ${round} <unit> <day>. For all: close it and open another; who has answered is not asked again.`,
    'round-empty': () => rich`No task that is still open was chosen, so no round was opened. Write all, red and yellow, a unit or task numbers: /duban round open 7/10 12 15.`,
    'round-not-asked': ({ round, unit, units }, say) => rich`Round ${round} asks nothing of ${say.units([unit])}. Choose one of those it asks: ${say.units(units)}.`,
    'round-too-short': ({ until, earliest }, say) => rich`Some would not be told before ${say.day(until)}, so no round was opened. Choose ${say.day(earliest)} or later.`,
    'round-closed': ({ round, on }, say) => rich`Round ${round} closed on ${say.day(on)}; nothing more is needed. If that was a mistake, type /duban round resume ${round}; for one unit to make up for it, type /duban round reopen ${round} <unit> <day>.`,
    'round-open': ({ round, until }, say) => rich`Round ${round} is open until ${say.day(until)}. To end it now, type /duban round close ${round} first.`,
    'round-past': ({ round, until }, say) => rich`Round ${round} ended on its last day, ${say.day(until)}: it needs no closing and cannot go on. For one unit to make up for it, type /duban round reopen ${round} <unit> <day>.`,
    'round-published': ({ round, on }, say) => rich`The results of round ${round} were published on ${say.day(on)}; nothing was recorded again. Type /duban round show ${round} to read them.`,
  },
} satisfies Record<Lang, Partial<Words>>
