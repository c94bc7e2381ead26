// “No” to who and what was meant: plans, tasks, units, people, and who may.
import { whoMay } from '#src/directory/permissions.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { holidayProblem } from './days-off.ts'
import { permissionAct } from './permission-words.ts'
import type { Say, Words } from './refusal-say.ts'
import { rich } from './rich.ts'
import { roleNames } from './role-words.ts'

export const namedRefused = {
  zh: {
    'plan-unknown': ({ asked, plans }, say) =>
      plans.length === 0 ? rich`没有找到方案“${asked}”，目前还没有导入任何方案。` : rich`没有找到方案“${asked}”，现有：${plans.map((id) => `${say.plan(id)}(${id})`).join('、')}。请从中选一个。`,
    'scope-unknown': ({ asked, near }) => rich`没有叫“${asked}”的方案、单位、领域或领导。${near.length === 0 ? '可以点“看方案”，或写单位全称。' : '您要的可能在下面，点一下就看。'}`,
    'scope-empty': ({ asked }) => rich`${asked}名下现在没有已下发的任务，没有可汇总的。`,
    'plan-none': (_, say) => rich`还没有任何方案。请${say.secretary}把方案文件发给我，或输入 /duban 导入。`,
    'plan-exists': ({ plan }, say) => rich`方案《${say.plan(plan)}》(${plan})已经导入过，不会重复导入。输入 /duban 方案 ${plan} 查看。`,
    'plan-handed-out': ({ on }, say) => rich`这个方案已于${say.day(on)}通知联络员，不会再通知一遍。`,
    'plan-archived': ({ on, reason }, say) => rich`这个方案已于${say.day(on)}归档(${reason})，不再填报和督办，什么也没有写入。要继续，请${say.secretary}输入 /duban 恢复方案。`,
    'plan-exists-archived': ({ plan, title, on }, say) => rich`这就是已于${say.day(on)}归档的方案《${title}》(${plan})，没有重复导入。要接着用，请点“恢复方案”，原来的填报都在。`,
    'own-days-off-known': () => rich`这几天都已经登记为休息日，不用再登记。`,
    'own-days-off-long': ({ days, limit }) => rich`一次最多登记${limit}天，这里是${days}天。请分段登记；整个方案停办，请用“归档”，一项停办请用“暂缓”。`,
    'own-days-off-no-working-day': () => rich`这几天本来就不是工作日，不会提醒，不用登记。`,
    'own-days-off-none': () => rich`这几天没有登记为这个方案的休息日，不用取消。登记了哪些，输入 /duban 休息日 查看。`,
    'plan-not-archived': () => rich`这个方案没有归档，照常督办，不用恢复。`,
    'plan-not-handed-out': (_, say) => rich`这个方案还没有通知联络员，暂不能这样做。请${say.secretary}先点“通知联络员”。`,
    'task-unknown': ({ asked, tasks }) =>
      tasks === 0 ? rich`没有找到任务“${asked}”，这里还没有任务。输入 /duban 方案 查看。` : rich`没有找到任务“${asked}”，编号在1到${tasks}之间。输入 /duban 任务 查看清单。`,
    'task-in-several-plans': ({ asked, plans }) => rich`有${plans.length}个方案都有第${asked}项，请选您要的那一项：${plans.map(({ id, title, task }) => `${id}-${asked} ${cutTo(task, 20)}(${title})`).join('；')}。`,
    'unit-unknown': ({ asked }) => rich`没有找到单位“${asked}”。输入 /duban 单位 查看全部单位和别名。`,
    'unit-in-group': ({ unit, other }, say) => rich`${say.units([unit])}和${say.units([other])}一个是另一个的成员，不是同一个单位，没有合并。请写另一个名称。`,
    'unit-not-on-task': ({ task, units, named }, say) =>
      named !== undefined && units.length > 0 ? rich`${say.units([named])}不承担第${task}项，承担单位是${say.units(units)}。什么也没有记，请改单位或任务号再发。` : units.length === 0 ? rich`第${task}项还没有责任单位，请${say.secretary}先定牵头单位。` : rich`第${task}项不由您的单位承担，承担单位是${say.units(units)}。${say.isSelf ? '' : `如有出入，请告诉${say.secretary}。`}`,
    'unit-leads-already': ({ task, unit }, say) => rich`第${task}项本来就由${say.units([unit])}牵头，没有记录。您单位不该列在这一项里的，请输入 /duban 单位核对 ${task} 有出入 加一句话说明，${say.secretary}据此核定。`,
    'person-unknown': ({ asked }, say) => rich`人员名册里没有“${asked}”。请${say.secretary}用 /duban 人员 登记 @本人 姓名 先登记。`,
    'person-known': ({ name }) => rich`这个账号已经登记为“${name}”，不用再登记。输入 /duban 人员 查看。`,
    'person-unclear': ({ asked }) => asked.startsWith('@') ? rich`“${asked}”只是文字，没有连到账号，没有登记。请输入 /duban 人员 登记 @ ，从弹出的名单里点选本人，再写姓名；名单里没有，请先邀请本人加入工作区。` : rich`登记要写明是谁、叫什么${asked === '' ? '' : `，“${asked}”看不出来`}。请这样写：/duban 人员 登记 @本人 姓名。`,
    'role-unknown': ({ asked }) => (asked === '' ? rich`还没有写授哪个角色，可以是：${roleNames('zh').join('、')}。` : rich`没有“${asked}”这个角色，可以是：${roleNames('zh').join('、')}。`),
    'person-no-leader': ({ name }, say) => rich`只有领导才有分管领域，${name}现在不是领导。请${say.who('grant-role')}先用 /duban 人员 授权 @本人 领导 授权。`,
    'telephone-unclear': ({ asked }) => rich`“${asked}”不像电话号码，没有记录。请写数字，例：0733-8812345，有分机写“转803”。`,
    'holiday-notice-unclear': ({ problem }) => rich`${holidayProblem(problem, 'zh')}，没有登记。请把国务院办公厅当年的放假安排通知全文贴在 /duban 放假安排 后面。`,
    'last-admin': ({ name }) => rich`${name}是唯一的管理员，收回后就没有人能授权了，所以没有收回。请先用 /duban 人员 授权 @本人 管理员 授权另一位。`,
    'not-permitted': ({ permission }, say) => rich`只有${say.who(permission)}能${permissionAct(permission, 'zh')}，您的账号不能。${askWhom(permission, say, 'zh')}`,
    'clock-backwards': () => rich`时钟只能往前走，没有动。请写以后的时间，例如 /duban 快进 1天。`,
    'past-view': () => rich`这里看的是过去某一天的情况，不能改动，没有记录。要办事请先回到今天的页面：输入 /duban 汇总 。`,
    'cannot-record': () => rich`暂时无法记录，什么也没有写入，您填的内容没有算数。请过几分钟再试。`,
  },
  en: {
    'plan-unknown': ({ asked, plans }, say) =>
      plans.length === 0 ? rich`There is no plan “${asked}”: none has been imported yet.` : rich`There is no plan “${asked}”. Choose one of: ${plans.map((id) => `${say.plan(id)} (${id})`).join(', ')}.`,
    'scope-unknown': ({ asked, near }) => rich`There is no plan, unit, section or leader called “${asked}”.${near.length === 0 ? ' See the plans, or write a unit’s whole name.' : ' Perhaps you mean one of these.'}`,
    'scope-empty': ({ asked }) => rich`Nothing of ${asked} has been handed out, so there is nothing to sum up.`,
    'plan-none': (_, say) => rich`There is no plan yet. ${say.ask} send me the document, or to type /duban import.`,
    'plan-exists': ({ plan }, say) => rich`“${say.plan(plan)}” (${plan}) is here already and is not imported twice. Type /duban plan ${plan} to see it.`,
    'plan-handed-out': ({ on }, say) => rich`The contacts of this plan were told on ${say.day(on)} and are not told again.`,
    'plan-archived': ({ on, reason }, say) => rich`This plan was put away on ${say.day(on)} (${reason}): nothing was recorded. ${say.ask} bring it back with /duban restore-plan if it goes on.`,
    'plan-exists-archived': ({ plan, title, on }, say) => rich`This is “${title}” (${plan}), which was put away ${say.day(on)}: it is not imported twice. To go on with it press “Bring it back”; all that was reported is there.`,
    'own-days-off-known': () => rich`All of these days are entered already.`,
    'own-days-off-long': ({ days, limit }) => rich`At most ${limit} days at a time; these are ${days}. Enter them in parts; to stop a whole plan put it away, to stop one task pause it.`,
    'own-days-off-no-working-day': () => rich`None of these is a working day: nobody is reminded on them anyway.`,
    'own-days-off-none': () => rich`None of these days is entered for this plan. /duban plan-days-off lists what is.`,
    'plan-not-archived': () => rich`This plan is not put away: it goes on as ever.`,
    'plan-not-handed-out': (_, say) => rich`This plan is not handed out yet, so this cannot be done. ${say.ask} hand it out first.`,
    'task-unknown': ({ asked, tasks }) =>
      tasks === 0 ? rich`There is no task “${asked}”: there are no tasks yet. Type /duban plan to see the plans.` : rich`There is no task “${asked}”: the numbers go from 1 to ${tasks}. Type /duban task for the list.`,
    'task-in-several-plans': ({ asked, plans }) => rich`${plans.length} plans have a task ${asked}. Choose one: ${plans.map(({ id, title, task }) => `${id}-${asked} ${cutTo(task, 40)} (${title})`).join('; ')}.`,
    'unit-unknown': ({ asked }) => rich`There is no unit “${asked}”. Type /duban units for all units and their other names.`,
    'unit-in-group': ({ unit, other }, say) => rich`One of ${say.units([unit])} and ${say.units([other])} is a member of the other, so they are not one unit and were not merged. Name another one.`,
    'unit-not-on-task': ({ task, units, named }, say) =>
      named !== undefined && units.length > 0 ? rich`${say.units([named])} has no part in task ${task}: it is for ${say.units(units)}. Nothing was recorded; send it again with the right unit or task.` : units.length === 0 ? rich`Task ${task} has no unit yet. ${say.ask} name its lead first.` : rich`Task ${task} is not your unit's: it is for ${say.units(units)}.${say.isSelf ? '' : ` If that is wrong, tell ${say.secretary}.`}`,
    'unit-leads-already': ({ task, unit }, say) => rich`Task ${task} is led by ${say.units([unit])} as it is; nothing was recorded. If your unit should not be named in it, type /duban verify-lines ${task} wrong with a sentence, and ${say.secretary} decides.`,
    'person-unknown': ({ asked }, say) => rich`“${asked}” is not in the directory. ${say.ask} type /duban people add @person name.`,
    'person-known': ({ name }) => rich`This account is registered already, as “${name}”. Type /duban people to see everybody.`,
    'person-unclear': ({ asked }) => asked.startsWith('@') ? rich`“${asked}” is only text and names no account; nobody was registered. Type /duban people add @, choose the person from the list that opens, then write the name. Who is not listed must be invited to the workspace first.` : rich`Say who and by what name${asked === '' ? '' : `; “${asked}” does not tell`}: /duban people add @person name.`,
    'role-unknown': ({ asked }) => (asked === '' ? rich`Which role is missing. It is one of: ${roleNames('en').join(', ')}.` : rich`There is no role “${asked}”. It is one of: ${roleNames('en').join(', ')}.`),
    'person-no-leader': ({ name }, say) => rich`Only a leader has fields of charge, and ${name} is none now. Ask ${say.who('grant-role')} to type /duban people grant @person leader.`,
    'telephone-unclear': ({ asked }) => rich`“${asked}” does not look like a telephone number; nothing was recorded. Write digits, such as 0733-8812345.`,
    'holiday-notice-unclear': ({ problem }) => rich`${holidayProblem(problem, 'en')}; nothing was recorded. Paste the whole notice of the year behind /duban days-off.`,
    'last-admin': ({ name }) => rich`${name} is the only admin: without one nobody could grant roles, so nothing was taken back. First type /duban people grant @person admin for somebody else.`,
    'not-permitted': ({ permission }, say) => rich`Only ${say.who(permission)} can ${permissionAct(permission, 'en')}; your account cannot. ${askWhom(permission, say, 'en')}`,
    'clock-backwards': () => rich`The clock only goes forward and was not moved. Name a later time: /duban fast-forward 1 day.`,
    'past-view': () => rich`This shows a day that has passed: nothing can be changed on it, and nothing was recorded. Go back to today first: type /duban summary .`,
    'cannot-record': () => rich`Nothing can be recorded just now, and nothing was written. Try again in a few minutes.`,
  },
} satisfies Record<Lang, Partial<Words>>

/** Whom to turn to. A stranger who may not even look has to be registered first. */
function askWhom(permission: Parameters<typeof whoMay>[0], say: Say, lang: Lang): string {
  const row = whoMay(permission)
  if (row.includes('known')) return lang === 'zh' ? `请${say.secretary}先登记您。` : `Ask ${say.secretary} to register you.`
  const whom = row.includes('secretary') ? say.secretary : say.who(permission)
  // Being registered with a unit helps only where a unit's people may.
  if (!row.includes('contact')) return lang === 'zh' ? `请找${whom}办理。` : `Turn to ${whom}.`
  return lang === 'zh' ? `请找${whom}办理，或请督查室把您登记到单位。` : `Turn to ${whom}, or have the secretary register you with your unit.`
}
