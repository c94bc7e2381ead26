// Signs as a PDF names them, and whether they are writing at all.
import { folded } from '#src/reader/folded-text.ts'

/** Radicals that print like a whole character: programs that look signs up by their shape take one for the other. */
const radicals = new Map(
  (
    '⺁厂⺇几⺈刀⺊卜⺌小⺍小⺎兀⺓幺⺗心⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺶羊⺷羊⺸羊⺻聿⺼肉⺽臼⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻏邑⻑長⻓长⻔门⻖阜' +
    '⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'
  ).match(/../gu)?.map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]) ?? [],
)

/** The characters meant by what a font gives for one sign: '' for none, blanks as one blank. */
export function legibleSign(unicode: string): string {
  if (unicode.length > 8) return ''
  let text = ''
  for (const sign of unicode) {
    const code = sign.codePointAt(0) ?? 0
    if ((code >= 0x2f00 && code <= 0x2fd5) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfb00 && code <= 0xfb06)) text += sign.normalize('NFKC')
    else if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 9) text += ' '
    else if (code < 32 || code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0xfeff) continue
    else text += radicals.get(sign) ?? sign
  }
  return text
}

/** What writing in Chinese, with figures and names in Latin letters, is made of. */
const written = /[\x20-\x7e\u3000-\u303f\u3400-\u9fff\uff01-\uff65\u2010-\u2027\u2030-\u203b\u2460-\u24ff\u2160-\u217f\u00a5\u00b0\u00b1\u00b7\u00d7\u0391-\u03c9\u2100-\u212f\u2190-\u2193\u2200-\u2265\u25a0-\u25ff\u2605\u2606\u2611\u2714\u3220-\u3229\u3280-\u3289\u3300-\u33ff\ufe30-\ufe4f]|[\u{20000}-\u{3ffff}]/u

/** Every paragraph of officials' Chinese has some of these. */
const frequent = new Set('的和在是及与对为有等年月日中国市县区镇乡村局委办政府部门单位责任工作建设管理发展推进实施加强安全一二三四五六七八九十上下大不人以要项')
const enoughToJudge = 60
const mostOdd = 0.2
const fewestFrequent = 0.08

/** Whether signs spell words. A font that does not say which characters its shapes are gives signs at random. */
export function isWriting(signs: Iterable<string>): boolean {
  let [all, odd, chinese, common] = [0, 0, 0, 0]
  for (const sign of signs) {
    if (sign.trim() === '') continue
    all++
    if (!written.test(sign)) odd++
    const code = sign.charCodeAt(0)
    if (code < 0x3400 || code > 0x9fff) continue
    chinese++
    if (frequent.has(sign)) common++
  }
  if (all < enoughToJudge) return true
  if (odd > all * mostOdd) return false
  return chinese < enoughToJudge || common >= chinese * fewestFrequent
}

/** How wide a character is set, in the size of its font: for guessing only where a line is cut. */
export const wideAs = (text: string): number => {
  let width = 0
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) < 0x1100 ? 0.5 : 1
  return width
}

const blankBesideFigure = /(?<=[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]) (?=[0-9])|(?<=[0-9%]) (?=[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e])/g

/** Text without the blanks that are set round figures for looks; the number that opens a line keeps its own. */
export function withoutBlanksByFigures(text: string): string {
  const from = /^\d{1,3} /.exec(text)?.[0].length ?? 0
  return text.slice(0, from) + text.slice(from).replace(blankBesideFigure, '')
}

/** Whether a sentence or a clause ends with the text. */
export const endsSentence = (text: string): boolean => /[。!?;:)”]$/.test(folded(text.slice(-1)))
