// A picture's words: its title, its signs, the sentence it is sent with, and what somebody hears who cannot see it.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Light } from '#src/queries/light.ts'
import type { Counted, PictureFacts, RowsAre } from '#src/queries/picture-facts.ts'
import type { Card, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { asOfMoment } from './day-words.ts'
import type { Bar, Drawing, GridRow, Share } from './drawing.ts'
import type { FileToSend } from './file-content.ts'
import { lightName, lightsInOrder } from './light-words.ts'
import { rich, type Rich } from './rich.ts'
import { shortPlan } from './short-plan.ts'
import { ways } from './ways.ts'

/** So many rows are read on a phone without turning it. */
export const rowsShown: Record<Drawing['kind'], number> = { bars: 12, grid: 20 }

/** `bars`: how far all is; `grid`: units by lights. `title`: of the one plan that is meant, or of the part; `scope`: the words of that part; `again`: asks for it once more. */
export type PictureAsked = { kind: Drawing['kind']; title?: string; plan?: PlanId; scope?: string; today: Day; time: string; again: Run }
/** Where it cannot be sent, the same numbers in words. */
export type Picture = FileToSend & { content: Drawing; caption: Rich; alt: string }

const signs: Record<Lang, Record<Light, string>> = {
  zh: { done: '办', green: '常', yellow: '警', red: '滞', pending: '待' },
  en: { done: 'D', green: 'T', yellow: 'R', red: 'B', pending: 'P' },
}
const words = {
  zh: { bars: '进度图', grid: '单位红黄绿灯图', tasks: (count: number) => `${count}项`, silent: (count: number) => `未报${count}`, whole: '合计', noUnit: '单位待定', noSection: '未分领域', silentColumn: '未报', allColumn: '任务' },
  en: { bars: 'Progress', grid: 'Units by lights', tasks: (count: number) => `${count} ${count === 1 ? 'task' : 'tasks'}`, silent: (count: number) => `${count} silent`, whole: 'In all', noUnit: 'No unit yet', noSection: 'In no section', silentColumn: 'silent', allColumn: 'tasks' },
} satisfies Record<Lang, unknown>
const counted: Record<Lang, Record<RowsAre, string>> = {
  zh: { plans: '方案', units: '单位', sections: '领域' },
  en: { plans: 'plans', units: 'units', sections: 'sections' },
}
/** Slack reads out no more of an alt text. */
const altAtMost = 1000

export function picture(facts: PictureFacts, asked: PictureAsked, lang: Lang): Picture {
  const zh = lang === 'zh'
  const caption = captionOf(facts, asked, lang)
  const rows = rowsOf(facts, lang).map((row) => `${row.name} ${countsOf(row, lang)}`)
  return {
    content: drawingOf(facts, asked, lang), name: zh ? `督办${words.zh[asked.kind]}-${asked.today}.png` : `duban-${asked.kind === 'bars' ? 'progress' : 'units'}-${asked.today}.png`,
    caption: rich`${caption}`, alt: cutTo(`${caption}${zh ? '其中：' : ' Of these: '}${rows.join(zh ? '；' : '; ')}${zh ? '。' : '.'}`, altAtMost), otherwise: undrawn(caption, rows, asked, lang),
  }
}

function drawingOf(facts: PictureFacts, { kind, title, today, time }: PictureAsked, lang: Lang): Drawing {
  const zh = lang === 'zh'
  const [w, { whole }] = [words[lang], facts]
  const framed = {
    title: `${w[kind]}${zh ? '：' : ': '}${titleOf(facts, title, lang)}`,
    legend: lightsInOrder.map((light) => ({ ...shareOf(whole, light, lang), name: lightName[lang][light] })),
    footer: [`${asOf(today, time, lang)}${zh ? '，' : ', '}${reportedOf(facts, lang)}`, ...leftOut(facts, lang)],
  }
  const rows = rowsOf(facts, lang)
  if (kind === 'bars') return { ...framed, kind, whole: barOf({ ...whole, name: w.whole }, lang), bars: rows.map((row) => barOf(row, lang)) }
  const columns = [{ name: w.allColumn }, ...lightsInOrder.map((light) => ({ name: zh ? lightName.zh[light] : signs.en[light], light })), { name: w.silentColumn }]
  return { ...framed, kind, columns, rows: rows.map(gridRow), whole: gridRow({ ...whole, name: w.whole }) }
}

/** All of them, the last one of those that have no room of their own. */
function rowsOf({ rows, rest, rowsAre }: PictureFacts, lang: Lang): (Counted & { name: string })[] {
  const zh = lang === 'zh'
  const named = rows.map((row) => ({ ...row, name: row.name === '' ? (rowsAre === 'sections' ? words[lang].noSection : words[lang].noUnit) : rowsAre === 'plans' ? shortPlan(row.name, 40) : cutTo(row.name, 40) }))
  return rest === undefined ? named : [...named, { ...rest, name: zh ? `其余${rest.rows}个${counted.zh[rowsAre]}` : `${rest.rows} more ${counted.en[rowsAre]}` }]
}

const shareOf = ({ lights }: Pick<Counted, 'lights'>, light: Light, lang: Lang): Share => ({ light, sign: signs[lang][light], count: lights[light] })

const barOf = (row: Counted & { name: string }, lang: Lang): Bar => ({
  label: row.name, note: [words[lang].tasks(row.total), ...(row.unreported === 0 ? [] : [words[lang].silent(row.unreported)])].join(lang === 'zh' ? '，' : ', '),
  shares: lightsInOrder.map((light) => shareOf(row, light, lang)).filter(({ count }) => count > 0),
})

const gridRow = ({ name, total, lights, unreported }: Counted & { name: string }): GridRow => ({ label: name, cells: [total, ...lightsInOrder.map((light) => lights[light]), unreported] })

const titleOf = ({ plans }: PictureFacts, title: string | undefined, lang: Lang): string => (title === undefined ? (lang === 'zh' ? `全部方案(${plans}个)` : `all plans (${plans})`) : cutTo(title, 60))

/** The year always stands: a picture is passed on, and looked at later. */
const asOf = (today: Day, time: string, lang: Lang): string => `${lang === 'zh' ? '截至' : 'As of '}${asOfMoment(today, time, lang)}`

/** 已办结6、正常17: without those of which there are none. */
function countsOf({ total, lights, unreported }: Counted, lang: Lang): string {
  const zh = lang === 'zh'
  const counts = lightsInOrder.filter((light) => lights[light] > 0).map((light) => (zh ? `${lightName.zh[light]}${lights[light]}` : `${lights[light]} ${lightName.en[light]}`))
  const silent = unreported === 0 ? [] : [words[lang].silent(unreported)]
  return `${words[lang].tasks(total)}${zh ? '，' : ': '}${[counts.join(zh ? '、' : ', '), ...silent].filter((part) => part !== '').join(zh ? '，' : ', ')}`
}

/** 进度图：全部方案(2个)30项，已办结6、正常17、滞后3，未报2；截至2026年7月2日 09:00。 */
function captionOf(facts: PictureFacts, { kind, title, today, time }: PictureAsked, lang: Lang): string {
  const zh = lang === 'zh'
  const draft = facts.whole.handedOut ? '' : zh ? '(尚未下发)' : ' (not handed out yet)'
  if (zh) return `${words.zh[kind]}：${titleOf(facts, title, lang)}${draft}${countsOf(facts.whole, lang)}；${asOf(today, time, lang)}。`
  return `${words.en[kind]}, ${titleOf(facts, title, lang)}${draft}: ${countsOf(facts.whole, lang)}; ${asOf(today, time, lang).replace('As', 'as')}.`
}

function reportedOf({ whole: { asked, answered, handedOut } }: PictureFacts, lang: Lang): string {
  const zh = lang === 'zh'
  if (!handedOut) return zh ? '尚未下发' : 'not handed out yet'
  return zh ? `已报${answered}/${asked}${answered < asked ? '(未报不等于正常)' : ''}` : `${answered}/${asked} reported${answered < asked ? ' (silence is not "on track")' : ''}`
}

function leftOut({ whole: { notHandedOut } }: PictureFacts, lang: Lang): string[] {
  if (notHandedOut === 0) return []
  return [lang === 'zh' ? `另有${notHandedOut}个方案未下发，未计入` : notHandedOut === 1 ? '1 more plan is not handed out yet and not counted' : `${notHandedOut} more plans are not handed out yet and not counted`]
}

function undrawn(caption: string, rows: readonly string[], { kind, plan, scope, again }: PictureAsked, lang: Lang): Card {
  const zh = lang === 'zh'
  const head = zh ? '图没有发成，数字在这里；过几分钟可以再要一次。' : 'The picture could not be sent; its numbers are here. Ask again in a few minutes.'
  return {
    text: `${head}${zh ? '' : ' '}${caption}`,
    lines: [rich`${head}`, rich`${caption}`],
    sections: [{ rows: rows.map((row) => ({ line: rich`${row}` })) }],
    actions: [{ label: zh ? '再要一次' : 'Ask again', run: again }, kind === 'grid' && scope === undefined ? { label: zh ? '按单位' : 'By unit', run: ways.units(plan) } : { label: zh ? '汇总' : 'Summary', run: scope === undefined ? ways.summary(plan) : ways.summaryOf(scope) }],
  }
}
