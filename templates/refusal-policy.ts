// “No” to a number of the reminder policy: the limit, what was given, and what may be set.
import { policyBounds, type Setting } from '#src/ledger/policy.ts'
import type { Lang } from './card.ts'
import { settingWords } from './policy-words.ts'
import type { Words } from './refusal-say.ts'
import { rich } from './rich.ts'

/** How it is written. */
function exampleOf(setting: Setting, lang: Lang): string {
  const { is } = policyBounds[setting]
  if (is === 'hour') return lang === 'zh' ? '请写几点，例如08:30。' : 'Write an hour, such as 08:30.'
  if (is === 'marks') return lang === 'zh' ? '请写几个数，用逗号隔开，例如15,5,1。' : 'Write numbers with commas, such as 15,5,1.'
  return lang === 'zh' ? '请写一个整数，例如5。' : 'Write one whole number, such as 5.'
}

export const policyRefused = {
  zh: {
    'setting-outside': ({ setting, given, least, most }) => rich`“${settingWords[setting].zh.name}”要在${least}到${most}之间，您填的是${given}，一项都没有改。请改好再提交。`,
    'setting-unclear': ({ setting, given }) => rich`“${settingWords[setting].zh.name}”没有看懂“${given}”，一项都没有改。${exampleOf(setting, 'zh')}`,
    'setting-unknown': ({ asked }) => rich`没有叫“${asked}”的提醒设置，一项都没有改。输入 /duban 提醒设置 看有哪些。`,
    'setting-marks': ({ setting, given, atMost }) => (given === 0 ? rich`“${settingWords[setting].zh.name}”至少要有一个数，例如7,3,1，一项都没有改。` : rich`“${settingWords[setting].zh.name}”最多填${atMost}个数，您填了${given}个，一项都没有改。请删去几个。`),
    'digest-in-quiet': ({ digestFrom, quietUntil, quietFrom, minutes }) => rich`每日提醒定在${digestFrom}，而${quietUntil}以前、${quietFrom}以后不发消息，一项都没有改。请让每日提醒不早于${quietUntil}、比${quietFrom}至少早${minutes}分钟，才够发完；或改免打扰时间。`,
    'milestones-asked-never': ({ after, until }) => rich`年度分解从第${after}个工作日征集到第${until}个工作日，永远不会征集，一项都没有改。请让“分解征集止”不小于“分解征集起”。`,
    'policy-unchanged': () => rich`提醒设置已经是这样，没有重复记录。输入 /duban 提醒设置 查看。`,
    'policy-changed': ({ on, by }, say) => rich`${say.person(by)}在${say.day(on)}改过提醒设置，和您看到的不一样了，您的改动没有写入。请打开提醒设置看过再改。`,
  },
  en: {
    'setting-outside': ({ setting, given, least, most }) => rich`“${settingWords[setting].en.name}” must be from ${least} to ${most}; you wrote ${given}. Nothing was changed: put it right and send again.`,
    'setting-unclear': ({ setting, given }) => rich`“${given}” is nothing that “${settingWords[setting].en.name}” can be; nothing was changed. ${exampleOf(setting, 'en')}`,
    'setting-unknown': ({ asked }) => rich`No setting is called “${asked}”; nothing was changed. Type /duban reminder-settings to see them.`,
    'setting-marks': ({ setting, given, atMost }) => (given === 0 ? rich`“${settingWords[setting].en.name}” needs a number at least, such as 7,3,1. Nothing was changed.` : rich`“${settingWords[setting].en.name}” takes ${atMost} numbers at most; you wrote ${given}. Nothing was changed: leave some out.`),
    'digest-in-quiet': ({ digestFrom, quietUntil, quietFrom, minutes }) => rich`The daily message is set to ${digestFrom}, and nothing is sent before ${quietUntil} or from ${quietFrom}. Nothing was changed: choose an hour from ${quietUntil} on and at least ${minutes} minutes before ${quietFrom}, so that all of them can leave, or other quiet hours.`,
    'milestones-asked-never': ({ after, until }) => rich`Milestones would be asked for from working day ${after} until ${until}, which is never. Nothing was changed: let “milestones-until” be no less than “milestones-from”.`,
    'policy-unchanged': () => rich`The settings are so already; nothing was recorded again. Type /duban reminder-settings to see them.`,
    'policy-changed': ({ on, by }, say) => rich`${say.person(by)} set other numbers on ${say.day(on)}; what you saw no longer stands, and nothing of yours was recorded. Open the settings again.`,
  },
} satisfies Record<Lang, Partial<Words>>
