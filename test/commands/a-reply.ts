// A plain reply of a contact, and what is pressed on its echo.
import { claimForm } from '#commands/claim-form.ts'
import { reportForm } from '#commands/report-form.ts'
import { said } from '#commands/said.ts'
import { directoryWith, planWith, task } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { act } from './acting.ts'

const people = directoryWith(['县教育局', '县财政局'], { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '顾平', contactOf: ['县教育局'] }, { name: '陆岩', contactOf: ['县财政局'] }, { name: '沈若兰', roles: ['secretary'] })
export const two = () => planWith(task(3, { title: '健全心理健康网络', lead: '县教育局' }), task(12, { title: '普惠园建设', lead: '县教育局', support: ['县财政局'] }), task(20, { title: '经费保障', lead: '县财政局' }))
export const deskAt = (asker: string, plans = [two()], today = '2026-06-10'): TestDesk => deskOf({ today, plans, directory: people, asker })
export const near12 = [{ task: 'p1-12', unit: '县教育局' }]
export const reply = async (desk: TestDesk, words: string, near: readonly { task: string; unit?: string }[] = []) => act(said, { words, near }, desk)
export const press = async (desk: TestDesk, run: { command: string; args: object } | undefined) => {
  if (run === undefined) throw new Error('no such button')
  return act(run.command === 'said' ? said : run.command === 'report-form' ? reportForm : claimForm, run.args, desk)
}
