// 单位核对: the lines of a unit in a plan, each to be found right or not; all at once with one tap.
import type { Day } from '#src/calendar/day.ts'
import type { LineRole, UnitCheck, UnitLine } from '#src/queries/unit-lines.ts'
import type { Action, Card, Lang, Row, Section } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { rich, strong, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'
import { shortPlan } from './short-plan.ts'
import { shortTitle } from './task-line.ts'
import { ways, type LinesShown } from './ways.ts'

export const linesOnPage = 10

/** So much of the plan's words stands under a title. */
const wordsAtMost = 60

/** `may`: the asker speaks for the unit. `others`: what else the asker has to look at. `said`: what was just recorded. `seen`: stands for the set of lines, so that nothing is agreed to that was not there. */
export type SheetFacts = {
  check: UnitCheck
  lines: readonly UnitLine[]
  all: boolean
  page: number
  may: boolean
  others: readonly UnitCheck[]
  seen: string
  today: Day
  said?: Rich
}

const roleWords: Record<Lang, Record<LineRole, string>> = {
  zh: { lead: '牵头', responsible: '责任', support: '配合', bound: '均需落实' },
  en: { lead: 'lead', responsible: 'responsible', support: 'supporting', bound: 'bound by a clause for all' },
}
const roleOrder: readonly LineRole[] = ['lead', 'responsible', 'support', 'bound']

/** 牵头12、配合15 */
export const rolesWords = ({ roles }: Pick<UnitCheck, 'roles'>, lang: Lang): string =>
  roleOrder.filter((role) => roles[role] > 0).map((role) => (lang === 'zh' ? `${roleWords.zh[role]}${roles[role]}` : `${roles[role]} ${roleWords.en[role]}`)).join(lang === 'zh' ? '、' : ', ')

/** 无异议26、有出入1、未核对2: of each only what there is. */
export function standingWords({ agreed, ruled, unchecked, 'in-question': inQuestion }: UnitCheck, lang: Lang): string {
  const zh = lang === 'zh'
  const said: [number, string][] = [[agreed, zh ? '无异议' : 'agreed'], [inQuestion, zh ? '有出入' : 'in question'], [ruled, zh ? '已核定' : 'ruled on'], [unchecked, zh ? '未核对' : 'not looked at']]
  return said.filter(([count]) => count > 0).map(([count, word]) => (zh ? `${word}${count}` : `${count} ${word}`)).join(zh ? '、' : ', ')
}

/** 《…》(p1): titles may be the same, numbers are not. */
export const planNamed = ({ title, plan }: Pick<UnitCheck, 'title' | 'plan'>, lang: Lang): string => (lang === 'zh' ? `《${cutTo(title, 60)}》(${plan})` : `“${cutTo(title, 90)}” (${plan})`)

function headOf({ check, may }: SheetFacts, lang: Lang): string {
  const { name, lines, unchecked } = check
  const plan = planNamed(check, lang)
  if (lang === 'zh') {
    if (unchecked === 0) return `${name}在${plan}里的${lines}项都已核对：${standingWords(check, lang)}。`
    if (unchecked === lines) return `${may ? '请核对' : ''}${name}在${plan}里的${lines}项：${rolesWords(check, lang)}${may ? '' : '，都还没有核对'}。`
    return `${name}在${plan}里的${lines}项：${standingWords(check, lang)}。`
  }
  const all = counted(lines, 'line')
  if (unchecked === 0) return `${name} has looked at all ${all} in ${plan}: ${standingWords(check, lang)}.`
  if (unchecked === lines) return may ? `Please look at the ${all} of ${name} in ${plan}: ${rolesWords(check, lang)}.` : `${name} has not looked at its ${all} in ${plan}: ${rolesWords(check, lang)}.`
  return `${name} in ${plan}, ${all}: ${standingWords(check, lang)}.`
}

/** Those to look at, and what is in question; with `all` every line. */
const listed = ({ lines, all }: SheetFacts): UnitLine[] => lines.filter(({ state }) => all || state === 'unchecked' || state === 'in-question')

export function unitLinesCard(facts: SheetFacts, lang: Lang): Card {
  const { check, said, may } = facts
  const zh = lang === 'zh'
  const head = headOf(facts, lang)
  const rows = listed(facts)
  const pages = Math.max(1, Math.ceil(rows.length / linesOnPage))
  const page = Math.min(Math.max(1, facts.page), pages)
  const shown = rows.slice((page - 1) * linesOnPage, page * linesOnPage)
  const first = said ?? rich`${head}`
  return {
    text: first.pieces.map(({ text }) => text).join(''),
    lines: [first, ...(said === undefined ? [] : [rich`${head}`])],
    sections: [
      ...(may && check.unchecked > 0 ? [{ rows: [agreeRow(facts, lang)] }] : []),
      ...sectionsOf(shown, facts, pages === 1 ? '' : zh ? ` 第${page}/${pages}页` : `, page ${page} of ${pages}`, lang),
    ],
    // A phone shows a message's end: what is done in one tap stands there too.
    actions: [...(may && check.unchecked > 0 && shown.length > shownAtOnce ? [{ ...agreeAction(facts, lang), style: 'primary' as const }] : []), ...turns(facts, page, pages, lang), ...otherSheets(facts, lang)],
  }
}

/** So many lines stand on a phone with the button above them. */
const shownAtOnce = 3

export function agreeAction({ check, seen }: Pick<SheetFacts, 'check' | 'seen'>, lang: Lang): Action {
  const { unchecked, lines } = check
  const [some, all] = lang === 'zh' ? [`其余${unchecked}项全部无异议`, unchecked === 1 ? '这1项无异议' : `${unchecked}项全部无异议`] : [`The other ${unchecked} are right`, unchecked === 1 ? 'It is right' : `All ${unchecked} are right`]
  const label = unchecked === lines ? all : some
  return { label, says: saysOf(label, check.name, lang), run: ways.agreeLines(check, seen) }
}

const agreeRow = (facts: SheetFacts, lang: Lang): Row => ({
  line: lang === 'zh' ? rich`都对就点一下，或直接写“无异议”；个别不对，在那一项点“有出入”。没点过的记为未核对，不算同意。` : rich`One tap if all is right, or type “verify-lines right”; where one is not, press “Not right” there. What is not pressed counts as not looked at, never as agreed.`,
  actions: [agreeAction(facts, lang)],
})

/** By role, as each is answered for in another way. */
function sectionsOf(shown: readonly UnitLine[], facts: SheetFacts, paged: string, lang: Lang): Section[] {
  const sections = roleOrder.flatMap((role): Section[] => {
    const own = shown.filter((line) => line.role === role)
    return own.length === 0 ? [] : [{ heading: rich`${roleWords[lang][role]} ${facts.check.roles[role]}${paged}`, rows: own.map((line) => lineRow(line, facts, lang)) }]
  })
  return sections
}

function lineRow(line: UnitLine, { check, may, today, all, page }: SheetFacts, lang: Lang): Row {
  const zh = lang === 'zh'
  const name = `${line.number} ${shortTitle(line)}`
  const says = (act: string): string => cutTo(zh ? `${act}：${name}` : `${act}: ${name}`, 70)
  const place: LinesShown = { ...check, all, page }
  const [right, wrong] = zh ? ['无异议', '有出入'] : ['Right', 'Not right']
  const open = may && line.state !== 'in-question'
  return {
    line: lineWords(line, lang, today),
    actions: [
      ...(open && line.state === 'unchecked' ? [{ label: right, says: says(right), run: ways.agreeLine(line, place) }] : []),
      ...(open && !line.isClaimed ? [{ label: wrong, says: says(wrong), run: ways.questionLine(line, place) }] : []),
      ...(may ? [] : [{ label: zh ? '查看' : 'Open', says: says(zh ? '查看' : 'Open'), run: ways.task(line) }]),
    ],
  }
}

/** A number of the text's own may stand before the title. */
const numberAtMost = 12

/** What the plan says besides the title. */
function behindTitle({ title, text }: UnitLine): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const at = line.indexOf(title)
  return (at >= 0 && at <= numberAtMost ? line.slice(at + title.length) : line).replace(/^[。：:，,\s]{1,3}/, '').replace(/。$/, '')
}

/** 12 普惠园建设 · 6月30日前 · 有出入：时限应为9月 */
function lineWords(line: UnitLine, lang: Lang, today: Day): Rich {
  const zh = lang === 'zh'
  const due = line.due.kind === 'dated' ? (zh ? ` · ${shortDay(line.due.day, lang, today)}前` : ` · by ${shortDay(line.due.day, lang, today)}`) : ''
  const as = `${line.group === undefined ? '' : zh ? ` · 属${line.group}` : ` · as one of ${line.group}`}${line.presumed ? (zh ? ' · 推定牵头' : ' · presumed lead') : ''}`
  const text = behindTitle(line)
  const words = text === '' ? rich`` : rich`\n${cutTo(text, wordsAtMost)}`
  return rich`${strong(line.number)} ${shortTitle(line)}${due}${as}${line.isClaimed ? (zh ? ' · 待审核' : ' · in review') : ''}${stateWords(line, lang)}${line.state === 'unchecked' ? words : rich``}`
}

export function stateWords({ state, question }: UnitLine, lang: Lang): Rich {
  const zh = lang === 'zh'
  if (state === 'unchecked') return rich``
  if (state === 'agreed') return zh ? rich` · ✅ 无异议` : rich` · ✅ agreed`
  if (question === undefined) return rich``
  const said = questionWords(question, lang)
  if (state === 'in-question') return zh ? rich` · ❓ ${said}（待督查室核定）` : rich` · ❓ ${said} (waits for the secretary)`
  return zh ? rich` · 已核定：${question.ruling?.words ?? ''}` : rich` · ruled on: ${question.ruling?.words ?? ''}`
}

/** 不是我们负责，应是县妇联：… / 有出入：时限应为9月 */
export function questionWords({ about, words, should }: NonNullable<UnitLine['question']>, lang: Lang): string {
  const zh = lang === 'zh'
  const said = words.trim() === '' ? '' : `${zh ? '：' : ': '}${cutTo(words, 200)}`
  if (about === 'content') return `${zh ? '有出入' : 'not right'}${said}`
  return `${zh ? '不是我们负责' : 'not ours'}${should === undefined ? '' : zh ? `，应是${should}` : `, but ${should}’s`}${said}`
}

function turns(facts: SheetFacts, page: number, pages: number, lang: Lang): Action[] {
  const zh = lang === 'zh'
  const { check, all } = facts
  const to = (at: number, words: string): Action => ({ label: words, says: zh ? `${words}，第${at}页` : `${words}, page ${at}`, run: ways.unitLines({ ...check, all, page: at }) })
  const rest = !all && listed(facts).length < check.lines
  return [
    ...(page < pages ? [to(page + 1, zh ? '下一页' : 'Next page')] : []),
    ...(page > 1 ? [to(page - 1, zh ? '上一页' : 'Previous page')] : []),
    ...(rest ? [{ label: zh ? `全部${check.lines}项` : `All ${check.lines}`, run: ways.unitLines({ ...check, all: true, page: 1 }) }] : []),
  ]
}

/** So many more are offered beside; each leads on to the next. */
const othersOffered = 4

function otherSheets({ others, check }: SheetFacts, lang: Lang): Action[] {
  const zh = lang === 'zh'
  return others.filter(({ unchecked }) => unchecked > 0).slice(0, othersOffered).map((other) => ({
    label: cutTo(`${zh ? '核对' : 'Look at '}${other.unit === check.unit ? '' : other.name}${other.plan === check.plan ? '' : planNamed({ ...other, title: shortPlan(other.title, 20) }, lang)} ${other.unchecked}${zh ? '项' : ''}`, 70),
    run: ways.unitLines({ ...other, all: false, page: 1 }),
  }))
}

/** Which sheet: a plan and a unit at a time. */
export function sheetsCard(checks: readonly UnitCheck[], lang: Lang): Card {
  const zh = lang === 'zh'
  const open = checks.filter(({ unchecked }) => unchecked > 0)
  const head = zh ? `您有${open.length}份清单要核对，共${linesIn(open)}项。` : `You have ${counted(open.length, 'list')} to look at, ${counted(linesIn(open), 'line')}.`
  return { text: head, lines: [rich`${head}`], sections: [{ rows: open.map((check) => ({ line: sheetLine(check, lang), beside: lookAction(check, lang) })) }] }
}

const linesIn = (checks: readonly Pick<UnitCheck, 'unchecked'>[]): number => checks.reduce((sum, { unchecked }) => sum + unchecked, 0)
const sheetLine = (check: UnitCheck, lang: Lang): Rich => rich`${planNamed(check, lang)} · ${strong(check.name)} · ${standingWords(check, lang)}`
const lookAction = (check: UnitCheck, lang: Lang): Action => ({ label: lang === 'zh' ? '核对' : 'Look', says: cutTo(`${lang === 'zh' ? '核对' : 'Look at '}${check.name}${planNamed(check, lang)}`, 70), run: ways.unitLines({ ...check, all: false, page: 1 }) })

/** 无异议 was said and could be of several: nothing is recorded before one is chosen, or all. @param seen stands for all of them as they are shown */
export function whichAgreed(sheets: readonly Pick<SheetFacts, 'check' | 'seen'>[], seen: string, lang: Lang): Card {
  const zh = lang === 'zh'
  const count = linesIn(sheets.map(({ check }) => check))
  const head = zh ? `还没有记录：您有${sheets.length}份清单要核对，共${count}项。哪一份无异议？` : `Nothing is recorded yet: you have ${counted(sheets.length, 'list')} to look at, ${counted(count, 'line')}. Which of them is right?`
  const all = zh ? `${sheets.length}份都无异议 ${count}项` : `All ${sheets.length} are right, ${counted(count, 'line')}`
  return {
    text: head, lines: [rich`${head}`],
    sections: [{ rows: sheets.map((sheet) => ({ line: sheetLine(sheet.check, lang), actions: [agreeAction(sheet, lang), lookAction(sheet.check, lang)] })) }],
    actions: [{ label: all, says: all, run: ways.agreeSheets(seen), style: 'primary' }],
  }
}

/** @param left of plans of which it could not be recorded */
export function sheetsAgreed({ agreed, left, time }: { agreed: readonly UnitCheck[]; left: readonly UnitCheck[]; time: string }, lang: Lang): Card {
  const said = agreedSaid(linesIn(agreed), time, lang)
  const missing = left.map((check) => rich`⚠️ ${lang === 'zh' ? '没有记录：' : 'Not recorded: '}${planNamed(check, lang)} · ${check.name}`)
  return {
    text: said.pieces.map(({ text }) => text).join(''), lines: [...(agreed.length === 0 ? [] : [said]), ...agreed.map((check) => rich`${planNamed(check, lang)} · ${strong(check.name)} · ${lang === 'zh' ? `${check.unchecked}项` : counted(check.unchecked, 'line')}`), ...missing],
    actions: [{ label: lang === 'zh' ? '我的任务' : 'My tasks', run: ways.mine() }],
  }
}

/** For the line above the sheet. */
export const agreedSaid = (count: number, time: string, lang: Lang): Rich => (lang === 'zh' ? rich`✅ 已记录 ${time}：${count}项无异议。` : rich`✅ Recorded ${time}: ${counted(count, 'line')} agreed.`)
export const changedSaid = (lang: Lang): Rich => (lang === 'zh' ? rich`清单有变化，没有记录。请看一遍再点。` : rich`The list has changed; nothing was recorded. Please look once more.`)
export const nothingToCheck = (lang: Lang): Card => {
  const text = lang === 'zh' ? '您的单位目前没有要核对的任务。' : 'There is nothing for your unit to look at.'
  return { text, lines: [rich`${text}`], actions: [{ label: lang === 'zh' ? '我的任务' : 'My tasks', run: ways.mine() }] }
}
