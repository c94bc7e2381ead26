// 按单位: a row a unit, its tasks by lights. Every task is in exactly one row.
import type { PlanId } from '#src/ledger/ids.ts'
import type { UnitRow } from '#src/queries/unit-matrix.ts'
import type { Action, Card, Lang, Row } from './card.ts'
import { cutTo } from './cut-to.ts'
import { forwardAction } from './forward.ts'
import { lightCounts } from './light-words.ts'
import { rich, strong } from './rich.ts'
import { ways } from './ways.ts'

const unitsOnPage = 12

/** `withoutContact`: by name, those that have to answer and have nobody to be asked, of a group its members. */
type Asked = { plan?: PlanId; title: string; page: number; withoutContact: readonly string[]; /** The asker can name contacts. */ canName: boolean }

export function unitMatrixCard(units: readonly UnitRow[], { plan, title, page: wanted, withoutContact, canName }: Asked, lang: Lang): Card {
  const zh = lang === 'zh'
  const pages = Math.max(1, Math.ceil(units.length / unitsOnPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const paged = pages === 1 ? '' : zh ? `，第${page}/${pages}页` : `, page ${page} of ${pages}`
  const named = units.filter(({ unit }) => unit !== undefined)
  const led = named.reduce((sum, { total }) => sum + total, 0)
  const nobodys = units.reduce((sum, { total }) => sum + total, 0) - led
  const head = zh ? `按单位：${title}，${named.length}个单位牵头${led}项${nobodys === 0 ? '' : `，单位待定${nobodys}项`}${paged}` : `By unit: ${title}, ${named.length} units lead ${led} tasks${nobodys === 0 ? '' : `, ${nobodys} have no unit yet`}${paged}`
  return {
    text: head,
    lines: [rich`${head}`, ...silentLines(withoutContact, canName, lang)],
    sections: units.length === 0 ? [] : [{ opensBelow: true, rows: units.slice((page - 1) * unitsOnPage, page * unitsOnPage).map((unit) => matrixRow(unit, plan, canName, lang)) }],
    actions: [
      ...(page < pages ? [{ label: zh ? '下一页' : 'Next page', run: ways.units(plan, page + 1) }] : []),
      ...(page > 1 ? [{ label: zh ? '上一页' : 'Previous page', run: ways.units(plan, page - 1) }] : []),
      { label: zh ? '按领域' : 'By section', run: ways.sections(plan) },
      { label: zh ? '汇总' : 'Summary', run: ways.summary(plan) },
    ],
    more: [{ label: zh ? '图' : 'Picture', says: zh ? '图：各单位红黄绿灯' : 'Picture: units by lights', run: ways.chart(plan, 'units') }, forwardAction(ways.units(plan, page), lang)],
  }
}

function silentLines(silent: readonly string[], canName: boolean, lang: Lang): ReturnType<typeof rich>[] {
  if (silent.length === 0) return []
  const names = cutTo(silent.join(lang === 'zh' ? '、' : ', '), 300)
  if (lang === 'zh') return [canName ? rich`${silent.length}个单位没有联络员：${names}。点“指定联络员”，或输入 /duban 人员 指定 @本人 单位。` : rich`${silent.length}个单位没有联络员：${names}。`]
  return [canName ? rich`${silent.length} units have no contact: ${names}. Press “Name a contact”, or type /duban people name @person unit.` : rich`${silent.length} units have no contact: ${names}.`]
}

function matrixRow(row: UnitRow, plan: PlanId | undefined, canName: boolean, lang: Lang): Row {
  const zh = lang === 'zh'
  const name = row.unit === undefined ? (zh ? '单位待定' : 'No unit yet') : row.name
  const which = row.unit === undefined ? '单位待定' : `牵头 ${row.name}`
  const silent = row.unreported === 0 ? '' : zh ? ` · 未报${row.unreported}` : ` · ${row.unreported} not reported`
  const contact = row.unit === undefined || row.hasContact ? '' : zh ? ' · 没有联络员' : ' · no contact'
  const open: Action = { label: zh ? `查看 ${row.total}` : `Open ${row.total}`, says: zh ? `查看${name}${row.total}项` : `Open the ${row.total} of ${name}`, run: ways.tasks(which, plan) }
  const line = rich`${strong(name)} · ${zh ? `${row.total}项` : row.total} ${lightCounts(row, lang)}${silent}${contact}`
  if (!canName || row.unit === undefined || row.hasContact) return { line, beside: open }
  return { line, actions: [open, { label: zh ? '指定联络员' : 'Name a contact', says: zh ? `给${name}指定联络员` : `Name a contact of ${name}`, run: ways.nameContact(row.name) }] }
}
