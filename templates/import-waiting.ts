// Documents on their way in: how to send one, which of several plans in it is meant, what waits for 确认, what was dropped.
import type { Day } from '#src/calendar/day.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Card, Lang } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { plain, rich, strong } from './rich.ts'

/** The name of what was pasted, where a file would have its own. */
export const pastedName: Record<Lang, string> = { zh: '粘贴的文字', en: 'pasted text' }

const words = {
  zh: {
    several: (count: number) => `这份文件里有${count}个方案，一次导入一个，请选择。`, tasksOf: (count: number, line: number) => `${count}项（第${line}行起）`, imported: (plan: string) => `已导入（${plan}）`, choose: '导入这个', chooseMarked: (mark: string) => `导入${mark}`,
    how: '把方案正文直接粘贴到与我的私聊里发送，或把 Word（docx）、Excel（xlsx）、PDF、文本文件发给我。我会先给您看读出的任务，确认后才写入。',
    secret: '涉密文件（秘密、机密、绝密）不得发送。',
    waiting: (count: number) => `您有${count}份导入稿还没有确认。`, choosing: (plans: number, imported: number) => (imported === 0 ? `${plans}个方案，还没有选` : `${plans}个方案，已导入${imported}个`), left: (tasks: number, open: number) => `${tasks}项 · ${open === 0 ? '已全部核对，可以确认' : `还有${open}处待核`}`, goOn: '继续',
    older: (count: number) => `另有${count}份更早的，确认或放弃上面的之后显示。`, new: '导入新的：把方案正文粘贴给我，或把文件发给我。没有确认的保留30天。',
    dropped: (name: string) => `已放弃“${name}”，什么都没有写入。`,
  },
  en: {
    several: (count: number) => `This document holds ${count} plans; they are imported one at a time. Choose one.`, tasksOf: (count: number, line: number) => `${counted(count, 'task')} (from line ${line})`, imported: (plan: string) => `imported (${plan})`, choose: 'Import this', chooseMarked: (mark: string) => `Import ${mark}`,
    how: 'Paste the plan into our direct conversation, or send me a Word (docx), Excel (xlsx), PDF or text file. You will see what was read, and nothing is written before you confirm.',
    secret: 'Never send classified documents.',
    waiting: (count: number) => count === 1 ? 'An import of yours waits to be confirmed.' : `${count} imports of yours wait to be confirmed.`, choosing: (plans: number, imported: number) => (imported === 0 ? `${counted(plans, 'plan')}, none chosen yet` : `${counted(plans, 'plan')}, ${imported} imported`), left: (tasks: number, open: number) => `${counted(tasks, 'task')} · ${open === 0 ? 'all settled, ready to confirm' : `${counted(open, 'doubt')} left`}`, goOn: 'Go on',
    older: (count: number) => `${count} older ones are shown once these are confirmed or dropped.`, new: 'Something new: paste a plan or share a file. What is not confirmed is kept for 30 days.',
    dropped: (name: string) => `Dropped “${name}”; nothing was written.`,
  },
} satisfies Record<Lang, unknown>

/** `/duban 导入` alone, where nothing waits. */
export const howToImport = (lang: Lang): Card => ({ text: words[lang].how, lines: [rich`${words[lang].how}`, rich`⚠️ ${words[lang].secret}`] })

/** `several`: which plan of the document is meant was not chosen yet. */
export type WaitingDraft = { draft: DraftId; source: string; since: Day } & ({ several: number; imported: number } | { title: string; tasks: number; open: number })

/** `/duban 导入` alone: what waits for 确认, and how to send something new. */
export function waitingDrafts({ drafts, more, today }: { drafts: readonly WaitingDraft[]; more: number; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const head = w.waiting(drafts.length + more)
  return {
    text: head,
    lines: [rich`${head}`],
    sections: [{
      rows: drafts.map((waiting) => ({
        line: rich`${strong('several' in waiting ? waiting.source : waiting.title)}\n${'several' in waiting ? w.choosing(waiting.several, waiting.imported) : w.left(waiting.tasks, waiting.open)} · ${shortDay(waiting.since, lang, today)} · ${cutTo(waiting.source, 40)}`,
        beside: { label: w.goOn, says: cutTo(`${w.goOn}${'several' in waiting ? waiting.source : waiting.title}`, 70), run: { command: 'import', args: { draft: waiting.draft } } },
      })),
      ...(more === 0 ? {} : { note: rich`${w.older(more)}` }),
    }],
    footer: rich`${w.new}`,
  }
}

export const droppedDraft = (source: string, lang: Lang): Card => ({ text: words[lang].dropped(source), lines: [rich`${words[lang].dropped(source)}`] })

/** Several plans in one document: one is imported at a time. `mark`: what the document calls it (篇一), for several may have one title. `imported`: it is a plan already. */
export function choosePlan(plans: readonly { mark?: string; title: string; line: number; tasks: number; imported?: PlanId }[], draft: DraftId, lang: Lang): Card {
  const w = words[lang]
  const head = rich`${w.several(plans.length)}`
  return {
    text: plain(head),
    lines: [head],
    sections: [
      {
        rows: plans.map(({ mark, title, line, tasks, imported }, index) => ({
          line: rich`${mark === undefined ? rich`` : rich`${strong(mark)} `}${strong(cutTo(title, 100))} · ${w.tasksOf(tasks, line)}${imported === undefined ? '' : ` · ✅ ${w.imported(imported)}`}`,
          ...(imported === undefined ? { beside: { label: mark === undefined ? w.choose : w.chooseMarked(mark), says: cutTo(`${mark ?? ''}${title}`, 70), run: { command: 'import', args: { draft, part: index + 1 } } } } : {}),
        })),
      },
    ],
  }
}
