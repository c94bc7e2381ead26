// 按领域: a row a section of the plan, its tasks by lights. Every task is in exactly one row.
import type { PlanId } from '#src/ledger/ids.ts'
import type { SectionRow } from '#src/queries/section-matrix.ts'
import type { Card, Lang, Row, Section } from './card.ts'
import { cutTo } from './cut-to.ts'
import { forwardAction } from './forward.ts'
import { lightCounts } from './light-words.ts'
import { rich, strong } from './rich.ts'
import { shortPlan } from './short-plan.ts'
import { ways } from './ways.ts'

const sectionsOnPage = 12
/** What is left of a heading on a phone. */
const nameAtMost = 30

type Asked = { plan?: PlanId; title: string; page: number }

/** No heading is longer, and a list's words take no more. */
const headingAtMost = 190

/** The words that list a section's tasks. */
export const sectionWords = (section: string): string => (section === '' ? '未分领域' : `领域 ${section.slice(0, headingAtMost)}`)

export function sectionMatrixCard(rows: readonly SectionRow[], { plan, title, page: wanted }: Asked, lang: Lang): Card {
  const zh = lang === 'zh'
  const pages = Math.max(1, Math.ceil(rows.length / sectionsOnPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const paged = pages === 1 ? '' : zh ? `，第${page}/${pages}页` : `, page ${page} of ${pages}`
  const total = rows.reduce((sum, row) => sum + row.total, 0)
  const head = zh ? `按领域：${cutTo(title, 60)}，${rows.length}个领域共${total}项${paged}` : `By section: ${cutTo(title, 60)}, ${rows.length} sections, ${total} tasks${paged}`
  return {
    text: head,
    lines: [rich`${head}`],
    sections: byPlan(rows.slice((page - 1) * sectionsOnPage, page * sectionsOnPage), new Set(rows.map((row) => row.plan)).size > 1, lang),
    actions: [
      ...(page < pages ? [{ label: zh ? '下一页' : 'Next page', run: ways.sections(plan, page + 1) }] : []),
      ...(page > 1 ? [{ label: zh ? '上一页' : 'Previous page', run: ways.sections(plan, page - 1) }] : []),
      { label: zh ? '按单位' : 'By unit', run: ways.units(plan) },
      { label: zh ? '汇总' : 'Summary', run: ways.summary(plan) },
    ],
    more: [forwardAction(ways.sections(plan, page), lang)],
  }
}

/** Where several plans are shown, each has its heading. */
function byPlan(rows: readonly SectionRow[], several: boolean, lang: Lang): Section[] {
  return [...new Set(rows.map(({ plan }) => plan))].map((plan) => {
    const own = rows.filter((row) => row.plan === plan)
    return { ...(several ? { heading: rich`${shortPlan(own[0]?.planTitle ?? '', 24)}` } : {}), rows: own.map((row) => sectionRow(row, lang)), opensBelow: true }
  })
}

function sectionRow(row: SectionRow, lang: Lang): Row {
  const zh = lang === 'zh'
  const name = row.section === '' ? (zh ? '未分领域' : 'In no section') : cutTo(row.section, nameAtMost)
  const silent = row.unreported === 0 ? '' : zh ? ` · 未报${row.unreported}` : ` · ${row.unreported} not reported`
  return {
    line: rich`${strong(name)} · ${zh ? `${row.total}项` : row.total} ${lightCounts(row, lang)}${silent}`,
    beside: { label: zh ? `查看 ${row.total}` : `Open ${row.total}`, says: zh ? `查看${name}${row.total}项` : `Open the ${row.total} of ${name}`, run: ways.tasks(sectionWords(row.section), row.plan) },
  }
}
