// Numbers of the reminder policy as people type them: 15,5,1；5个工作日；8点半. And which of them is meant by a word.
import { defaultPolicy, differing, policyBounds, PolicyPart, settings, whole, type Setting } from '#src/ledger/policy.ts'
import { settingWords } from '#templates/policy-words.ts'
import { planNumberIn } from './plan-number.ts'
import { timeIn } from './time-argument.ts'

/** What was written for each setting, by its own name. */
export type Written = { readonly [Name in Setting]?: string | undefined }
export type Unclear = { setting: Setting; given: string }

/** @returns what could not be read, where anything could not: then nothing is set */
export function settingsIn(written: Written): { ok: true; set: PolicyPart } | { ok: false; unclear: Unclear[] } {
  const given = settings.flatMap((setting) => ((words) => (words === undefined ? [] : [{ setting, given: words, value: valueIn(setting, words) }]))(written[setting]))
  const unclear = given.filter(({ value }) => value === undefined)
  return unclear.length > 0 ? { ok: false, unclear } : { ok: true, set: PolicyPart.parse(Object.fromEntries(given.map(({ setting, value }) => [setting, value]))) }
}

function valueIn(setting: Setting, words: string): string | number | readonly number[] | undefined {
  const text = words.normalize('NFKC').trim()
  if (toDefaults.includes(text)) return defaultPolicy[setting]
  if (policyBounds[setting].is === 'hour') return timeIn(text)
  const parts = text.replaceAll('当天', '0').replaceAll(/(\d) {1,3}(?=个?工作日|[天项行])/g, '$1').split(/[,、;；\s]+/).filter((part) => part !== '').map((part) => part.replace(/(?:个?工作日|天|项|行)$/, ''))
  if (parts.length === 0 || parts.length > 20 || parts.some((part) => !/^\d{1,3}(?:\.\d)?$/.test(part))) return undefined
  const numbers = parts.map(Number)
  return policyBounds[setting].is === 'marks' ? (numbers.every(Number.isInteger) ? numbers : undefined) : numbers.length === 1 && Number.isInteger(numbers[0]) ? numbers[0] : undefined
}

const toDefaults: readonly string[] = ['默认', '恢复默认', '全部默认', '全部恢复默认', 'defaults', 'default']

const names = settings.flatMap((setting) => (['zh', 'en'] as const).map((lang) => ({ setting, name: settingWords[setting][lang].name })))

/** The setting that a word names whole, or begins the name of and of no other. */
export function settingCalled(word: string): Setting | undefined {
  const asked = word.toLowerCase()
  const exact = names.find(({ name }) => name === asked)
  const begun = [...new Set(names.filter(({ name }) => asked.length > 1 && name.startsWith(asked)).map(({ setting }) => setting))]
  return exact?.setting ?? (begun.length === 1 ? begun[0] : undefined)
}

export type TypedSettings = { plan?: string; reason?: string; defaults?: boolean; unknown?: string } & Written

const reasons: readonly string[] = ['原因', '因为', 'because', 'reason']

/** `p1 到期前 15,5,1 逾期每隔3 原因 汛期`: a plan, names with what they are to be, and why. */
export function typedSettings(words: readonly string[]): TypedSettings {
  const found: Record<string, string | boolean> = {}
  let at: string | undefined
  words.forEach((word, place) => {
    if (at === 'reason') {
      append(found, at, word)
      return
    }
    const [, name = word, value] = /^([^\d]+)(\d.*)$/.exec(word) ?? []
    const setting = settingCalled(name)
    if (reasons.includes(word)) at = 'reason'
    // 到期前 默认 is of that one alone.
    else if (toDefaults.includes(word) && at !== undefined && found[at] === '') append(found, at, word)
    else if (toDefaults.includes(word)) found['defaults'] = true
    else if (setting !== undefined) {
      at = setting
      append(found, setting, value ?? '')
    } else if (at !== undefined) append(found, at, word)
    else if (place === 0) found['plan'] = planNumberIn(word) ?? word
    else found['unknown'] ??= word
  })
  return found
}

function append(found: Record<string, string | boolean>, name: string, word: string): void {
  found[name] = `${String(found[name] ?? '')} ${word}`.trim()
}

/** Of what a form brought, what is otherwise than when it was opened. */
export function changedSince(set: PolicyPart, seen: PolicyPart): PolicyPart {
  const before = whole(seen)
  return Object.fromEntries(differing(whole({ ...seen, ...set }), before).map((setting) => [setting, set[setting]]))
}
