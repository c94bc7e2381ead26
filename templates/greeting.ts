// The sandbox's first word to each person: who they are here, and one thing to try.
import type { Action, Card, Lang } from './card.ts'
import { rich } from './rich.ts'
import { ways } from './ways.ts'

/** `title`: the post they hold, as the county calls it. `none`: not registered yet. */
export type Greeted = { name: string; title: string; role: 'secretary' | 'leader' | 'aide' | 'head' | 'contact' | 'admin' | 'none' }

type Words = Record<Greeted['role'], { try: string; actions: readonly Action[] }>

const words: Record<Lang, Words> = {
  zh: {
    secretary: { try: '试试：点“方案”看现状；或输入 /duban 快进 到下一次提醒，提醒随即送达。', actions: [{ label: '方案', run: ways.plans() }, { label: '汇总', run: ways.summary() }] },
    leader: { try: '试试：点“汇总”，一屏看清红黄绿灯和原因。', actions: [{ label: '汇总', run: ways.summary() }] },
    aide: { try: '试试：领导说了一句话，就发“口头批示 电话 请县教育局下周五前拿出方案”，核对后下发。', actions: [{ label: '汇总', run: ways.summary() }] },
    head: { try: '试试：点“我的任务”，看本单位最急的几项。', actions: [{ label: '我的任务', run: ways.mine() }] },
    contact: { try: '试试：点“我的任务”，给一项点“正常推进”，一下就报完。', actions: [{ label: '我的任务', run: ways.mine() }] },
    admin: { try: '试试：点“人员”，看谁担任什么。', actions: [{ label: '人员', run: ways.people() }] },
    none: { try: '您还没有登记。试试：输入 /duban 汇总，看看会得到什么答复。', actions: [] },
  },
  en: {
    secretary: { try: 'Try “Plans”, or type /duban fast-forward next: the next reminder arrives at once.', actions: [{ label: 'Plans', run: ways.plans() }, { label: 'Summary', run: ways.summary() }] },
    leader: { try: 'Try “Summary”: all lights and their reasons on one screen.', actions: [{ label: 'Summary', run: ways.summary() }] },
    aide: { try: 'Try “spoken by telephone 请县教育局下周五前拿出方案”: what your leader said is shown, and goes out when you press.', actions: [{ label: 'Summary', run: ways.summary() }] },
    head: { try: 'Try “My tasks”: what presses your unit most.', actions: [{ label: 'My tasks', run: ways.mine() }] },
    contact: { try: 'Try “My tasks” and press “On track” on one: that is a report.', actions: [{ label: 'My tasks', run: ways.mine() }] },
    admin: { try: 'Try “People”: who holds which part.', actions: [{ label: 'People', run: ways.people() }] },
    none: { try: 'You are not registered yet. Type /duban summary and see what you are told.', actions: [] },
  },
}

export function greeting({ name, title, role }: Greeted, lang: Lang): Card {
  const { try: first, actions } = words[lang][role]
  const hello = lang === 'zh' ? `${name}您好，您在这里是${title}。` : `Hello ${name}, here you are: ${title}.`
  return {
    text: `${hello}${first}`,
    lines: [rich`${hello}`, rich`${first}`],
    actions: [...actions, { label: lang === 'zh' ? '帮助' : 'Help', run: ways.help() }],
  }
}
