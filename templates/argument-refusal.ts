// Arguments a command cannot take: the limit, what was given, and an example that can be copied.
import type { z } from 'zod'
import type { Day } from '#src/calendar/day.ts'
import type { Card, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayAhead, movedTo } from './day-examples.ts'
import { plain, rich, type Rich } from './rich.ts'
import { refusalWords } from './refusal.ts'
import { ways } from './ways.ts'

type Issue = z.core.$ZodIssue
type Refused = { name: { zh: string; en: string }; usage: { zh: string; en: string } }

/** What people call an argument. */
const labels: Record<Lang, Readonly<Record<string, string>>> = {
  zh: {
    task: '任务号', which: '任务号或筛选词', progress: '进度', done: '做了什么', problem: '卡在哪里', needs: '需要谁协调', reason: '原因', words: '说明', day: '日期', due: '时限', time: '时间', place: '地点',
    unit: '单位', person: '人员', name: '姓名', role: '角色', fields: '分管领域', title: '职务', plan: '方案', page: '页码', state: '情况', body: '会议主体', outcome: '结果', prepare: '准备什么', doubt: '存疑编号', answer: '答复', held: '是否召开',
  },
  en: {
    task: 'task number', which: 'task number or filter', progress: 'progress', done: 'what was done', problem: 'problem', needs: 'who should help', reason: 'reason', words: 'words', day: 'date', due: 'date', time: 'time', place: 'place',
    unit: 'unit', person: 'person', name: 'name', role: 'role', fields: 'field of charge', title: 'title', plan: 'plan', page: 'page', state: 'state', body: 'body', outcome: 'outcome', prepare: 'what to prepare', doubt: 'doubt number', answer: 'answer', held: 'held or not',
  },
}

export const argumentName = (argument: string, lang: Lang): string => labels[lang][argument] ?? labels[lang]['words'] ?? argument

/** A line that works when it is copied; a command that is not here shows its usage. */
const examples: Record<Lang, Readonly<Record<string, string>>> = {
  zh: { report: '填报 12 60 〔做了什么〕', task: '任务 12', nudge: '催办 12', meeting: '会议 7月10日 09:30 县政府三楼', review: '调度 7月10日 12 15', people: '人员 指定 @苏晚晴 县教育局', claim: '办结 12 〔完成情况〕' },
  en: { report: 'report 12 60 〔what was done〕', task: 'task 12', nudge: 'nudge 12', meeting: 'meeting 7/10 09:30 room 3', review: 'review 7/10 12 15', people: 'people name @someone 县教育局', claim: 'claim 12 〔what was completed〕' },
}

/** The value as it was given, where it was reported and can be shown. */
const shown = ({ input }: Issue): string => (typeof input === 'string' || (typeof input === 'number' && !Number.isNaN(input)) ? cutTo(String(input), 40) : '')

/** The command's own usage is an example too where it has a number in it. */
const exampleOf = ({ name, usage }: Refused, lang: Lang, today: Day | undefined): string => ((line) => (today === undefined ? line : movedTo(line, dayAhead(today))))(/\d/.test(usage[lang]) ? usage[lang] : (examples[lang][name.en] ?? usage[lang]))

/** One sentence for the first thing that is wrong. */
export function argumentWords(issues: readonly Issue[], refused: Refused, lang: Lang, today?: Day): Rich {
  const [issue] = issues
  const what = issue === undefined ? rich`` : wrong(issue, lang)
  const example = exampleOf(refused, lang, today)
  return lang === 'zh' ? rich`${what}例：/duban ${example}` : rich`${what} For example: /duban ${example}`
}

/** One line under a form's field. */
export const fieldRefusal = (issue: Issue, lang: Lang): string => plain(wrong(issue, lang))

function wrong(issue: Issue, lang: Lang): Rich {
  const zh = lang === 'zh'
  const value = shown(issue)
  const field = issue.path.filter((key) => typeof key === 'string').at(-1) ?? ''
  const label = labels[lang][field] ?? (zh ? '内容' : 'what follows')
  if (issue.code === 'custom' && (issue.message === 'day-unreal' || issue.message === 'day-unclear')) return refusalWords({ code: issue.message, asked: value }, lang)
  if (field === 'progress') {
    if (value === '') return zh ? rich`进度要写成0到100的整数。` : rich`Progress is a whole number from 0 to 100.`
    return zh ? rich`进度要在0到100之间，您填的是${value}。` : rich`Progress is a whole number from 0 to 100; you wrote ${value}.`
  }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    const most = Number(issue.maximum)
    return zh ? rich`“${label}”最多${most}字，您写得太长了，请缩短。` : rich`“${label}” may have ${most} characters: shorten it.`
  }
  if (value === '' || issue.code === 'too_small') return zh ? rich`请写明${label}。` : rich`The ${label} is missing.`
  return zh ? rich`看不懂${label}“${value}”，没有记录。` : rich`“${value}” is no ${label} I can read; nothing was recorded.`
}

/** @param today the days of its example are ahead of it */
export function argumentRefusal(issues: readonly Issue[], refused: Refused, lang: Lang, today?: Day): Card {
  const line = argumentWords(issues, refused, lang, today)
  return { text: plain(line), lines: [line], actions: [{ label: lang === 'zh' ? '帮助' : 'Help', run: ways.help() }], refused: 'again' }
}
