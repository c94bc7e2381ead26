// What each permission lets one do, and who can, in words: for the refusal that names them.
import { whoMay, type Permission } from '#src/directory/permissions.ts'
import type { Lang } from './card.ts'

/** Follows “能”. */
const acts: Record<Lang, Record<Permission, string>> = {
  zh: {
    help: '看帮助', see: '查看方案和任务', report: '填报进展', claim: '申请办结', fulfil: '报送周期任务', receive: '签收报送', import: '导入方案', 'open-plan': '导入方案', amend: '修订方案', 'withdraw-task': '撤销任务', 'keep-task': '保留任务', 'settle-amended': '核定修订', 'hand-out': '通知联络员',
    'accept-claim': '同意办结', 'return-claim': '退回办结申请', nudge: '催办', 'set-due': '改时限', 'set-lead': '定牵头单位', 'settle-doubt': '处理存疑',
    'schedule-meeting': '安排会议', 'record-meeting': '登记会议', 'record-past-meeting': '补记会议', 'schedule-review': '安排调度', 'close-review': '登记调度结果', 'merge-units': '合并单位', 'add-units': '添加单位', 'add-alias': '添加单位别名',
    'add-person': '登记人员', 'rename-person': '改登记姓名', 'name-contact': '指定联络员', 'remove-contact': '取消联络员', 'name-head': '指定单位负责人', 'remove-head': '取消单位负责人', 'set-fields': '设分管领域', 'grant-role': '授予角色', 'revoke-role': '收回角色', 'move-clock': '调时钟',
  },
  en: {
    help: 'read the help', see: 'see plans and tasks', report: 'report progress', claim: 'say that a task is done', fulfil: 'hand in what is owed each period', receive: 'say that a submission came', import: 'import a plan', 'open-plan': 'import a plan', amend: 'amend a plan', 'withdraw-task': 'withdraw tasks', 'keep-task': 'keep tasks', 'settle-amended': 'settle what an amendment left open', 'hand-out': 'hand the plan out',
    'accept-claim': 'accept a completion', 'return-claim': 'send a completion back', nudge: 'nudge', 'set-due': 'change a date', 'set-lead': 'name the lead', 'settle-doubt': 'settle doubts',
    'schedule-meeting': 'schedule meetings', 'record-meeting': 'record meetings', 'record-past-meeting': 'record past meetings', 'schedule-review': 'schedule reviews', 'close-review': 'record the outcome of a review', 'merge-units': 'merge units', 'add-units': 'add units', 'add-alias': "add a unit's other name",
    'add-person': 'register people', 'rename-person': 'change a registered name', 'name-contact': 'name a contact', 'remove-contact': 'remove a contact', 'name-head': 'name a head', 'remove-head': 'remove a head', 'set-fields': 'set fields of charge', 'grant-role': 'grant roles', 'revoke-role': 'take roles back', 'move-clock': 'move the clock',
  },
}

type Who = ReturnType<typeof whoMay>[number]
const holders: Record<Lang, Record<Who, string>> = {
  zh: { leader: '领导', aide: '领导联络员', secretary: '督查室', admin: '管理员', contact: '本单位联络员', head: '本单位负责人', known: '已登记的人员', anyone: '所有人' },
  en: { leader: 'a leader', aide: "a leader's aide", secretary: 'the secretary', admin: 'an admin', contact: "the unit's contact", head: "the unit's head", known: 'people in the directory', anyone: 'anyone' },
}

export const permissionAct = (permission: Permission, lang: Lang): string => acts[lang][permission]

/** Who can, joined: 督查室、管理员. `named`: names put after a role, where they are known. */
export function whoCan(permission: Permission, lang: Lang, named: Partial<Record<Who, readonly string[]>> = {}): string {
  const words = whoMay(permission).map((who) => {
    const names = named[who] ?? []
    if (names.length === 0) return holders[lang][who]
    return lang === 'zh' ? `${holders.zh[who]}(${names.join('、')})` : `${holders.en[who]} (${names.join(', ')})`
  })
  return words.join(lang === 'zh' ? '、' : ' or ')
}
