// A figure that is put right in plain words: 改成80%, 不是60%是80%, 刚才那个应该是80, 错了，是60%.
import { figureSaid } from './said-percent.ts'
import { saidPlain } from './said-plain.ts'

export type SaidCorrection = { figure: string }

const polite = '(?:[ ,。!:]|您好|你好|不好意思|抱歉|对不起|老师|主任|麻烦|请|帮忙|帮我|哎呀|哦|噢|啊|呃){0,8}'
const before = '(?:刚才|刚刚|上次|上一?条|上期|前面|之前|上面|我|的|那个|那条|那项|这个|把|将|报|填|说|写|数字?|总体|工程|进[度展]|百分[数比]|比例|完成率|填报|内容){0,6}'
const wrong = '(?:[说写填报打输发搞弄看点]错|错|不对|有误|不准确?)(?:了|啦)?'
const should = '(?:应该?是|应当是|应为|实际(?:上)?(?:是|为)?|其实是)'
const change = '(?:要|需要?|应)?(?:更正|改正|修改|调整|纠正|订正|改)(?:一下)?(?:成|为|到|回|至)'
const sign = '[ ,。:;]{0,3}'
const value = '(?:\\d{1,3}(?:\\.\\d{1,4})? {0,2}%?|[零一二三四五六七八九十百两成分之半%\\d]{1,8})'
/** What may follow: a word of courtesy, or why. */
const rest = '(?:吧|了|才对|哈|哦|谢谢|就行|就好){0,2}(?=$|[ ,。;!])'

/** Each with the figure as its only group. */
const forms: readonly RegExp[] = [
  new RegExp(`^${polite}${before}不是${value}${sign}(?:而?是|${should}|${change})(${value})${rest}`),
  new RegExp(`^${polite}${before}${wrong}${sign}${before}(?:是|${should}|${change})?(${value})${rest}`),
  new RegExp(`^${polite}${before}${change}${sign}(${value})${rest}`),
  new RegExp(`^${polite}(?:更正|改正|纠正|订正)(?:一下)?${sign}${before}(?:是|为|${should}|${change})?(${value})${rest}`),
  new RegExp(`^${polite}${before}${should}(${value})${rest}`),
  /^(?:[ ,:]|sorry|correction|no|it){0,6}(?:should be|should have been|is really|make it) (\d{1,3}(?:\.\d{1,4})?) {0,2}%(?=$|[ ,.;!])/i,
]

const figureWrong = '\\d{1,3} ?%[ ,]?[说写填报打输]错了'
const onlyWrong = new RegExp(`^${polite}(?:(?:刚才|刚刚|上次|上一?条|上期|前面|之前|上面)(?:我|的|那个|那条|那项|把|将|报|填|说|写|数字?|数据|填报|内容| ){0,6}${wrong}|[说写填报打输]错了|(?:那个|这个)?${figureWrong})(?=$|[ ,。;!])`)
/** 刚才写错了, 刚才写错了，是20万: what was reported is wrong, and not by a figure. @param words without the number of the task */
export const saysWrong = (words: string): boolean => onlyWrong.test(saidPlain(words).replace(/ {2,}/g, ' ').trim())

const onlyFigureWrong = new RegExp(`^${polite}(?:那个|这个)?${figureWrong}$`)
/** 55%写错了: the figure is named because it is wrong, and is none that is reported. */
export const saysFigureWrong = (words: string): boolean => onlyFigureWrong.test(saidPlain(words).trim())

const denied = /不是 {0,2}(\d{1,3})(?!\d)/
/** 不是60%是80%: what is said to be wrong. */
export const deniedFigure = (words: string): number | undefined => ((figure) => (figure === undefined ? undefined : Number(figure)))(denied.exec(saidPlain(words))?.[1])

/** @param words without the number of the task. Undefined where they put no figure right. */
export function saidCorrection(words: string): SaidCorrection | undefined {
  const plain = saidPlain(words).replace(/ {2,}/g, ' ').trim()
  for (const form of forms) {
    const said = form.exec(plain)?.[1]?.trim()
    if (said === undefined) continue
    const figure = /^(\d{1,3}(?:\.\d{1,4})?) {0,2}%?$/.exec(said)?.[1] ?? figureSaid(said)?.figure
    if (figure !== undefined) return { figure }
  }
  return undefined
}
