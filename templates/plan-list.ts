// All plans, each in a line with its lights.
import type { Summary } from '#src/queries/summary.ts'
import type { Card, Lang } from './card.ts'
import { rich, strong } from './rich.ts'
import { verdictLine } from './summary.ts'
import { ways } from './ways.ts'

export function planListCard(plans: readonly Summary[], canImport: boolean, lang: Lang): Card {
  const zh = lang === 'zh'
  const text = plans.length === 0 ? (zh ? '还没有方案。把方案文件发给我，或把正文粘贴给我，就能导入。' : 'There is no plan yet. Send me the document, or paste its text.') : zh ? `方案共${plans.length}个` : `${plans.length} plans`
  return {
    text,
    lines: [rich`${text}`],
    sections: plans.length === 0 ? [] : [{
      rows: plans.map((plan) => ({
        line: rich`${strong(plan.title)}(${plan.plan}) · ${verdictLine(plan, lang)}`,
        beside: { label: zh ? '查看' : 'Open', says: zh ? `查看${plan.title.slice(0, 60)}` : `Open ${plan.title.slice(0, 60)}`, run: ways.plan(plan.plan) },
      })),
    }],
    actions: [...(canImport ? [{ label: zh ? '导入方案' : 'Import', run: ways.importing() }] : []), ...(plans.length > 0 ? [{ label: zh ? '汇总' : 'Summary', run: ways.summary() }] : [])],
  }
}
