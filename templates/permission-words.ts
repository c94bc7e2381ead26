// What each permission lets one do, and who can, in words: for the refusal that names them.
import { whoMay, type Permission } from '#src/directory/permissions.ts'
import type { Lang } from './card.ts'

/** Follows “能”. */
const acts: Record<Permission, Record<Lang, string>> = {
  help: { zh: '看帮助', en: 'read the help' },
  see: { zh: '查看方案和任务', en: 'see plans and tasks' },
  report: { zh: '填报进展', en: 'report progress' },
  claim: { zh: '申请办结', en: 'say that a task is done' },
  'withdraw-claim': { zh: '撤回办结申请', en: 'withdraw a completion' },
  'check-parts': { zh: '核对本单位任务', en: "check the unit's own lines" },
  'ask-extension': { zh: '申请延期', en: 'ask for a later date' },
  'question-part': { zh: '提出有出入', en: 'say that a part is not as it should be' },
  object: { zh: '提出异议', en: 'object' },
  'add-evidence': { zh: '添加佐证', en: 'add evidence' },
  'withdraw-evidence': { zh: '撤下佐证', en: 'take evidence off' },
  remark: { zh: '添加备注', en: 'add a remark' },
  'hand-item': { zh: '分派任务', en: 'hand an item to a handler' },
  undo: { zh: '撤销自己刚做的', en: 'take back what one has just done' },
  fulfil: { zh: '报送周期任务', en: 'hand in what is owed each period' },
  hinder: { zh: '报告周期任务的困难', en: 'say what is in the way of what is owed each period' },
  'return-submission': { zh: '退回报送', en: 'send a submission back' },
  receive: { zh: '签收报送', en: 'say that a submission came' },
  import: { zh: '导入方案', en: 'import a plan' },
  'open-plan': { zh: '导入方案', en: 'import a plan' },
  amend: { zh: '修订方案', en: 'amend a plan' },
  'withdraw-task': { zh: '撤销任务', en: 'withdraw tasks' },
  'keep-task': { zh: '保留任务', en: 'keep tasks' },
  'settle-amended': { zh: '核定修订', en: 'settle what an amendment left open' },
  'set-own-days-off': { zh: '登记方案的休息日', en: 'enter a plan’s own days off' },
  'lift-own-days-off': { zh: '取消方案的休息日', en: 'take back a plan’s own days off' },
  'archive-plan': { zh: '归档方案', en: 'put a plan away' },
  'restore-plan': { zh: '恢复归档的方案', en: 'bring back a plan that was put away' },
  'set-policy': { zh: '改提醒设置', en: 'set how a plan reminds' },
  'see-balance': { zh: '看对账', en: 'see what was owed and sent' },
  'hand-out': { zh: '通知联络员', en: 'hand the plan out' },
  'accept-claim': { zh: '同意办结', en: 'accept a completion' },
  'return-claim': { zh: '退回办结申请', en: 'send a completion back' },
  'report-on-behalf': { zh: '代录', en: 'record an answer on behalf' },
  'claim-on-behalf': { zh: '代录', en: 'record an answer on behalf' },
  'propose-on-behalf': { zh: '代录', en: 'record an answer on behalf' },
  'reach-on-behalf': { zh: '代录', en: 'record an answer on behalf' },
  'grant-extension': { zh: '同意延期', en: 'grant an extension' },
  'refuse-extension': { zh: '不同意延期', en: 'refuse an extension' },
  'rule-objection': { zh: '裁定异议', en: 'rule on an objection' },
  'uphold-question': { zh: '改派任务', en: 'pass a part on' },
  'refuse-question': { zh: '维持分工', en: 'keep a part as it is' },
  'pause-task': { zh: '暂缓任务', en: 'pause a task' },
  'resume-task': { zh: '恢复任务', en: 'resume a task' },
  'strike-off': { zh: '销号', en: 'strike a task off' },
  'reopen-task': { zh: '恢复办理', en: 'reopen a task' },
  'send-leader-note': { zh: '报领导', en: 'tell a leader what is long overdue' },
  'drop-leader-note': { zh: '不报领导', en: 'say that a leader is not told' },
  'settle-coordination': { zh: '处理协调事项', en: 'settle what two units disagree on' },
  nudge: { zh: '催办', en: 'nudge' },
  'set-due': { zh: '改时限', en: 'change a date' },
  'set-lead': { zh: '定牵头单位', en: 'name the lead' },
  'settle-doubt': { zh: '处理存疑', en: 'settle doubts' },
  'propose-milestones': { zh: '报年度分解', en: "propose a year's milestones" },
  'reach-milestone': { zh: '报节点完成', en: 'say that a milestone is reached' },
  'approve-milestones': { zh: '同意年度分解', en: 'approve milestones' },
  'return-milestones': { zh: '退回年度分解', en: 'send milestones back' },
  'schedule-meeting': { zh: '安排会议', en: 'schedule meetings' },
  'record-meeting': { zh: '登记会议', en: 'record meetings' },
  'record-past-meeting': { zh: '补记会议', en: 'record past meetings' },
  'schedule-review': { zh: '安排调度', en: 'schedule reviews' },
  'close-review': { zh: '登记调度结果', en: 'record the outcome of a review' },
  'open-round': { zh: '开报送轮次', en: 'open rounds' },
  'close-round': { zh: '关闭报送轮次', en: 'close rounds' },
  'resume-round': { zh: '恢复已关闭的轮次', en: 'take a closing back' },
  'reopen-round': { zh: '重开报送轮次', en: 'reopen rounds' },
  'publish-round': { zh: '发布报送结果', en: 'publish the results of a round' },
  'merge-units': { zh: '合并单位', en: 'merge units' },
  'add-units': { zh: '添加单位', en: 'add units' },
  'add-alias': { zh: '添加单位别名', en: "add a unit's other name" },
  'add-person': { zh: '登记人员', en: 'register people' },
  'rename-person': { zh: '改登记姓名', en: 'change a registered name' },
  'name-contact': { zh: '指定联络员', en: 'name a contact' },
  'remove-contact': { zh: '取消联络员', en: 'remove a contact' },
  'name-head': { zh: '指定单位负责人', en: 'name a head' },
  'remove-head': { zh: '取消单位负责人', en: 'remove a head' },
  'name-backup': { zh: '指定B岗', en: 'name a backup' },
  'remove-backup': { zh: '取消B岗', en: 'remove a backup' },
  'name-handler': { zh: '登记承办人', en: 'register handlers' },
  'remove-handler': { zh: '取消承办人', en: 'remove a handler' },
  'add-handler': { zh: '登记承办人', en: 'register handlers' },
  'set-absence': { zh: '安排代办', en: 'arrange a deputy' },
  'end-absence': { zh: '取消代办', en: 'take a deputy back' },
  'rename-unit': { zh: '改单位名称', en: 'rename a unit' },
  'set-succession': { zh: '办理单位撤并', en: 'have one unit carry on the work of another' },
  'drop-succession': { zh: '取消单位撤并', en: 'take a succession back' },
  'succeed-unit': { zh: '办理单位撤并', en: 'have one unit carry on the work of another' },
  'hand-over': { zh: '办理人员交接', en: "hand somebody's work over" },
  'announce-days-off': { zh: '登记放假安排', en: 'announce days off' },
  'set-telephone': { zh: '登记电话', en: 'set telephones' },
  'set-fields': { zh: '设分管领域', en: 'set fields of charge' },
  'grant-role': { zh: '授予角色', en: 'grant roles' },
  'revoke-role': { zh: '收回角色', en: 'take roles back' },
  'move-clock': { zh: '调时钟', en: 'move the clock' },
}

type Who = ReturnType<typeof whoMay>[number]
const holders: Record<Lang, Record<Who, string>> = {
  zh: { leader: '领导', aide: '领导联络员', secretary: '督查室', admin: '管理员', contact: '本单位联络员', backup: '本单位B岗', head: '本单位负责人', handler: '该项承办人', self: '本人', known: '已登记的人员', anyone: '所有人' },
  en: { leader: 'a leader', aide: "a leader's aide", secretary: 'the secretary', admin: 'an admin', contact: "the unit's contact", backup: "the unit's backup", head: "the unit's head", handler: "the item's handler", self: 'the person concerned', known: 'people in the directory', anyone: 'anyone' },
}

export const permissionAct = (permission: Permission, lang: Lang): string => acts[permission][lang]

/** Who can, joined: 督查室、管理员. `named`: names put after a role, where they are known. */
export function whoCan(permission: Permission, lang: Lang, named: Partial<Record<Who, readonly string[]>> = {}): string {
  const words = whoMay(permission).map((who) => {
    const names = named[who] ?? []
    if (names.length === 0) return holders[lang][who]
    return lang === 'zh' ? `${holders.zh[who]}(${names.join('、')})` : `${holders.en[who]} (${names.join(', ')})`
  })
  return words.join(lang === 'zh' ? '、' : ' or ')
}
