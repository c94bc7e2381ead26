// The forms in which a text gives a time, for folded words.

/**
 * `point`: a day, a month, a quarter or a year by which. `range`: its end is due. `goal`: 到2027年, which says where a measure shall stand.
 * `milestone`: 2026年,… at the head of a clause. `relative`: counted from the day of issue. `event`: before 汛期 or 开学. `ongoing`: always.
 */
export type DateKind = 'range' | 'point' | 'goal' | 'milestone' | 'relative' | 'event' | 'ongoing'
/** `needs`: signs that all stand in or round every match; a text without them is not searched. */
export type DateForm = { kind: DateKind; form: RegExp; needs: readonly Sign[] }

const blank = '(?:20(?:_{1,8}|2?X{1,2}|2_|\\*{2}|〇〇| {2,4})|(?<![\\d_])_{2,8}|(?<![A-Z])X{2,4})'
/** A year left blank: 20__年, 20XX年, ____年. */
export const blankYear = new RegExp(`${blank}年`, 'g')

const firstBlank = new RegExp(`${blank}年`)
/** Words with their first blank year filled. */
export const blankFilled = (words: string, year: number): string => words.replace(firstBlank, `${year}年`)

export const year = `(?:(?:20\\d{2}|${blank})年|(?<![\\d.])[2-4]\\d年(?=\\d{1,2}月|底|末))`
const monthNumber = '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九]|X{1,2}|_{1,4})'
const dayNumber = '(?:\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|X{1,2}|_{1,4})'
const month = `${monthNumber}月(?:份)?`
const day = `${dayNumber}[日号]`
const near = '(?:每年度?|每学年|今年|明年|后年|当年|次年|本年度?|翌年)'
const hour = '(?:(?:上午|下午|中午|晚上?)?\\d{1,2}(?:[时点](?:\\d{1,2}分|半|整)?|:\\d{2}))'
const inMonth = `(?:${day}${hour}?|月?底|末|初|上旬|中旬|下旬)?`
const endOfMonth = `(?:${day}|月?底|末|上旬|中旬|下旬)`
/** 前三季度 and 前期 are no end; behind the last day of a month 前一期工程 is. */
export const until = '(?:之前|以前|(?<=[底末])前(?![后期置往沿列款述])|前(?!后|[一二三四五六七八九十\\d]{1,3}(?:天|日|名|位|个|年|期|周|季|强)|期|置|往|沿|列|款|述))'
const reach = '(?:截至|截止到?|力争到|确保到|争取到|不迟于|不晚于|最迟到?|最晚于?|到|至)'
const quarter = '(?:上半年|下半年|第?[一二三四1-4]季度)(?:末|底)?'
const to = '(?:起)?(?:至|到|—{1,2})'
/** The verbs that make a thing finished. */
export const done = '(?:全?面?|基?本?|力争|争取|确保|全部|分别)?(?:完成|到位|落实到位|整改到位|下达|办结|销号|清零|挂牌|揭牌|通车|封顶|建成|竣工|完工|交工|达产|投用|投入使用|投产|出台|印发|开工|动工|启动|建立|实现|通过|达到|开通|运行|交付|验收|投入运行|上线|试运行)'
/** 4—10月集中整治: what a phase of months is for. */
const phase = '(?:全面|集中|组织|开展|完成|进行|推进|实施|总结|验收|考核|评估|摸底|摸排|排查|整治|整改|巩固|动员|部署)'
/** What is held in a half-year or a quarter is due at its end. */
const held = '(?:举办|召开|开展|组织|制定|编制|发布|上线|推出|形成|报送|举行)'
const season =
  '(?:主?汛期?|入汛|元旦|春节|清明节?|五一|劳动节|端午节?|中秋节?|国庆节?|两节|春耕|春播|秋收|秋种|供暖季?|供暖期|采暖季|采暖期|入冬|入夏|入秋|雨季|冰冻期|封冻期?|高考|中考|寒假|暑假|放假|森?林?防火期|(?:春季|秋季)?(?:新?学期)?开学|[春秋]季学期|“[七八十六]一”|元宵节?|重阳节?|(?:全国)?两会)'

/** Cheap signs of times. A form is slow where it finds nothing, and of the thirty forms a sentence has two or three. */
const signs = {
  month: /[\d一二三四五六七八九十X_]月/,
  year: /[\d_X*〇 ]年/,
  yearEnd: /年[底末]/,
  yearEndOrBefore: /年[底末前之以]/,
  yearReached: /[至到止于迟晚](?:20|[_X]|\d\d年)/,
  yearOpens: new RegExp(`年度?(?:[,:]|全面|基本|${done})`),
  everyYear: /每年度?[\d一二三四五六七八九十X_]/,
  inYear: /年内/,
  monthOrIn: /[\d一二三四五六七八九十X_]月|内/,
  quarter: /[上下]半年|[一二三四1-4]季度/,
  to: /[月份日号年起\d一二三四五六七八九十](?:至|到|—)/,
  listed: /[月份日号底末][、和及,]/,
  before: /前/,
  done: new RegExp(`[年月份日号底末旬内],?${done}`),
  dotted: /20\d{2}[./—]\d/,
  within: /[日天月年以]内/,
  beforeSeason: new RegExp(`${season}”?(?:之|以)?前`),
  thisMonth: /[本下当]月/,
  soon: /[本下]周|(?:^|[,。;:(、于在到])月底/,
  always: /长期|常年/,
  goesOn: /持续|常态/,
  blankDay: / [月日号]/,
  fiveYears: /十[四五六]五/,
  goesOnInBrackets: /\((?:持续|全年|常态)/,
} as const
type Sign = keyof typeof signs

/** Longest forms first: of two that begin together the longer is meant. */
export const dateForms: readonly DateForm[] = [
  { kind: 'range', form: new RegExp(`(?:${year})?${month}(?:${day})?${to}(?:${year}|次年|当年)?(?:${month}${endOfMonth}?|${day}|年?底|年初|(?<=\\d年)初)`, 'g'), needs: ['month', 'to'] },
  { kind: 'range', form: new RegExp(`${year}\\d{1,2}${to}${month}(?:底|末)?`, 'g'), needs: ['month', 'year', 'to'] },
  { kind: 'range', form: new RegExp(`(?:${year})?(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月?${to}${month}${inMonth}${until}`, 'g'), needs: ['month', 'to', 'before'] },
  { kind: 'range', form: new RegExp(`20\\d{2}年?${to}20\\d{2}年(?:底|末)?(?!度|行动|规划|期间|三年|实施)`, 'g'), needs: ['to'] },
  { kind: 'point', form: new RegExp(`(?:${reach})?(?:${year}|${near})?${month}${inMonth}${until}`, 'g'), needs: ['month', 'before'] },
  { kind: 'point', form: new RegExp(`(?:${year}|${near})?${month}(?:${day}|底|末)?(?=(?:(?:、|和|及|,)${month}(?:${day}|底|末)?){0,11}(?:、|和|及|,)(?:${month}${inMonth}|年[底末])${until})`, 'g'), needs: ['month', 'listed', 'before'] },
  { kind: 'range', form: new RegExp(`(?<![\\d.年每])\\d{1,2}月?(?:至|—)\\d{1,2}月(?:份|底|末|${day})?(?=[,:]?(?:为|是)?${phase})`, 'g'), needs: ['month', 'to'] },
  { kind: 'point', form: new RegExp(`(?:20\\d{2}年| {0,4}年) {1,8}月(?:份|底|末| {0,8}[日号])?(?:之前|以前|前)`, 'g'), needs: ['blankDay', 'before'] },
  { kind: 'point', form: new RegExp(`20\\d{2}年(?:\\d{1,2}| {0,8})月 {1,8}[日号](?:之前|以前|前)`, 'g'), needs: ['blankDay', 'before'] },
  { kind: 'event', form: new RegExp(`(?:${reach})?“?十[四五六]五”?(?:规划)?(?:时期|期)?末(?:年)?(?:${until})?`, 'g'), needs: ['fiveYears'] },
  { kind: 'point', form: new RegExp(`(?:${reach})?(?:${year}(?:年?(?:底|末))?|(?:${near}|今|明|每)?年(?:底|末))${until}`, 'g'), needs: ['yearEndOrBefore', 'before'] },
  { kind: 'point', form: new RegExp(`(?:${reach})?(?:${year}|${near})(?:的)?${quarter}(?:${until})?`, 'g'), needs: ['quarter'] },
  { kind: 'point', form: new RegExp(`(?:${reach})?${quarter}${until}`, 'g'), needs: ['quarter', 'before'] },
  { kind: 'point', form: new RegExp(`${quarter}(?=[,]?(?:${done}|${held}))`, 'g'), needs: ['quarter'] },
  { kind: 'point', form: new RegExp(`每年度?${month}${endOfMonth}(?!前后|左右|起|至|到|—)`, 'g'), needs: ['month', 'everyYear'] },
  { kind: 'point', form: new RegExp(`(?<=每年度?${month}(?:${dayNumber}日|底|末)[、和及])${month}(?:${dayNumber}日|底|末)(?!前后|左右|起|至|到|—)`, 'g'), needs: ['month', 'everyYear', 'listed'] },
  { kind: 'point', form: new RegExp(`${reach}${year}(?:${month}${inMonth}|年?底|末)`, 'g'), needs: ['yearReached'] },
  { kind: 'point', form: new RegExp(`${year}(?:年?底|末)`, 'g'), needs: ['yearEnd'] },
  { kind: 'point', form: new RegExp(`(?:${year}|${near})(?:${month}(?:${endOfMonth})?|内)(?=[,]?${done})`, 'g'), needs: ['monthOrIn', 'done'] },
  { kind: 'point', form: new RegExp(`${month}${endOfMonth}(?=[,]?${done})`, 'g'), needs: ['month', 'done'] },
  { kind: 'point', form: new RegExp(`(?:(?:${near}|今|明|本)年?(?:年底|年末|底|末)|(?<![\\d_X*〇 年])年[底末])(?=[,]?${done})`, 'g'), needs: ['done'] },
  { kind: 'point', form: /(?:今年|本年|当年|(?<![\d一二两三四五六七八九十几数多_每半个今本当])年)内(?=[,、]?[^。;\n]{0,30}?(?:完成|建成|出台|实现|印发|新增|新建|改造|创建|建设|启动|培育|打造|达到|举办|开展|组织|推出|力争|落实|到位|下达|兑现))/g, needs: ['inYear'] },
  { kind: 'point', form: new RegExp(`(?:${near})?${month}(?=[,]?(?:全部|全面|基本|力争)?(?:完成|建成|竣工|投用|投产|投入使用|投入运行|交付|上线|开通|试运行|出台|印发))`, 'g'), needs: ['month', 'done'] },
  { kind: 'point', form: new RegExp(`(?<![\\d./—])20\\d{2}(?:[./]\\d{1,2}(?:[./]\\d{1,2})?|—\\d{1,2}—\\d{1,2})日?(?:底|末)?(?:${until}|(?=[,]?${done}))`, 'g'), needs: ['dotted'] },
  { kind: 'goal', form: new RegExp(`${reach}${year}`, 'g'), needs: ['yearReached'] },
  { kind: 'milestone', form: new RegExp(`(?<=^|[,。;:(、\\n— ])(?:其中:?)?(?:力争|确保|争取|计划|拟|在|于)?${year}(?:度)?(?=[,:]|全面|基本|${done})`, 'g'), needs: ['year', 'yearOpens'] },
  { kind: 'relative', form: /(?:自?本[^,。;:、()\n]{1,8})?(?:印发|发布|公布|实施|施行|下发|出台)(?:之日|后|之后)?起?(?:的)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:日|天|个工作日|个月|年)(?:以)?内/g, needs: ['within'] },
  { kind: 'event', form: new RegExp(`(?:${year}|${near})?(?:“?${season}”?)${until}`, 'g'), needs: ['beforeSeason'] },
  { kind: 'event', form: new RegExp(`(?:本|下|当)月(?:底|末|${day})${until}`, 'g'), needs: ['thisMonth', 'before'] },
  { kind: 'event', form: new RegExp(`本周(?:内|末|[一二三四五六日])?(?:之?前)?(?=[,]?(?:必须|务必)?${done})|下周(?:[一二三四五六日])?(?:之前|前|内)|(?<=^|[,。;:(、于在到])月底(?:之前|前)`, 'g'), needs: ['soon'] },
  { kind: 'ongoing', form: /(?<=^|[,。;:(、])(?:并)?(?:长期坚持|长期推进|长期实施|常年坚持|长期)(?=[,。;)\n]|$)/g, needs: ['always'] },
  { kind: 'ongoing', form: /(?<=^|[,。;:(、])(?:并)?(?:持续推进|持续实施|持续坚持|常态化推进|常态化开展)(?=[。;)\n]|$)/g, needs: ['goesOn'] },
  { kind: 'ongoing', form: /(?<=\()(?:持续|全年|常态化?)(?=\))/g, needs: ['goesOnInBrackets'] },
]

/** The signs as bits, and each form with the bits it needs: most sentences are sorted out by a few comparisons of numbers. */
const signForms = Object.values(signs)
const bitOf = (sign: Sign): number => 1 << Object.keys(signs).indexOf(sign)
const sortedOut = dateForms.map((form) => ({ form, needs: form.needs.reduce((bits, sign) => bits | bitOf(sign), 0) }))

/** The forms that a text may hold, in their order. */
export function formsIn(plain: string): DateForm[] {
  const found: DateForm[] = []
  let looked = 0
  let present = 0
  for (const { form, needs } of sortedOut) {
    for (let open = needs & ~looked; open !== 0 && (needs & looked & ~present) === 0; open &= open - 1) {
      const bit = open & -open
      looked |= bit
      if (signForms[31 - Math.clz32(bit)]?.test(plain) === true) present |= bit
    }
    if ((needs & ~present) === 0) found.push(form)
  }
  return found
}

const timeName = '(?:时限|时间|期限|(?<=完成|截止|办结|整改|竣工|完工|交付|销号)日期|节点|进度)(?:要求|安排|节点)?'
/** 完成时限:… and what stands behind it. */
export const timeLabel = new RegExp(`(?:^|[(,;。、 |\\n])(?:[^,。;:()、 |]{0,4}${timeName} {0,2}){1,2}: {0,2}([^;,。()\\n]{1,40})`, 'g')
/** 完成时限:5月底前建章立制,11月组织评估: behind a label a month is a time, and so is a year. */
export const timeBehindLabelled = new RegExp(`[,、]((?:(?:20\\d{2}年)?(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月|20\\d{2}年)[^;,、。()\\n]{0,30})`, 'y')
