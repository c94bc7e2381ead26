// The form that founds a body or puts right who sits in it. What is shown shortened is kept whole.
import { bodyAtMost, changedLast, type KeptBody } from '#src/ledger/body.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Field, Form, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'

const words = {
  zh: {
    title: '领导小组、专班', name: '名称', kind: '谁召集', kinds: { yes: '我们召集（领导小组、专班）', no: '对方召集（常委会、常务会议）' }, leader: '组长', deputies: '副组长', members: '成员', office: '办公室', section: '负责', submit: '保存',
    hint: '单位、职务或姓名，用顿号分开', rest: (shown: number, rest: number) => `名单较长，这里列前${shown}个，其余${rest}个不动。`, officeHint: '单位', membersHint: '对方召集的可以不写', sectionNone: '不限',
    short: '请写名称，至少两个字。', nobody: '请至少写组长或一个成员。',
    long: (name: string, length: number, most: number) => `名称最多${most}个字，“${name}”有${length}个字，没有保存。请写简称；有几个的，用顿号分开。`,
    many: { members: (count: number, most: number) => `成员最多${most}个，这里有${count}个，没有保存。请合并成组，如 各乡镇。`, deputies: (count: number, most: number) => `副组长最多${most}个，这里有${count}个，没有保存。请把多的写进成员。` },
  },
  en: {
    title: 'Group or team', name: 'Name', kind: 'Who calls it', kinds: { yes: 'We do (leading group, team)', no: 'Others do (standing committee)' }, leader: 'Leader', deputies: 'Deputies', members: 'Members', office: 'Office', section: 'In charge of', submit: 'Save',
    hint: 'Units, posts or people, separated by commas', rest: (shown: number, rest: number) => `A long list: these are the first ${shown}, and the other ${rest} stay as they are.`, officeHint: 'A unit', membersHint: 'Not needed where others call it', sectionNone: 'No section',
    short: 'Write a name of two characters or more.', nobody: 'Write a leader or at least one member.',
    long: (name: string, length: number, most: number) => `A name has at most ${most} characters; “${name}” has ${length}, so nothing was saved. Write a short form, or separate several names by commas.`,
    many: { members: (count: number, most: number) => `At most ${most} members; you wrote ${count}, so nothing was saved. Name a group (各乡镇) instead.`, deputies: (count: number, most: number) => `At most ${most} deputies; you wrote ${count}, so nothing was saved. Put the others among the members.` },
  },
} satisfies Record<Lang, unknown>

type ListField = 'deputies' | 'members'

/** So much of a list stands in its field: an open form remembers 3,000 signs of what all its fields showed. */
const shownAtMost = { deputies: 600, members: 1500 }
const fieldAtMost = 3000
/** What a choice's value takes, with room for what tells it from others. */
const valueAtMost = 140

/** Slack takes no empty value. */
const noSection = 'none'

/** What a choice carries of a section, which may be a paragraph long: its beginning, its end and its length. */
const sectionValue = (section: string): string => (section.length <= valueAtMost ? section : `${section.slice(0, 70)}…${section.slice(-60)}/${section.length}`)

/** The section that a choice means; undefined for none. */
export const sectionMeant = (value: string, sections: readonly string[]): string | undefined => (value === '' || value === noSection ? undefined : (sections.find((section) => sectionValue(section) === value) ?? value))

/** The plan's own, and the one that stands, where an issued text has it no more. */
export const sectionsOffered = (sections: readonly string[], body: Pick<KeptBody, 'section'> | undefined): readonly string[] => (body?.section === undefined ? sections : [body.section, ...sections.filter((section) => section !== body.section)])

/** As many names from the first as there is room for, and one at least. */
function listedOf(names: readonly string[], most: number): string[] {
  let length = 0
  const over = names.findIndex((name, at) => (length += name.length + 1) > most && at > 0)
  return over < 0 ? [...names] : names.slice(0, over)
}

/** @param sections of the plan, one of which a 专班 carries */
export function bodyForm({ plan, body, name, sections }: { plan: PlanId; body?: KeptBody; name: string; sections: readonly string[] }, lang: Lang): Form {
  const w = words[lang]
  const one = (field: 'name' | 'leader' | 'office', now: string | undefined, more: { hint?: string; optional?: true } = {}): Field => ({
    name: field, label: w[field], kind: 'line', maxLength: Math.min(fieldAtMost, Math.max(bodyAtMost.name, now?.length ?? 0)), ...more, ...(now === undefined || now === '' ? {} : { now }),
  })
  const listed = { deputies: listedOf(body?.deputies ?? [], shownAtMost.deputies), members: listedOf(body?.members ?? [], shownAtMost.members) }
  const rest = (field: ListField): number => (body?.[field].length ?? 0) - listed[field].length
  const several = (field: ListField): Field => ({
    name: field, label: w[field], hint: [w.hint, ...(field === 'members' ? [w.membersHint] : []), ...(rest(field) > 0 ? [w.rest(listed[field].length, rest(field))] : [])].join(lang === 'zh' ? '；' : '. '), kind: 'line', maxLength: fieldAtMost, optional: true, ...(listed[field].length === 0 ? {} : { now: listed[field].join('、') }),
  })
  const offered = sectionsOffered(sections, body)
  const choices = [{ value: noSection, label: w.sectionNone }, ...offered.map((section) => ({ value: sectionValue(section), label: cutTo(section, 70) }))]
  return {
    title: w.title,
    fields: [
      one('name', name),
      { name: 'convened', label: w.kind, kind: 'choice', as: 'radio', choices: (['yes', 'no'] as const).map((value) => ({ value, label: w.kinds[value] })), now: body?.convened === false ? 'no' : 'yes' },
      one('leader', body?.leader, { optional: true }), several('deputies'), several('members'), one('office', body?.office, { hint: w.officeHint, optional: true }),
      ...(offered.length === 0 ? [] : [{ name: 'section', label: w.section, kind: 'choice' as const, as: 'select' as const, choices, now: body?.section === undefined ? noSection : sectionValue(body.section) }]),
    ],
    submit: w.submit,
    run: {
      command: 'body',
      args: {
        plan, ...(body === undefined ? { act: 'found' } : { act: 'edit', body: body.id, ...((last) => (last === undefined ? {} : { over: last.at }))(changedLast(body)) }), form: true,
        ...(rest('deputies') > 0 ? { deputiesListed: listed.deputies.length } : {}), ...(rest('members') > 0 ? { membersListed: listed.members.length } : {}),
      },
    },
  }
}

export type BodyFieldWrong =
  | { code: 'name'; field: 'name' }
  | { code: 'nobody'; field: 'members' }
  | { code: 'long'; field: 'name' | 'leader' | 'office' | ListField; name: string; most: number }
  | { code: 'many'; field: ListField; count: number; most: number }

/** What is wrong, beside its field. */
export const bodyFieldWrong = (wrong: BodyFieldWrong, lang: Lang): Record<string, string> => ({ [wrong.field]: wrongWords(wrong, lang) })

function wrongWords(wrong: BodyFieldWrong, lang: Lang): string {
  const w = words[lang]
  switch (wrong.code) {
    case 'name':
      return w.short
    case 'nobody':
      return w.nobody
    case 'long':
      return w.long(cutTo(wrong.name, 20), wrong.name.length, wrong.most)
    case 'many':
      return w.many[wrong.field](wrong.count, wrong.most)
  }
}
