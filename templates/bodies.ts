// 机构: who sits in a leading group or team, and whom of them a message reaches; the form that puts it right.
import type { Day } from '#src/calendar/day.ts'
import type { KeptBody } from '#src/ledger/body.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { ClauseFacts } from '#src/meetings/clauses.ts'
import type { Seat } from '#src/meetings/seats.ts'
import type { Action, Card, Form, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords } from './day-words.ts'
import { cadenceWords, unmetLine } from './cadences.ts'
import { scheduleLabel, scheduleRun } from './meetings.ts'
import { requestAction } from './requests.ts'
import { rich, strong, type Rich } from './rich.ts'
import { ways } from './ways.ts'

export type BodyFacts = { plan: PlanId; planTitle: string; body: KeptBody; seats: readonly Seat[]; cadences: readonly ClauseFacts[]; closed: readonly ClauseFacts[]; today: Day; mayAct: boolean; several: boolean }

const words = {
  zh: {
    none: '方案里没有写领导小组或专班。', head: (count: number) => `领导小组和专班${count}个`, members: (seats: number, told: number) => (seats === 0 ? '还没有成员' : `成员${seats}个，${told}个能收到通知`), open: '查看',
    leader: '组长', deputies: '副组长', member: '成员', office: '办公室', section: '负责', silent: (names: string) => `收不到通知：${names}`, silentWhy: '还没有登记，开会时请另行通知，或先指定联络员。', edit: '编辑成员', people: '指定联络员', found: '新建机构', petition: '由对方召集，我们申报议题',
    saved: (name: string) => `已保存：${name}`, setBy: (day: string) => `成员于${day}改过，以此为准。`, title: '领导小组、专班', name: '名称', kind: '谁召集', kinds: { yes: '我们召集（领导小组、专班）', no: '对方召集（常委会、常务会议）' }, namesHint: '单位、职务或姓名，用顿号分开', officeHint: '单位', sectionNone: '不限', submit: '保存',
    missing: { name: '请写名称，至少两个字。', members: '请至少写组长或一个成员。', long: '有一个名称超过60个字，请用顿号分开。', many: '成员最多200个，请合并成组（如 各乡镇）。', manyDeputies: '副组长最多30个。' },
  },
  en: {
    none: 'No plan names a leading group or team.', head: (count: number) => `${count} leading ${count === 1 ? 'group or team' : 'groups and teams'}`, members: (seats: number, told: number) => (seats === 0 ? 'no members yet' : `${seats} members, ${told} can be told`), open: 'Open',
    leader: 'Leader', deputies: 'Deputies', member: 'Members', office: 'Office', section: 'Charge', silent: (names: string) => `Cannot be told: ${names}`, silentWhy: 'Nobody is registered for them: tell them yourself, or name a contact first.', edit: 'Edit members', people: 'Name a contact', found: 'New body', petition: 'convened by others; we request items',
    saved: (name: string) => `Saved: ${name}`, setBy: (day: string) => `Its members were put right on ${day}.`, title: 'Group or team', name: 'Name', kind: 'Who calls it', kinds: { yes: 'We do (leading group, team)', no: 'Others do (standing committee)' }, namesHint: 'Units, posts or people, separated by commas', officeHint: 'A unit', sectionNone: 'None', submit: 'Save',
    missing: { name: 'Write a name of two characters or more.', members: 'Write a leader or a member.', long: 'One name is longer than 60 characters: separate names by commas.', many: 'At most 200 members: name a group (各乡镇) instead.', manyDeputies: 'At most 30 deputies.' },
  },
} satisfies Record<Lang, unknown>

const told = (seats: readonly Seat[]): number => seats.filter(({ people }) => people.length > 0).length

export function bodyList(bodies: readonly BodyFacts[], lang: Lang): Card {
  const w = words[lang]
  const text = bodies.length === 0 ? w.none : w.head(bodies.length)
  const [first] = bodies
  return {
    text, lines: [rich`${text}`],
    sections: bodies.length === 0 ? [] : [{
      rows: bodies.map(({ plan, planTitle, body, seats, several }) => ({
        line: rich`${strong(body.name)}${body.convened ? '' : ` · ${w.petition}`}\n${w.members(seats.length, told(seats))}${several ? ` · 《${cutTo(planTitle, 20)}》` : ''}`,
        beside: { label: w.open, says: cutTo(`${w.open}：${body.name}`, 70), run: ways.body(plan, body.id) },
      })),
    }],
    ...(first?.mayAct === true ? { actions: [{ label: w.found, run: ways.foundBody() }] } : {}),
  }
}

export function bodyCard(facts: BodyFacts, lang: Lang): Card {
  const w = words[lang]
  const { plan, body, seats, cadences, closed, today, mayAct } = facts
  const silent = seats.filter(({ people }) => people.length === 0)
  const text = `${body.name}：${w.members(seats.length, told(seats))}`
  return {
    text,
    lines: [
      rich`${strong(body.name)}：${w.members(seats.length, told(seats))}${body.convened ? '' : ` · ${w.petition}`}`,
      ...ofKind(seats, 'leader', w.leader, lang), ...ofKind(seats, 'deputy', w.deputies, lang), ...ofKind(seats, 'member', w.member, lang),
      ...(body.office === undefined ? [] : [rich`${w.office}：${body.office}`]),
      ...(body.section === undefined ? [] : [rich`${w.section}：${body.section}`]),
      ...cadences.map((each) => rich`${cadenceWords(each, lang, today)}`), ...closed.map((each) => unmetLine(each, lang)),
      ...(silent.length === 0 ? [] : [rich`⚠️ ${w.silent(silent.map(({ name }) => name).join(lang === 'zh' ? '、' : ', '))}。${w.silentWhy}`]),
    ],
    actions: mayAct ? actionsOf(facts, silent.length > 0, lang) : [],
    ...(body.set === undefined ? {} : { footer: rich`${w.setBy(dayWords(body.set.on, lang, today))}` }),
  }

  function actionsOf({ body: { convened } }: BodyFacts, isSilent: boolean, of: Lang): Action[] {
    return [convened ? { label: scheduleLabel(of), run: scheduleRun(plan, body.id), style: 'primary' as const } : { ...requestAction(plan, body, of), style: 'primary' as const }, { label: w.edit, run: ways.editBody(plan, body.id) }, ...(isSilent ? [{ label: w.people, run: ways.people() }] : [])]
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
  return said.length === 0 ? [] : [rich`${label}：${said.join(zh ? '、' : ', ')}`]
}

export const bodySaved = (facts: BodyFacts, lang: Lang): Card => {
  const card = bodyCard(facts, lang)
  const head = words[lang].saved(facts.body.name)
  return { ...card, text: head, lines: [rich`✅ ${head}`, ...(card.lines ?? [])] }
}

/** @param sections of the plan, one of which a 专班 carries */
export function bodyForm({ plan, body, name, sections }: { plan: PlanId; body?: KeptBody; name: string; sections: readonly string[] }, lang: Lang): Form {
  const w = words[lang]
  const joined = (all: readonly string[] | undefined): { now?: string } => (all === undefined || all.length === 0 ? {} : { now: all.join('、') })
  const offered = body?.section === undefined || sections.includes(body.section) ? sections : [body.section, ...sections]
  return {
    title: w.title,
    fields: [
      { name: 'name', label: w.name, kind: 'line', maxLength: 60, ...(name === '' ? {} : { now: name }) },
      { name: 'convened', label: w.kind, kind: 'choice', as: 'radio', choices: (['yes', 'no'] as const).map((value) => ({ value, label: w.kinds[value] })), now: body?.convened === false ? 'no' : 'yes' },
      { name: 'leader', label: w.leader, kind: 'line', maxLength: 60, optional: true, ...(body?.leader === undefined ? {} : { now: body.leader }) },
      { name: 'deputies', label: w.deputies, hint: w.namesHint, kind: 'line', maxLength: 1500, optional: true, ...joined(body?.deputies) },
      { name: 'members', label: w.member, hint: w.namesHint, kind: 'line', maxLength: 3000, optional: true, ...joined(body?.members) },
      { name: 'office', label: w.office, hint: w.officeHint, kind: 'line', maxLength: 60, optional: true, ...(body?.office === undefined ? {} : { now: body.office }) },
      ...(offered.length === 0 ? [] : [{ name: 'section', label: w.section, kind: 'choice' as const, as: 'select' as const, choices: [{ value: '', label: w.sectionNone }, ...offered.slice(0, 99).map((section) => ({ value: section.slice(0, 150), label: cutTo(section, 70) }))], now: body?.section ?? '' }]),
    ],
    submit: w.submit,
    run: { command: 'body', args: { plan, ...(body === undefined ? { act: 'found' } : { act: 'edit', body: body.id, ...(body.set === undefined ? {} : { over: body.set.at }) }), form: true } },
  }
}

export const bodyFieldMissing = (what: 'name' | 'members' | 'long' | 'many' | 'manyDeputies', lang: Lang): Record<string, string> => ({ [what === 'name' ? 'name' : what === 'manyDeputies' ? 'deputies' : 'members']: words[lang].missing[what] })
