// What one wants to do, in the order in which help offers it: each command belongs to one of these.
import type { Lang } from './card.ts'

const groupNames = {
  report: { zh: '填报', en: 'Reporting' },
  finish: { zh: '完成与延期', en: 'Done or later' },
  dispute: { zh: '有不同意见', en: 'Not as it says' },
  year: { zh: '年度分解与周期', en: 'Milestones and duties' },
  instruct: { zh: '批示与交办', en: 'Instructions' },
  review: { zh: '审核', en: 'Reviewing' },
  round: { zh: '轮次与催办', en: 'Rounds and chasing' },
  import: { zh: '导入与修订', en: 'Importing' },
  adjust: { zh: '任务调整', en: 'Changing tasks' },
  meeting: { zh: '会议与督查', en: 'Meetings' },
  people: { zh: '人员与代办', en: 'People' },
  units: { zh: '单位变动', en: 'Unit changes' },
  look: { zh: '查看', en: 'Looking' },
  sandbox: { zh: '练习', en: 'Practice' },
} satisfies Record<string, Record<Lang, string>>
export type CommandGroup = keyof typeof groupNames

export const groupName = (group: CommandGroup, lang: Lang): string => groupNames[group][lang]

const inOrder: readonly CommandGroup[] = ['instruct', 'report', 'finish', 'dispute', 'year', 'review', 'round', 'import', 'adjust', 'meeting', 'people', 'units', 'look', 'sandbox']

/** Those that any of the commands belongs to, each with its own. */
export const grouped = <Command extends { group: CommandGroup }>(commands: readonly Command[]): { group: CommandGroup; commands: Command[] }[] =>
  inOrder.map((group) => ({ group, commands: commands.filter((command) => command.group === group) })).filter((each) => each.commands.length > 0)

const key = (word: string): string => word.toLowerCase().replaceAll(' ', '')
/** Its whole name, or one of the two it is made of. */
const calls = (group: CommandGroup, word: string, part: boolean): boolean =>
  Object.values(groupNames[group]).some((name) => key(name) === key(word) || (part && name.split(/与| and | or /).some((half) => key(half) === key(word))))

/** @param part whether one of the two words a name is made of is enough */
export const groupCalled = (word: string, { part }: { part: boolean }): CommandGroup | undefined => inOrder.find((group) => calls(group, word, part))
