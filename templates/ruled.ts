// What a unit asked is ruled on: what the secretary is shown. The first line is enough; it stands above the next of 待审 too.
import type { Day } from '#src/calendar/day.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Lang } from './card.ts'
import { dayWords } from './day-words.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { numberOf, shortTitle } from './task-line.ts'
import { ways } from './ways.ts'

/** `part-passed` to a unit that has `people`; `part-left`: a group goes on without the member; `line-mended`: what was not as it should be is. */
export type Ruled =
  | { what: 'extension-granted'; day: Day; asked: Day }
  | { what: 'extension-refused' | 'objection-upheld' | 'objection-dismissed' | 'part-kept' | 'part-left' | 'line-mended' }
  | { what: 'record-struck' }
  | { what: 'part-passed'; to: string; people: readonly string[] }
  | { what: 'coordination-settled' }

/** `unit`: whose it was. `told`: who will be told. `words`: the reason, or what was said. */
export type RuledFacts = { task: TaskCard; unit: string; ruled: Ruled; words: string; told: readonly string[]; today: Day }

export function ruledCard({ task, unit, ruled, words: said, told, today }: RuledFacts, lang: Lang): Card {
  const zh = lang === 'zh'
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const [mark, act] = actOf(ruled, lang, today)
  const head = rich`${mark} ${act} · ${strong(name)} · ${unit}`
  const names = (people: readonly string[]): string => people.join(zh ? '、' : ', ')
  return {
    text: plain(head),
    lines: [
      head,
      ...(said.trim() === '' ? [] : [zh ? rich`说明：${said}` : rich`Said: ${said}`]),
      ...(ruled.what === 'objection-upheld' ? [zh ? rich`裁定不改灯，灯只按台账推算：单位说得对的，请接着改时限，或代录填报、办结。` : rich`A ruling changes no light, which goes by the record alone: move the date, or record the report or the completion for the unit.`] : []),
      ...(ruled.what === 'part-passed' ? [newcomers(ruled, lang)] : []),
      ...(ruled.what === 'coordination-settled' ? [zh ? rich`已记入台账，不通知领导。` : rich`It is on the ledger; no leader is told.`] : told.length === 0 ? [zh ? rich`该单位没有联络员，请另行告知。` : rich`The unit has no contact: tell them yourself.`] : [zh ? rich`将告知${names(told)}，只告知一次。` : rich`${names(told)} will be told, once.`]),
    ],
    ...(ruled.what === 'part-passed' && ruled.people.length === 0 ? { actions: [{ label: zh ? '指定联络员' : 'Name a contact', run: ways.nameContact(ruled.to) }] } : {}),
  }
}

function newcomers({ to, people }: Extract<Ruled, { what: 'part-passed' }>, lang: Lang): Rich {
  if (people.length === 0) return lang === 'zh' ? rich`⚠️ ${to}还没有联络员，请用“人员 指定”。` : rich`⚠️ ${to} has no contact: name one.`
  return lang === 'zh' ? rich`${to}的${people.join('、')}会收到任务和现状。` : rich`${people.join(', ')} of ${to} will be told of the task and where it stands.`
}

function actOf(ruled: Ruled, lang: Lang, today: Day): [mark: '✅' | '↩️', act: string] {
  const zh = lang === 'zh'
  switch (ruled.what) {
    case 'extension-granted': {
      const changed = ruled.day !== ruled.asked
      const day = dayWords(ruled.day, lang, today)
      return ['✅', zh ? `已同意延期到${day}${changed ? `（申请的是${dayWords(ruled.asked, lang, today)}）` : ''}` : `Granted to ${day}${changed ? ` (asked for ${dayWords(ruled.asked, lang, today)})` : ''}`]
    }
    case 'extension-refused':
      return ['↩️', zh ? '不同意延期' : 'Extension refused']
    case 'objection-upheld':
      return ['✅', zh ? '异议成立' : 'Objection upheld']
    case 'record-struck':
      return ['✅', zh ? '异议成立，代录已作废' : 'Objection upheld, the record is struck']
    case 'objection-dismissed':
      return ['↩️', zh ? '异议不成立' : 'Objection dismissed']
    case 'part-kept':
      return ['↩️', zh ? '维持原分工' : 'The part stays']
    case 'part-left':
      return ['✅', zh ? '不再承担' : 'No longer theirs']
    case 'line-mended':
      return ['✅', zh ? '属实，已改' : 'True, put right']
    case 'part-passed':
      return ['✅', `${zh ? `已改派${ruled.to}` : `Passed to ${ruled.to}`}${ruled.people.length > 0 ? '' : zh ? '（还没有联络员）' : ' (no contact)'}`]
    case 'coordination-settled':
      return ['✅', zh ? '协调事项已处理' : 'Settled']
  }
}
