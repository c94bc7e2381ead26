// Whether words that name nothing still tell of work done, so that they are asked about and not lost: 老师到岗了, 食堂全查完了.
import { saidPlain } from './said-plain.ts'

const done = /(?:了|过|完|好)(?:[\d一两二三四五六七八九十几]{1,3}[个名人位所家节次项份])?(?:[吧哈呀啊]|谢谢){0,2}[。!]{0,2}$/
const maybe = /[了过完好已未没还\d]|正在/
/** What was reported, or is said of oneself. */
const reported = /[报填交]了$/
const asks = /[??]|[吗呢么]$|怎么|如何|什么|哪|谁|几[个项点时]|多少|是否|能不能/
/** What people say of themselves and of no work. */
const idle = /^(?:不|别|算|我|你|您|他|谢|辛苦|麻烦|好|知道|收到|忘|点|发|按|吃|下班|上班|打扰)/
const chinese = /\p{Script=Han}/gu
/** Fewer signs are a word; with a figure (听课32节) one less is enough. */
const plainlyFrom = 5
const maybeFrom = 4

/** `plainly`: something is done; `maybe`: only where a thing of theirs is spoken of. */
export function tellsOfWork(words: string): 'plainly' | 'maybe' | undefined {
  const plain = saidPlain(words).trim()
  const signs = plain.slice(0, 200).match(chinese)?.length ?? 0
  if (signs < maybeFrom - (/\d/.test(plain) ? 1 : 0) || asks.test(plain) || idle.test(plain)) return undefined
  if (signs >= plainlyFrom && done.test(plain) && !reported.test(plain)) return 'plainly'
  return maybe.test(plain) ? 'maybe' : undefined
}
