// What a draft holds besides its tasks: sentences that could be tasks, and the numbers it promises.
import type { DoubtKey } from '#src/ledger/correction.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { Action, Card, Lang } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { rich, strong } from './rich.ts'
import { saysOf } from './says-of.ts'

/** 其中5个, or 都. */
export const ownerless = (count: number, open: number): string => (open === 0 ? '' : open < count ? `，其中${open}个没有写由谁负责` : '，都没有写由谁负责')

const words = {
  zh: {
    proposals: (title: string, count: number, taken: number) => `《${title}》任务之外有${count}句点名要求单位做的事，已列${taken}项为任务。`,
    take: '列为任务', leave: '不列', takeAll: '全部列为任务', leaveAll: '都不列', taken: '✅ 列为任务', back: '返回预览',
    targets: (title: string, count: number, open: number) => `《${title}》有指标${count}个${ownerless(count, open)}。`,
    ofTask: (number: number, title: string) => `任务${number} ${title}`, owner: (unit: string) => `由${unit}负责`, nobody: '没有写由谁负责，可以先不定', other: '其他单位', all: (count: number, unit: string) => `${count}个都由${unit}负责`, allOther: '都由其他单位负责', one: '没有写由谁负责的，可以一次定：',
    rest: (left: number) => `另有${left}条未显示。`,
  },
  en: {
    proposals: (title: string, count: number, taken: number) => `“${title}”: ${counted(count, 'sentence')} outside the tasks ${count === 1 ? 'asks' : 'ask'} something of a unit; taken as tasks: ${taken}.`,
    take: 'Make it a task', leave: 'Leave it', takeAll: 'All are tasks', leaveAll: 'None is', taken: '✅ a task', back: 'Back',
    targets: (title: string, count: number, open: number) => `“${title}” has ${counted(count, 'target')}${open > 0 ? `; for ${open} nobody answers` : ''}.`,
    ofTask: (number: number, title: string) => `task ${number} ${title}`, owner: (unit: string) => `${unit} answers for it`, nobody: 'the text does not say who answers for it; this can wait', other: 'Another unit', all: (count: number, unit: string) => `${unit} answers for all ${count}`, allOther: 'One other unit for all', one: 'Those without anybody, at once:',
    rest: (left: number) => `${left} more not shown.`,
  },
} satisfies Record<Lang, unknown>

const back = (draft: DraftId, lang: Lang): Action => ({ label: words[lang].back, run: { command: 'import', args: { draft } } })

export type ProposalRow = { at: number; unit: string; text: string; taken: boolean }

export function proposalsCard({ draft, title, proposals }: { draft: DraftId; title: string; proposals: readonly ProposalRow[] }, lang: Lang): Card {
  const w = words[lang]
  const head = w.proposals(title, proposals.length, proposals.filter(({ taken }) => taken).length)
  const choose = (label: string, taken: boolean, at?: number): Action => ({ label, run: { command: 'proposals', args: { draft, taken, ...(at === undefined ? {} : { at }) } } })
  return {
    text: head,
    lines: [rich`${head}`],
    sections: [{
      rows: proposals.map(({ at, unit, text, taken }) => ({
        line: rich`${strong(unit)} · ${cutTo(text, 160)}${taken ? `\n${w.taken}` : ''}`,
        beside: { ...choose(taken ? w.leave : w.take, !taken, at), says: saysOf(taken ? w.leave : w.take, text, lang) },
      })),
    }],
    rest: { line: (left) => rich`${w.rest(left)}` },
    actions: [choose(w.takeAll, true), choose(w.leaveAll, false), back(draft, lang)],
  }
}

export type TargetRow = { text: string; task?: { number: number; title: string }; owner?: string; asked?: { key: DoubtKey; offered: readonly string[] } }

/** More are typed. */
const unitsOffered = 2

export function targetsCard({ draft, title, targets }: { draft: DraftId; title: string; targets: readonly TargetRow[] }, lang: Lang): Card {
  const w = words[lang]
  const head = w.targets(title, targets.length, targets.filter(({ asked }) => asked !== undefined).length)
  const answer = (key: DoubtKey, label: string, text: string, given?: string, all?: true): Action => ({ label, says: saysOf(label, text, lang), run: { command: 'check', args: { draft, doubt: key, ...(all === undefined ? {} : { all: 'target-owner' }), ...(given === undefined ? {} : { answer: given }) } } })
  const [first, second] = targets.flatMap(({ asked }) => asked ?? [])
  const open = targets.filter(({ asked }) => asked !== undefined).length
  const forAll = first === undefined || second === undefined ? [] : [...first.offered.slice(0, unitsOffered).map((unit) => answer(first.key, cutTo(w.all(open, unit), 30), head, unit, true)), answer(first.key, w.allOther, head, undefined, true)]
  return {
    text: head,
    lines: [rich`${head}`],
    sections: [...(forAll.length === 0 ? [] : [{ rows: [{ line: rich`${w.one}`, actions: forAll }] }]), {
      rows: targets.map(({ text, task, owner, asked }) => ({
        line: rich`${cutTo(text, 120)}\n${task !== undefined ? w.ofTask(task.number, cutTo(task.title, 40)) : owner !== undefined ? w.owner(owner) : w.nobody}`,
        ...(asked === undefined ? {} : { actions: [...asked.offered.slice(0, unitsOffered).map((unit) => answer(asked.key, cutTo(unit, 30), text, unit)), answer(asked.key, w.other, text)] }),
      })),
    }],
    rest: { line: (left) => rich`${w.rest(left)}` },
    actions: [back(draft, lang)],
  }
}
