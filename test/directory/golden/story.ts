// Half a year of a small directory, in which everything happens that can happen to one.
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { DraftId } from '#src/ledger/draft.ts'
import { PersonId } from '#src/ledger/ids.ts'
import { day, unitId } from '#test/builders.ts'

const [secretary, education, finance, head, newcomer] = ['u1', 'u2', 'u3', 'u4', 'u5'].map((id) => PersonId.parse(id)) as [PersonId, PersonId, PersonId, PersonId, PersonId]
const bureau = unitId('县教育局')
const handle = (id: string): { platform: string; id: string } => ({ platform: 'slack', id })

export const story: readonly { on: string; by: string; intent: DirectoryIntent }[] = [
  { on: '2026-01-05', by: 'u1', intent: { type: 'add-units', units: [{ name: '县教育局', aliases: ['县教体局'] }, { name: '县财政局', aliases: [] }, { name: '县文广新局', aliases: [] }, { name: '县文旅局', aliases: [] }, { name: '青石镇', aliases: [] }, { name: '各乡镇', aliases: [], members: ['青石镇'] }] } },
  { on: '2026-01-05', by: 'u1', intent: { type: 'add-person', name: '沈若兰', title: '督查室主任', handle: handle('U1') } },
  { on: '2026-01-05', by: 'u1', intent: { type: 'add-person', name: '苏晚晴', handle: handle('U2') } },
  { on: '2026-01-05', by: 'u1', intent: { type: 'add-person', name: '唐一鸣', handle: handle('U3') } },
  { on: '2026-01-05', by: 'u1', intent: { type: 'add-person', name: '方叔文' } },
  { on: '2026-01-05', by: 'u1', intent: { type: 'grant-role', person: secretary, role: 'secretary' } },
  { on: '2026-01-05', by: 'u1', intent: { type: 'grant-role', person: secretary, role: 'admin' } },
  { on: '2026-01-05', by: 'u1', intent: { type: 'grant-role', person: head, role: 'leader' } },
  { on: '2026-01-06', by: 'u1', intent: { type: 'set-fields', person: head, fields: ['教育', '校园'] } },
  { on: '2026-01-06', by: 'u1', intent: { type: 'rename-person', person: finance, name: '唐一鸣', title: '股长' } },
  { on: '2026-01-06', by: 'u1', intent: { type: 'name-contact', person: education, unit: bureau } },
  { on: '2026-01-06', by: 'u1', intent: { type: 'name-contact', person: finance, unit: unitId('县财政局') } },
  { on: '2026-01-06', by: 'u1', intent: { type: 'name-head', person: head, unit: bureau } },
  { on: '2026-01-06', by: 'u1', intent: { type: 'add-alias', unit: unitId('县财政局'), alias: '县财政' } },
  { on: '2026-01-07', by: 'u1', intent: { type: 'open-plan', draft: DraftId.parse('d000001'), hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' } },
  { on: '2026-02-02', by: 'u1', intent: { type: 'name-backup', person: finance, unit: bureau } },
  { on: '2026-02-02', by: 'u2', intent: { type: 'add-handler', unit: bureau, name: '秦朗', handle: handle('U5') } },
  { on: '2026-02-02', by: 'u2', intent: { type: 'name-handler', person: finance, unit: bureau } },
  { on: '2026-02-03', by: 'u2', intent: { type: 'remove-handler', person: finance, unit: bureau } },
  { on: '2026-03-02', by: 'u2', intent: { type: 'set-absence', person: education, from: day('2026-03-09'), until: day('2026-03-13'), deputy: finance } },
  { on: '2026-03-03', by: 'u1', intent: { type: 'set-absence', person: education, from: day('2026-04-01'), until: day('2026-04-02') } },
  { on: '2026-03-04', by: 'u2', intent: { type: 'end-absence', person: education, from: day('2026-04-01') } },
  { on: '2026-04-20', by: 'u1', intent: { type: 'hand-over', from: education, to: newcomer } },
  { on: '2026-04-27', by: 'u1', intent: { type: 'rename-unit', unit: bureau, name: '县教育和体育局', from: day('2026-05-01') } },
  { on: '2026-04-27', by: 'u1', intent: { type: 'set-succession', from: unitId('青石镇'), to: bureau, on: day('2026-06-01') } },
  { on: '2026-04-28', by: 'u1', intent: { type: 'drop-succession', from: unitId('青石镇') } },
  { on: '2026-04-28', by: 'u1', intent: { type: 'set-succession', from: unitId('县文广新局'), to: unitId('县文旅局'), on: day('2026-05-01') } },
  { on: '2026-05-01', by: 'u1', intent: { type: 'succeed-unit', from: unitId('县文广新局') } },
  { on: '2026-05-06', by: 'u1', intent: { type: 'remove-backup', person: finance, unit: bureau } },
  { on: '2026-05-06', by: 'u1', intent: { type: 'remove-head', person: head, unit: bureau } },
  { on: '2026-05-06', by: 'u1', intent: { type: 'remove-contact', person: finance, unit: unitId('县财政局') } },
  { on: '2026-05-06', by: 'u1', intent: { type: 'name-aide', person: education, leader: head } },
  { on: '2026-05-06', by: 'u1', intent: { type: 'name-aide', person: finance, leader: head } },
  { on: '2026-05-06', by: 'u1', intent: { type: 'remove-aide', person: finance, leader: head } },
  { on: '2026-05-07', by: 'u1', intent: { type: 'revoke-role', person: head, role: 'leader' } },
  { on: '2026-05-07', by: 'u1', intent: { type: 'set-telephone', person: education, telephone: '0733-8812345 转 803' } },
  { on: '2026-05-08', by: 'u1', intent: { type: 'announce-days-off', year: 2027, off: [day('2027-01-01'), day('2027-01-02'), day('2027-01-03')], work: [day('2026-12-27')] } },
  { on: '2026-05-08', by: 'u1', intent: { type: 'add-alias', unit: bureau, alias: '县财政局' } },
  { on: '2026-05-11', by: 'u2', intent: { type: 'want-brief', person: education, wanted: true } },
  { on: '2026-05-12', by: 'u2', intent: { type: 'want-brief', person: education, wanted: false } },
  { on: '2026-05-13', by: 'u2', intent: { type: 'want-brief', person: education, wanted: true } },
  { on: '2026-05-14', by: 'u2', intent: { type: 'choose-language', person: education, language: 'en' } },
]
