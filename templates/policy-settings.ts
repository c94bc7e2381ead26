// 提醒设置: how a plan reminds, with what was changed and by whom; the form; what would come of other numbers; the receipt.
import type { PlanState } from '#src/ledger/plan.ts'
import { defaultPolicy, differing, policyBounds, settings, whole, type Policy, type PolicyChange, type PolicyPart, type Setting } from '#src/ledger/policy.ts'
import type { Card, Form, Lang, Row, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import type { Names } from './names.ts'
import { settingName, settingValue, settingWords } from './policy-words.ts'
import { rich, strong, type Rich } from './rich.ts'
import { ways } from './ways.ts'

type Named = Pick<PlanState, 'id' | 'title'>
export type SettingsPart = 'often' | 'rest'
const often: readonly Setting[] = ['dueMarks', 'progressMarks', 'overdueEvery', 'headAfter', 'warnWorkingDays', 'digestFrom', 'quietUntil', 'quietFrom', 'digestLines']
export const settingsIn = (part: SettingsPart): Setting[] => settings.filter((setting) => often.includes(setting) === (part === 'often'))

const words = {
  zh: {
    head: (title: string) => `《${title}》的提醒设置`, own: (count: number) => (count === 0 ? '全部按默认。' : `${count}项改过，其余按默认。`), was: (value: string) => `（默认${value}）`, rest: '其他', history: '改动记录',
    changed: (who: string, when: string, what: string, why: string) => `${when} ${who}：${what}${why === '' ? '' : `；原因：${why}`}`, toDefault: '全部恢复默认',
    edit: '改常用设置', editRest: '改其他设置', defaults: '恢复默认', sure: '全部数字改回默认，现在起按默认提醒。', ahead: '未来30天提醒', readOnly: '只有督查室能改。',
    form: { often: '提醒设置', rest: '其他提醒设置' }, intro: '提交后先给您看未来30天会怎么发，确认才保存。', submit: '看看效果', why: '改的原因', whyHint: '可不填，写入改动记录',
    marks: (most: string, atMost: number) => `用逗号隔开，最大${most}，最多${atMost}个`, from: (least: string, most: string) => `${least}到${most}`,
    done: '已保存，现在起按新设置提醒：', see: '看全部设置',
  },
  en: {
    head: (title: string) => `How “${title}” reminds`, own: (count: number) => (count === 0 ? 'All as by default.' : `${count} set, the others as by default.`), was: (value: string) => ` (by default ${value})`, rest: 'Others', history: 'Changes',
    changed: (who: string, when: string, what: string, why: string) => `${when} ${who}: ${what}${why === '' ? '' : `; ${why}`}`, toDefault: 'all back to the defaults',
    edit: 'Change', editRest: 'Change others', defaults: 'Back to defaults', sure: 'All numbers go back to the defaults at once.', ahead: 'Next 30 days', readOnly: 'Only a secretary may change them.',
    form: { often: 'Reminder settings', rest: 'Other settings' }, intro: 'You see first what the next 30 days would be; nothing is saved before you confirm.', submit: 'Preview', why: 'Why', whyHint: 'May be left empty; kept with the change',
    marks: (most: string, atMost: number) => `With commas; ${most} at most, ${atMost} of them`, from: (least: string, most: string) => `${least} to ${most}`,
    done: 'Saved; from now on it reminds so:', see: 'All settings',
  },
} satisfies Record<Lang, unknown>

/** 到期前 30,7,3,1,0→15,5,1 of each that differs. */
export const settingChanges = (before: Policy, after: Policy, lang: Lang): string[] =>
  differing(before, after).map((setting) => `${settingName(setting, lang)} ${settingValue(before[setting])} → ${settingValue(after[setting])}`)

export type SettingsFacts = { plan: Named; policy: Policy; changes: readonly PolicyChange[]; mayChange: boolean; names: Names }

export function settingsCard({ plan, policy, changes, mayChange, names }: SettingsFacts, lang: Lang): Card {
  const w = words[lang]
  const head = w.head(cutTo(plan.title, 60))
  const own = differing(policy, defaultPolicy)
  const line = (setting: Setting): Rich => rich`${strong(settingName(setting, lang))} ${settingValue(policy[setting])}${own.includes(setting) ? w.was(settingValue(defaultPolicy[setting])) : ''} · ${settingWords[setting][lang].says}`
  const rest = settingsIn('rest').map((setting) => `${settingName(setting, lang)} ${settingValue(policy[setting])}${own.includes(setting) ? w.was(settingValue(defaultPolicy[setting])) : ''}`)
  return {
    text: `${head} (${plan.id})${lang === 'zh' ? '：' : ': '}${w.own(own.length)}`,
    lines: [rich`${strong(head)} (${plan.id})`, rich`${w.own(own.length)}${mayChange ? '' : w.readOnly}`, ...settingsIn('often').map(line)],
    sections: [
      { heading: rich`${w.rest}`, rows: [{ line: rich`${rest.join(lang === 'zh' ? '；' : '; ')}` }] },
      ...(changes.length === 0 ? [] : [{ heading: rich`${w.history}`, rows: historyOf(changes, names, lang) }]),
    ],
    actions: [
      ...(mayChange ? [{ label: w.edit, run: ways.settingsForm(plan.id, 'often') }, { label: w.editRest, run: ways.settingsForm(plan.id, 'rest') }] : []),
      { label: w.ahead, run: ways.remindersAhead() },
      ...(mayChange && own.length > 0 ? [{ label: w.defaults, run: ways.defaultSettings(plan.id), confirm: w.sure }] : []),
    ],
  }
}

const shownChanges = 8

/** The last first: who changed what from what to what, when and why. */
function historyOf(changes: readonly PolicyChange[], names: Names, lang: Lang): Row[] {
  const w = words[lang]
  return changes.map(({ set, by, at, reason = '' }, place): Row => {
    const what = settingChanges(whole(changes[place - 1]?.set ?? {}), whole(set), lang)
    return { line: rich`${w.changed(names.person(by, lang), names.moment(at, lang), [...(Object.keys(set).length === 0 ? [w.toDefault] : []), ...what].join(lang === 'zh' ? '，' : ', '), cutTo(reason, 100))}` }
  }).toReversed().slice(0, shownChanges)
}

/** @param seen how many changes there were: what another changes meanwhile is not undone */
export function settingsForm(plan: Named, part: SettingsPart, policy: Policy, seen: number, lang: Lang, written: Readonly<Partial<Record<Setting, string>>> = {}): Form {
  const w = words[lang]
  return {
    title: w.form[part],
    intro: [rich`${strong(cutTo(plan.title, 120))} (${plan.id})`, rich`${w.intro}`],
    fields: [
      ...settingsIn(part).map((setting) => ({ name: setting, label: settingWords[setting][lang].says, hint: hintOf(setting, lang), kind: 'line' as const, now: written[setting] ?? settingValue(policy[setting]), maxLength: 80 })),
      { name: 'reason', label: w.why, hint: w.whyHint, kind: 'line', maxLength: 200, optional: true },
    ],
    submit: w.submit,
    run: { command: 'reminder-settings', args: { plan: plan.id, form: true, seen } },
  }
}

function hintOf(setting: Setting, lang: Lang): string {
  const bounds = policyBounds[setting]
  const byDefault = words[lang].was(settingValue(defaultPolicy[setting]))
  return `${bounds.is === 'marks' ? words[lang].marks(String(bounds.most), bounds.atMost) : words[lang].from(String(bounds.least), String(bounds.most))}${byDefault}`
}

export function settingsSaved({ plan, before, after }: { plan: Named; before: Policy; after: Policy }, lang: Lang): Card {
  const w = words[lang]
  const changes = settingChanges(before, after, lang)
  const text = `${w.done}${changes.join(lang === 'zh' ? '，' : ', ')}`
  return {
    text,
    lines: [rich`✅ ${w.done}`, ...changes.map((change) => rich`${change}`)],
    actions: [
      { label: w.see, says: cutTo(w.head(plan.title), 70), run: ways.settings(plan.id) }, { label: w.ahead, run: ways.remindersAhead() },
      ...(differing(after, defaultPolicy).length === 0 ? [] : [{ label: w.defaults, run: ways.defaultSettings(plan.id), confirm: w.sure }]),
    ],
  }
}

/** What a button carries: each number as it is typed. */
export const asTyped = (set: PolicyPart): Run['args'] => Object.fromEntries(settings.flatMap((setting) => ((value) => (value === undefined ? [] : [[setting, settingValue(value)]]))(set[setting])))
