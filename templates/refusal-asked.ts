// “No” to what was asked or ruled on: extensions, objections, questions about a part, taking back, pausing, striking off.
import type { WaitingKind } from '#src/ledger/ending.ts'
import type { PetitionKind } from '#src/ledger/petition-kind.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { actNames, changedBy, putRightBy } from './act-words.ts'
import type { Lang } from './card.ts'
import { counted } from './counted.ts'
import type { Words } from './refusal-say.ts'
import { rich } from './rich.ts'

/** What a unit asks, in words. */
export const petitionName: Record<Lang, Record<PetitionKind, string>> = {
  zh: { extension: '延期申请', objection: '异议', 'part-question': '分工疑问' },
  en: { extension: 'request for a later date', objection: 'objection', 'part-question': 'question about the part' },
}

/** Whatever waits for a secretary, in words. */
export const waitingName = (what: WaitingKind, lang: Lang): string =>
  what === 'claim' ? { zh: '办结申请', en: 'completion' }[lang] : what === 'milestones' ? { zh: '节点', en: 'milestones' }[lang] : petitionName[lang][what]

/** So many tasks are named. */
const namedAtMost = 3

const tasksZh = (tasks: readonly TaskNo[]): string => `第${tasks.slice(0, namedAtMost).join('、')}${tasks.length > namedAtMost ? '等' : ''}项`
const tasksEn = (tasks: readonly TaskNo[]): string => `task ${tasks.slice(0, namedAtMost).join(', ')}${tasks.length > namedAtMost ? ', …' : ''}`
const doneZh = (acts: readonly string[], tasks: readonly TaskNo[]): string => `“${actNames(acts, 'zh')}”${tasks.length === 0 ? '' : `（${tasksZh(tasks)}）`}`
const doneEn = (acts: readonly string[], tasks: readonly TaskNo[]): string => `${actNames(acts, 'en')}${tasks.length === 0 ? '' : ` (${tasksEn(tasks)})`}`

/** 撤销延期申请（第4项） */
export const takeBackLabel = (acts: readonly string[], tasks: readonly TaskNo[], lang: Lang): string =>
  lang === 'zh' ? `撤销${actNames(acts, 'zh')}${tasks.length === 0 ? '' : `（${tasksZh(tasks)}）`}` : `Take back ${doneEn(acts, tasks)}`

export const askedRefused = {
  zh: {
    'petition-waits': ({ what, on, by }, say) => rich`${say.person(by)}已于${say.day(on)}提出${petitionName.zh[what]}，正待${say.secretary}处理，不用再提。处理后会告诉您。`,
    'petition-none': ({ what, task }) => rich`第${task}项没有待处理的${petitionName.zh[what]}，可能已经处理或撤回。输入 /duban 任务 ${task} 看现状。`,
    'petition-ruled': ({ what, task, granted, on, by }, say) => rich`第${task}项的${petitionName.zh[what]}已由${say.person(by)}于${say.day(on)}${granted ? '同意' : '退回'}，不用再处理。`,
    'petition-changed': ({ what, task, on, by }, say) => rich`没有记录：第${task}项的${petitionName.zh[what]}已换成${say.person(by)}${say.day(on)}的新内容。请看过新内容后再处理。`,
    'extension-of-lead': ({ task, lead }, say) => rich`第${task}项由${say.units([lead])}牵头，时限由牵头单位申请延期。您单位有困难请点“有困难”说明，督查室会看到。`,
    'no-date-to-extend': ({ task }) => rich`第${task}项在方案里没有写时限，不用申请延期。有困难请点“有困难”说明，督查室会看到。`,
    'extension-not-later': ({ due, day }, say) => rich`现定时限是${say.day(due)}，申请的${say.day(day)}不比它晚，没有记录。请选${say.day(due)}以后的日期。`,
    'granted-not-later': ({ due, day }, say) => rich`现定时限是${say.day(due)}，您定的${say.day(day)}不比它晚，没有记录。请选${say.day(due)}以后的日期。`,
    'successor-missing': ({ task, unit }, say) => rich`第${task}项从${say.units([unit])}改派，还没有写改派给谁，没有记录。请写接手的单位。`,
    'evidence-full': ({ task, most }) => rich`第${task}项已有${most}件佐证，不再添加。请合并成一个文件，或只交最能说明问题的。`,
    'nothing-to-correct': ({ task }) => rich`第${task}项还没有填报过，没有可更正的。请直接填报。`,
    'not-recorded-for': ({ task, reportedOn }, say) => (reportedOn === undefined ? rich`第${task}项没有代录过，没有可更正的。单位来电说的，请输入 /duban 代录 单位 ${task} 原话 谁说的 电话。` : rich`第${task}项最近一次是单位自己填报的(${say.day(reportedOn)})，没有更正。请让单位自己更正；单位来电说的，请输入 /duban 代录 单位 ${task} 原话 谁说的 电话。`),
    'nothing-to-undo': () => rich`没有可以撤销的：只能撤销您自己刚做的一步，而且只能撤一次。要改，请重新填报或更正。`,
    'undo-late': ({ minutes, acts, tasks }) => rich`${doneZh(acts, tasks)}已超过${minutes}分钟，不能撤销。要改，${putRightBy(acts, 'zh')}，原来的记录会保留。`,
    'undone-already': ({ acts, tasks }) => rich`没有可以撤销的了：刚才已撤销${doneZh(acts, tasks)}，只能撤一步。更早的要改，请用“更正”，写明原因。`,
    'undo-not-last': ({ acts, tasks }) => rich`没有撤销：只能撤销最后一步，这之后您又办了${doneZh(acts, tasks)}。要改前面的，请用“更正”，写明原因。`,
    'undo-final': ({ acts, tasks }) => rich`没有撤销：您最后办的是${doneZh(acts, tasks)}，这一步不能撤销，别的也没有动。要改，${putRightBy(acts, 'zh')}。`,
    'remark-stays': ({ tasks, before }) => rich`您最后写的话（${tasksZh(tasks)}）只是备注，没有算作填报，不用撤销；别的也没有动。${before === undefined ? '要改，请再写一句。' : '要撤销它之前那一步，请点下面的按钮。'}`,
    'undo-overtaken': ({ acts, tasks }) => rich`${doneZh(acts, tasks)}之后已有新的记录，不能撤销。要改，${changedBy(acts, 'zh')}，原来的记录会保留。`,
    'task-paused': ({ task, on, reason }, say) => rich`第${task}项已于${say.day(on)}暂缓：${reason}。恢复之前不用办。`,
    'task-not-paused': ({ task }) => rich`第${task}项没有暂缓，不用恢复。输入 /duban 任务 ${task} 看现状。`,
    'task-struck-off': ({ task, on }, say) => rich`第${task}项已于${say.day(on)}销号，不用再办。要重新办理，请${say.secretary}用“恢复办理”。`,
    'task-done': ({ task }) => rich`第${task}项已经办结，没有人在办，不用暂缓。还要办的，请用“恢复办理”，写明原因。`,
    'task-not-done': ({ task, units }, say) =>
      units.length === 0 ? rich`第${task}项还没有单位办结，现在不能办这一步。输入 /duban 任务 ${task} 看现状。` : rich`第${task}项还有${say.units(units)}没有办结，不能销号。请先审核办结申请，或催办。`,
    'leader-note-settled': ({ task, on, by }, say) => rich`第${task}项这个时限已由${say.person(by)}于${say.day(on)}处理过报领导，不再报。时限改后如再逾期，会另拟。`,
    'nothing-to-snooze': ({ task }) => rich`第${task}项现在没有可以推后的提醒，什么也没有改。逾期、催办和退回的不能推后：请填报，或申请延期。输入 /duban 我的 看等您办的。`,
    'snooze-too-late': ({ task, latest }, say) => latest === undefined ? rich`第${task}项今天就到期，不能再推后。请填报，或申请延期。` : rich`第${task}项最晚可以推到${say.day(latest)}，再晚就过期了。请选${say.day(latest)}或更早的工作日。`,
    'leader-note-none': ({ task, after }) => rich`第${task}项现在不用报领导：逾期满${after}个工作日、单位还没有申请办结的才拟。输入 /duban 报领导 看待报的。`,
    'leader-none': () => rich`还没有登记领导，报不出去。请管理员授权：/duban 人员 授权 @某某 领导，再登记分管领域。`,
    'coordinated-already': ({ task, on }, say) => rich`第${task}项的协调事项已于${say.day(on)}处理，不用再处理。`,
    'coordination-none': ({ task }) => rich`第${task}项没有单位互指的事项，不用处理。输入 /duban 待审 看在等您的。`,
    'hand-up-nothing': ({ task }) => rich`第${task}项的责任单位没有反映困难或受阻，没有可上报的原话。先催单位填报：/duban 催办 ${task}。`,
  },
  en: {
    'petition-waits': ({ what, on, by }, say) => rich`${say.person(by)} sent a ${petitionName.en[what]} on ${say.day(on)}, and it waits for ${say.secretary}: no other is needed. You will be told.`,
    'petition-none': ({ what, task }) => rich`Task ${task} has no ${petitionName.en[what]} that waits; it may have been dealt with or taken back. Type /duban task ${task} to see where it stands.`,
    'petition-ruled': ({ what, task, granted, on, by }, say) => rich`The ${petitionName.en[what]} on task ${task} was ${granted ? 'granted' : 'sent back'} by ${say.person(by)} on ${say.day(on)}; nothing more is needed.`,
    'petition-changed': ({ what, task, on, by }, say) => rich`Not recorded: another ${petitionName.en[what]} on task ${task} waits now, of ${say.person(by)} on ${say.day(on)}. Look at it, then decide.`,
    'extension-of-lead': ({ task, lead }, say) => rich`Task ${task} is led by ${say.units([lead])}, and a later day is for the lead to ask. If your part is in difficulty, press “Difficulty” and say why.`,
    'no-date-to-extend': ({ task }) => rich`The plan gives task ${task} no date, so there is none to move. If it is in difficulty, press “Difficulty” and say why.`,
    'extension-not-later': ({ due, day }, say) => rich`The date is ${say.day(due)} now, and ${say.day(day)} is not later: nothing was recorded. Choose a day after ${say.day(due)}.`,
    'granted-not-later': ({ due, day }, say) => rich`The date is ${say.day(due)} now, and the ${say.day(day)} you gave is not later: nothing was recorded. Choose a day after ${say.day(due)}.`,
    'successor-missing': ({ task, unit }, say) => rich`Task ${task} is to pass from ${say.units([unit])}, and nobody is named to take it: nothing was recorded. Name the unit that takes it.`,
    'evidence-full': ({ task, most }) => rich`Task ${task} has ${most} pieces of evidence, and that is the most. Join them into one file, or keep to what shows most.`,
    'nothing-to-correct': ({ task }) => rich`Nothing was reported on task ${task} yet, so there is nothing to correct. Report instead.`,
    'not-recorded-for': ({ task, reportedOn }, say) => (reportedOn === undefined ? rich`Nothing was recorded on behalf for task ${task}, so there is nothing to put right. What a unit says: /duban on-behalf <unit> ${task} <words> <who> phone.` : rich`The last report on task ${task} is the unit's own (${say.day(reportedOn)}); nothing was changed. The unit puts it right itself; what it says by telephone: /duban on-behalf <unit> ${task} <words> <who> phone.`),
    'nothing-to-undo': () => rich`There is nothing to take back: only your own last step can be, and once. To change something, report again or correct it.`,
    'undo-late': ({ minutes, acts, tasks }) => rich`More than ${minutes} minutes have passed since ${doneEn(acts, tasks)}, so it cannot be taken back. To change it, ${putRightBy(acts, 'en')}; what was recorded stays readable.`,
    'undone-already': ({ acts, tasks }) => rich`There is nothing more to take back: ${doneEn(acts, tasks)} was taken back just now, and it goes one step. For what was before it, use “correct-report” and say why.`,
    'undo-not-last': ({ acts, tasks }) => rich`Nothing was taken back: only the last step can be, and yours was ${doneEn(acts, tasks)}. For what was before it, use “correct-report” and say why.`,
    'undo-final': ({ acts, tasks }) => rich`Nothing was taken back: your last step was ${doneEn(acts, tasks)}, which cannot be, and nothing else was touched. To change it, ${putRightBy(acts, 'en')}.`,
    'remark-stays': ({ tasks, before }) => rich`What you wrote last (${tasksEn(tasks)}) is only a remark and counts as no report: there is nothing to take back of it, and nothing else was touched. ${before === undefined ? 'To change it, write another sentence.' : 'To take back the step before it, press the button below.'}`,
    'undo-overtaken': ({ acts, tasks }) => rich`Something else was recorded after ${doneEn(acts, tasks)}, so it cannot be taken back. To change it, ${changedBy(acts, 'en')}; what was recorded stays readable.`,
    'task-paused': ({ task, on, reason }, say) => rich`Task ${task} was paused on ${say.day(on)}: ${reason}. Nothing is asked until it is resumed.`,
    'task-not-paused': ({ task }) => rich`Task ${task} is not paused. Type /duban task ${task} to see where it stands.`,
    'task-struck-off': ({ task, on }, say) => rich`Task ${task} was struck off on ${say.day(on)}; nothing more is needed. ${say.ask} reopen it if it must go on.`,
    'task-done': ({ task }) => rich`Task ${task} is done: nobody is asked about it, so there is nothing to pause. If it has to go on, use “reopen” and say why.`,
    'task-not-done': ({ task, units }, say) =>
      units.length === 0 ? rich`No unit's part of task ${task} was accepted as done, so this cannot be done yet. Type /duban task ${task} to see where it stands.` : rich`${say.units(units)} did not finish task ${task} yet, so it cannot be struck off. Review the completion first, or nudge.`,
    'leader-note-settled': ({ task, on, by }, say) => rich`For this date of task ${task} ${say.person(by)} decided on ${say.day(on)}: it is not told again. Another date asks anew.`,
    'nothing-to-snooze': ({ task }) => rich`Task ${task} has no reminder that can be put off, and nothing was changed. What is overdue, chased or sent back is not put off: report, or ask for a later date. Type /duban mine for what waits for you.`,
    'snooze-too-late': ({ task, latest }, say) => latest === undefined ? rich`Task ${task} is due today: its reminder cannot be put off. Report, or ask for a later date.` : rich`The reminder of task ${task} can be put off to ${say.day(latest)} at the latest: after that it is past due. Choose a working day by then.`,
    'leader-note-none': ({ task, after }) => rich`Task ${task} is nothing to tell a leader now: it would be ${counted(after, 'working day')} overdue, with no completion claimed. Type /duban leader-notes for what waits.`,
    'leader-none': () => rich`No leader is registered. An admin grants the role: /duban people grant @person leader, and the fields of charge after it.`,
    'coordinated-already': ({ task, on }, say) => rich`What was to be settled on task ${task} was settled on ${say.day(on)}.`,
    'coordination-none': ({ task }) => rich`No two units of task ${task} name each other: nothing is to be settled. Type /duban queue for what waits.`,
    'hand-up-nothing': ({ task }) => rich`The unit of task ${task} has not said that anything stands in its way, so there are no words to hand up. Ask it first: /duban nudge ${task}.`,
  },
} satisfies Record<Lang, Partial<Words>>
