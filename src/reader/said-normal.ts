// Words that say 正常推进 and nothing more: 都正常, 没有变化, 4、18、22 都正常推进.
import { besidesTasks } from './said-report.ts'
import { saidPlain } from './said-plain.ts'

const between = '[ 、,.;:。和与及都均也还仍是的各项全部一切目前现在今天本周这几项任务工作暂时基本上]{0,20}'
const onTrack = '(?:(?:正常|按计划|按进度|有序|顺利|平稳)(?:推进|进行|开展|实施)?|(?:没|没有|无|没啥|没什么)(?:大|新)?(?:变化|变动|进展变化)|跟?(?:上次|之前|原来|上周|上月)(?:一样|一致|相同)|on track|no change)'
const only = new RegExp(`^${between}${onTrack}(?:中|着|了|哈|的|呢|啊)?[ ,.;!。]{0,4}$`, 'i')

/** @param words as they were typed; the numbers of their tasks are no words */
export const saysOnlyNormal = (words: string): boolean => words.length <= 200 && only.test(saidPlain(besidesTasks(words)).replace(/ {2,}/g, ' '))
