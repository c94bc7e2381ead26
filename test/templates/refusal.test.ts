import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { Instant } from '#src/calendar/day.ts'
import { permissions } from '#src/directory/permissions.ts'
import { Percent, PersonId, PlanId } from '#src/ledger/ids.ts'
import { namesOf } from '#templates/names.ts'
import { plain } from '#templates/rich.ts'
import { refusalCard, refusalWords } from '#templates/refusal.ts'
import type { AnyRefusal } from '#templates/refusal-say.ts'
import { day, directoryWith, nineOn, taskNo, unitId, workCalendar } from '../builders.ts'
import { actionsOf, expectGoodCard } from './card-rules.ts'

const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '武志成', roles: ['admin'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const names = namesOf({ directory, calendar: workCalendar, today: day('2026-07-02'), plans: new Map([[PlanId.parse('p1'), { title: '教育强县方案' }]]) })
const contact = PersonId.parse('u3')
const said = (refusal: AnyRefusal, lang: 'zh' | 'en' = 'zh'): string => plain(refusalWords(refusal, lang, names))

/** One of every code, with the words of its values that a reader must find again. A code that is left out does not compile. */
const examples: { [Code in AnyRefusal['code']]: [Extract<AnyRefusal, { code: Code }>, ...string[]] } = {
  'plan-unknown': [{ code: 'plan-unknown', asked: '工业', plans: [PlanId.parse('p1')] }, '工业', '教育强县方案'],
  'scope-unknown': [{ code: 'scope-unknown', asked: '周县长', near: ['何景川'], own: true }, '周县长'], 'scope-empty': [{ code: 'scope-empty', asked: '县档案馆' }, '县档案馆'],
  'plan-none': [{ code: 'plan-none' }], 'plan-exists': [{ code: 'plan-exists', plan: PlanId.parse('p1') }, 'p1'],
  'plan-handed-out': [{ code: 'plan-handed-out', on: day('2026-01-09') }, '9'], 'plan-not-handed-out': [{ code: 'plan-not-handed-out' }], 'plan-archived': [{ code: 'plan-archived', on: day('2026-06-18'), reason: '练习用' }, '18', '练习用'], 'plan-not-archived': [{ code: 'plan-not-archived' }],
  'setting-unclear': [{ code: 'setting-unclear', setting: 'dueMarks', given: '十五天' }, '十五天'], 'setting-unknown': [{ code: 'setting-unknown', asked: '频率' }, '频率'],
  'setting-outside': [{ code: 'setting-outside', setting: 'headAfter', given: '500', least: '1', most: '120' }, '500', '120'], 'setting-marks': [{ code: 'setting-marks', setting: 'dueMarks', given: 9, atMost: 8 }, '9', '8'],
  'digest-in-quiet': [{ code: 'digest-in-quiet', digestFrom: '21:00', quietUntil: '08:00', quietFrom: '20:00', minutes: 30 }, '21:00', '20:00', '30'], 'milestones-asked-never': [{ code: 'milestones-asked-never', after: 30, until: 20 }, '30', '20'],
  'policy-unchanged': [{ code: 'policy-unchanged' }], 'policy-changed': [{ code: 'policy-changed', on: day('2026-06-18'), by: contact }, '18', '苏晚晴'],
  'own-days-off-known': [{ code: 'own-days-off-known' }], 'own-days-off-none': [{ code: 'own-days-off-none' }], 'own-days-off-long': [{ code: 'own-days-off-long', days: 90, limit: 62 }, '90', '62'], 'own-days-off-no-working-day': [{ code: 'own-days-off-no-working-day' }],
  'plan-exists-archived': [{ code: 'plan-exists-archived', plan: PlanId.parse('p1'), title: '校园安全方案', on: day('2026-06-18') }, 'p1', '校园安全方案', '18'],
  'task-unknown': [{ code: 'task-unknown', asked: '99', tasks: 31 }, '99', '31'],
  'task-in-several-plans': [{ code: 'task-in-several-plans', asked: 12, plans: [{ id: PlanId.parse('p1'), title: '甲方案', task: '集团化办学' }, { id: PlanId.parse('p2'), title: '乙方案', task: '帮扶责任' }] }, '12', '集团化办学', '帮扶责任'],
  'unit-unknown': [{ code: 'unit-unknown', asked: '教肓局' }, '教肓局'], 'unit-not-on-task': [{ code: 'unit-not-on-task', task: taskNo(7), units: [unitId('县教育局')] }, '7', '县教育局'],
  'unit-leads-already': [{ code: 'unit-leads-already', task: taskNo(12), unit: unitId('县教育局') }, '12', '县教育局'],
  'unit-in-group': [{ code: 'unit-in-group', unit: unitId('各乡镇'), other: unitId('青石镇') }, '各乡镇', '青石镇'],
  'person-unknown': [{ code: 'person-unknown', asked: '<@U9>' }, '<@U9>'], 'person-known': [{ code: 'person-known', name: '苏晚晴' }, '苏晚晴'], 'person-unclear': [{ code: 'person-unclear', asked: '某人' }, '某人'],
  'holiday-notice-unclear': [{ code: 'holiday-notice-unclear', problem: { why: 'wrong-weekday', said: '1月1日(周四)' } }, '1月1日(周四)'],
  'role-unknown': [{ code: 'role-unknown', asked: '局长' }, '局长'], 'person-no-leader': [{ code: 'person-no-leader', name: '苏晚晴' }, '苏晚晴'], 'brief-for-leaders': [{ code: 'brief-for-leaders' }], 'telephone-unclear': [{ code: 'telephone-unclear', asked: '打我手机' }, '打我手机'], 'last-admin': [{ code: 'last-admin', name: '武志成' }, '武志成'],
  'not-permitted': [{ code: 'not-permitted', permission: 'set-due' }, '沈若兰'], 'assignment-closed': [{ code: 'assignment-closed', closedOn: day('2026-03-27') }, '27'],
  'not-recorded-for': [{ code: 'not-recorded-for', task: taskNo(26), reportedOn: day('2026-06-26') }, '26', '6'],
  'assignment-claimed': [{ code: 'assignment-claimed', claimedOn: day('2026-06-26'), by: contact }, '26', '苏晚晴'], 'assignment-not-claimed': [{ code: 'assignment-not-claimed', task: taskNo(12), before: { how: 'returned', on: day('2026-06-26') } }, '12', '26'],
  'claim-changed': [{ code: 'claim-changed', task: taskNo(12), claimedOn: day('2026-06-26'), by: contact }, '12', '26', '苏晚晴'],
  'already-answered': [{ code: 'already-answered', at: Instant.parse('2026-07-02T06:02:00.000Z'), by: contact, progress: Percent.parse(50), state: 'normal' }, '14:02', '苏晚晴', '50%'],
  'progress-falls': [{ code: 'progress-falls', from: Percent.parse(80), to: Percent.parse(8) }, '80%', '8%'], 'reason-missing': [{ code: 'reason-missing' }],
  'day-ahead': [{ code: 'day-ahead', day: day('2026-07-09'), today: day('2026-07-02') }, '9', '2'],
  'day-out-of-years': [{ code: 'day-out-of-years', day: day('9999-06-01'), from: 2025, to: 2029 }, '9999', '2025', '2029'], 'request-later': [{ code: 'request-later', day: day('2026-06-01'), on: day('2026-06-18') }, '1', '18'],
  'day-past': [{ code: 'day-past', day: day('2026-06-30'), today: day('2026-07-02') }, '30', '2'], 'day-unreal': [{ code: 'day-unreal', asked: '6月31日', lastDay: day('2026-06-30') }, '6月31日', '30', '1'],
  'day-unclear': [{ code: 'day-unclear', asked: '月底' }, '月底'], 'nudged-already': [{ code: 'nudged-already', on: day('2026-07-02') }, '2'], 'nobody-to-ask': [{ code: 'nobody-to-ask', unit: unitId('县公安局') }, '县公安局'],
  'body-unknown': [{ code: 'body-unknown', asked: '专班', bodies: ['领导小组'] }, '专班', '领导小组'], 'meeting-unknown': [{ code: 'meeting-unknown', asked: 'm9' }, 'm9'],
  'meeting-scheduled': [{ code: 'meeting-scheduled', day: day('2026-06-18') }, '18'], 'meeting-changed': [{ code: 'meeting-changed', by: PersonId.parse('u1'), at: nineOn('2026-06-18') }, '18'], 'agenda-arranged': [{ code: 'agenda-arranged', by: PersonId.parse('u1'), at: nineOn('2026-06-18') }, '18'], 'agenda-full': [{ code: 'agenda-full', text: '研究校车', most: 50, withStruck: false }, '研究校车', '50'], 'besides-too-many': [{ code: 'besides-too-many', names: 120, most: 100 }, '120', '100'], 'besides-too-long': [{ code: 'besides-too-long', name: '县残联理事长', most: 60 }, '县残联理事长', '60'], 'minutes-issued': [{ code: 'minutes-issued', on: day('2026-06-18') }, '18'],
  'body-exists': [{ code: 'body-exists', name: '学前专班' }, '学前专班'], 'body-empty': [{ code: 'body-empty', name: '学前专班' }, '学前专班'], 'body-changed': [{ code: 'body-changed', name: '学前专班', on: day('2026-06-18'), by: PersonId.parse('u1') }, '学前专班', '18'], 'body-called': [{ code: 'body-called', name: '学前专班', meeting: 'm3', day: day('2026-06-18') }, '学前专班', 'm3', '18'], 'body-convened': [{ code: 'body-convened', name: '学前专班' }, '学前专班'],
  'cadence-excused': [{ code: 'cadence-excused', on: day('2026-06-18'), reason: '并入年会' }, '18', '并入年会'], 'cadence-unknown': [{ code: 'cadence-unknown', name: '学前专班' }, '学前专班'], 'series-too-long': [{ code: 'series-too-long', sittings: 20, most: 12 }, '20', '12'], 'window-unknown': [{ code: 'window-unknown', name: '学前专班', window: '2026年三季' }, '学前专班', '2026年三季'], 'seat-unknown': [{ code: 'seat-unknown', seat: '县气象局' }, '县气象局'], 'topic-missing': [{ code: 'topic-missing' }],
  'request-waits': [{ code: 'request-waits', on: day('2026-06-18') }, '18'], 'request-unknown': [{ code: 'request-unknown', asked: 'q9' }, 'q9'], 'request-taken': [{ code: 'request-taken', day: day('2026-06-18'), request: 'q1' }, '18'], 'request-declined': [{ code: 'request-declined', on: day('2026-06-18'), reason: '议题已满' }, '18', '议题已满'],
  'words-missing': [{ code: 'words-missing' }], 'decision-no-unit': [{ code: 'decision-no-unit' }], 'decision-made': [{ code: 'decision-made', task: taskNo(32) }, '32'], 'decision-noted': [{ code: 'decision-noted', note: 2 }, '2'],
  'meeting-resorted': [{ code: 'meeting-resorted', as: 'special' }],
  'meeting-ours': [{ code: 'meeting-ours', name: '领导小组', on: day('2026-06-18'), what: 'off' }, '领导小组', '18'], 'item-not-taken': [{ code: 'item-not-taken', request: 'q1' }, 'q1'], 'item-not-alone': [{ code: 'item-not-alone', on: day('2026-06-18'), others: ['研究编制'] }, '18', '研究编制'],
  'meeting-settled': [{ code: 'meeting-settled', state: 'held', on: day('2026-06-18') }, '18'], 'notice-none': [{ code: 'notice-none', of: 'cancelled', on: day('2026-06-18') }, '18'], 'meeting-none': [{ code: 'meeting-none', what: 'open' }, 'm1'], 'meeting-ahead': [{ code: 'meeting-ahead', on: day('2026-07-18') }, '18'], 'review-unknown': [{ code: 'review-unknown', asked: 'r9' }, 'r9'],
  'review-closed': [{ code: 'review-closed', on: day('2026-06-18') }, '18'], 'review-none': [{ code: 'review-none', on: day('2026-06-18') }, '18'], 'review-scheduled': [{ code: 'review-scheduled', review: 'r3', kind: 'inspection', day: day('2026-06-18') }, 'r3', '18'], 'review-empty': [{ code: 'review-empty', asked: '红灯' }, '红灯'], 'review-no-days': [{ code: 'review-no-days', until: day('2030-12-31') }, '31'],
  'review-cancelled': [{ code: 'review-cancelled', on: day('2026-06-18'), reason: '与会议冲突' }, '18', '与会议冲突'], 'review-ahead': [{ code: 'review-ahead', day: day('2026-07-18') }, '18'], 'review-other-task': [{ code: 'review-other-task', task: taskNo(9), tasks: [taskNo(12), taskNo(15)] }, '9', '12'],
  'rectify-no-unit': [{ code: 'rectify-no-unit', task: taskNo(9) }, '9'], 'rectify-done': [{ code: 'rectify-done', task: taskNo(32) }, '32'], 'occurrence-unknown': [{ code: 'occurrence-unknown', asked: 'c9' }, 'c9'],
  'round-unknown': [{ code: 'round-unknown', asked: 'n9', rounds: ['n1'] }, 'n9', 'n1'], 'round-empty': [{ code: 'round-empty' }], 'round-fixed': [{ code: 'round-fixed', round: 'n1', until: day('2026-07-10') }, 'n1', '10'], 'round-not-asked': [{ code: 'round-not-asked', round: 'n1', unit: unitId('县公安局'), units: [unitId('县教育局')] }, 'n1', '县公安局', '县教育局'], 'round-too-short': [{ code: 'round-too-short', until: day('2026-07-02'), earliest: day('2026-07-03') }, '2', '3'],
  'round-closed': [{ code: 'round-closed', round: 'n1', on: day('2026-07-10') }, 'n1', '10'], 'round-past': [{ code: 'round-past', round: 'n1', until: day('2026-07-10') }, 'n1', '10'], 'round-open': [{ code: 'round-open', round: 'n1', until: day('2026-07-10') }, 'n1', '10'], 'round-published': [{ code: 'round-published', round: 'n1', on: day('2026-07-10') }, 'n1', '10'],
  'receiver-answers': [{ code: 'receiver-answers', unit: unitId('县委编办') }, '县委编办'],
  'not-debtor': [{ code: 'not-debtor', unit: unitId('县公安局'), debtors: [unitId('县教育局')] }, '县公安局', '县教育局'], 'nothing-to-receive': [{ code: 'nothing-to-receive', asked: 'c1/2026/1' }, 'c1/2026/1'], 'submissions-several': [{ code: 'submissions-several', asked: '周期5', waiting: 3 }, '周期5', '3'],
  'occurrence-done': [{ code: 'occurrence-done', on: day('2026-06-18'), by: contact }, '18', '苏晚晴'], 'received-already': [{ code: 'received-already', on: day('2026-06-18'), by: contact }, '18', '苏晚晴'], 'doubt-unknown': [{ code: 'doubt-unknown', asked: 9, open: 3 }, '9', '3'], 'doubt-settled': [{ code: 'doubt-settled', answer: '2026年' }, '2026年'],
  'doubt-closed': [{ code: 'doubt-closed', on: day('2026-06-18') }, '18'], 'amendment-same': [{ code: 'amendment-same', plan: PlanId.parse('p1') }, 'p1'], 'task-withdrawn': [{ code: 'task-withdrawn', task: taskNo(12), on: day('2026-06-18') }, '12', '18'],
  'part-ended': [{ code: 'part-ended', task: taskNo(12), unit: unitId('县教育局'), on: day('2026-06-18') }, '12', '县教育局'], 'nothing-amended': [{ code: 'nothing-amended', task: taskNo(12) }, '12'],
  'task-dated': [{ code: 'task-dated', task: taskNo(12), due: day('2026-09-30') }, '12', '30'], 'milestones-not-yours': [{ code: 'milestones-not-yours', task: taskNo(12), units: [unitId('县教育局')] }, '12', '县教育局'],
  'milestones-year': [{ code: 'milestones-year', year: 2031, from: 2026, to: 2028 }, '2031', '2026', '2028'], 'milestones-missing': [{ code: 'milestones-missing' }], 'milestones-too-many': [{ code: 'milestones-too-many', found: 9, most: 6 }, '9', '6'],
  'milestone-too-long': [{ code: 'milestone-too-long', what: '完成招标', most: 200 }, '完成招标', '200'], 'milestone-outside': [{ code: 'milestone-outside', what: '完成招标', day: day('2027-01-31'), year: 2026 }, '完成招标', '31', '2026'],
  'milestone-twice': [{ code: 'milestone-twice', what: '完成招标' }, '完成招标'], 'milestones-not-proposed': [{ code: 'milestones-not-proposed', task: taskNo(12), year: 2026 }, '12', '2026'],
  'milestones-changed': [{ code: 'milestones-changed', task: taskNo(12), on: day('2026-06-26'), by: contact }, '12', '26', '苏晚晴'], 'milestones-not-approved': [{ code: 'milestones-not-approved', task: taskNo(12), year: 2026 }, '12', '2026'],
  'milestone-unknown': [{ code: 'milestone-unknown', task: taskNo(12), asked: 7, most: 3 }, '12', '7', '3'], 'milestone-reached': [{ code: 'milestone-reached', on: day('2026-06-26'), by: contact }, '26', '苏晚晴'],
  'milestone-undated': [{ code: 'milestone-undated', what: '完成招标' }, '完成招标'],
  'draft-gone': [{ code: 'draft-gone' }, '30'], 'draft-confirmed': [{ code: 'draft-confirmed', plan: PlanId.parse('p1'), as: 'amendment' }, 'p1'], 'clock-backwards': [{ code: 'clock-backwards' }], 'cannot-record': [{ code: 'cannot-record' }], 'past-view': [{ code: 'past-view' }], 'meeting-none-held': [{ code: 'meeting-none-held', body: '县教育工作领导小组' }, '县教育工作领导小组'],
  'petition-waits': [{ code: 'petition-waits', what: 'extension', on: day('2026-06-18'), by: contact }, '18', '苏晚晴'], 'petition-none': [{ code: 'petition-none', what: 'objection', task: taskNo(12) }, '12'],
  'petition-ruled': [{ code: 'petition-ruled', what: 'part-question', task: taskNo(12), granted: false, on: day('2026-06-18'), by: contact }, '12', '18', '苏晚晴'],
  'petition-changed': [{ code: 'petition-changed', what: 'extension', task: taskNo(12), on: day('2026-06-18'), by: contact }, '12', '18', '苏晚晴'], 'no-date-to-extend': [{ code: 'no-date-to-extend', task: taskNo(12) }, '12'], 'extension-of-lead': [{ code: 'extension-of-lead', task: taskNo(12), lead: unitId('县教育局') }, '12', '县教育局'],
  'extension-not-later': [{ code: 'extension-not-later', due: day('2026-06-30'), day: day('2026-06-18') }, '30', '18'], 'successor-missing': [{ code: 'successor-missing', task: taskNo(12), unit: unitId('县教育局') }, '12', '县教育局'],
  'granted-not-later': [{ code: 'granted-not-later', due: day('2026-08-31'), day: day('2026-08-15') }, '31', '15'],
  'evidence-full': [{ code: 'evidence-full', task: taskNo(12), most: 50 }, '12', '50'], 'nothing-to-correct': [{ code: 'nothing-to-correct', task: taskNo(12) }, '12'], 'nothing-to-undo': [{ code: 'nothing-to-undo' }],
  'undo-late': [{ code: 'undo-late', minutes: 10, acts: ['reported'], tasks: [taskNo(12)] }, '10', '12'],
  'undone-already': [{ code: 'undone-already', acts: ['reported'], tasks: [taskNo(12)] }, '12'], 'undo-not-last': [{ code: 'undo-not-last', acts: ['nudged'], tasks: [taskNo(12)] }, '12'], 'remark-stays': [{ code: 'remark-stays', tasks: [taskNo(12)], before: { acts: ['extension-asked'], tasks: [taskNo(4)] } }, '12'], 'undo-final': [{ code: 'undo-final', acts: ['due-moved'], tasks: [taskNo(12)] }, '12'],
  'undo-overtaken': [{ code: 'undo-overtaken', acts: ['claimed'], tasks: [taskNo(12)] }, '12'], 'task-paused': [{ code: 'task-paused', task: taskNo(12), on: day('2026-06-18'), reason: '等上级文件' }, '12', '18', '等上级文件'],
  'task-not-paused': [{ code: 'task-not-paused', task: taskNo(12) }, '12'], 'task-struck-off': [{ code: 'task-struck-off', task: taskNo(12), on: day('2026-06-18') }, '12', '18'],
  'task-done': [{ code: 'task-done', task: taskNo(12) }, '12'], 'task-not-done': [{ code: 'task-not-done', task: taskNo(12), units: [unitId('县教育局')] }, '12', '县教育局'], 'coordinated-already': [{ code: 'coordinated-already', task: taskNo(12), on: day('2026-06-18') }, '12', '18'],
  'leader-note-settled': [{ code: 'leader-note-settled', task: taskNo(12), on: day('2026-06-18'), by: 'system' }, '12', '18'], 'leader-note-none': [{ code: 'leader-note-none', task: taskNo(12), after: 10 }, '12', '10'], 'leader-none': [{ code: 'leader-none' }], 'nothing-to-snooze': [{ code: 'nothing-to-snooze', task: taskNo(12) }, '12'], 'snooze-too-late': [{ code: 'snooze-too-late', task: taskNo(12), latest: day('2026-07-10') }, '12', '10'],
  'coordination-handed-up': [{ code: 'coordination-handed-up', task: taskNo(12), on: day('2026-06-18'), to: contact }, '12', '18', '苏晚晴'], 'coordination-decided': [{ code: 'coordination-decided', task: taskNo(12), on: day('2026-06-18'), choice: 'meeting' }, '12', '18'],
  'instruction-empty': [{ code: 'instruction-empty' }], 'instruction-no-unit': [{ code: 'instruction-no-unit' }], 'instruction-given': [{ code: 'instruction-given', task: taskNo(85), on: day('2026-06-18') }, '85', '18'], 'not-an-instruction': [{ code: 'not-an-instruction', task: taskNo(12) }, '12'],
  'instruction-not-spoken': [{ code: 'instruction-not-spoken', task: taskNo(85) }, '85'], 'instruction-of-another': [{ code: 'instruction-of-another', task: taskNo(85), from: contact }, '85', '苏晚晴'], 'instruction-no-leader': [{ code: 'instruction-no-leader' }], 'leader-note-not-yours': [{ code: 'leader-note-not-yours', task: taskNo(12) }, '12'],
  'hand-up-nothing': [{ code: 'hand-up-nothing', task: taskNo(12) }, '12'],
  'coordination-none': [{ code: 'coordination-none', task: taskNo(12) }, '12'],
  'text-empty': [{ code: 'text-empty' }], 'text-too-long': [{ code: 'text-too-long', characters: 5_000_000, limit: 300_000 }, '5000000', '300000'], 'text-binary': [{ code: 'text-binary' }], 'text-secret': [{ code: 'text-secret', mark: '机密' }, '机密'],
  'text-several-plans': [{ code: 'text-several-plans', plans: [{ title: '甲方案', line: 1, tasks: 30 }, { title: '乙方案', line: 90, tasks: 20 }] }, '甲方案', '乙方案', '90', '20'], 'text-no-tasks': [{ code: 'text-no-tasks', lines: 40 }, '40'],
  'rhythm-unclear': [{ code: 'rhythm-unclear', asked: '看情况' }, '看情况'], 'tasks-unclear': [{ code: 'tasks-unclear', asked: '回头再说' }, '回头再说'], 'tasks-unread': [{ code: 'tasks-unread', line: 12, where: 'draft' }, '12'], 'draft-full': [{ code: 'draft-full', most: 2000 }, '2000'], 'answer-too-many': [{ code: 'answer-too-many', found: 4_002_000, limit: 20_000 }, '4002000', '20000'], 'draft-none': [{ code: 'draft-none' }],
  'not-handed-to-you': [{ code: 'not-handed-to-you', task: taskNo(12), unit: unitId('县教育局'), now: [contact], hands: [contact] }, '12', '县教育局', '苏晚晴'],
  'no-longer-deputy': [{ code: 'no-longer-deputy', person: contact, until: day('2026-07-03'), unit: unitId('县教育局'), now: [contact] }, '县教育局', '苏晚晴'], 'no-longer-yours': [{ code: 'no-longer-yours', unit: unitId('县教育局'), now: [contact] }, '县教育局', '苏晚晴'], 'days-reversed': [{ code: 'days-reversed', from: day('2026-07-10'), until: day('2026-07-06') }, '10', '6'],
  'nothing-to-cover': [{ code: 'nothing-to-cover', name: '乔安' }, '乔安'], 'absence-overlaps': [{ code: 'absence-overlaps', name: '苏晚晴', from: day('2026-07-06'), until: day('2026-07-10') }, '苏晚晴', '6', '10'],
  'absence-none': [{ code: 'absence-none', name: '苏晚晴' }, '苏晚晴'], 'nobody-stands-in': [{ code: 'nobody-stands-in', name: '苏晚晴', unit: unitId('县教育局') }, '苏晚晴', '县教育局'], 'deputy-self': [{ code: 'deputy-self', name: '苏晚晴' }, '苏晚晴'], 'deputy-no-account': [{ code: 'deputy-no-account', name: '乔安' }, '乔安'],
  'deputy-away': [{ code: 'deputy-away', name: '乔安', from: day('2026-07-06'), until: day('2026-07-10') }, '乔安', '6', '10'],
  'unit-name-taken': [{ code: 'unit-name-taken', name: '县文旅局', unit: unitId('县文广局') }, '县文旅局', '县文广局'], 'unit-is-group': [{ code: 'unit-is-group', unit: unitId('各乡镇') }, '各乡镇'], 'succession-self': [{ code: 'succession-self', unit: unitId('县教育局') }, '县教育局'],
  'succession-planned': [{ code: 'succession-planned', unit: unitId('县文广局'), to: unitId('县文旅局'), on: day('2026-08-01') }, '县文广局', '县文旅局', '1'],
  'handler-elsewhere': [{ code: 'handler-elsewhere', name: '唐一鸣', units: [unitId('县教育局')] }, '唐一鸣'],
  'handler-nameless': [{ code: 'handler-nameless' }, '12,15'], 'handover-self': [{ code: 'handover-self', name: '苏晚晴' }, '苏晚晴'], 'nothing-to-hand-over': [{ code: 'nothing-to-hand-over', name: '乔安' }, '乔安'],
  'year-unclear': [{ code: 'year-unclear', asked: '不清楚' }, '不清楚'],
  'text-too-many': [{ code: 'text-too-many', what: 'tasks', found: 2500, limit: 2000 }, '2500', '2000'],
  'file-too-large': [{ code: 'file-too-large', bytes: 9 * 1024 * 1024, limit: 8 * 1024 * 1024, unpacked: false }, '9MB', '8MB'], 'file-kind-unknown': [{ code: 'file-kind-unknown', name: 'a.zip', reads: ['docx'] }, 'a.zip', 'docx'],
  'file-legacy': [{ code: 'file-legacy', name: 'a.doc', saveAs: 'docx' }, 'a.doc', 'docx'], 'file-broken': [{ code: 'file-broken', name: 'a.docx' }, 'a.docx'], 'file-binary': [{ code: 'file-binary', name: 'a.txt' }, 'a.txt'],
  'file-too-heavy': [{ code: 'file-too-heavy', name: 'a.xlsx', over: 'time', limit: 3 }, 'a.xlsx', '3'], 'text-too-heavy': [{ code: 'text-too-heavy', over: 'memory', limit: 192 }, '192MB'],
  'pdf-scanned': [{ code: 'pdf-scanned', pages: 12 }, 'docx'], 'pdf-locked': [{ code: 'pdf-locked' }, 'docx'], 'pdf-garbled': [{ code: 'pdf-garbled' }, 'docx'], 'pdf-too-long': [{ code: 'pdf-too-long', pages: 900, limit: 500 }, '900', '500'], 'pdf-broken': [{ code: 'pdf-broken' }, 'PDF'],
}
const all = Object.values(examples).map(([refusal, ...values]): { code: string; refusal: AnyRefusal; values: string[] } => ({ code: refusal.code, refusal, values }))

describe('a refusal', () => {
  it.each(all)('$code names its values in both languages, in sentences', ({ refusal, values }) => {
    for (const lang of ['zh', 'en'] as const) {
      const sentence = said(refusal, lang)
      for (const value of values) expect(sentence).toContain(value)
      expect(sentence).toMatch(lang === 'zh' ? /[。]$/ : /\.\s?$/)
      expect(sentence).not.toMatch(/undefined|\[object/)
      expectGoodCard(refusalCard(refusal, lang, names, { command: 'report', args: { task: '12' } }))
    }
  })

  it.each(all)('$code can be worded before anybody’s name is known', ({ refusal }) => expect(plain(refusalWords(refusal, 'zh'))).not.toMatch(/undefined|\[object/))

  it('says who can', () => expect(said({ code: 'not-permitted', permission: 'set-due' })).toBe('只有督查室(沈若兰)能改时限，您的账号不能。请找督查室(沈若兰)办理。'))
  it('says that being registered with a unit is enough, where it is', () => expect(said({ code: 'not-permitted', permission: 'report' })).toContain('或请督查室把您登记到单位'))

  it('has words for every permission', () => {
    for (const permission of Object.keys(permissions) as (keyof typeof permissions)[]) expect(said({ code: 'not-permitted', permission })).not.toContain('undefined')
  })

  it('offers the last real day and the one after it for a day that does not exist', () =>
    expect(said({ code: 'day-unreal', asked: '6月31日', lastDay: day('2026-06-30') })).toBe('“6月31日”不存在，请填6月30日(周二)或7月1日(周三)。'))

  it('offers a number in several plans as a button a plan, with what was typed besides', () => {
    const card = refusalCard(examples['task-in-several-plans'][0], 'zh', names, { command: 'report', args: { task: '12', progress: 60 } })
    expect(actionsOf(card).map(({ run }) => run)).toEqual([{ command: 'report', args: { task: 'p1-12', progress: 60 } }, { command: 'report', args: { task: 'p2-12', progress: 60 } }])
  })

  it('lets a lower figure be meant by one press', () =>
    expect(actionsOf(refusalCard(examples['progress-falls'][0], 'zh', names, { command: 'report', args: { task: 'p1-12', progress: 8 } }))[0]?.run.args).toMatchObject({ progress: 8, correction: true }))

  it('types no command that is not there', () => {
    const known = commands.flatMap(({ name, also = [] }) => [name.zh, name.en, ...also])
    for (const { refusal } of all)
      for (const lang of ['zh', 'en'] as const) for (const [, word] of said(refusal, lang).matchAll(/\/duban ([^\s。.,，]+)/g)) expect(known).toContain(word)
  })
})
