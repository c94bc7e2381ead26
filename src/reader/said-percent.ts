// How far a task is, in figures and in words: 60%, 百分之六十, 六成, 过半, 三分之二. Only where a clause says that and nothing else.
import { folded, numberOf } from './folded-text.ts'
import { saidClauses } from './said-clauses.ts'

/** `figure`: as a number. `about`: it was said roughly, and `figure` is what it comes to. Without a figure no one number is said (不到一半, 六七成). */
export type SaidFigure = { said: string; figure?: string; about: boolean }

const before = '(?:麻烦|请|帮我|更新|先|就|记|报|填|按|算|截至目前|目前|现在|现|早就|早|总体|整体|当前|已经|已|才|刚|只|仅|也|都|差不多|大约|大概|大致|基本上?|约|接近|将近|快|近|超过|超|形象|工程量?|工作量?|任务量?|进度|进展|完成率|完成度|完成情况|推进|完成|做|干|搞|弄|达到|达|到|了|为|是|有|成|:| |progress|about|is|at){0,8}'
const after = '(?:完成|多|左右|以上|上下|出头|余|了|吧|的|样子|任务量?|工作量?|工程量?|进度| |done|complete|of it){0,4}'
const numeral = '零〇一二三四五六七八九十百两'
const percent = '(\\d{1,5}(?:\\.\\d{1,4})?) {0,2}(?:%|percent)'
const hundredth = `百分之?([${numeral}]{1,5}|\\d{1,5}(?:\\.\\d{1,4})?)`
const tenths = '([一二三四五六七八九十两]|\\d{1,2})成([一二三四五六七八九半])?'
const fraction = `([${numeral}]{1,3}|\\d{1,3})分之([${numeral}]{1,3}|\\d{1,3})`
const half = '一半|半数|过半|half'
/** The groups in it. */
const groupsOfFigure = 7
const figures = `(?:${percent}|${hundredth}|${tenths}|${fraction}|(${half}))`

const alone = new RegExp(`^${before}${figures}${after}$`, 'i')
const unsigned = new RegExp(`^(?:目前|现在|总体|整体|已经|已|工程|形象){0,3}(?:进度|进展|完成率|完成度|progress)(?:为|是|到|达到|达|:|is|at)? {0,2}(\\d{1,5}(?:\\.\\d{1,4})?|[${numeral}]{2,5})$`, 'i')
/** What is left of it, and not what is done. */
const left = new RegExp(`^(?:目前|现在|也|就|仅|只){0,2}(?:还|尚)?(?:(?:剩余|剩下|剩|差)(?:约|大约|了|有){0,2}${figures}${after}|有(?:约|大约)?${figures}(?:的|任务|工作){0,2}(?:没有?|未)(?:能)?(?:完成|做完?|干完?|弄完?))$`)
/** Less than that, or between two. */
const short = new RegExp(`^${before}(?:还|尚|仍|并){0,2}(?:不到|不足|不满|不过|不超过|(?:没有?|未)(?:能)?(?:到|达到?|过|超过|完成|满|做到))(?:${figures}|半)${after}$`)
const between = new RegExp(`^.{0,12}?(?:[一二三四五六七八九]{2}成|\\d{1,3}%?(?:—{1,2}|到|至)\\d{1,3}%|[一二三四五六七八九]成(?:—|到|至)[一二三四五六七八九]成).{0,4}$`)
const roughly = /约|大概|大致|差不多|左右|上下|多|余|出头|以上|超|过半|(?<!百)分之|快|接近|将近|(?<!最)近|about/i
/** Nearly all is not all: what is said to be nearly 100 is one less. */
const nearly = /快|接近|将近|(?<!最)近|差不多|约|大概|大致|左右|about/i

/** @param clause folded, without the number of its task */
export function figureSaid(clause: string): SaidFigure | undefined {
  if (short.test(clause) || between.test(clause)) return { said: clause, about: true }
  const plain = unsigned.exec(clause)?.[1]
  if (plain !== undefined) return { said: clause, figure: /^\d/.test(plain) ? plain : String(numberOf(plain) ?? plain), about: false }
  const rest = left.exec(clause)
  if (rest !== null) {
    const groups: readonly (string | undefined)[] = rest.slice(1)
    const isFirst = groups.slice(0, groupsOfFigure).some((group) => group !== undefined)
    const value = Number(valueOf(isFirst ? groups : groups.slice(groupsOfFigure)))
    return value <= 100 ? { said: clause, figure: String(100 - value), about: true } : { said: clause, about: true }
  }
  const found = alone.exec(clause)
  if (found === null) return undefined
  const [figure, about] = [valueOf(found.slice(1)), roughly.test(clause)]
  return { said: clause, figure: about && Number(figure) === 100 && nearly.test(clause) ? '99' : figure, about }
}

/** What the figure is of, and not the task: 资金到位率 60%. */
const ofAnother = /[率占比达为约额到]$|[A-Za-z]$/

/** The one figure of a sentence that stands in a clause of its own; said roughly in digits, the sentence keeps how. Undefined where there is none, or several. */
export function figureIn(words: string): string | undefined {
  const plain = folded(words)
  const clauses = saidClauses(plain).map(({ span }) => ({ span, text: plain.slice(span.from, span.to) }))
  const found = clauses.flatMap(({ span, text }, at) => {
    const before = clauses[at - 1]
    const isOfAnother = before !== undefined && plain.slice(before.span.to, span.from).trim() === '' && ofAnother.test(before.text)
    return isOfAnother ? [] : (figureSaid(text) ?? [])
  })
  const [only, ...more] = found
  return more.length === 0 && (only?.about === false || /\d/.test(only?.said ?? '')) ? only?.figure : undefined
}

/** @param groups of `figures`, in its order */
function valueOf([digits, hundredths, whole, tenth, parts, of]: readonly (string | undefined)[]): string {
  if (digits !== undefined) return digits
  if (hundredths !== undefined) return String(numberOf(hundredths) ?? hundredths)
  if (whole !== undefined) return String((numberOf(whole) ?? 0) * 10 + (tenth === undefined ? 0 : tenth === '半' ? 5 : (numberOf(tenth) ?? 0)))
  if (parts !== undefined && of !== undefined) return String(Math.round((100 * (numberOf(of) ?? 0)) / Math.max(1, numberOf(parts) ?? 1)))
  return '50'
}
