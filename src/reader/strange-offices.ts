// What reads like the name of an office in a sentence, and is called by no name that is known here: it is said, for nobody would get it there.

/** Behind whoever is told, or another that is named. */
const before = '(?:^|[请由让和与及同给、，,;；。 ])'
/** No longer word: 教育局部署, 镇区, 中心校 are none. */
const bureau = '(?:(?![请由让和与及同各全给])\\p{Script=Han}){1,8}?(?:(?<![布格结大全开当僵战时残定])局(?![面部势限长])|委员会|街道办?(?!上)|镇(?![区长村上里])|乡(?![村镇长里]))'
/** Called by a name of their own, wherever it stands. */
const own = '(?:[县市区](?:委|政府)?)?(?:编办|编委办?|信访办|政府办|文明办|网信办|国动办|人防办|侨办|台办|外办|乡村振兴办|安委办|防汛办|招商办|组织部|宣传部|统战部|社会工作部|人武部|武装部|纪委(?:监委)?|监委|政法委|发改委|卫健委|国资委|人大(?:常委会)?办|政协办|妇联|残联|文联|侨联|科协|工商联|总工会|团[县市区]?委|红十字会|供销社|法院|检察院|公安处|消防(?:救援)?大队|交警大队|税务所|党校)(?![长会的])'
/** Of each of a kind. */
const each = '各(?:县直)?(?:乡镇街道|乡镇|镇街|镇|乡|街道|村|社区|(?:有关|相关|责任|成员|县直)?(?:单位|部门))'
/** Of what may be a thing as well, only where it stands as an office does. */
const body = '(?:(?![请由让和与及同各全给的])\\p{Script=Han}){2,10}?(?:公司|集团|大队|支队|中心|银行)(?=[、，,;；。 ]|和|与|及|牵头|配合|负责|$)'

/** In a row of names: 市场监管局、妇儿工委办、卫健局. */
const inRow = '(?:(?![请由让和与及同各全给的将应要须])\\p{Script=Han}){1,9}?(?:(?<![紧快速时实力协督查交承主代举开催必认去来好地])办(?!公)|办公室|督查室|研究室|协会|联合会|(?:工|管|居|编)委会?|(?<![全内外干局])部|(?:医|学|检察)院|办事处|派出所|管理站|中心校?|公司|集团|大队|支队|学校)'

const forms = [new RegExp(`${before}(${bureau})`, 'gu'), new RegExp(`(${own})`, 'gu'), new RegExp(`(${each})`, 'gu'), new RegExp(`[请由让](${body})`, 'gu'), new RegExp(`[、和与及](${inRow})(?=[、，,]| {2,}|[和与及] {2,}|牵头|配合)`, 'gu'), new RegExp(`[请由让](${inRow})(?=[、和与及])`, 'gu')]
const english = /\b((?:(?!the\b|and\b|with\b|by\b|from\b|ask\b|tell\b|to\b|let\b|of\b|for\b|please\b)[a-z-]{2,20} ){1,3}(?:bureau|department|commission|committee|office)s?)\b/giu

/** In the order of the words, each once. @param left the words, with blanks where a name that is known stands */
export function strangeOffices(left: string): string[] {
  const found = [...forms, english].flatMap((form) => [...left.matchAll(form)].flatMap((match) => (match[1] === undefined ? [] : [{ name: match[1].trim(), at: match.index + match[0].indexOf(match[1]) }])))
  const inOrder = found.toSorted((a, b) => a.at - b.at || b.name.length - a.name.length)
  return [...new Set(inOrder.filter(({ at, name }, place) => !inOrder.slice(0, place).some((other) => at < other.at + other.name.length && other.at < at + name.length)).map(({ name }) => name))]
}
