// What somebody of each kind does most: as it is typed, with a task of their own, and the button beside it.
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Lang } from './card.ts'
import type { OwnExample } from './command-example.ts'
import type { Often } from './help.ts'
import { ways } from './ways.ts'

/** A handler is asked as a contact is; an aide sees what a leader sees. */
export type Asking = 'contact' | 'head' | 'secretary' | 'leader' | 'admin'

/** `task`: of their own. `dated`: one with a date, for a later one can be asked only of it. `units`: those they are head of. */
export type OftenFacts = { own: OwnExample; task?: TaskCard; dated?: { task: TaskCard; typed: string }; units: readonly string[]; hasPlans: boolean }

/** `press` in both languages, what is typed in both. */
const often = (lang: Lang, label: Record<Lang, string>, typed: Record<Lang, string>, run: Action['run']): Often => ({ typed: typed[lang], press: { label: label[lang], run } })

export function oftenOf(asking: Asking, facts: OftenFacts, lang: Lang): Often[] {
  switch (asking) {
    case 'contact': return facts.task === undefined ? idle(lang) : [...answers(facts.task, facts.own, lang), ...laterDay(facts, lang)]
    case 'head': return ofHead(facts, lang)
    case 'secretary': return facts.hasPlans ? ofSecretary(facts, lang) : [importing(lang), ...registering(lang)]
    case 'leader': return facts.hasPlans ? ofLeader(facts, lang) : []
    case 'admin': return [...registering(lang), granting(lang)]
  }
}

const answers = (task: TaskCard, { task: typed = '', progress }: OwnExample, lang: Lang): Often[] => [
  often(lang, { zh: '填报', en: 'Report' }, { zh: `填报 ${typed} ${progress} 〔做了什么〕`, en: `report ${typed} ${progress} 〔what was done〕` }, ways.reportForm(task)),
  often(lang, { zh: '有困难', en: 'Difficulty' }, { zh: `有困难 ${typed} 〔卡在哪里〕`, en: `difficulty ${typed} 〔what stands in the way〕` }, ways.report(task, 'difficulty')),
  often(lang, { zh: '已完成', en: 'Done' }, { zh: `办结 ${typed} 〔完成情况〕`, en: `claim ${typed} 〔what was completed〕` }, ways.claim(task)),
]

const laterDay = ({ dated, own }: OftenFacts, lang: Lang): Often[] =>
  dated === undefined ? [] : [often(lang, { zh: '申请延期', en: 'Later date' }, { zh: `延期 ${dated.typed} ${own.day} 〔为什么〕`, en: `extend ${dated.typed} ${own.day} 〔why〕` }, ways.extend(dated.task))]

/** Nothing is theirs to answer now. */
const idle = (lang: Lang): Often[] => [
  often(lang, { zh: '看方案', en: 'Plans' }, { zh: '方案', en: 'plan' }, ways.plans()),
  often(lang, { zh: '找人代办', en: 'A deputy' }, { zh: '代办', en: 'deputy' }, { command: 'deputy', args: {} }),
]

function ofHead({ own, task, units: [unit] }: OftenFacts, lang: Lang): Often[] {
  return [
    ...(unit === undefined ? [] : [often(lang, { zh: '本单位任务', en: 'Our tasks' }, { zh: `任务 ${unit}`, en: `task ${unit}` }, ways.tasks(unit))]),
    ...(task === undefined ? [] : [
      ...answers(task, own, lang).slice(0, 1),
      often(lang, { zh: '分给承办人', en: 'Hand on' }, { zh: `分派 ${own.task ?? ''} @某某`, en: `assign ${own.task ?? ''} @person` }, ways.assign(task)),
    ]),
    ...(unit === undefined ? [] : [often(lang, { zh: '定联络员', en: 'Contact' }, { zh: `人员 指定 @某某 ${unit}`, en: `people name @person ${unit}` }, ways.nameContact(unit))]),
  ]
}

const importing = (lang: Lang): Often => often(lang, { zh: '导入方案', en: 'Import' }, { zh: '导入', en: 'import' }, ways.importing())
const registering = (lang: Lang): Often[] => [
  often(lang, { zh: '人员名册', en: 'People' }, { zh: '人员 登记 @某某 姓名', en: 'people add @person name' }, ways.people()),
]
const granting = (lang: Lang): Often => often(lang, { zh: '怎么授权', en: 'Roles' }, { zh: '人员 授权 @某某 督查室', en: 'people grant @person secretary' }, ways.helpOn('people'))

const ofSecretary = ({ task, own: { task: typed = '', progress, day } }: OftenFacts, lang: Lang): Often[] => [
  often(lang, { zh: '催未报', en: 'Chase' }, { zh: '催办 未报', en: 'nudge unreported' }, ways.nudgeAll('未报')),
  often(lang, { zh: '开轮次', en: 'Open a round' }, { zh: `轮次 开 ${day} 红黄灯`, en: `round open ${day} red and yellow` }, ways.openRound()),
  ...(task?.lead === undefined ? [] : [often(lang, { zh: '代录', en: 'On behalf' }, { zh: `代录 ${task.lead.name} ${typed} ${progress} 〔原话〕 〔谁说的〕 电话`, en: `on-behalf ${task.lead.name} ${typed} ${progress} 〔their words〕 〔who〕 phone` }, ways.onBehalf(task))]),
  importing(lang),
]

const ofLeader = ({ task, own: { task: typed = '' } }: OftenFacts, lang: Lang): Often[] => [
  often(lang, { zh: '看红灯', en: 'Red' }, { zh: '任务 红灯', en: 'task red' }, ways.tasks('红灯')),
  ...(task === undefined ? [] : [often(lang, { zh: '为什么', en: 'Why' }, { zh: `为什么 ${typed}`, en: `why ${typed}` }, ways.why(task))]),
  often(lang, { zh: '变化', en: 'Changes' }, { zh: '变化', en: 'changes' }, ways.changes()),
  often(lang, { zh: '批示', en: 'Instruct' }, { zh: '批示 〔请教育局下周五前拿出方案〕', en: 'instruct 〔who does what by when〕' }, ways.instruct()),
]

/** Questions in words, as a leader asks them. */
export const asksOf = (asking: Asking, hasPlans: boolean, lang: Lang): string | undefined =>
  asking !== 'leader' || !hasPlans ? undefined : lang === 'zh' ? '也可直接问：谁没报？本月到期的？' : 'Or ask: what is due this month?'

/** The button beside what waits. */
export function waitingAction(asking: Asking, hasPlans: boolean, lang: Lang): Action {
  const zh = lang === 'zh'
  if (asking === 'contact' || asking === 'head') return { label: zh ? '我的任务' : 'My tasks', run: ways.mine() }
  if (asking === 'secretary' && hasPlans) return { label: zh ? '逐件审' : 'Review', run: ways.queue() }
  return hasPlans ? { label: zh ? '汇总' : 'Summary', run: ways.summary() } : { label: zh ? '人员' : 'People', run: ways.people() }
}

export function strangerWaits(secretaries: readonly string[], lang: Lang): string {
  const names = secretaries.join(lang === 'zh' ? '、' : ', ')
  if (lang === 'zh') return `您还没有登记。请联系督查室${names === '' ? '' : `(${names})`}：发“人员 登记 @您 姓名”。`
  return `You are not registered. Ask the secretary${names === '' ? '' : ` (${names})`} to send: people add @you name.`
}
