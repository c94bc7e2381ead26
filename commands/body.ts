// 机构: leading groups and task teams: who sits in them and who of them can be told; put right in a form, or founded.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { Instant } from '#src/calendar/day.ts'
import { bodyAtMost, type KeptBody } from '#src/ledger/body.ts'
import { present } from '#src/ledger/fields.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { bodyCard, bodyList, bodySaved } from '#templates/bodies.ts'
import { bodyFieldWrong, bodyForm, sectionMeant, sectionsOffered, type BodyFieldWrong } from '#templates/body-form.ts'
import { chooseBody } from '#templates/meetings.ts'
import { bodiesMeant, bodyUnknown, type BodyOfPlan } from './body-argument.ts'
import { bodyFacts } from './body-facts.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { unknownPlan } from './unknown-plan.ts'
import { whichPlan } from './which-plan.ts'

/** Names in a field, as people part them; those that stand already are whole, whatever signs are in them. */
function namesIn(written: string, standing: readonly string[]): string[] {
  const known = standing.filter((name) => /[、,，;；\s]/.test(name)).toSorted((a, b) => b.length - a.length)
  const marked = known.reduce((words, name, at) => words.replaceAll(name, `\u0001${at}\u0002`), written)
  const names = marked.split(/[、,，;；\n]+|\s{2,}/).map((name) => name.trim().replace(/\u0001(\d+)\u0002/g, (_, at: string) => known[Number(at)] ?? ''))
  return [...new Set(names.map((name) => (standing.includes(name) ? name : name.normalize('NFKC'))).filter((name) => name !== ''))]
}

/** As long as a field is. */
const names = z.string().trim().max(3001).default('')
const listed = z.coerce.number().int().min(0).optional()

const Args = z.object({
  plan: z.string().max(200).optional(),
  /** Its id or a part of its name. */
  body: z.string().trim().max(100).optional(),
  act: z.enum(['show', 'edit', 'found']).default('show'),
  form: z.boolean().default(false),
  /** When what the form shows had last been changed. */
  over: Instant.optional(),
  name: names,
  convened: z.enum(['yes', 'no']).default('yes'),
  leader: names,
  deputies: names,
  members: names,
  office: names,
  section: z.string().max(199).default(''),
  /** How many of them the form had room for; the others stay. */
  deputiesListed: listed,
  membersListed: listed,
})

const acts: Readonly<Record<string, 'edit' | 'found'>> = { 编辑: 'edit', 改: 'edit', edit: 'edit', 新建: 'found', 成立: 'found', new: 'found' }

export const body = command({
  name: { zh: '机构', en: 'body' },
  also: ['专班', '领导小组', 'bodies'],
  usage: { zh: '机构 领导小组（或 机构 编辑 领导小组、机构 新建）', en: 'body 领导小组 (or: edit 领导小组, new)' },
  about: { zh: '领导小组、专班的成员，谁能收到通知；编辑成员', en: 'who sits in a leading group or team, and who of them can be told; edit them' },
  then: { zh: '开会时按现在的成员通知。', en: 'Invitations go to its members as they are then.' },
  group: 'meeting',
  may: 'see',
  args: Args,
  typed([first, ...rest]) {
    const act = acts[first?.toLowerCase() ?? '']
    const words = (act === undefined ? [first ?? '', ...rest] : rest).join('')
    return { ...(act === undefined ? {} : { act }), ...(words === '' ? {} : act === 'found' ? { name: words } : { body: words }) }
  },
  run(args, desk) {
    if (desk.plans.size === 0) return refused(unknownPlan(desk, args.plan), desk)
    if (args.act !== 'show' && !may(desk.asker, 'set-body')) return refused({ code: 'not-permitted', permission: 'set-body' }, desk)
    if (args.act === 'found') return founded(args, desk)
    if (args.body === undefined) return answered(bodyList(bodiesMeant(args, desk).map((each) => bodyFacts(each, desk)), desk.lang))
    const found = bodiesMeant(args, desk)
    const [first, ...others] = found
    if (first === undefined) return refused(bodyUnknown(args, desk), desk, runOf('body', { act: args.act }))
    if (others.length > 0) return answered(chooseBody(found.map((each) => ({ name: each.body.name, plan: each.plan.title, run: runOf('body', { act: args.act, plan: each.plan.id, body: each.body.id }) })), desk.lang))
    return args.act === 'edit' ? edited(args, first, desk) : answered(bodyCard(bodyFacts(first, desk), desk.lang))
  },
})

type Asked = z.infer<typeof Args>

function founded(args: Asked, desk: Desk): Answer | Promise<Answer> {
  const which = whichPlan(desk, args.plan, (plan) => runOf('body', { act: 'found', plan, name: args.name }))
  if (!which.ok) return which.answer
  return args.form ? saved(args, which.plan, undefined, desk) : { kind: 'form', form: bodyForm({ plan: which.plan.id, sections: sectionsOf(which.plan), name: args.name }, desk.lang) }
}

const edited = (args: Asked, { plan, body: known }: BodyOfPlan, desk: Desk): Answer | Promise<Answer> =>
  args.form ? saved(args, plan, known.id, desk) : { kind: 'form', form: bodyForm({ plan: plan.id, sections: sectionsOf(plan), body: known, name: known.name }, desk.lang) }

function saved(asked: Asked, plan: PlanState, id: string | undefined, desk: Desk): Answer | Promise<Answer> {
  const standing = id === undefined ? undefined : plan.bodies.get(id)
  const said = saidIn(asked, plan, standing)
  const wrong = wrongIn(said, standing)
  if (wrong !== undefined) return { kind: 'form-errors', errors: bodyFieldWrong(wrong, desk.lang) }
  const recording = desk.record(plan.id, { type: 'set-body', ...said, ...present({ body: id, over: asked.over }) })
  return recorded(recording, desk, () => {
    const now = [...(desk.plans.get(plan.id)?.bodies.values() ?? [])].find((each) => each.name === said.name)
    return now === undefined ? bodyList([], desk.lang) : bodySaved(bodyFacts({ plan: desk.plans.get(plan.id) ?? plan, body: now }, desk), desk.lang)
  })
}

type Said = Omit<KeptBody, 'id' | 'cadences' | 'set'>

function saidIn({ name, convened, leader, deputies, members, office, section, deputiesListed, membersListed }: Asked, plan: PlanState, standing: KeptBody | undefined): Said {
  const all = (written: string, before: readonly string[] = [], shown = before.length): string[] => [...new Set([...namesIn(written, before), ...before.slice(shown)])]
  const some = (words: string | undefined): string | undefined => (words === '' ? undefined : words)
  return {
    name, convened: convened === 'yes', deputies: all(deputies, standing?.deputies, deputiesListed), members: all(members, standing?.members, membersListed),
    ...present({ leader: some(leader), office: some(office), section: sectionMeant(section, sectionsOffered(sectionsOf(plan), standing)) }),
  }
}

/** Beside the field that is to be mended. What stands already is taken as it is. */
function wrongIn({ name, convened, leader, deputies, members, office }: Said, standing: KeptBody | undefined): BodyFieldWrong | undefined {
  const known = new Set(standing === undefined ? [] : [standing.name, standing.leader, standing.office, ...standing.deputies, ...standing.members])
  const tooLong = (said: string | undefined): boolean => said !== undefined && said.length > bodyAtMost.name && !known.has(said)
  if (name.length < 2) return { code: 'name', field: 'name' }
  const fields = { name: [name], leader: [leader], deputies, members, office: [office] }
  for (const field of ['name', 'leader', 'deputies', 'members', 'office'] as const) {
    const long = fields[field].find(tooLong)
    if (long !== undefined) return { code: 'long', field, name: long, most: bodyAtMost.name }
  }
  if (convened && leader === undefined && deputies.length + members.length === 0) return { code: 'nobody', field: 'members' }
  const field = (['deputies', 'members'] as const).find((each) => fields[each].length > Math.max(bodyAtMost[each], standing?.[each].length ?? 0))
  return field === undefined ? undefined : { code: 'many', field, count: fields[field].length, most: bodyAtMost[field] }
}

const sectionsOf = (plan: PlanState): string[] => [...new Set([...plan.tasks.values()].map(({ section }) => section))].filter((section) => section !== '')
