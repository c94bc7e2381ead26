// What a person did, by the name of its event, and how it is put right where it is not taken back. An act without its words does not compile.
import type { DirectoryEvent } from '#src/directory/directory.ts'
import type { PlanEvent } from '#src/ledger/plan.ts'
import type { Happening } from '#src/queries/task-history.ts'
import type { Lang } from './card.ts'

export type Act = PlanEvent['type'] | DirectoryEvent['type']
type Way = 'correct' | 'withdraw' | 'reopen' | 'again' | 'date' | 'resume' | 'pause' | 'assign' | 'object' | 'people' | 'deputy' | 'units' | 'round' | 'report' | 'secretary' | 'settle' | 'added' | 'told' | 'back' | 'away' | 'policy' | 'days-off' | 'no-days-off' | 'take-back' | 'order' | 'brief' | 'no-brief' | 'language' | 'meeting' | 'call' | 'review' | 'inspect' | 'request' | 'declined' | 'hold' | 'not-held' | 'record'

/** Follows “要改，”. */
const ways: Record<Way, Record<Lang, string>> = {
  correct: { zh: '请用“更正”，写明原因', en: 'use “correct-report” and say why' },
  withdraw: { zh: '请用“撤回办结申请”，写明原因', en: 'use “withdraw-claim” and say why' },
  reopen: { zh: '请用“恢复办理”，写明原因', en: 'use “reopen” and say why' },
  again: { zh: '请把这一步再办一次，以后一次为准', en: 'do it once more: the later one stands' },
  date: { zh: '请用“改时限”改回，写明原因', en: 'use “set-due” to set the date back, and say why' },
  resume: { zh: '请用“恢复”', en: 'use “resume”' },
  pause: { zh: '请用“暂缓”，写明原因', en: 'use “pause” and say why' },
  assign: { zh: '请用“分派”或“收回分派”', en: 'use “assign” or “unassign”' },
  object: { zh: '请再提一次，写明情况', en: 'say it once more, with what has changed' },
  people: { zh: '请用“人员”改回', en: 'use “people” to change it back' },
  deputy: { zh: '请用“代办”或“取消代办”', en: 'use “deputy” or “end-deputy”' },
  units: { zh: '请用“单位”“更名”或“撤并”改回', en: 'use “units”, “rename” or “succeed” to change it back' },
  round: { zh: '请用“轮次”重开或关闭', en: 'use “round” to reopen or close it' },
  settle: { zh: '请用“更正存疑”看现在的答案，再答一次', en: 'use “resettle” to see the answer, and answer again' },
  policy: { zh: '请用“提醒设置”改回', en: 'use “reminder-settings” to change it back' },
  back: { zh: '请用“恢复方案”，写明原因', en: 'use “restore-plan” and say why' },
  away: { zh: '请用“归档”，写明原因', en: 'use “archive” and say why' },
  'days-off': { zh: '请用“休息日”再登记', en: 'use “plan-days-off” to enter them again' },
  'no-days-off': { zh: '请用“取消休息日”', en: 'use “cancel-days-off”' },
  'take-back': { zh: '请用“收回批示”，写明原因', en: 'use “withdraw-instruction” and say why' },
  order: { zh: '请用“批示”再下一次', en: 'use “instruct” to give it again' },
  brief: { zh: '请用“周报 开”', en: 'use “brief on”' },
  language: { zh: '请用“语言 中文”或“语言 English”', en: 'use “language English” or “language 中文”' },
  'no-brief': { zh: '请用“周报 关”', en: 'use “brief off”' },
  meeting: { zh: '请用“会议改期”或“取消会议”', en: 'use “change-meeting” or “cancel-meeting”' },
  call: { zh: '请用“会议 安排”另行安排', en: 'use “meeting schedule” to call it afresh' },
  review: { zh: '请用“调度改期”或“取消调度”', en: 'use “move-review” or “cancel-review”' },
  inspect: { zh: '请用“调度 安排”另行安排', en: 'use “review schedule” to schedule it afresh' },
  request: { zh: '请用“议题申报”重新申报', en: 'use “request-agenda” to ask afresh' },
  declined: { zh: '请告诉对方，并登记“未列入”', en: 'tell its office, and record that it is not taken up' },
  'not-held': { zh: '记错了的，请点那一条里的“记错了”，或用“会议 未开”加会议号和原因', en: 'if it was recorded by mistake, press “Recorded by mistake” there, or use “meeting not-held” with its number and say why' },
  record: { zh: '开了的，请用“会议 补记”', en: 'if it was held, use “meeting record”' },
  hold: { zh: '这一期仍要开展的，照常安排或补记，办了就计入', en: 'schedule it or put it on record as ever: once it takes place it counts' },
  report: { zh: '请重新填报或更正', en: 'report again or correct it' },
  secretary: { zh: '请联系督查室处理', en: 'ask the secretary' },
  added: { zh: '请再补一句说明', en: 'add a sentence that says so' },
  told: { zh: '请直接告诉对方，消息已发出', en: 'tell them yourself: the message has gone out' },
}

const names: Record<Act, readonly [zh: string, en: string, way: Way]> = {
  reported: ['填报', 'the report', 'correct'], claimed: ['办结申请', 'the completion', 'withdraw'], 'claim-withdrawn': ['撤回办结申请', 'the withdrawal of a completion', 'again'],
  'claim-accepted': ['同意办结', 'the acceptance', 'reopen'], 'claim-returned': ['退回', 'the return', 'told'], nudged: ['催办', 'the nudge', 'told'], 'item-handed': ['分派', 'the handing on', 'assign'],
  'extension-asked': ['延期申请', 'the request for a later date', 'secretary'], 'extension-granted': ['同意延期', 'the extension', 'date'], 'extension-refused': ['不同意延期', 'the refusal', 'date'],
  objected: ['异议', 'the objection', 'secretary'], 'objection-ruled': ['裁定异议', 'the ruling on an objection', 'told'],
  'part-questioned': ['有出入', 'the question', 'secretary'], 'question-upheld': ['改派', 'the change of a part', 'object'], 'question-refused': ['维持分工', 'the refusal', 'object'], 'part-passed': ['改派', 'the change of a part', 'object'],
  'evidence-added': ['佐证', 'the evidence', 'added'], 'evidence-withdrawn': ['撤下佐证', 'taking the evidence off', 'added'], remarked: ['备注', 'the remark', 'added'], 'parts-checked': ['核对', 'the check', 'object'],
  'milestones-proposed': ['年度分解', 'the milestones', 'again'], 'milestones-approved': ['同意年度分解', 'the approval of milestones', 'again'], 'milestones-returned': ['退回年度分解', 'the return of milestones', 'told'], 'milestone-reached': ['节点完成', 'the milestone reached', 'added'],
  'task-paused': ['暂缓', 'the pause', 'resume'], 'task-resumed': ['恢复', 'the resumption', 'pause'], 'task-struck-off': ['销号', 'the striking off', 'reopen'], 'task-reopened': ['恢复办理', 'the reopening', 'told'], 'coordination-settled': ['处理协调', 'the settling of a disagreement', 'told'],
  'coordination-handed-up': ['上报协调', 'the handing up of a disagreement', 'told'], 'coordination-decided': ['定协调事项', 'the decision on a disagreement', 'secretary'],
  'task-added': ['批示/交办', 'the order', 'take-back'], 'instruction-confirmed': ['确认批示', 'the confirming of an order', 'take-back'], 'instruction-withdrawn': ['收回批示', 'the taking back of an order', 'order'],
  'reminder-snoozed': ['稍后提醒', 'the later reminder', 'again'],
  'leader-note-sent': ['报领导', 'the note to a leader', 'told'], 'leader-note-dropped': ['不报领导', 'that a leader is not told', 'told'], 'leader-note-answered': ['答复报来的事项', 'the answer to a note', 'secretary'],
  'due-bound': ['定时限', 'the date', 'date'], 'due-corrected': ['改时限', 'the change of a date', 'date'], 'due-moved': ['改时限', 'the change of a date', 'date'], 'lead-set': ['定牵头', 'the naming of the lead', 'again'],
  imported: ['导入方案', 'the import', 'secretary'], 'handed-out': ['通知联络员', 'the handing out', 'told'], 'act-undone': ['撤销', 'the taking back', 'again'], 'period-set': ['定年限', 'the period', 'settle'], 'doubt-settled': ['存疑的答复', 'the answer to a doubt', 'settle'],
  'policy-set': ['提醒设置', 'the reminder settings', 'policy'],
  'plan-archived': ['归档', 'the putting away of a plan', 'back'], 'plan-restored': ['恢复方案', 'the bringing back of a plan', 'away'],
  'own-days-off-set': ['登记休息日', 'the plan’s own days off', 'no-days-off'], 'own-days-off-lifted': ['取消休息日', 'the taking back of days off', 'days-off'],
  'units-merged': ['合并单位', 'the merging of units', 'units'], 'unit-succeeded': ['撤并', 'the succession of a unit', 'units'],
  'body-set': ['编辑机构', 'the change of a body', 'again'], 'cadence-excused': ['登记本期不开', 'that a meeting is not held this time', 'hold'],
  'meeting-changed': ['改期', 'the change of a meeting', 'again'], 'meeting-cancelled': ['取消会议', 'the calling off of a meeting', 'call'], 'invitation-answered': ['会议答复', 'the answer to an invitation', 'again'],
  'agenda-requested': ['议题申报', 'the request of an item', 'declined'], 'request-taken': ['列入议题', 'the taking of an item', 'meeting'], 'request-declined': ['暂不列入', 'the declining of an item', 'request'],
  'agenda-arranged': ['编排议程', 'the agenda', 'again'], 'attendance-recorded': ['登记到会', 'the attendance', 'again'], 'meeting-noted': ['会议记录', 'a line of the minutes', 'again'], 'decision-withdrawn': ['撤下议定事项', 'the withdrawal of a decision', 'again'], 'minutes-issued': ['印发纪要', 'the issuing of the minutes', 'told'],
  'meeting-scheduled': ['安排会议', 'the meeting', 'meeting'], 'meeting-recorded': ['登记会议', 'the record of a meeting', 'not-held'], 'meeting-held': ['会议结果', 'the outcome of a meeting', 'not-held'], 'meeting-not-held': ['会议结果', 'the outcome of a meeting', 'record'],
  'review-scheduled': ['安排调度', 'the review', 'review'], 'review-moved': ['调度改期', 'the new day of a review', 'again'], 'review-cancelled': ['取消调度', 'the calling off of a review', 'inspect'], 'review-item-judged': ['督查情况', 'what a review found', 'again'], 'rectification-withdrawn': ['撤销整改', 'the withdrawal of what was to be put right', 'again'],
  'review-closed': ['调度结果', 'the outcome of a review', 'inspect'],
  'round-opened': ['开轮次', 'the opening of a round', 'round'], 'round-closed': ['关闭轮次', 'the closing of a round', 'round'], 'round-resumed': ['取消关闭轮次', 'the taking back of a closing', 'round'], 'round-reopened': ['重开轮次', 'the reopening of a round', 'round'], 'round-published': ['发布轮次', 'the publishing of a round', 'told'], 'round-ended': ['轮次截止', 'the end of a round', 'round'],
  fulfilled: ['已完成', 'what was done', 'secretary'], submitted: ['已完成', 'what was handed in', 'secretary'], received: ['已收到', 'the receipt', 'secretary'], 'submission-returned': ['退回报送', 'the return of a submission', 'told'], hindered: ['有困难', 'the difficulty', 'secretary'],
  'plan-amended': ['修订', 'the amendment', 'again'], 'task-withdrawn': ['撤销任务', 'the withdrawal of a task', 'again'], 'task-kept': ['保留任务', 'the keeping of a task', 'again'], 'amended-point-settled': ['核定修订', 'the settling of an amendment', 'again'],
  'parts-given': ['存疑的答复', 'the answer to a doubt', 'settle'], 'name-cleared': ['存疑的答复', 'the answer to a doubt', 'settle'], 'target-answered': ['存疑的答复', 'the answer to a doubt', 'settle'],
  'duty-given': ['存疑的答复', 'the answer to a doubt', 'settle'], 'duty-ended': ['存疑的答复', 'the answer to a doubt', 'settle'], 'dates-answered': ['存疑的答复', 'the answer to a doubt', 'settle'],
  'units-added': ['添加单位', 'the adding of units', 'units'], 'unit-alias-added': ['添加别名', 'the other name of a unit', 'units'], 'unit-merged': ['合并单位', 'the merging of units', 'units'],
  'person-added': ['登记人员', 'the registration', 'people'], 'person-renamed': ['改登记姓名', 'the change of a name', 'people'], 'role-granted': ['授予角色', 'the role', 'people'], 'role-revoked': ['收回角色', 'the taking away of a role', 'people'],
  'contact-named': ['指定联络员', 'the naming of a contact', 'people'], 'contact-removed': ['取消联络员', 'the removing of a contact', 'people'], 'head-named': ['指定负责人', 'the naming of a head', 'people'], 'head-removed': ['取消负责人', 'the removing of a head', 'people'],
  'backup-named': ['指定B岗', 'the naming of a backup', 'people'], 'backup-removed': ['取消B岗', 'the removing of a backup', 'people'], 'handler-named': ['登记承办人', 'the registering of a handler', 'people'], 'handler-removed': ['取消承办人', 'the removing of a handler', 'people'],
  'fields-set': ['设分管领域', 'the fields of charge', 'people'], 'days-off-announced': ['登记放假安排', 'the days off', 'again'], 'telephone-set': ['登记电话', 'the telephone number', 'people'], 'absence-set': ['代办', 'the deputy', 'deputy'], 'absence-ended': ['取消代办', 'the end of a deputy', 'deputy'], 'handed-over': ['交接', 'the handover', 'people'], 'aide-named': ['定领导联络员', 'the naming of an aide', 'people'], 'aide-removed': ['取消领导联络员', 'the removing of an aide', 'people'],
  'language-set': ['选语言', 'the choice of a language', 'language'],
  'brief-set': ['要周一简报', 'that the week’s brief is sent', 'no-brief'], 'brief-lifted': ['不要周一简报', 'that no brief is sent', 'brief'],
  'plan-opened': ['导入方案', 'the import', 'secretary'], 'unit-renamed': ['更名', 'the new name of a unit', 'units'], 'succession-set': ['撤并', 'the succession of a unit', 'units'], 'succession-dropped': ['取消撤并', 'the taking back of a succession', 'units'],
}

/** What an order is called by where it comes from. */
export const givenNames: Record<NonNullable<Happening['given']>, string> = { leader: '批示', office: '交办', meeting: '议定事项', review: '督查整改' }

const isAct = (event: string): event is Act => event in names

/** Nothing for an event of a later version. */
export const actName = (event: string, lang: Lang): string => (isAct(event) ? names[event][lang === 'zh' ? 0 : 1] : '')

/** One or several, each once. */
export const actNames = (events: readonly string[], lang: Lang): string => [...new Set(events.map((event) => actName(event, lang)))].filter((name) => name !== '').join(lang === 'zh' ? '、' : ', ')

/** How it is put right: of several events the first. */
export const putRightBy = (events: readonly string[], lang: Lang): string => ((first) => ways[first !== undefined && isAct(first) ? names[first][2] : 'secretary'][lang])(events[0])

/** How it is changed after others went on from it: a report by the next one; of what was asked and answered, a completion among it, the secretary decides. */
export function changedBy(events: readonly string[], lang: Lang): string {
  const [first] = events
  if (first === 'reported') return ways.report[lang]
  return first === 'claimed' ? ways.secretary[lang] : putRightBy(events, lang)
}
