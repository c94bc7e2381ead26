// Who owes a duty that comes back, and who gets it, as the sentence names them.

const organ =
  '(?:部门|局|委|办|办公室|厅|部|中心|小组|专班|政府|党委|党组|单位|院|公司|室|站|所|镇|乡|街道|社区|园区|督查组|指挥部|管委会|领导干部|领导|负责人|负责同志|书记|[校镇乡局厂院所村行站处科区县市][长]|[河湖林田路山]长|网格员|班子成员|班子|党组织|党支部|学校|乡镇|企业|医院|法院|工会|妇联|团委)'
/** Whether words end in the name of an office or of those who hold one. */
export const endsAsOrgan = new RegExp(`${organ}(?:\\([^()]{1,12}\\))?$`)
const subjectAtStart = new RegExp(`^([^,。;:()]{1,24}?${organ})(?=根据|按照|依据|结合|对|向|将|要|应|须|会同|负责|牵头|建立|每)`)
const byWhom = new RegExp(`^[^。;]{0,12}?由([^。;]{2,60}?${organ})(?=牵头|负责|组织|分别|向|对|将|开展|会同|联合|报|召开|进行|制定|至少)`)
/** 每年11月底前,县教育局向…: whoever the day comes before. */
const subjectBehind = new RegExp(`^(?:\\d{1,2}月)?(?:\\d{1,2}日|[底末初]|[上中下]旬)?(?:之?前|以前|内)?,?([^,。;:()、\\d]{2,24}?${organ})(?=将|向|要|应|须|会同|负责|牵头)`)
const eachPlace = /^[^,。;]{0,8}?,?(各[^,。;将向报对要应组开]{1,14})(?=将|向|报|对|要|应|组织|开展)/
const handledIn = '(?=备案|审核|审定|审批|审议|汇总|批准|同意|研究|后|并|$)'
const receiverForms = [
  /向([^,。;:]{2,24}?)(?:报送|报告|汇报|提交|上报|反馈|通报|备案|述职)/,
  new RegExp(`(?:报告|报(?!告)送?|上报|反馈|提交|抄送)(?:至|给|到)?([^,。;:的]{1,24}?${organ})${handledIn}`),
]
const filler = /(?:据此|据以|原则上|至少|定期|一般|要|应当|应|须|需|于|在|都|均|分别|坚持|同时|必须|负责){1,6}$/
/** 督促各乡镇每月…: the towns owe it. */
const urged = /^.*(?:督促|指导|要求|推动|引导|确保|组织|督导|支持|鼓励|由|其中|并)(?=各|[省市县区州旗镇])/
const longestSubject = 80

/** Those who owe it, in the order of the text; none where the sentence names nobody. @param before the clause up to the words that say how often @param after what follows them in their sentence @param sentence from its start */
export function debtorsIn(before: string, after: string, sentence: string): string[] {
  const subject = before.replace(filler, '').slice(-longestSubject)
  const atEnd = subject === '' ? [] : namesAtEnd(subject)
  if (atEnd.length > 0) return atEnd
  const named = (after.includes('由') ? byWhom.exec(after)?.[1] : undefined) ?? (after.includes('各') ? eachPlace.exec(after)?.[1] : undefined) ?? subjectBehind.exec(after)?.[1]
  if (named !== undefined) return namesAtEnd(named)
  const opening = subjectAtStart.exec(before)?.[1] ?? subjectAtStart.exec(sentence.slice(0, longestSubject))?.[1]
  return opening === undefined ? [] : namesAtEnd(opening)
}

/** What is done with that which was handed in: 核定. */
const judges = /^(?:要|应|须|至少)?(?:重新|统一|集中|组织|开展)?(?:核定|核准|核编|审定|审核|审查|核查|复核|批复)/
const thatOne = /(?:^|,)(?:并|再)?由?(?:其|该(?:部门|单位|局|办))$/

/** Whom something was handed in to owes what it makes of it: …向编办报送…,由其每3年核定一次, and 每3年核定一次 where nobody is named. @param clause the words behind those that say how often @param receiver of what was handed in just before */
export function owedInTurn(before: string, clause: string, receiver: string | undefined): string | undefined {
  const subject = before.replace(filler, '').slice(-longestSubject)
  return receiver !== undefined && (thatOne.test(subject) || (subject === '' && judges.test(clause))) ? receiver : undefined
}

/** 省教育厅、省财政厅 are two. A group named by 各 needs no ending. */
function namesAtEnd(words: string): string[] {
  const names: string[] = []
  const pieces = words.slice(Math.max(words.lastIndexOf(','), words.lastIndexOf(':')) + 1).split(/、|(?<=[局委办厅部府会])(?:和|及)(?=[^、]{2,24}$)/)
  for (const piece of pieces.reverse()) {
    const name = nameOf(piece)
    const group = /各[^,。;:]{1,14}$/.exec(name)?.[0]
    if (!endsAsOrgan.test(name) && group === undefined) break
    const kept = !endsAsOrgan.test(name) && group !== undefined ? group : name
    if (kept.length < 2 || kept.length > 30) break
    names.unshift(kept)
  }
  return names
}

/** @param clause the words behind those that say how often @param next the clause after, which may say to whom: …,并报县政府 */
export function receiverIn(clause: string, next: string): string | undefined {
  const words = [clause, ...(/^(?:并|同时|及时|将|再|由)?.{0,14}?(?:报|向|抄送)/.test(next) ? [next] : [])]
  for (const said of words) {
    for (const form of receiverForms) {
      const name = form.exec(said)?.[1]
      if (name !== undefined) return nameOf(name)
    }
  }
  return undefined
}

/** Not the blanks a template leaves in front of a name, nor whom it works with. */
const nameOf = (words: string): string => words.replace(/^[_ ]+/, '').replace(urged, '').replace(/^(?:由|并由|其中|并|各级各有关)(?=.{2})/, '').replace(/(?<=.{2})(?:会同|联合).*$/, '')
