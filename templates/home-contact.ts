// A contact's Home: what is most pressing, each with its three answers, then the way to the rest.
import { allNormalActions } from './all-normal.ts'
import type { Card, Lang } from './card.ts'
import { homeFooter, type Seen } from './home-footer.ts'
import { absenceLines, besideSection, helpingLines, milestoneActions, milestoneLines, mineHead, ownSections, restActions, type MineFacts } from './mine.ts'
import { rich } from './rich.ts'
import { ways } from './ways.ts'

const shown = 5

export function homeContact(facts: MineFacts, name: string, seen: Seen, lang: Lang): Card {
  const zh = lang === 'zh'
  const head = mineHead(facts, lang)
  return {
    text: head,
    title: zh ? `${name}，您好` : `Hello, ${name}`,
    lines: [rich`${head}`, ...absenceLines(facts, lang), ...helpingLines(facts, lang), ...milestoneLines(facts, lang)],
    sections: [...ownSections(facts, shown, lang).map((section) => ({ heading: zh ? rich`最急的${section.rows.length}项` : rich`The ${section.rows.length} most urgent`, ...section })), ...besideSection(facts, lang)],
    actions: [
      ...allNormalActions(facts.together, facts.now, lang),
      { label: zh ? '我的任务' : 'My tasks', run: ways.mine() },
      ...restActions(facts, shown, lang),
      ...milestoneActions(facts, lang),
      ...(facts.hasPost ? [{ label: zh ? '找人代办' : 'A deputy', run: { command: 'deputy', args: {} } }] : []),
      { label: zh ? '周期任务' : 'Recurring duties', run: ways.duties() },
      { label: zh ? '提醒预告' : 'Reminders ahead', run: ways.remindersAhead() },
      { label: zh ? '汇总' : 'Summary', run: ways.summary() },
      { label: zh ? '帮助' : 'Help', run: ways.help() },
    ],
    footer: homeFooter(seen, lang),
  }
}
