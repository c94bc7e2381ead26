// “No” to what was done: reports, claims, days, nudges, reviews, duties.
import { dayOf, monthOf, yearOf, type Day } from '#src/calendar/day.ts'
import type { Lang } from './card.ts'
import type { Words } from './refusal-say.ts'
import { reviewKindWords } from './review-kind-words.ts'
import { rich } from './rich.ts'

const stateWords = { zh: { normal: '正常推进', difficulty: '有困难', blocked: '受阻' }, en: { normal: 'on track', difficulty: 'in difficulty', blocked: 'blocked' } } as const

export const workRefused = {
  zh: {
    'assignment-closed': ({ closedOn }, say) => rich`这项任务已于${say.day(closedOn)}办结，无需再填。${say.isSelf ? '' : `如有变化，请联系${say.secretary}。`}`,
    'assignment-claimed': ({ claimedOn, by }, say) => rich`${say.person(by)}已于${say.day(claimedOn)}申请办结，正待${say.secretary}审核，现在不用再报。退回后可以再填。`,
    'assignment-not-claimed': ({ task, before }, say) => rich`第${task}项没有待审核的办结申请${before === undefined ? '' : `：${{ accepted: '上次的已同意', returned: '上次的已退回，单位还没有再报', withdrawn: '单位自己撤回了' }[before.how]}(${say.day(before.on)})`}，什么也没有记。输入 /duban 任务 ${task} 看现状。`,
    'claim-changed': ({ task, claimedOn, by }, say) => rich`没有记录：第${task}项的办结申请已换成${say.person(by)}${say.day(claimedOn)}的新申请。请看过新申请后再审核。`,
    'already-answered': ({ at, by, progress, state }, say) => rich`${say.person(by)}已于${say.moment(at)}填报“${stateWords.zh[state]}${progress === undefined ? '' : `，${progress}%`}”，以此为准。要更改，请点“更正”或重新填报。`,
    'progress-falls': ({ from, to }) => rich`上次报的是${from}%，这次是${to}%，低于上次，所以没有记录。填错了请改数字；确实回落，请选“按${to}%更正”。`,
    'reason-missing': () => rich`还差一句说明，所以没有记录。请写明原因或情况，一句话就行。`,
    'day-out-of-years': ({ day, from, to }, say) => rich`${say.day(day)}离方案的年份太远，没有记录：能写的是${from}年到${to}年。请核对年份再写。`,
    'day-past': ({ day, today }, say) => day === today ? rich`今天就是${say.day(today)}。请选明天或以后的日期。` : rich`${say.day(day)}已经过去，今天是${say.day(today)}。请选今天或以后的日期。`,
    'day-ahead': ({ day, today }, say) => rich`${say.day(day)}还没有到，今天是${say.day(today)}。请选今天或以前的日期。`,
    'day-unreal': ({ asked, lastDay }, say) =>
      lastDay === undefined ? rich`日历上没有“${asked}”，请核对后重填，例如 6月30日。` : rich`“${asked}”不存在，请填${say.day(lastDay)}或${say.day(dayAfterMonth(lastDay))}。`,
    'day-unclear': ({ asked, meant }) => (asked === '' ? rich`还没有写日期，请这样写：6月30日 或 2026-06-30。` : rich`看不懂日期“${asked}”，请这样写：6月30日、2026-06-30 或 ${meant === 'past' ? '昨天' : '明天'}。`),
    'nudged-already': ({ on }, say) => rich`${say.day(on)}已经催过，一天只催一次。下一个工作日可以再催，急事请直接打电话。`,
    'nobody-to-ask': ({ unit }, say) => rich`${say.units([unit])}还没有联络员，没有人可以通知。请${say.secretary}用 /duban 人员 指定 @本人 ${say.units([unit])} 指定一位。`,
    'review-unknown': ({ asked }) => rich`没有找到调度“${asked}”。输入 /duban 调度 查看已安排的调度。`,
    'review-none': ({ on }, say) => rich`${on === undefined ? '现在' : say.day(on)}没有待开展的调度，什么也没有记。${on === undefined ? '' : '要看有哪些请输入 /duban 调度，'}要安排请输入 /duban 调度 安排。`,
    'review-closed': ({ on }, say) => rich`这次调度已于${say.day(on)}登记结果，不用再登记。`,
    'review-cancelled': ({ on, reason }, say) => rich`这次调度已于${say.day(on)}取消（${reason}），没有记录。要再开展，请用 /duban 调度 另行安排。`,
    'review-ahead': ({ day }, say) => rich`这次调度安排在${say.day(day)}，还没有到日子，所以没有记录。提前开展的，请先改期到今天。`,
    'review-other-task': ({ task, tasks }) => rich`第${task}项不在这次调度里（共${tasks.length}项：${tasks.slice(0, 8).join('、')}${tasks.length > 8 ? '等' : ''}），所以没有记录。`,
    'rectify-no-unit': ({ task }) => rich`第${task}项还没有责任单位，不知道由谁整改，所以没有记录。请先用 /duban 定牵头 ${task} 单位名 定下牵头单位。`,
    'rectify-done': ({ task }) => rich`整改任务（第${task}项）已经办结，不能再改认定。情况有变的，请安排回头看。`,
    'review-scheduled': ({ review, kind, day }, say) => rich`${say.day(day)}的这次${reviewKindWords.zh[kind]}已经安排了（${review}），没有再记。要改日子请输入 /duban 调度改期 ${review}，要看请输入 /duban 调度。`,
    'review-empty': ({ asked }) => rich`${asked === undefined ? '没有选中任何任务' : `“${asked}”里现在没有在办任务`}，调度没有安排。请写任务号、领域或单位，例如 /duban 调度 7月10日 12 15。`,
    'review-no-days': ({ until }, say) => rich`方案到${say.day(until)}为止，此前没有这样的日子了，没有安排。请另选日期。`,
    'occurrence-unknown': ({ asked }) => rich`没有找到周期任务“${asked}”。输入 /duban 周期 查看该报送的事项。`,
    'not-debtor': ({ unit, debtors }) => rich`这件事不由${unit}办，由${debtors.join('、')}办。输入 /duban 周期 看本单位的事项。`,
    'nothing-to-receive': ({ asked }) => rich`“${asked}”没有等您签收的报送。输入 /duban 周期 看现状。`,
    'submissions-several': ({ asked, waiting }) => rich`“${asked}”有${waiting}份报送等您签收，没有记录。输入 /duban 周期，点要签收或退回的那一份。`,
    'receiver-answers': ({ unit }) => rich`收没收到、退不退，由${unit}自己点“已收到”或“退回”。请联系${unit}的联络员；它没有联络员时才可以代录。`,
    'occurrence-done': ({ on, by }, say) => rich`${say.person(by)}已于${say.day(on)}报送过这一期，不用再报。`,
    'received-already': ({ on, by }, say) => rich`${say.person(by)}已于${say.day(on)}确认收到这一期，没有再记录。刚点错的，由本人输入 /duban 撤销 收回；缺材料，请直接联系报送单位。`,
  },
  en: {
    'assignment-closed': ({ closedOn }, say) => rich`Closed on ${say.day(closedOn)}: no report is needed.${say.isSelf ? '' : ` If something changed, tell ${say.secretary}.`}`,
    'assignment-claimed': ({ claimedOn, by }, say) => rich`${say.person(by)} said on ${say.day(claimedOn)} that it is done, and ${say.isSelf ? 'you are' : `${say.secretary} is`} to review it: no report is needed now. If it is sent back you can report again.`,
    'assignment-not-claimed': ({ task, before }, say) => rich`Task ${task} has no completion to review${before === undefined ? '' : `: the last one was ${{ accepted: 'accepted', returned: 'returned', withdrawn: 'taken back by the unit' }[before.how]} on ${say.day(before.on)}`}. Nothing was recorded. Type /duban task ${task} to see where it stands.`,
    'claim-changed': ({ task, claimedOn, by }, say) => rich`Not recorded: another completion of task ${task} waits now, of ${say.person(by)} on ${say.day(claimedOn)}. Look at it, then decide.`,
    'already-answered': ({ at, by, progress, state }, say) => rich`${say.person(by)} reported “${stateWords.en[state]}${progress === undefined ? '' : `, ${progress}%`}” on ${say.moment(at)}, and that stands. To change it, type /duban report.`,
    'progress-falls': ({ from, to }) => rich`The last report said ${from}%, this one ${to}%, which is lower: nothing was recorded. Correct the number, or confirm that it fell to ${to}%.`,
    'reason-missing': () => rich`A sentence is missing, so nothing was recorded. Say what happened or why, in a few words.`,
    'day-out-of-years': ({ day, from, to }, say) => rich`${say.day(day)} is too far from the years of the plan, so nothing was recorded: a day from ${from} to ${to} will do. Look at the year and write it again.`,
    'day-past': ({ day, today }, say) => day === today ? rich`${say.day(today)} is today. Choose tomorrow or a later day.` : rich`${say.day(day)} is past; today is ${say.day(today)}. Choose today or a later day.`,
    'day-ahead': ({ day, today }, say) => rich`${say.day(day)} is still ahead; today is ${say.day(today)}. Choose today or an earlier day.`,
    'day-unreal': ({ asked, lastDay }, say) =>
      lastDay === undefined ? rich`No calendar has “${asked}”. Check it and write, say, 30 June or 2026-06-30.` : rich`There is no “${asked}”: write ${say.day(lastDay)} or ${say.day(dayAfterMonth(lastDay))}.`,
    'day-unclear': ({ asked, meant }) => (asked === '' ? rich`A date is missing: write 30 June or 2026-06-30.` : rich`“${asked}” is not a date I can read: write 30 June, 2026-06-30 or ${meant === 'past' ? 'yesterday' : 'tomorrow'}.`),
    'nudged-already': ({ on }, say) => rich`Nudged already on ${say.day(on)}: once a day is enough. Nudge again on the next working day, or telephone.`,
    'nobody-to-ask': ({ unit }, say) => rich`${say.units([unit])} has no contact, so there is nobody to tell. ${say.ask} type /duban people name @person ${say.units([unit])}.`,
    'review-unknown': ({ asked }) => rich`There is no review “${asked}”. Type /duban review for those that are scheduled.`,
    'review-none': ({ on }, say) => rich`No review is ahead${on === undefined ? '' : rich` on ${say.day(on)}`}; nothing was recorded. ${on === undefined ? '' : 'See which are with /duban review. '}Schedule one with /duban review schedule.`,
    'review-closed': ({ on }, say) => rich`The outcome of this review was recorded on ${say.day(on)}; nothing more is needed.`,
    'review-cancelled': ({ on, reason }, say) => rich`This review was called off on ${say.day(on)} (${reason}); nothing was recorded. Schedule another with /duban review.`,
    'review-ahead': ({ day }, say) => rich`This review is on ${say.day(day)}, which has not come: nothing was recorded. To hold it earlier, move it to today first.`,
    'review-other-task': ({ task, tasks }) => rich`Task ${task} is not in this review (${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'}: ${tasks.slice(0, 8).join(', ')}${tasks.length > 8 ? ' …' : ''}); nothing was recorded.`,
    'rectify-no-unit': ({ task }) => rich`Task ${task} has no unit yet, so nobody would put it right: nothing was recorded. Name its lead first: /duban set-lead ${task} <unit>.`,
    'rectify-done': ({ task }) => rich`What was to be put right (task ${task}) is done and accepted; the finding stands. If that has changed, schedule a look back.`,
    'review-scheduled': ({ review, kind, day }, say) => rich`This ${reviewKindWords.en[kind]} of ${say.day(day)} is scheduled already (${review}); nothing was recorded. Move it with /duban move-review ${review}, or type /duban review to see what is ahead.`,
    'review-empty': ({ asked }) => rich`${asked === undefined ? 'No task was chosen' : `“${asked}” has no open task now`}, so no review was scheduled. Name tasks, a section or a unit: /duban review 7/10 12 15.`,
    'review-no-days': ({ until }, say) => rich`The plan ends on ${say.day(until)}, and there is no such day before: nothing was scheduled. Choose another day.`,
    'occurrence-unknown': ({ asked }) => rich`There is nothing owed under “${asked}”. Type /duban duties for what is.`,
    'not-debtor': ({ unit, debtors }) => rich`This is not for ${unit} to do but for ${debtors.join(', ')}. Type /duban duties for what your unit owes.`,
    'nothing-to-receive': ({ asked }) => rich`Nothing under “${asked}” waits to be received by you. Type /duban duties to see where it stands.`,
    'submissions-several': ({ asked, waiting }) => rich`${waiting} submissions under “${asked}” wait for you, so nothing was recorded. Type /duban duties and press the one you mean.`,
    'receiver-answers': ({ unit }) => rich`Whether it came, and whether it goes back, is ${unit}'s own to press. Ask its contact; it is recorded on behalf only where there is none.`,
    'occurrence-done': ({ on, by }, say) => rich`${say.person(by)} handed this in on ${say.day(on)}; it is not needed again.`,
    'received-already': ({ on, by }, say) => rich`${say.person(by)} confirmed its receipt on ${say.day(on)}; nothing was recorded again. Of a slip just now they may type /duban undo to take it back; for what is missing, ask the unit that handed it in.`,
  },
} satisfies Record<Lang, Partial<Words>>

/** The first of the next month. */
const dayAfterMonth = (last: Day): Day => dayOf(yearOf(last) + (monthOf(last) === 12 ? 1 : 0), (monthOf(last) % 12) + 1, 1) ?? last
