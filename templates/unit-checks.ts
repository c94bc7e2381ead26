// Who has looked at its lines, for the secretary: what is in question first, then who has not looked.
import { checkCounts, type CheckCounts, type UnitCheck } from '#src/queries/unit-lines.ts'
import type { Action, Card, Lang } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { rich, strong } from './rich.ts'
import { planNamed, standingWords } from './unit-lines.ts'
import { ways } from './ways.ts'

const unitsOnPage = 15

/** 12家单位中10家已核对，2家未核对（不算同意），有出入1项 */
export function checkCountsWords({ units, checked, unchecked, questions }: CheckCounts, lang: Lang): string {
  if (lang === 'zh') return `${units}家单位中${checked}家已核对${unchecked === 0 ? '' : `，${unchecked}家未核对（不算同意）`}${questions === 0 ? '' : `，有出入${questions}项`}`
  return `${checked} of ${counted(units, 'unit')} have looked${unchecked === 0 ? '' : `, ${unchecked} have not (which is no consent)`}${questions === 0 ? '' : `, ${counted(questions, 'line')} in question`}`
}

type ChecksFacts = { checks: readonly UnitCheck[]; title: string; plan: UnitCheck['plan']; page: number }

export function unitChecksCard({ checks, title, plan, page: wanted }: ChecksFacts, lang: Lang): Card {
  const zh = lang === 'zh'
  const pages = Math.max(1, Math.ceil(checks.length / unitsOnPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const named = planNamed({ title, plan }, lang)
  const head = `${named}${zh ? '单位核对：' : ': '}${checkCountsWords(checkCounts(checks), lang)}${pages === 1 ? '' : zh ? `，第${page}/${pages}页` : `, page ${page} of ${pages}`}${zh ? '。' : '.'}`
  const to = (at: number, label: string): Action => ({ label, says: zh ? `${label}，第${at}页` : `${label}, page ${at}`, run: { command: 'verify-lines', args: { plan, page: at, here: true } } })
  return {
    text: head,
    lines: [rich`${head}`],
    sections: [{
      rows: checks.slice((page - 1) * unitsOnPage, page * unitsOnPage).map((check) => ({
        line: rich`${strong(check.name)} · ${standingWords(check, lang)}${check.hasContact ? '' : zh ? '（没有联络员）' : ' (no contact)'}`,
        beside: { label: zh ? '查看' : 'Open', says: cutTo(zh ? `查看${check.name}的核对情况` : `Open ${check.name}`, 70), run: ways.unitLines({ plan, unit: check.unit }) },
      })),
    }],
    actions: [...(page < pages ? [to(page + 1, zh ? '下一页' : 'Next page')] : []), ...(page > 1 ? [to(page - 1, zh ? '上一页' : 'Previous page')] : [])],
  }
}

/** Before the hand-out nobody has been asked. */
export const nobodyChecks = (lang: Lang): Card => {
  const text = lang === 'zh' ? '还没有方案通知过联络员，没有单位要核对。' : 'No plan is handed out yet, so no unit has anything to look at.'
  return { text, lines: [rich`${text}`], actions: [{ label: lang === 'zh' ? '方案' : 'Plans', run: ways.plans() }] }
}
