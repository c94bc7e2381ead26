// Units by name, and one unit: its other names, who is asked, and what it has on its hands.
import type { LinesSeen } from '#src/queries/unit-lines.ts'
import type { UnitRow } from '#src/queries/unit-matrix.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Action, Card, Lang, Row, Run } from './card.ts'
import { forwardAction } from './forward.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { rich, strong, type Rich } from './rich.ts'
import { lightCounts } from './light-words.ts'
import { saysOf } from './says-of.ts'
import { changeActions, changeLines, type UnitChanges } from './unit-changes.ts'
import { ways } from './ways.ts'

/** `seen`: 单位核对, of all its lines. */
/** `canName`: the reader may name its contact. */
export type UnitFacts = { seen?: LinesSeen; name: string; canName: boolean; aliases: readonly string[]; members: readonly string[]; contacts: readonly string[]; backups: readonly string[]; heads: readonly string[]; handlers: readonly string[]; changes: UnitChanges }

export const unitsOnPage = 20

export function unitListCard(units: readonly UnitFacts[], { page: wanted, silentOf }: { page: number; /** Only those without anybody to ask are listed: of a plan, or of all. */ silentOf?: string }, lang: Lang): Card {
  const zh = lang === 'zh'
  const pages = Math.max(1, Math.ceil(units.length / unitsOnPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const silent = units.filter(({ contacts, backups, heads, members }) => contacts.length + backups.length + heads.length === 0 && members.length === 0).length
  const paged = pages === 1 ? '' : zh ? `，第${page}/${pages}页` : `, page ${page} of ${pages}`
  const all = units.length === 0 ? (zh ? '还没有单位，导入方案后自动列出。' : 'There are no units yet: importing a plan lists them.') : zh ? `单位共${units.length}个，其中${silent}个没有联络员${paged}` : `${units.length} units, ${silent} without a contact${paged}`
  const none = zh ? '每个有任务的单位都有联络员。' : 'Every unit with something to do has a contact.'
  const head = silentOf === undefined ? all : units.length === 0 ? none : zh ? `${units.length}个单位没有联络员，通知不到${paged}` : `${units.length} units have nobody to ask${paged}`
  const toPage = (to: number): Run => (silentOf === undefined ? ways.unitNames(to) : ways.silentUnits(silentOf === '' ? undefined : silentOf, to))
  return {
    text: head,
    lines: [rich`${head}`],
    sections: units.length === 0 ? [] : [{ rows: units.slice((page - 1) * unitsOnPage, page * unitsOnPage).map((unit) => unitRow(unit, lang)) }],
    actions: [
      ...(page < pages ? [{ label: zh ? '下一页' : 'Next page', run: toPage(page + 1) }] : []),
      ...(page > 1 ? [{ label: zh ? '上一页' : 'Previous page', run: toPage(page - 1) }] : []),
      { label: zh ? '按红黄绿灯看' : 'By lights', run: ways.units() },
    ],
  }
}

/** Who has nobody is named somebody in one tap. */
function unitRow(unit: UnitFacts, lang: Lang): Row {
  const { name, canName, contacts, backups, heads, members } = unit
  const isSilent = contacts.length + backups.length + heads.length + members.length === 0
  const label = lang === 'zh' ? '指定联络员' : 'Name a contact'
  return { line: unitLine(unit, lang), ...(isSilent && canName ? { beside: { label, says: saysOf(label, name, lang), run: ways.nameContact(name) } } : {}) }
}

/** 已核对 10/12，有出入1 */
function seenWords({ lines, checked, questions }: LinesSeen, lang: Lang): string {
  if (lang === 'zh') return `已核对 ${checked}/${lines}${questions === 0 ? '' : `，有出入${questions}`}`
  return `${checked} of ${lines} parts checked${questions === 0 ? '' : `, ${questions} in question`}`
}

function unitLine({ name, aliases, members, contacts, backups, heads, seen }: UnitFacts, lang: Lang): Rich {
  const zh = lang === 'zh'
  const join = (names: readonly string[]): string => names.join(zh ? '、' : ', ')
  const also = aliases.length === 0 ? '' : zh ? `(又名${join(aliases)})` : ` (also ${join(aliases)})`
  const who = members.length > 0 ? (zh ? `含${members.length}家` : `${members.length} members`) : contacts.length > 0 ? (zh ? `联络员${join(contacts)}` : `contact ${join(contacts)}`) : backups.length > 0 ? (zh ? `B岗${join(backups)}` : `backup ${join(backups)}`) : heads.length > 0 ? (zh ? `负责人${join(heads)}` : `head ${join(heads)}`) : zh ? '没有联络员' : 'no contact'
  return rich`${strong(name)}${also} · ${who}${seen === undefined ? '' : ` · ${seenWords(seen, lang)}`}`
}

/** `row` undefined where it answers for nothing; `parts`: tasks in which it has any part; `ahead`: what it leads in plans that nobody was told of yet. */
type OnHand = { row: UnitRow | undefined; parts: number; ahead: number; today: Day }

export function unitCard(unit: UnitFacts, { row, parts, ahead, today }: OnHand, canChange: boolean, lang: Lang): Card {
  const zh = lang === 'zh'
  const { name, canName, aliases, members, contacts, backups, heads, handlers, seen, changes } = unit
  const list = (label: string, names: readonly string[]): Rich[] => (names.length === 0 ? [] : [zh ? rich`${label}：${names.join('、')}` : rich`${label}: ${names.join(', ')}`])
  const leads = row?.total ?? 0
  const text = zh ? `${name}：牵头${leads}项，共参与${parts}项` : `${name}: leads ${leads}, takes part in ${parts}`
  const isSilent = members.length === 0 && contacts.length === 0
  const open: Action[] = [
    ...(leads > 0 ? [{ label: zh ? `牵头 ${leads}` : `Leads ${leads}`, run: ways.tasks(`牵头 ${name}`) }] : []),
    ...(parts > 0 ? [{ label: zh ? `全部 ${parts}` : `All ${parts}`, run: ways.tasks(name) }] : []),
    ...(canName && members.length === 0 ? [{ label: zh ? '指定联络员' : 'Name a contact', run: ways.nameContact(name) }] : []),
  ]
  return {
    text,
    lines: [
      rich`${text}`,
      ...(row === undefined ? [] : [rich`${lightCounts(row, lang)}`]),
      ...(seen === undefined ? [] : [zh ? rich`单位核对：${seenWords(seen, lang)}${seen.checked + seen.questions < seen.lines ? '（没看过的不算同意）' : ''}` : rich`Unit’s own check: ${seenWords(seen, lang)}${seen.checked + seen.questions < seen.lines ? ' (silence is no consent)' : ''}`]),
      ...(ahead === 0 ? [] : [zh ? rich`另有牵头${ahead}项，在还没有通知联络员的方案里` : rich`Leads ${ahead} more in plans that are not handed out yet`]),
      ...(isSilent ? [zh ? rich`联络员：还没有${backups.length > 0 ? '，通知发给B岗' : heads.length > 0 ? '，通知发给负责人' : '，通知不到'}` : rich`Contact: none yet${backups.length > 0 ? '; the backup is told' : heads.length > 0 ? '; the head is told' : ', so nobody is told'}`] : list(zh ? '联络员' : 'Contact', contacts)),
      ...list(zh ? 'B岗' : 'Backup', backups), ...list(zh ? '负责人' : 'Head', heads), ...list(zh ? '承办人' : 'Handlers', handlers), ...list(zh ? '又名' : 'Also called', aliases), ...list(zh ? '成员' : 'Members', members), ...changeLines(changes, today, lang),
    ],
    actions: open,
    more: [...(canChange && members.length === 0 ? changeActions(changes, name, lang) : []), forwardAction(ways.unit(name), lang)],
  }
}

/** Two units become one for good: said before it is done, with the other way round beside it. */
export function unitsToMerge({ keep, other, plans }: { keep: string; other: string; plans: number }, lang: Lang): Card {
  const zh = lang === 'zh'
  const text = zh ? `把${other}并入${keep}？合并后不能撤销。` : `Merge ${other} into ${keep}? This cannot be taken back.`
  const means = zh ? `${other}的联络员、负责人和${plans}个方案里的任务都归到${keep}，“${other}”记为别名。` : `The contacts and heads of ${other} and its tasks in ${counted(plans, 'plan')} become ${keep}'s; “${other}” is kept as another name.`
  const merge = (unit: string, gone: string): Run => ({ command: 'units', args: { unit, other: gone, confirmed: true } })
  return {
    text, lines: [rich`${strong(text)}`, rich`${means}`],
    actions: [
      { label: cutTo(zh ? `并入${keep}` : `Into ${keep}`, 70), run: merge(keep, other), style: 'primary' },
      { label: cutTo(zh ? `反过来：并入${other}` : `The other way: into ${other}`, 70), run: merge(other, keep) },
    ],
  }
}

/** @param isOne they were one already */
export function unitsMerged({ keep, other, plans, isOne }: { keep: string; other: string; plans: number; isOne: boolean }, lang: Lang): Card {
  const zh = lang === 'zh'
  const done = zh ? `已合并：${other} → ${keep}。联络员、负责人和${plans}个方案里的任务都归到${keep}，“${other}”记为别名。` : `Merged: ${other} → ${keep}. Its contacts, heads and its tasks in ${counted(plans, 'plan')} are ${keep}'s; “${other}” is kept as another name.`
  const text = isOne ? (zh ? `${other}和${keep}已经是同一个单位。` : `${other} and ${keep} are one unit already.`) : done
  return { text, lines: [rich`${isOne ? '' : '✅ '}${text}`] }
}
