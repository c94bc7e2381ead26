// A plan is in the ledger: what to do next, in order, and that nobody was told yet.
import type { PlanCounts } from '#src/queries/desk-of-secretary.ts'
import type { Card, Lang, Row } from './card.ts'
import { counted } from './counted.ts'
import { rich } from './rich.ts'
import { ways } from './ways.ts'

/** `before`: it was there already; nothing was written again. */
export type ImportDone = Omit<PlanCounts, 'amended'> & { before: boolean }

const words = {
  zh: {
    done: (title: string, tasks: number, id: string) => `已导入《${title}》（${id}），共${tasks}项。`,
    before: (title: string, id: string) => `《${title}》（${id}）此前已经导入，没有重复写入。`,
    quiet: '这个方案还没有通知任何人。请依次：',
    doubts: (count: number) => (count === 0 ? '① 没有存疑 ✅' : `① 核对存疑：${count}处`), owners: (count: number) => `另有${count}个指标没有写由谁负责，可以先不定。`, toOwners: '看指标', toDoubts: '核对存疑',
    leads: (count: number) => (count === 0 ? '② 每项都有单位 ✅' : `② 定牵头单位：${count}项还没有`), toLeads: '看这些任务',
    contacts: (count: number, led: boolean) => (count > 0 ? `③ 指定联络员：${count}个单位还没有` : led ? '③ 要填报的单位都有联络员 ✅' : '③ 指定联络员：定了牵头单位再办'), toContacts: '指定联络员',
    handOut: '④ 通知联络员：先预览人数和内容，再发', handedOut: '④ 已通知联络员 ✅', toHandOut: '通知联络员',
  },
  en: {
    done: (title: string, tasks: number, id: string) => `Imported “${title}” (${id}): ${counted(tasks, 'task')}.`,
    before: (title: string, id: string) => `“${title}” (${id}) had been imported before; nothing was written again.`,
    quiet: 'Nobody was told of this plan yet. Next:',
    doubts: (count: number) => (count === 0 ? '1. No doubts ✅' : `1. Settle the doubts: ${count}`), owners: (count: number) => `For ${counted(count, 'target')} nobody answers yet; this can wait.`, toOwners: 'Targets', toDoubts: 'Doubts',
    leads: (count: number) => (count === 0 ? '2. Every task has a unit ✅' : `2. Name the lead: ${count} ${count === 1 ? 'task has' : 'tasks have'} none`), toLeads: 'Those tasks',
    contacts: (count: number, led: boolean) => (count > 0 ? `3. Name contacts: ${count} ${count === 1 ? 'unit has' : 'units have'} none` : led ? '3. Every unit that reports has a contact ✅' : '3. Name contacts, once there are leads'), toContacts: 'Contacts',
    handOut: '4. Tell the contacts: you see how many and what first', handedOut: '4. The contacts were told ✅', toHandOut: 'Hand out',
  },
} satisfies Record<Lang, unknown>

export function importDone({ id: plan, title, tasks, before, doubts, ownerless, withoutContact, noUnit, handedOut }: ImportDone, lang: Lang): Card {
  const w = words[lang]
  const head = before ? w.before(title, plan) : w.done(title, tasks, plan)
  const steps: { row: Row; open: boolean }[] = [
    { open: doubts > 0, row: { line: rich`${w.doubts(doubts)}`, beside: { label: w.toDoubts, run: ways.doubts(plan) } } },
    { open: noUnit > 0, row: { line: rich`${w.leads(noUnit)}`, beside: { label: w.toLeads, run: ways.tasks('单位待定', plan) } } },
    { open: withoutContact > 0, row: { line: rich`${w.contacts(withoutContact, noUnit < tasks)}`, beside: { label: w.toContacts, run: ways.units(plan) } } },
    { open: !handedOut, row: { line: rich`${handedOut ? w.handedOut : w.handOut}`, beside: { label: w.toHandOut, run: ways.handOut(plan) } } },
  ]
  return {
    text: head,
    lines: [rich`✅ ${head}`, ...(handedOut ? [] : [rich`${w.quiet}`])],
    sections: [{ rows: [...steps.map(({ row, open }) => (open ? row : { line: row.line })), ...(ownerless === 0 ? [] : [{ line: rich`${w.owners(ownerless)}`, beside: { label: w.toOwners, run: ways.doubts(plan) } }])] }],
  }
}
