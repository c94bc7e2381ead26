// Which column the pieces of a row belong to, where only their order and what they look like is left of a table.
import { folded } from './folded-text.ts'
import { isPerson, timesIn } from './table-cells.ts'
import type { ColumnKind } from './table-columns.ts'
import { isSerial } from './table-rows.ts'
import { cellBreak } from './table-row.ts'
import { looksLikeUnit, unitList } from './unit-list.ts'

/** More pieces than this are no row. */
export const mostPieces = 40

type Look = 'units' | 'person' | 'time' | 'figure' | 'nothing' | 'short' | 'long'

/** What words look like by themselves. */
export function lookOf(piece: string): Look {
  const words = piece.trim().replaceAll(cellBreak, '、')
  const plain = folded(words)
  if (/^(?:无|\/|—{1,2})$/.test(plain)) return 'nothing'
  if (/^[≥≤<>+]{0,2}\d[\d.,]{0,10}(?:%|个百分点|万元?|亿元?|家|个|所|项|人|公里)?(?:以上)?$/.test(plain) && !/^20\d{2}$/.test(plain)) return 'figure'
  if (isTime(words, plain)) return 'time'
  if (plain.length <= 4 && isPerson(words.replace(/^(.)\s(.)$/, '$1$2'))) return 'person'
  if (isUnits(words, plain)) return 'units'
  return plain.length > 12 || /[。;,]/.test(plain) ? 'long' : 'short'
}

function isTime(words: string, plain: string): boolean {
  if (plain.length > 30) return false
  if (/^(?:按|每)(?:年|半年|季度?|月|周)/.test(plain) && plain.length <= 6) return true
  const found = timesIn(words, { from: 0, to: words.length }, undefined).reduce((sum, { text }) => sum + text.length, 0)
  return found > 0 && plain.replace(/[,、;。 ]|完成|推进|实施|坚持|开展|全面|基本|全部|开工|完工|竣工|投用|启用|投产|建成|上线|到位/g, '').length - found <= 3
}

const label = /^(?:牵头|责任|配合|主办|承办|协办)[^:：,，。]{0,4}[:：] */

function isUnits(given: string, givenPlain: string): boolean {
  const labelled = label.exec(given)?.[0].length ?? 0
  const [words, plain] = [given.slice(labelled), givenPlain.slice(labelled)]
  if (plain.length > 200 || /[。:]/.test(plain.slice(0, -1))) return false
  if (/(?:牵头|配合|负责)[。;]?$/.test(plain) && plain.length <= 80) return true
  const { units, others } = unitList(words, { from: 0, to: words.length })
  const people = units.filter(({ name }) => isPerson(name)).length
  const offices = units.filter(({ name }) => isOfficeName(name)).length
  const covered = units.reduce((sum, { name }) => sum + name.length, 0) + (others ? others.to - others.from : 0)
  return offices > 0 && offices + people >= units.length * 0.8 && covered >= plain.length * 0.6 && (units.length > 1 || plain.length <= 24)
}

/** 文物股, 办公室, 图书馆: the sections of an office, by the names they have in its own plan. */
const isSection = (name: string): boolean => /^[\u3400-\u9fff]{1,7}(?:股|科|处|所|站|室|馆|队|股室|科室|处室)$/.test(name)

/** 新建幼儿园 ends as an office may, and is none. */
const isOfficeName = (name: string): boolean => looksLikeUnit(name) && !/^(?:[新改扩修组筹续](?:建|设)|建[设成立好]|推[进动广]|完[善成]|加[快强]|开[展办]|实施|打造|培育|创建|健全|设立|提升|优化|深化|强化|支持|改[造善]|维修|启[用动]|增[设加]|配[备齐]|做好|抓好|落实|规范|指导)/.test(name) && (isSection(name) || /^(?:各|[省市县区州旗镇乡团]|国家|中央)/.test(name) || /(?:局|委|办|部|厅|会|院|中心|公司|政府|集团|部门|单位|镇|乡|街道|园区|[开新]区|开发区|度假区|示范区|专班|行|大队|支队|联|组)(?:[(（].*[)）])?$/.test(name))

/** Whether a column names units. */
export const isOffice = (kind: ColumnKind): boolean => kind === 'lead' || kind === 'support' || kind === 'responsible'

/** How well words stand under a head. */
export function fitOf(kind: ColumnKind, look: Look): number {
  switch (kind) {
    case 'lead':
    case 'support':
    case 'responsible':
      return { units: 3, person: 1, nothing: 1, time: -4, figure: -4, short: -2, long: -5 }[look]
    case 'time':
      return { time: 3, nothing: 1, units: -4, person: -4, figure: -1, short: -2, long: -3 }[look]
    case 'person':
      return { person: 3, nothing: 1, units: -3, time: -4, figure: -4, short: -0.5, long: -4 }[look]
    case 'category':
      return { short: 1.2, person: 0, long: -1.5, units: -1.5, time: -3, figure: -3, nothing: -3 }[look]
    case 'task':
    case 'measure':
    case 'indicator':
      return { short: 1.4, long: 1.5, person: -1, units: -1.5, time: -2, figure: -2, nothing: -3 }[look]
    case 'target':
    case 'year':
    case 'period':
    case 'goal':
    case 'current':
      return { figure: 1.5, short: 1, long: 1, time: 0, person: -1, units: -2, nothing: 0.5 }[look]
    case 'note':
      return { short: 0.4, long: 0.4, figure: 0.2, nothing: 0.4, time: -0.5, person: -0.5, units: -0.5 }[look]
    case 'number':
    case 'contact':
    case 'money':
    case 'other':
      return 0.3
  }
}

const costOfSecondTask = 1.2

/** What it costs that a cell is left blank. `isNamed`: a column before it names the task as well. */
export function costOfBlank(kind: ColumnKind, isNamed = false): number {
  if (isNamed && kind === 'task') return costOfSecondTask
  if (kind === 'task' || kind === 'measure' || kind === 'indicator') return kind === 'measure' ? 3 : 5
  if (kind === 'lead' || kind === 'responsible' || kind === 'time') return 1.5
  return kind === 'note' || kind === 'category' ? 0.3 : 0.8
}

/** 常态开展 below 持续推进 is how it stands, under the head behind. */
const always = /^(?:常态|持续|长期|正在|有序|稳步)/

/** `scores`: how well the first so many pieces would do as the whole row. */
export type Assigned = { cells: string[][]; scores: number[] }

/** The pieces of one row under the heads, in order: a cell may hold several, and none. Undefined where a row has too many. */
export function assigned(pieces: readonly string[], kinds: readonly ColumnKind[]): Assigned | undefined {
  if (pieces.length > mostPieces) return undefined
  const looks = pieces.map(lookOf)
  // best[j][i]: the first i pieces under the first j heads; took[j][i]: how many of them the last head has.
  const best = [Array.from({ length: pieces.length + 1 }, (_, i) => (i === 0 ? 0 : -Infinity))]
  const took: number[][] = [[]]
  for (const [j, kind] of kinds.entries()) {
    const before = best[j] ?? []
    const row = before.map((score) => score - costOfBlank(kind, kinds.indexOf(kind) < j))
    const counts = row.map(() => 0)
    for (let from = 0; from < pieces.length; from++) {
      let own = 0
      for (let to = from + 1; to <= pieces.length; to++) {
        const fit = fitOf(kind, looks[to - 1] ?? 'short')
        // Further lines of a cell add little, and what does not fit costs as much as before.
        own += to === from + 1 ? fit : kind === 'time' && always.test(pieces[to - 1] ?? '') ? -0.5 : fit > 0 ? (isOffice(kind) || kind === 'person' ? fit * 0.6 : 0) - 0.1 : fit
        const score = (before[from] ?? -Infinity) + own
        if (score > (row[to] ?? -Infinity)) {
          row[to] = score
          counts[to] = to - from
        }
      }
    }
    best.push(row)
    took.push(counts)
  }
  const cells: string[][] = kinds.map(() => [])
  let at = pieces.length
  for (let j = kinds.length; j > 0; j--) {
    const count = took[j]?.[at] ?? 0
    cells[j - 1] = pieces.slice(at - count, at)
    at -= count
  }
  return { cells, scores: best.at(-1) ?? [] }
}

/** A piece a head, where a row has as many of each and what no head is known by stands under one of names or times; else undefined. */
export function oneEach(pieces: readonly string[], kinds: readonly ColumnKind[]): string[][] | undefined {
  if (pieces.length !== kinds.length) return undefined
  const isFit = pieces.every((piece, at) => {
    const kind = kinds[at] ?? 'other'
    const look = lookOf(piece)
    return fitOf(kind, look) > 0 || ((isOffice(kind) || kind === 'person') && (look === 'short' || (look === 'long' && isOffice(kind) && isNames(piece))))
  })
  return isFit ? pieces.map((piece) => [piece]) : undefined
}

const isNames = (words: string): boolean => words.length <= 60 && /、/.test(words) && !/[。；;，,]/.test(words)

/** Of so many rows a unit or a date stands under its head. */
const shareTold = 0.4

/** Whether the rows stand under their heads as they should: then they are a table. */
export function fitsWell(rows: readonly (readonly string[][])[], kinds: readonly ColumnKind[], told: number = shareTold): boolean {
  const titles = kinds.flatMap((kind, at) => (kind === 'task' || kind === 'measure' || kind === 'indicator' || kind === 'target' ? [at] : []))
  const strict = kinds.flatMap((kind, at) => (isOffice(kind) || kind === 'time' ? [at] : []))
  const good = rows.filter((cells) => titles.some((at) => (cells[at] ?? []).length > 0) && strict.every((at) => (cells[at] ?? []).every((piece) => fitOf(kinds[at] ?? 'other', lookOf(piece)) > -2.5)))
  // Where hardly a row has a unit or a date under its head, the cells have not been told apart.
  const saying = strict.length === 0 ? rows : good.filter((cells) => strict.some((at) => (cells[at] ?? []).length > 0))
  return rows.length > 0 && good.length >= rows.length * 0.8 && saying.length >= rows.length * told
}

/** The value of a serial number in a line of its own. */
export function serialValue(line: string): string | undefined {
  const words = line.trim()
  return words !== '' && isSerial(words) ? folded(words).replace(/[()[\]、。:\s]/g, '').replace(/\.$/, '') : undefined
}

/** A cell's pieces as one: a line that ended a unit or opens with a number stays apart, what a page's width parted is joined. */
export function joinedPieces(pieces: readonly string[], apart: boolean): string {
  let cell = ''
  for (const piece of pieces) {
    const words = piece.trim()
    if (cell === '') cell = words
    else cell += (apart || opensLine(cell, words) ? cellBreak : /[A-Za-z]$/.test(cell) && /^[A-Za-z]/.test(words) ? ' ' : '') + words
  }
  return cell
}

function opensLine(above: string, next: string): boolean {
  if (/^(?:\d{1,2}[.、]|[(（]\d{1,2}[)）]|[①-⑳])/.test(next)) return true
  const last = above.slice(-24).split(/[、，,；;\s]/).at(-1) ?? ''
  const first = next.split(/[、，,；;\s]/)[0] ?? ''
  return last.length >= 3 && first.length >= 3 && looksLikeUnit(last) && looksLikeUnit(first) && !isBrokenName(last, first)
}

/** 县委社会 / 工作部: neither half is an office that every place has, and the second does not say whose it is. */
const isBrokenName = (last: string, first: string): boolean =>
  /^[省市县区州旗]/.test(last) && !isWholeOffice(last) && /^(?:工作|服务|管理|事务|发展|保障|监督|监管|建设|执法|救援|促进|协调)[^省市县区州旗]{0,8}$/.test(first)

const isWholeOffice = (name: string): boolean => /(?:局|委|部|厅|办|中心|公司|办公室)$/.test(name)
