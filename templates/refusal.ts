// Every “no”, as a sentence that names the limit, the value and the way out. A code without its words does not compile.
import { dayOf, monthOf, yearOf, type Day, type Instant } from '#src/calendar/day.ts'
import { whoMay } from '#src/directory/permissions.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import type { Actor } from '#src/ledger/stamp.ts'
import { nearestNames } from '#src/queries/nearest-names.ts'
import type { ImportRefusal, ReadableKind } from '#src/reader/document-refusal.ts'
import type { TooHeavy } from '#src/reader/reading.ts'
import type { Action, Card, Lang, Run } from './card.ts'
import { dayWords } from './day-words.ts'
import type { Names } from './names.ts'
import { permissionAct, whoCan } from './permission-words.ts'
import { roleNames } from './role-words.ts'
import { plain, rich, type Rich } from './rich.ts'
import { cutTo } from './cut-to.ts'
import { ways } from './ways.ts'

export type AnyRefusal = Refusal | ImportRefusal

/** Ids and days as this reader is to see them. */
type Say = {
  day: (day: Day) => string
  units: (ids: readonly UnitId[]) => string
  person: (by: Actor) => string
  moment: (at: Instant) => string
  plan: (id: Parameters<Names['plan']>[0]) => string
  secretary: string
  /** Asks the secretary to do it; one who is the secretary can do it herself. English, before a verb. */
  ask: string
  /** The asker is a secretary. */
  isSelf: boolean
  who: (permission: Parameters<typeof whoCan>[0]) => string
}
type Words = { [Code in AnyRefusal['code']]: (why: Extract<AnyRefusal, { code: Code }>, say: Say) => Rich }

const stateWords = { zh: { normal: '正常推进', difficulty: '有困难', blocked: '受阻' }, en: { normal: 'on track', difficulty: 'in difficulty', blocked: 'blocked' } } as const

const zh: Words = {
  'plan-unknown': ({ asked, plans }, say) =>
    plans.length === 0 ? rich`没有找到方案“${asked}”，目前还没有导入任何方案。` : rich`没有找到方案“${asked}”，现有：${plans.map((id) => `${say.plan(id)}(${id})`).join('、')}。请从中选一个。`,
  'plan-none': (_, say) => rich`还没有任何方案。请${say.secretary}把方案文件发给我，或输入 /duban 导入。`,
  'plan-exists': ({ plan }, say) => rich`方案《${say.plan(plan)}》(${plan})已经导入过，不会重复导入。输入 /duban 方案 ${plan} 查看。`,
  'plan-handed-out': ({ on }, say) => rich`这个方案已于${say.day(on)}通知联络员，不会再通知一遍。`,
  'plan-not-handed-out': (_, say) => rich`这个方案还没有通知联络员，暂不能这样做。请${say.secretary}先点“通知联络员”。`,
  'task-unknown': ({ asked, tasks }) =>
    tasks === 0 ? rich`没有找到任务“${asked}”，这里还没有任务。输入 /duban 方案 查看。` : rich`没有找到任务“${asked}”，编号在1到${tasks}之间。输入 /duban 任务 查看清单。`,
  'task-in-several-plans': ({ asked, plans }) => rich`有${plans.length}个方案都有第${asked}项，请选您要的那一项：${plans.map(({ id, title, task }) => `${id}-${asked} ${cutTo(task, 20)}(${title})`).join('；')}。`,
  'unit-unknown': ({ asked }) => rich`没有找到单位“${asked}”。输入 /duban 单位 查看全部单位和别名。`,
  'unit-not-on-task': ({ task, units }, say) =>
    units.length === 0 ? rich`第${task}项还没有责任单位，请${say.secretary}先定牵头单位。` : rich`第${task}项不由您的单位承担，承担单位是${say.units(units)}。${say.isSelf ? '' : `如有出入，请告诉${say.secretary}。`}`,
  'person-unknown': ({ asked }, say) => rich`人员名册里没有“${asked}”。请${say.secretary}用 /duban 人员 登记 @本人 姓名 先登记。`,
  'person-known': ({ name }) => rich`这个账号已经登记为“${name}”，不用再登记。输入 /duban 人员 查看。`,
  'person-unclear': ({ asked }) => rich`登记要写明是谁、叫什么${asked === '' ? '' : `，“${asked}”看不出来`}。请这样写：/duban 人员 登记 @本人 姓名。`,
  'role-unknown': ({ asked }) => (asked === '' ? rich`还没有写授哪个角色，可以是：${roleNames('zh').join('、')}。` : rich`没有“${asked}”这个角色，可以是：${roleNames('zh').join('、')}。`),
  'person-no-leader': ({ name }, say) => rich`只有领导才有分管领域，${name}现在不是领导。请${say.who('grant-role')}先用 /duban 人员 授权 @本人 领导 授权。`,
  'last-admin': ({ name }) => rich`${name}是唯一的管理员，收回后就没有人能授权了，所以没有收回。请先用 /duban 人员 授权 @本人 管理员 授权另一位。`,
  'not-permitted': ({ permission }, say) => rich`只有${say.who(permission)}能${permissionAct(permission, 'zh')}，您的账号不能。${askWhom(permission, say, 'zh')}`,
  'assignment-closed': ({ closedOn }, say) => rich`这项任务已于${say.day(closedOn)}办结，无需再填。${say.isSelf ? '' : `如有变化，请联系${say.secretary}。`}`,
  'assignment-claimed': ({ claimedOn, by }, say) => rich`${say.person(by)}已于${say.day(claimedOn)}申请办结，正待${say.secretary}审核，现在不用再报。退回后可以再填。`,
  'assignment-not-claimed': ({ task }) => rich`第${task}项没有待审核的办结申请，可能已经审过。输入 /duban 任务 ${task} 看现状。`,
  'claim-changed': ({ task, claimedOn, by }, say) => rich`没有记录：第${task}项的办结申请已换成${say.person(by)}${say.day(claimedOn)}的新申请。请看过新申请后再审核。`,
  'already-answered': ({ at, by, progress, state }, say) => rich`${say.person(by)}已于${say.moment(at)}填报“${stateWords.zh[state]}，${progress}%”，以此为准。要更改，请用 /duban 填报 重新填。`,
  'progress-falls': ({ from, to }) => rich`上次报的是${from}%，这次是${to}%，低于上次，所以没有记录。填错了请改数字；确实回落，请选“按${to}%更正”。`,
  'reason-missing': () => rich`还差一句说明，所以没有记录。请写明原因或情况，一句话就行。`,
  'day-past': ({ day, today }, say) => rich`${say.day(day)}已经过去，今天是${say.day(today)}。请选今天或以后的日期。`,
  'day-unreal': ({ asked, lastDay }, say) =>
    lastDay === undefined ? rich`日历上没有“${asked}”，请核对后重填，例如 6月30日。` : rich`“${asked}”不存在，请填${say.day(lastDay)}或${say.day(dayAfterMonth(lastDay))}。`,
  'day-unclear': ({ asked }) => (asked === '' ? rich`还没有写日期，请这样写：6月30日 或 2026-06-30。` : rich`看不懂日期“${asked}”，请这样写：6月30日、2026-06-30 或 明天。`),
  'nudged-already': ({ on }, say) => rich`${say.day(on)}已经催过，一天只催一次。下一个工作日可以再催，急事请直接打电话。`,
  'nobody-to-ask': ({ unit }, say) => rich`${say.units([unit])}还没有联络员，没有人可以通知。请${say.secretary}用 /duban 人员 指定 @本人 ${say.units([unit])} 指定一位。`,
  'body-unknown': ({ asked, bodies }) =>
    bodies.length === 0 ? rich`没有找到“${asked}”，这个方案没有写领导小组或专班。` : rich`没有找到“${asked}”，方案里有：${bodies.join('、')}。请从中选一个。`,
  'meeting-unknown': ({ asked }) => rich`没有找到会议“${asked}”。输入 /duban 会议 查看已安排的会议。`,
  'meeting-settled': ({ state, on }, say) => rich`这次会议已于${say.day(on)}登记为“${state === 'held' ? '已召开' : '未召开'}”，不用再登记。`,
  'meeting-ahead': ({ on }, say) => rich`这次会议定在${say.day(on)}，还没到日子，不能登记为已召开。当天或之后再登记。`,
  'review-unknown': ({ asked }) => rich`没有找到调度“${asked}”。输入 /duban 调度 查看已安排的调度。`,
  'review-closed': ({ on }, say) => rich`这次调度已于${say.day(on)}登记结果，不用再登记。`,
  'review-empty': () => rich`没有选中任何任务，调度没有安排。请写任务号或单位，例如 /duban 调度 7月10日 12 15。`,
  'occurrence-unknown': ({ asked }) => rich`没有找到周期任务“${asked}”。输入 /duban 我的 查看该报送的事项。`,
  'not-debtor': ({ unit, debtors }) => rich`这件事不由${unit}办，由${debtors.join('、')}办。输入 /duban 周期 看本单位的事项。`,
  'nothing-to-receive': ({ asked }) => rich`“${asked}”没有等您签收的报送。输入 /duban 周期 看现状。`,
  'occurrence-done': ({ on, by }, say) => rich`${say.person(by)}已于${say.day(on)}报送过这一期，不用再报。`,
  'doubt-unknown': ({ asked, open }) => rich`没有第${asked}处存疑，还有${open}处待核。输入 /duban 存疑 查看。`,
  'year-unclear': ({ asked }) => rich`“${cutTo(asked, 30)}”里没有年份，这处存疑还开着。请写四位年份，例如 2026；一时定不下来，就先不答。`,
  'doubt-settled': ({ answer }) => rich`这处存疑已经核定为“${answer}”。要再改，请直接改任务的时限或牵头单位。`,
  'doubt-closed': ({ on }, say) => rich`这处存疑已随${say.day(on)}的修订取消，不用再核。`,
  'amendment-same': ({ plan }, say) => rich`这份文件与方案《${say.plan(plan)}》(${plan})现行内容没有差别，没有要修订的，什么也没有写入。`,
  'task-withdrawn': ({ task, on }, say) => rich`第${task}项已于${say.day(on)}依据修订撤销，不用再办。输入 /duban 任务 ${task} 看经过。`,
  'part-ended': ({ task, unit, on }, say) => rich`${say.day(on)}的修订已不再把第${task}项列给${say.units([unit])}，不用再报。原来的填报都还留着。`,
  'nothing-amended': ({ task }) => rich`第${task}项没有待确认的修订，可能已经确认过。输入 /duban 任务 ${task} 看现状。`,
  'rhythm-unclear': ({ asked }) => rich`看不出“${cutTo(asked, 30)}”是多久一次，这处存疑还开着。请写“每半年1次”“每季度”，或“不作要求”。`,
  'draft-full': ({ most }) => rich`这份导入稿已有${most}处更正，不能再加。请先确认导入，其余的在导入后再改。`,
  'draft-none': () => rich`您没有等待确认的导入稿。请先把方案文件发给我，或直接粘贴正文。`,
  'draft-gone': () => rich`这份导入稿已经不在了(保留30天)，什么也没有写入。请把文件重新发给我。`,
  'clock-backwards': () => rich`时钟只能往前走，没有动。请写以后的时间，例如 /duban 快进 1天。`,
  'cannot-record': () => rich`暂时无法记录，什么也没有写入，您填的内容没有算数。请过几分钟再试。`,
  'text-empty': () => rich`没有读到文字，所以没有导入。请把方案正文粘贴给我，或发 docx、xlsx、PDF、txt 文件。`,
  'text-too-long': ({ characters, limit }) => rich`正文最多${limit}字，这份有${characters}字，没有导入。请只发方案正文，附件另发。`,
  'text-binary': () => rich`读到的不是文字，没有导入。请发 docx、xlsx、PDF、txt 文件，或直接粘贴正文。`,
  'text-secret': ({ mark }) => rich`文件标有“${mark}”，本系统不得处理涉密文件，内容没有保存。请按保密规定办理，并删除您刚发的消息。`,
  'text-several-plans': ({ plans }) => rich`这份文件里有${plans.length}个方案，一次导入一个，请选：${plans.map(({ title, line, tasks }, at) => `${at + 1}.《${title}》(第${line}行起，${tasks}项)`).join('；')}。`,
  'text-too-many-tasks': ({ tasks, limit }) => rich`读到${tasks}项任务，超过一个方案${limit}项的上限，没有导入。请按章节分成几份，分别导入。`,
  'text-too-heavy': (heavy) => rich`读这份正文超过了${heavyWords(heavy, 'zh')}的上限，已停下，没有导入。请按章节分成几份，分别导入。`,
  'text-no-tasks': ({ lines }) => rich`读了${lines}行，没有找到编了号的任务，没有导入。请确认发的是方案正文，任务前有“1.”“(一)”这样的编号。`,
  'file-too-large': (why) => tooLarge(why, 'zh'),
  'file-kind-unknown': ({ name, reads }) => rich`不认识“${name}”这种文件，没有导入。现在能读${kinds(reads)}。请另存后再发，或直接粘贴正文。`,
  'file-legacy': ({ name, saveAs }) => rich`“${name}”是旧格式或加了密码，读不了。请在Word或WPS里另存为${saveAs}(不设密码)再发。`,
  'file-too-heavy': ({ name, ...heavy }) => rich`读“${name}”超过了${heavyWords(heavy, 'zh')}的上限，已停下，没有导入。请删去附件和图片、另存为docx再发，或直接粘贴正文。`,
  'file-broken': ({ name }) => rich`“${name}”打不开，文件可能已损坏，没有导入。请打开核对、另存一份再发，或直接粘贴正文。`,
  'file-binary': ({ name }) => rich`“${name}”里不是文字，没有导入。请发 docx、xlsx、PDF、txt 文件，或直接粘贴正文。`,
  'pdf-scanned': () => rich`此 PDF 是扫描图片，没有文字，没有导入。请发 docx 或带文字的 PDF，或先做文字识别、核对后再发。`,
  'pdf-locked': () => rich`此 PDF 加了密码，打不开，没有导入。请去掉密码另存后再发，或发 docx。`,
  'pdf-garbled': () => rich`此 PDF 的字体没有注明是什么字，读出来是乱码，没有导入。请发 docx，或用原来的程序重新导出 PDF。`,
  'pdf-too-long': ({ pages, limit }) => rich`此 PDF 有${pages}页，最多读${limit}页，没有导入。请只保留方案正文再发，或直接粘贴正文。`,
  'pdf-broken': () => rich`此 PDF 打不开，文件可能已损坏，没有导入。请打开核对、重新导出再发，或直接粘贴正文。`,
}

const en: Words = {
  'plan-unknown': ({ asked, plans }, say) =>
    plans.length === 0 ? rich`There is no plan “${asked}”: none has been imported yet.` : rich`There is no plan “${asked}”. Choose one of: ${plans.map((id) => `${say.plan(id)} (${id})`).join(', ')}.`,
  'plan-none': (_, say) => rich`There is no plan yet. ${say.ask} send me the document, or to type /duban import.`,
  'plan-exists': ({ plan }, say) => rich`“${say.plan(plan)}” (${plan}) is here already and is not imported twice. Type /duban plan ${plan} to see it.`,
  'plan-handed-out': ({ on }, say) => rich`The contacts of this plan were told on ${say.day(on)} and are not told again.`,
  'plan-not-handed-out': (_, say) => rich`This plan is not handed out yet, so this cannot be done. ${say.ask} hand it out first.`,
  'task-unknown': ({ asked, tasks }) =>
    tasks === 0 ? rich`There is no task “${asked}”: there are no tasks yet. Type /duban plan to see the plans.` : rich`There is no task “${asked}”: the numbers go from 1 to ${tasks}. Type /duban task for the list.`,
  'task-in-several-plans': ({ asked, plans }) => rich`${plans.length} plans have a task ${asked}. Choose one: ${plans.map(({ id, title, task }) => `${id}-${asked} ${cutTo(task, 40)} (${title})`).join('; ')}.`,
  'unit-unknown': ({ asked }) => rich`There is no unit “${asked}”. Type /duban units for all units and their other names.`,
  'unit-not-on-task': ({ task, units }, say) =>
    units.length === 0 ? rich`Task ${task} has no unit yet. ${say.ask} name its lead first.` : rich`Task ${task} is not your unit's: it is for ${say.units(units)}.${say.isSelf ? '' : ` If that is wrong, tell ${say.secretary}.`}`,
  'person-unknown': ({ asked }, say) => rich`“${asked}” is not in the directory. ${say.ask} type /duban people add @person name.`,
  'person-known': ({ name }) => rich`This account is registered already, as “${name}”. Type /duban people to see everybody.`,
  'person-unclear': ({ asked }) => rich`Say who and by what name${asked === '' ? '' : `; “${asked}” does not tell`}: /duban people add @person name.`,
  'role-unknown': ({ asked }) => (asked === '' ? rich`Which role is missing. It is one of: ${roleNames('en').join(', ')}.` : rich`There is no role “${asked}”. It is one of: ${roleNames('en').join(', ')}.`),
  'person-no-leader': ({ name }, say) => rich`Only a leader has fields of charge, and ${name} is none now. Ask ${say.who('grant-role')} to type /duban people grant @person leader.`,
  'last-admin': ({ name }) => rich`${name} is the only admin: without one nobody could grant roles, so nothing was taken back. First type /duban people grant @person admin for somebody else.`,
  'not-permitted': ({ permission }, say) => rich`Only ${say.who(permission)} can ${permissionAct(permission, 'en')}; your account cannot. ${askWhom(permission, say, 'en')}`,
  'assignment-closed': ({ closedOn }, say) => rich`Closed on ${say.day(closedOn)}: no report is needed.${say.isSelf ? '' : ` If something changed, tell ${say.secretary}.`}`,
  'assignment-claimed': ({ claimedOn, by }, say) => rich`${say.person(by)} said on ${say.day(claimedOn)} that it is done, and ${say.isSelf ? 'you are' : `${say.secretary} is`} to review it: no report is needed now. If it is sent back you can report again.`,
  'assignment-not-claimed': ({ task }) => rich`Task ${task} has no completion to review; it may have been reviewed already. Type /duban task ${task} to see where it stands.`,
  'claim-changed': ({ task, claimedOn, by }, say) => rich`Not recorded: another completion of task ${task} waits now, of ${say.person(by)} on ${say.day(claimedOn)}. Look at it, then decide.`,
  'already-answered': ({ at, by, progress, state }, say) => rich`${say.person(by)} reported “${stateWords.en[state]}, ${progress}%” on ${say.moment(at)}, and that stands. To change it, type /duban report.`,
  'progress-falls': ({ from, to }) => rich`The last report said ${from}%, this one ${to}%, which is lower: nothing was recorded. Correct the number, or confirm that it fell to ${to}%.`,
  'reason-missing': () => rich`A sentence is missing, so nothing was recorded. Say what happened or why, in a few words.`,
  'day-past': ({ day, today }, say) => rich`${say.day(day)} is past; today is ${say.day(today)}. Choose today or a later day.`,
  'day-unreal': ({ asked, lastDay }, say) =>
    lastDay === undefined ? rich`No calendar has “${asked}”. Check it and write, say, 6月30日 or 2026-06-30.` : rich`There is no “${asked}”: write ${say.day(lastDay)} or ${say.day(dayAfterMonth(lastDay))}.`,
  'day-unclear': ({ asked }) => (asked === '' ? rich`A date is missing: write 2026-06-30 or 6/30.` : rich`“${asked}” is not a date I can read: write 2026-06-30, 6/30 or tomorrow.`),
  'nudged-already': ({ on }, say) => rich`Nudged already on ${say.day(on)}: once a day is enough. Nudge again on the next working day, or telephone.`,
  'nobody-to-ask': ({ unit }, say) => rich`${say.units([unit])} has no contact, so there is nobody to tell. ${say.ask} type /duban people name @person ${say.units([unit])}.`,
  'body-unknown': ({ asked, bodies }) => (bodies.length === 0 ? rich`There is no body “${asked}”: this plan names none.` : rich`There is no body “${asked}”. Choose one of: ${bodies.join(', ')}.`),
  'meeting-unknown': ({ asked }) => rich`There is no meeting “${asked}”. Type /duban meeting for those that are scheduled.`,
  'meeting-settled': ({ state, on }, say) => rich`This meeting was recorded as ${state === 'held' ? 'held' : 'not held'} on ${say.day(on)}; nothing more is needed.`,
  'meeting-ahead': ({ on }, say) => rich`This meeting is on ${say.day(on)} and cannot have been held yet. Record it on that day or later.`,
  'review-unknown': ({ asked }) => rich`There is no review “${asked}”. Type /duban review for those that are scheduled.`,
  'review-closed': ({ on }, say) => rich`The outcome of this review was recorded on ${say.day(on)}; nothing more is needed.`,
  'review-empty': () => rich`No task was chosen, so no review was scheduled. Name tasks or a unit: /duban review 7/10 12 15.`,
  'occurrence-unknown': ({ asked }) => rich`There is nothing owed under “${asked}”. Type /duban mine for what is.`,
  'not-debtor': ({ unit, debtors }) => rich`This is not for ${unit} to do but for ${debtors.join(', ')}. Type /duban duties for what your unit owes.`,
  'nothing-to-receive': ({ asked }) => rich`Nothing under “${asked}” waits to be received by you. Type /duban duties to see where it stands.`,
  'occurrence-done': ({ on, by }, say) => rich`${say.person(by)} handed this in on ${say.day(on)}; it is not needed again.`,
  'doubt-unknown': ({ asked, open }) => rich`There is no doubt number ${asked}; ${open} are open. Type /duban doubts to see them.`,
  'year-unclear': ({ asked }) => rich`There is no year in “${cutTo(asked, 30)}”, so the doubt stays open. Write four digits, such as 2026; if it cannot be said yet, leave it.`,
  'doubt-settled': ({ answer }) => rich`This doubt was settled as “${answer}”. To change it, change the task's date or lead.`,
  'doubt-closed': ({ on }, say) => rich`The amendment of ${say.day(on)} no longer raises this doubt; there is nothing to settle.`,
  'amendment-same': ({ plan }, say) => rich`This document says what “${say.plan(plan)}” (${plan}) says already: there is nothing to amend and nothing was written.`,
  'task-withdrawn': ({ task, on }, say) => rich`Task ${task} was withdrawn on ${say.day(on)} by an amendment; nothing is needed any more. Type /duban task ${task} for its history.`,
  'part-ended': ({ task, unit, on }, say) => rich`Since the amendment of ${say.day(on)}, ${say.units([unit])} has no part in task ${task}: no report is needed. What was reported is kept.`,
  'nothing-amended': ({ task }) => rich`Nothing of task ${task} waits for you; it may be settled already. Type /duban task ${task} to see how it stands.`,
  'rhythm-unclear': ({ asked }) => rich`“${cutTo(asked, 30)}” does not say how often, so the doubt stays open. Write 每半年1次 or 每季度, or 不作要求 for never.`,
  'draft-full': ({ most }) => rich`This draft has ${most} corrections and takes no more. Confirm it, and change the rest afterwards.`,
  'draft-none': () => rich`No import of yours waits to be confirmed. Send me the document or paste it first.`,
  'draft-gone': () => rich`This draft is gone (drafts are kept for 30 days) and nothing was written. Send the document again.`,
  'clock-backwards': () => rich`The clock only goes forward and was not moved. Name a later time: /duban fast-forward 1 day.`,
  'cannot-record': () => rich`Nothing can be recorded just now, and nothing was written. Try again in a few minutes.`,
  'text-empty': () => rich`There was no text, so nothing was imported. Paste the plan, or send a docx, xlsx, PDF or txt file.`,
  'text-too-long': ({ characters, limit }) => rich`A plan may have ${limit} characters; this has ${characters} and was not imported. Send the plan itself, without its annexes.`,
  'text-binary': () => rich`That was not text, so nothing was imported. Send a docx, xlsx, PDF or txt file, or paste the text.`,
  'text-secret': ({ mark }) => rich`The document is marked “${mark}”: classified documents must not be processed here, and nothing was kept. Delete the message you sent and follow the rules for classified papers.`,
  'text-several-plans': ({ plans }) => rich`The document holds ${plans.length} plans and they are imported one at a time. Choose: ${plans.map(({ title, line, tasks }, at) => `${at + 1}. “${title}” (from line ${line}, ${tasks} tasks)`).join('; ')}.`,
  'text-too-many-tasks': ({ tasks, limit }) => rich`${tasks} tasks were read, over the limit of ${limit} a plan; nothing was imported. Split it by chapters and import each.`,
  'text-too-heavy': (heavy) => rich`Reading this text went over the limit of ${heavyWords(heavy, 'en')} and was stopped; nothing was imported. Split it by chapters and import each.`,
  'text-no-tasks': ({ lines }) => rich`In ${lines} lines there was no numbered task, so nothing was imported. Make sure that it is the plan itself, with tasks numbered like “1.” or “(一)”.`,
  'file-too-large': (why) => tooLarge(why, 'en'),
  'file-kind-unknown': ({ name, reads }) => rich`“${name}” is a kind of file I do not know, so it was not imported. I read ${kinds(reads)}: save it as one of these, or paste the text.`,
  'file-legacy': ({ name, saveAs }) => rich`“${name}” is in an old format or has a password and cannot be read. Save it as ${saveAs} without a password and send it again.`,
  'file-too-heavy': ({ name, ...heavy }) => rich`Reading “${name}” went over the limit of ${heavyWords(heavy, 'en')} and was stopped; nothing was imported. Save it as docx without annexes and pictures, or paste the text.`,
  'file-broken': ({ name }) => rich`“${name}” cannot be opened and may be damaged; nothing was imported. Open it, save a copy and send that, or paste the text.`,
  'file-binary': ({ name }) => rich`“${name}” holds no text, so nothing was imported. Send a docx, xlsx, PDF or txt file, or paste the text.`,
  'pdf-scanned': () => rich`This PDF is scanned pictures and holds no words, so nothing was imported. Send a docx or a PDF with text, or run text recognition and check it first.`,
  'pdf-locked': () => rich`This PDF is locked by a password, so nothing was imported. Save it without one and send it again, or send a docx.`,
  'pdf-garbled': () => rich`The fonts of this PDF do not say which characters they print, so nothing was imported. Send a docx, or export the PDF anew.`,
  'pdf-too-long': ({ pages, limit }) => rich`This PDF has ${pages} pages; at most ${limit} are read, and nothing was imported. Keep the plan itself and send it again, or paste the text.`,
  'pdf-broken': () => rich`This PDF does not open and may be damaged, so nothing was imported. Check it, export it again, or paste the text.`,
}

const words: Record<Lang, Words> = { zh, en }

type FileTooLarge = Extract<ImportRefusal, { code: 'file-too-large' }>

/** What makes a file large differs by its kind, and so does the way out. */
const pictures = { zh: '请去掉图片和附件', en: 'Save it without pictures and annexes' }
const onlyPlan = { zh: '请只保留方案正文', en: 'Keep the plan itself only' }
const smaller: Record<ReadableKind, Record<Lang, string>> = {
  xlsx: { zh: '请删去空行和多余的工作表', en: 'Delete empty rows and sheets that are not needed' },
  docx: pictures, doc: pictures, pdf: pictures, csv: onlyPlan, txt: onlyPlan, md: onlyPlan,
}

function tooLarge({ bytes, limit, unpacked, kind }: FileTooLarge, lang: Lang): Rich {
  const way = smaller[kind ?? 'docx'][lang]
  if (lang === 'zh') return rich`文件${unpacked ? '展开后有' : '有'}${megabytes(bytes)}，超过${megabytes(limit)}的上限，没有导入。${way}再发，或直接粘贴正文。`
  return rich`The file ${unpacked ? 'unpacks to' : 'has'} ${megabytes(bytes)}; the limit is ${megabytes(limit)}, so it was not imported. ${way} and send it again, or paste the text.`
}

const heavyWords = ({ over, limit }: TooHeavy, lang: Lang): string => (over === 'memory' ? `${limit}MB${lang === 'zh' ? '内存' : ' of memory'}` : `${limit}${lang === 'zh' ? '秒' : ' seconds'}`)
const megabytes = (bytes: number): string => `${Math.max(0.1, Math.round((bytes / (1024 * 1024)) * 10) / 10)}MB`
const kinds = (reads: readonly ReadableKind[]): string => reads.join('、')

/** The first of the next month. */
const dayAfterMonth = (last: Day): Day => dayOf(yearOf(last) + (monthOf(last) === 12 ? 1 : 0), (monthOf(last) % 12) + 1, 1) ?? last

/** Whom to turn to. A stranger who may not even look has to be registered first. */
function askWhom(permission: Parameters<typeof whoMay>[0], say: Say, lang: Lang): string {
  const row = whoMay(permission)
  if (row.includes('known')) return lang === 'zh' ? `请${say.secretary}先登记您。` : `Ask ${say.secretary} to register you.`
  const whom = row.includes('secretary') ? say.secretary : say.who(permission)
  return lang === 'zh' ? `请找${whom}办理，或请督查室把您登记到单位。` : `Turn to ${whom}, or have the secretary register you with your unit.`
}

function sayIn(lang: Lang, names: Names | undefined): Say {
  const named = names === undefined ? {} : { secretary: names.secretaries, admin: names.admins }
  const secretaries = (names?.secretaries ?? []).join('、')
  const office = lang === 'zh' ? '督查室' : 'the secretary'
  const whole = secretaries === '' ? office : `${office}(${secretaries})`
  const isSelf = names?.isSecretary === true
  return {
    day: (day) => dayWords(day, lang, names?.today),
    units: (ids) => ids.map((id) => names?.unit(id) ?? id).join('、'),
    person: (by) => names?.person(by, lang) ?? by,
    moment: (at) => names?.moment(at, lang) ?? at.slice(0, 10),
    plan: (id) => names?.plan(id) ?? id,
    secretary: isSelf ? (lang === 'zh' ? '您' : 'you') : whole,
    ask: isSelf ? 'You can' : `Ask ${whole} to`,
    isSelf,
    who: (permission) => whoCan(permission, lang, named),
  }
}

/** One or two sentences. Without `names`, ids stand for themselves. */
export function refusalWords(refusal: AnyRefusal, lang: Lang, names?: Names): Rich {
  // The mapped type above guarantees that a code and its words belong together.
  return (words[lang][refusal.code] as (why: AnyRefusal, say: Say) => Rich)(refusal, sayIn(lang, names))
}

/**
 * The refusal with its way out as buttons.
 *
 * @param again the command that was refused and its arguments, for a button that gives it what was missing; its task is in `args.task` or `args.which`
 */
export function refusalCard(refusal: AnyRefusal, lang: Lang, names?: Names, again?: Run): Card {
  const line = refusalWords(refusal, lang, names)
  return { text: plain(line), lines: [line], actions: waysOut(refusal, lang, again) }
}

type Ways = { [Code in AnyRefusal['code']]?: (why: Extract<AnyRefusal, { code: Code }>, zh: boolean, again: Run | undefined) => readonly Action[] }

const toMine = (_: unknown, zh: boolean): Action[] => [{ label: zh ? '我的任务' : 'My tasks', run: ways.mine() }]
const toPlans = (_: unknown, zh: boolean): Action[] => [{ label: zh ? '看方案' : 'Plans', run: ways.plans() }]
const toPeople = (_: unknown, zh: boolean): Action[] => [{ label: zh ? '看人员' : 'People', run: ways.people() }]

/** Codes that are not here need no button: the sentence says what to type. */
const waysOutOf: Ways = {
  'task-in-several-plans': ({ plans, asked }, _, again) =>
    plans.map(({ id, title, task }) => ({ label: cutTo(`${id}-${asked} ${task}`, 60), says: cutTo(`${title} ${asked}`, 70), run: withTask(again, `${id}-${asked}`) })),
  'plan-unknown': toPlans,
  'plan-exists': toPlans,
  'task-unknown': (_, zh) => [{ label: zh ? '看任务清单' : 'All tasks', run: ways.tasks('') }],
  'unit-unknown': (_, zh) => [{ label: zh ? '看单位' : 'Units', run: ways.unitNames() }],
  'body-unknown': ({ asked, bodies }) => nearestNames(asked, bodies).map((body) => ({ label: body, run: { command: 'meeting', args: { body } } })),
  'person-unknown': toPeople,
  'person-known': toPeople,
  'role-unknown': (_, zh, again) => (again === undefined ? [] : roleNames(zh ? 'zh' : 'en').map((role) => ({ label: role, run: { ...again, args: { ...again.args, role } } }))),
  'person-no-leader': toPeople,
  'last-admin': toPeople,
  'nobody-to-ask': toPeople,
  'progress-falls': ({ to }, zh, again) => (again === undefined ? [] : [{ label: zh ? `按${to}%更正` : `Yes, ${to}%`, run: { ...again, args: { ...again.args, correction: true } } }]),
  'already-answered': toMine,
  'assignment-closed': toMine,
  'assignment-claimed': toMine,
  'unit-not-on-task': toMine,
  'cannot-record': (_, zh, again) => (again === undefined ? [] : [{ label: zh ? '再试一次' : 'Try again', run: again }]),
}

function waysOut(refusal: AnyRefusal, lang: Lang, again: Run | undefined): readonly Action[] {
  // As above: a code and its ways belong together.
  const way = waysOutOf[refusal.code] as ((why: AnyRefusal, zh: boolean, again: Run | undefined) => readonly Action[]) | undefined
  return way?.(refusal, lang === 'zh', again) ?? []
}

const withTask = (again: Run | undefined, task: string): Run => {
  if (again === undefined) return { command: 'task', args: { which: task } }
  const key = 'which' in again.args && !('task' in again.args) ? 'which' : 'task'
  return { ...again, args: { ...again.args, [key]: task } }
}
