// 机构: who sits in a leading group or team, and whom of them a message reaches; the form that puts it right.
import type { Day } from '#src/calendar/day.ts'
import type { KeptBody } from '#src/ledger/body.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { ClauseFacts } from '#src/meetings/clauses.ts'
import type { Seat } from '#src/meetings/seats.ts'
import type { Action, Card, Lang } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { dayWords } from './day-words.ts'
import { clausesOf, unmetLine } from './cadences.ts'
import { scheduledSections, scheduleLabel, scheduleRun } from './meetings.ts'
import { colon } from './quoted.ts'
import { requestAction } from './requests.ts'
import { rich, strong, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

export type BodyFacts = { plan: PlanId; planTitle: string; body: KeptBody; seats: readonly Seat[]; cadences: readonly ClauseFacts[]; closed: readonly ClauseFacts[]; /** Its sittings: whose hour has passed without a word, and those to come. */ passed?: readonly Meeting[]; ahead?: readonly Meeting[]; today: Day; mayAct: boolean; several: boolean }

const words = {
  zh: {
    none: '方案里没有写领导小组或专班。', head: (count: number) => `领导小组和专班${count}个`, members: (seats: number, told: number) => (seats === 0 ? '还没有成员' : `成员${seats}个，${told}个能收到通知`), open: '查看',
    leader: '组长', deputies: '副组长', member: '成员', office: '办公室', section: '负责', silent: (names: string) => `收不到通知：${names}`, silentWhy: '还没有登记，开会时请另行通知，或先指定联络员。', edit: '编辑成员', people: '指定联络员', found: '新建机构', petition: '由对方召集，我们申报议题',
    saved: (name: string) => `已保存：${name}`, setBy: (day: string) => `成员于${day}改过，以此为准。`,
  },
  en: {
    none: 'No plan names a leading group or team.', head: (count: number) => `${count} leading ${count === 1 ? 'group or team' : 'groups and teams'}`, members: (seats: number, told: number) => (seats === 0 ? 'no members yet' : `${counted(seats, 'member')}, ${told} can be reached`), open: 'Open',
    leader: 'Leader', deputies: 'Deputies', member: 'Members', office: 'Office', section: 'In charge of', silent: (names: string) => `Cannot be reached here: ${names}`, silentWhy: 'Nobody is registered for them: tell them yourself, or name a contact first.', edit: 'Edit members', people: 'Name a contact', found: 'New body', petition: 'convened by others; we submit items',
    saved: (name: string) => `Saved: ${name}`, setBy: (day: string) => `Its members were edited on ${day}; that list stands.`,
  },
} satisfies Record<Lang, unknown>

const told = (seats: readonly Seat[]): number => seats.filter(({ people }) => people.length > 0).length

/** 成员3个，2个能收到通知; one that others call has no members to us. */
function standingWords({ body: { convened }, seats }: BodyFacts, lang: Lang): string {
  const w = words[lang]
  return [...(convened || seats.length > 0 ? [w.members(seats.length, told(seats))] : []), ...(convened ? [] : [w.petition])].join(' · ')
}

export function bodyList(bodies: readonly BodyFacts[], lang: Lang): Card {
  const w = words[lang]
  const text = bodies.length === 0 ? w.none : w.head(bodies.length)
  const [first] = bodies
  return {
    text, lines: [rich`${text}`],
    sections: bodies.length === 0 ? [] : [{
      rows: bodies.map((facts) => ({
        line: rich`${strong(facts.body.name)}\n${standingWords(facts, lang)}${facts.several ? ` · 《${cutTo(facts.planTitle, 20)}》` : ''}`,
        beside: { label: w.open, says: saysOf(w.open, facts.body.name, lang), run: ways.body(facts.plan, facts.body.id) },
      })),
    }],
    ...(first?.mayAct === true ? { actions: [{ label: w.found, run: ways.foundBody() }] } : {}),
  }
}

export function bodyCard(facts: BodyFacts, lang: Lang): Card {
  const w = words[lang]
  const { plan, body, seats, cadences, closed, passed = [], ahead = [], today, mayAct } = facts
  const silent = seats.filter(({ people }) => people.length === 0)
  const standing = standingWords(facts, lang)
  return {
    text: `${body.name}${colon[lang]}${standing}`,
    lines: [
      rich`${strong(body.name)}${colon[lang]}${standing}`,
      ...ofKind(seats, 'leader', w.leader, lang), ...ofKind(seats, 'deputy', w.deputies, lang), ...ofKind(seats, 'member', w.member, lang),
      ...(body.office === undefined ? [] : [rich`${w.office}${colon[lang]}${body.office}`]),
      ...(body.section === undefined ? [] : [rich`${w.section}${colon[lang]}${body.section}`]),
      ...clausesOf(body, cadences, lang, today), ...closed.map((each) => unmetLine(each, lang)),
      ...(silent.length === 0 ? [] : [rich`⚠️ ${w.silent(silent.map(({ name }) => name).join(lang === 'zh' ? '、' : ', '))}。${w.silentWhy}`]),
    ],
    sections: scheduledSections({ plan, bodies: [{ body }], passed, ahead, today, mayAct, showsAll: true }, false, lang),
    actions: mayAct ? actionsOf(facts, silent.length > 0, lang) : [],
    ...(body.set === undefined ? {} : { footer: rich`${w.setBy(dayWords(body.set.on, lang, today))}` }),
  }

  function actionsOf({ body: { convened } }: BodyFacts, isSilent: boolean, of: Lang): Action[] {
    return [convened ? { label: scheduleLabel(of), run: scheduleRun(plan, body.id), style: 'primary' as const } : { ...requestAction(plan, body, of), style: 'primary' as const }, editBodyAction(plan, body.id, of), ...(isSilent ? [{ label: w.people, run: ways.people() }] : [])]
  }
}

/** 县长（何景川）、副县长: whom a message reaches, behind whom it reaches. */
function ofKind(seats: readonly Seat[], as: Seat['as'], label: string, lang: Lang): Rich[] {
  const zh = lang === 'zh'
  const said = seats.filter((seat) => seat.as === as).map(({ name, people }) => {
    const others = people.filter((person) => person.name !== name).map((person) => person.name)
    if (others.length === 0) return name
    const shown = others.length > 3 ? `${others.slice(0, 3).join('、')}${zh ? `等${others.length}人` : ` and ${others.length - 3} more`}` : others.join('、')
    return zh ? `${name}（${shown}）` : `${name} (${shown})`
  })
  return said.length === 0 ? [] : [rich`${label}${colon[lang]}${said.join(zh ? '、' : ', ')}`]
}

/** The form in which its seats are written. */
export const editBodyAction = (plan: PlanId, body: string, lang: Lang): Action => ({ label: words[lang].edit, run: ways.editBody(plan, body) })

export const bodySaved = (facts: BodyFacts, lang: Lang): Card => {
  const card = bodyCard(facts, lang)
  const head = words[lang].saved(facts.body.name)
  return { ...card, text: head, lines: [rich`✅ ${head}`, ...(card.lines ?? [])] }
}
