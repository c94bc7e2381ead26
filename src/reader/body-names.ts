// Names of bodies that meet: 领导小组, 专班, 联席会议, 常委会会议.
import { matchesOf } from './matches.ts'
const convened = '(?:领导小组|协调小组|工作小组|推进小组|工作专班|专班|联席会议|指挥部|工作组|推进组|委员会|(?<![管村居业家常党])委会|协调机制|(?<=[省市县区州旗镇])(?:食药?安|食药|安|禁毒|规|绿|爱卫|双拥|防火)委(?![会员办托派任培]))'
const petitioned = '(?:常委会会议|常委会议|常委会|常务会议|常务会|党组会议|党组会|党委会议|党委会|办公会议|办公会|全体会议|党委|党组|党政|政府|[省市县区州旗]委)'
const bodyAtEnd = new RegExp(`((?:${convened}|${petitioned})(?:会议|全体会议|专题会议|办公室)?)$`)
const filler = /(?:原则上|至少|定期|一般|要|应当|应|须|需|坚持|每次|全年){1,6}$/
/** Words before a body's name that are no part of it. */
const leadIn = /^.*(?:成立|设立|组建|组成|召开|[一二两三四\d]次|参加|下设|兼任|担任|依托|发挥好|发挥|建立健全|建立|健全|完善|经(?![济营信贸开费办常纪])|由|通过|提请|以及|纳入|作为|落实|用好|坚持)(?=[^,。;]{2,40}$)/

/** 由县水利局牵头的…联席会议, 县长任组长的…领导小组: what is said of it before its name. */
const describedAs = /^.{2,40}(?:牵头|召集|组成|组长|参加|参与)的(?=.{4})/

const convenedAtEnd = new RegExp(`${convened}(?:会议|全体会议|办公室)?$`)
/** Whether a body is one that we call together; the others are petitioned with a request for their agenda. */
export const isConvened = (body: string): boolean => convenedAtEnd.test(body)

/** The bodies a clause ends with: 县委常委会会议、县政府常务会议 are two. */
export function bodiesBefore(words: string): string[] {
  const subject = words.replace(filler, '').replace(/\([^()]{1,10}\)/g, '').trim()
  const names = subject.split(/、|和(?=[^、]{0,16}(?:会|党委|政府|小组|专班)$)/)
  const bodies: string[] = []
  for (const name of names.reverse()) {
    if (!bodyAtEnd.test(name) || name.length > 60) break
    bodies.unshift(cleanName(name))
  }
  return bodies
}

/** What stands behind the last sign of some words. */
export const lastPiece = (words: string): string => words.split(/[,。;:、()“”《》>\n]/).at(-1) ?? ''

const convenedWord = new RegExp(convened, 'g')
const petitionedName = /[^,。;:、()“”]{0,20}?(?:常委会会议|常委会|常务会议|党组会议?|党委会议?)/
/** A name is looked for so far in front of the word that makes it one. */
const longestBefore = 40

/** The last body with a name of its own in these words. */
export function bodyNamedIn(words: string): string | undefined {
  const last = matchesOf(convenedWord, words).at(-1)
  if (last) {
    const before = words.slice(Math.max(0, last.index - longestBefore), last.index)
    return cleanName(lastPiece(before) + last[0])
  }
  const meeting = petitionedName.exec(words)?.[0]
  return meeting === undefined ? undefined : cleanName(meeting)
}

export const cleanName = (name: string): string => name.replace(describedAs, '').replace(leadIn, '').replace(/^[_ ]+/, '').replace(/^(?:在|对|向|将|把|各级)(?=.{4})/, '')

const ofItsOwn = /^(?!各|(?:以下)?(?:统一)?简称|(?:部际|部门|厅际)间?联席会议$|[一二三四五六七八九十两几\d]{1,2}个|该|本|多个|若干|相关|有关|每个|成立|工作|行动|专项|市县|县区|省市|上级).{2,}(?:领导小组|协调小组|工作专班|专班|指挥部|联席会议|委员会|工作组|推进组)$/
/** 局督查专班, but no 县专班 and no 县工作专班. */
const ofAPlace = /^[省市县区州旗镇乡局校院](?!工作|领导|协调)[^省市县区州旗镇乡]{2}专班$/
/** 县食安委: a committee by the short name that every place gives it. */
export const isShortCommittee = (name: string): boolean => name.length <= 6 && name.endsWith('委') && isConvened(name)
/** Whether a name tells one body from the others: 工作专班 alone does not. */
export const isProperName = (name: string): boolean => ofItsOwn.test(name) && name.length <= 60 && (name.length >= 6 || ofAPlace.test(name))
