// Questions in English: how many are red, what is due this month, who has not reported, why is 12 red.
import type { Day } from '#src/calendar/day.ts'
import { latelyIn } from '#src/calendar/span-back.ts'
import { spanIn } from '#src/calendar/span-phrase.ts'
import { sinceLastMeeting, type Asked, type AskedList, type KnownNames } from './asked.ts'
import { officeNamed, officeSaid } from './english-offices.ts'
import { overdueBy } from './overdue-by.ts'
import { taking, type Taking } from './taking.ts'

const asks = /^(?:please )?(?:how|what|what's|whats|which|who|who's|why|when|where|is|are|has|have|does|do|did|any|show|list|tell)\b|\?$/i

/** Names in it may be Chinese; its words are not. */
export const asksInEnglish = (plain: string): boolean => asks.test(plain.trim()) && /[a-z]{2}.*[a-z]{2}/i.test(plain) && !/[吗呢谁什么怎哪]/u.test(plain)

const states: readonly (readonly [RegExp, Omit<AskedList, 'unit'>])[] = [
  [/\b(?:has|have)?(?:n't| not)(?: yet)? (?:reported|answered)|\bnot reported\b|\bunreported\b|\bsilent\b|\bno report\b/, { only: 'unreported' }],
  [/\boverdue\b|\bpast due\b|\b(?:is|are) late\b/, { only: 'overdue' }],
  [/\b(?:not|n't)(?: yet)? (?:done|finished|completed?|closed)\b|\bunfinished\b|\bopen\b|\bstill to do\b|\bleft(?: to do)?\b/, { only: 'open' }],
  [/\bwait(?:s|ing)? (?:for|to be) review(?:ed)?\b|\bto review\b/, { only: 'claimed' }],
  [/\b(?:needs?|need|for) coordination\b|\bto (?:be )?coordinated?\b/, { only: 'coordination' }],
  [/\bblocked\b|\bstuck\b/, { only: 'blocked' }],
  [/\bin difficulty\b|\bin trouble\b/, { only: 'difficulty' }],
  [/\b(?:extended|postponed)\b|\basked for (?:more time|a later day)\b/, { only: 'extended' }],
  [/\bwithout a unit\b|\bno unit\b/, { only: 'no-unit' }],
  [/\bred\b|\bbehind\b/, { light: 'red' }],
  [/\byellow\b|\bat risk\b/, { light: 'yellow' }],
  [/\bgreen\b|\bon track\b/, { light: 'green' }],
  [/\bdone\b|\bfinished\b|\bcompleted?\b|\bclosed\b/, { light: 'done' }],
]
const filling = /\b(?:anything|something|how many|how much|how|what|what's|whats|which|who|who's|when|is|are|has|have|does|do|did|was|were|be|been|the|a|of|for|in|on|at|by|from|with|to|tasks?|items?|units?|things?|departments?|not|yet|still|due|falls?|there|list|show|tell|ones|me|us|please|all|any|it|its|we|our|now|so|far|going|doing|that|this plan)\b|'s/g

/** An office by its English name in place of the one it has here, where one is called so. */
function inNames(plain: string, units: readonly string[]): string {
  const office = officeSaid(plain)
  const named = office === undefined ? undefined : officeNamed(office.stem, units)
  return office === undefined || named === undefined ? plain : plain.replace(office.said, named)
}

/** Its name is Chinese, as it was given, or what such a body is called in English: the last meeting of 领导小组. */
function bodyOf(rest: Taking, bodies: readonly string[]): string | undefined {
  const name = bodies.toSorted((a, b) => b.length - a.length).find((each) => rest.left().includes(each.toLowerCase())) ?? /\p{Script=Han}{2,30}|\b(?:leading group|task team|working team|standing committee|executive meeting)\b/u.exec(rest.left())?.[0]
  if (name !== undefined) rest.take(new RegExp(`(?:\\b(?:of|by) )?(?:\\bthe )?(?:${name.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`, 'u'))
  return name
}

/** Undefined where a word is left over. */
export function englishQuestion(plain: string, { units, bodies }: KnownNames, today: Day): Asked | undefined {
  const rest = taking(inNames(plain.toLowerCase().replaceAll('—', '-').replace(/[’‘]/g, "'"), units))
  const known = units.toSorted((a, b) => b.length - a.length).find((name) => rest.left().includes(name.toLowerCase()))
  if (known !== undefined) rest.take(new RegExp(known.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'u'))
  if (/\bplans?\b.*\b(?:end|expire|run|over)\b|\bend of the plans?\b/.test(rest.left()) && /^(?:when|until when|how long)\b/.test(rest.left())) return { kind: 'plan-end' }
  const body = known === undefined && /\b(?:last|previous) meeting\b/.test(rest.left()) ? bodyOf(rest, bodies) : undefined
  const isOwn = rest.take(/(?:\b(?:in|under|of) )?\bmy (?:charge|fields?|areas?)\b|\b(?:of )?mine\b/) !== undefined
  const sinceMeeting = rest.take(/\bsince (?:the )?(?:last|previous) meeting\b/) !== undefined
  const meeting = rest.take(/\b(?:next meeting|when (?:do we|does the \w+) meet(?: next)?|meetings? (?:ahead|coming))\b/) !== undefined ? 'next-meeting' : rest.take(/\b(?:decided|decisions?|agreed)\b.{0,20}\b(?:last|previous) meeting\b|\b(?:last|previous) meeting\b(?:.{0,20}\b(?:decided?|decisions?|agreed?)\b)?/) === undefined ? undefined : 'decisions'
  const ordered = rest.take(/\b(?:my|our) (?:orders|instructions)\b|\b(?:orders|instructions) (?:have )?(?:i|we) (?:gave|given|give)\b|\bhave (?:i|we) (?:ordered|instructed)\b|\bdid (?:i|we) (?:order|instruct)\b/) !== undefined
  const decides = rest.take(/\bwait(?:s|ing)? (?:for|on) (?:me|my (?:decision|word))\b|\b(?:to decide|(?:for )?my (?:decision|word)|need(?:s)? (?:me|my decision))\b/) !== undefined
  const changes = rest.take(/\b(?:has |have )?changed\b|\bchanges?\b|\bnew(?:s)?\b/) !== undefined
  if (changes) rest.take(/\bsince\b/)
  const isPast = changes || /\b(?:done|finished|completed|closed)\b/.test(rest.left())
  const back = latelyIn(rest.left(), today)
  const span = isPast ? (back ?? spanIn(rest.left(), today)) : (spanIn(rest.left(), today) ?? back)
  if (span !== undefined) rest.take(new RegExp(span.said.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'iu'))
  const task = rest.take(/(?:\b(?:task|item|number|no\.?) ?|#)?\b((?:p\d{1,6}[-#/])?\d{1,4})\b(?![%-])/)?.[1]
  const why = rest.take(/\bwhy\b|\bwhat is the reason\b/) !== undefined
  const who = rest.take(/\bwho (?:leads|is responsible|is in charge|owns)(?: for| of)?\b|\bwhose\b|\bwhich unit (?:leads|is responsible)\b/) !== undefined
  const history = rest.take(/\bhistory\b|\b(?:the )?record\b/) !== undefined
  const standing = rest.take(/\bhow (?:is|are|does|do|far)\b|\bstatus\b|\bprogress\b|\bstand(?:s|ing)?\b/) !== undefined
  const finishes = span !== undefined && rest.take(/\b(?:has |have |is |are )?to (?:be )?(?:done|finish(?:ed)?|completed?)\b/) !== undefined
  const long = overdueBy(rest.left())
  if (long !== undefined) rest.take(new RegExp(long.said, 'iu'))
  const list: Omit<AskedList, 'unit'> = long === undefined ? {} : { only: 'overdue', overBy: long.days }
  for (const [form, state] of states) if (rest.take(form) !== undefined) Object.assign(list, state)
  const soon = span === undefined && rest.take(/\bdue(?: soon)?\b/) !== undefined
  const since = changes ? rest.take(/\bsince\b|\brecently\b|\blately\b|\blast (?:look|week)\b/) : undefined
  if (rest.left().replace(filling, '').replace(/[\s|?.!,]/g, '') !== '') return undefined
  if (body !== undefined && meeting !== 'decisions' && !sinceMeeting) return undefined
  const isList = Object.keys(list).length > 0
  if (ordered || decides) return task === undefined && !isList && known === undefined && span === undefined ? { kind: ordered ? 'instructions' : 'to-decide' } : undefined
  if (meeting !== undefined) return task === undefined && !isList && known === undefined ? { kind: meeting, ...(body === undefined ? {} : { body }) } : undefined
  if (changes || sinceMeeting) return task === undefined && !isList && known === undefined && !isOwn ? { kind: 'changes', ...(sinceMeeting ? { since: sinceLastMeeting, ...(body === undefined ? {} : { body }) } : span === undefined ? {} : { since: span.from }) } : undefined
  if (since !== undefined) return undefined
  if (task !== undefined) return { kind: 'task', task, about: why ? 'why' : history ? 'history' : who ? 'who' : 'standing' }
  if (why || who || history) return undefined
  if (isOwn) return known === undefined && span === undefined ? (isList ? { kind: 'tasks', inCharge: '我', ...list } : { kind: 'in-charge', person: '我' }) : undefined
  if (list.only === 'unreported' && span !== undefined) return { kind: 'tasks', ...(known === undefined ? {} : { unit: known }), ...list, during: span.said.replaceAll(' ', '-') }
  const due = span === undefined ? {} : finishes ? { due: `due-${span.said.replaceAll(' ', '-')}`, finishes: true as const } : { due: `due-${span.said.replaceAll(' ', '-')}` }
  if (list.only === 'unreported' && known === undefined && span === undefined) return { kind: 'silent' }
  if (list.light === 'done' && span !== undefined) return { kind: 'tasks', ...(known === undefined ? {} : { unit: known }), done: span.said.replaceAll(' ', '-') }
  if (isList || span !== undefined) return { kind: 'tasks', ...(known === undefined ? {} : { unit: known }), ...list, ...due }
  if (soon) return { kind: 'tasks', ...(known === undefined ? {} : { unit: known }), only: 'week' }
  if (known !== undefined) return { kind: 'unit', unit: known }
  return standing ? { kind: 'overall' } : undefined
}
