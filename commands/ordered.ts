// Plain words that want something arranged: shown as they were read, with one button, and nothing recorded before it is pressed.
import type { Instant } from '#src/calendar/day.ts'
import { answered, type Answer, type Command, type Desk } from '#src/command.ts'
import { aidesOf } from '#src/directory/aide.ts'
import { absencesAhead } from '#src/directory/absence.ts'
import { contactsOf, unitName, unitNamed } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import { unitsHeldBy, type Person } from '#src/directory/person.ts'
import { lettersIn } from '#src/queries/pinyin.ts'
import { plainlySpokenOf, spokenOf } from '#src/queries/spoken-of.ts'
import { unitsTypedAs } from '#src/queries/typed-names.ts'
import { saidAway } from '#src/reader/said-away.ts'
import { saidOrder, type Deed, type SaidOrder } from '#src/reader/said-order.ts'
import { saidReport } from '#src/reader/said-report.ts'
import type { Run } from '#templates/card.ts'
import { contactEcho, correctedEcho } from '#templates/order-echo.ts'
import { acceptClaim } from './accept-claim.ts'
import { assign } from './assign.ts'
import { confirmSaid } from './confirm-said.ts'
import { deputy } from './deputy.ts'
import { lastActOf } from './last-act-of.ts'
import { find } from './find.ts'
import { findLeader } from './find-leader.ts'
import { findPerson, mentioned } from './find-person.ts'
import { grantExtension } from './grant-extension.ts'
import { meantOther } from './meant-other.ts'
import { openWithHelping } from './meant-task.ts'
import { leaderNotes } from './leader-notes.ts'
import { nudge } from './nudge.ts'
import { ownTask, recordedTask } from './own-task.ts'
import { pause } from './pause.ts'
import { queue } from './queue.ts'
import { receive } from './receive.ts'
import { refuseExtension } from './refuse-extension.ts'
import { refused } from './refused.ts'
import { relayed } from './relayed.ts'
import { resume } from './resume.ts'
import { returnClaim } from './return-claim.ts'
import { returnSubmission } from './return-submission.ts'
import { round } from './round.ts'
import { inButton, runOf } from './run-of.ts'
import { setDue } from './set-due.ts'
import { setLead } from './set-lead.ts'
import { snooze } from './snooze.ts'
import { succeedUnit } from './succeed-unit.ts'
import { task } from './task.ts'
import { findTask, taskName } from './task-argument.ts'
import { findTasks } from './tasks-argument.ts'
import { findUnit, unitRefused } from './unit-argument.ts'
import { undo } from './undo.ts'
import { units } from './units.ts'

type Order<Kind extends SaidOrder['kind']> = Extract<SaidOrder, { kind: Kind }>

/** To a message about tasks 60 is a figure, and 县编办 whom to ask. */
const answersAsWell: ReadonlySet<SaidOrder['kind']> = new Set<SaidOrder['kind']>(['look', 'unit'])

/** @param isReply to a message about tasks. Undefined where the words arrange nothing, or the asker is nobody who does: they are read as any others. */
export async function ordered(words: string, desk: Desk, isReply = false): Promise<Answer | undefined> {
  const leave = onLeave(words, desk)
  if (leave !== undefined) return leave
  const order = saidOrder(words)
  if (isReply && order !== undefined && answersAsWell.has(order.kind)) return undefined
  switch (order?.kind) {
    case undefined:
      return undefined
    case 'open-round':
      return may(desk.asker, 'open-round') ? ran(round, round.typed(['开', ...order.words]), desk) : undefined
    case 'undo':
      return may(desk.asker, undo.may) ? ran(undo, {}, desk) : undefined
    case 'confirm':
      return may(desk.asker, confirmSaid.may) && isTask(order.task, desk) ? ran(confirmSaid, { task: order.task }, desk) : undefined
    case 'stays':
      return desk.asker !== undefined && absencesAhead(desk.directory, desk.today, desk.asker.id).length > 0 ? ran(deputy, {}, desk) : undefined
    case 'meant-other':
      return meantOther(order, desk)
    case 'no-extension': {
      const asked = lastAsked(desk, order.task)
      return asked === undefined ? undefined : ran(undo, { at: asked.at }, desk)
    }
    case 'put-right':
      return may(desk.asker, 'report-on-behalf') ? recordCorrected(words, order, desk) : undefined
    case 'chase': {
      const whom = chasedIn(order.whom, desk)
      return may(desk.asker, nudge.may) && whom !== undefined ? ran(nudge, { task: whom }, desk) : undefined
    }
    case 'queue':
      return may(desk.asker, queue.may) ? ran(queue, {}, desk) : undefined
    case 'unit': {
      const named = unitNamed(desk.directory, order.name) ?? (officeName.test(order.name) ? ((found) => (found.ok ? found.unit : undefined))(findUnit(desk.directory, order.name)) : undefined)
      if (named !== undefined) return may(desk.asker, units.may) ? ran(units, { unit: named.name }, desk) : undefined
      return may(desk.asker, find.may) ? inLetters(order.name, desk) : undefined
    }
    case 'merged': {
      const [from, to] = [findUnit(desk.directory, order.from), findUnit(desk.directory, order.to)]
      return from.ok && to.ok && may(desk.asker, succeedUnit.may) ? ran(succeedUnit, { from: from.unit.name, to: to.unit.name, on: order.on }, desk) : undefined
    }
    case 'decide': {
      const command = deciding[order.deed]
      return may(desk.asker, command.may) ? ran(command, command.typed([order.task, ...order.words.split(' ').filter((word) => word !== '')]), desk) : undefined
    }
    case 'look':
      // 18 没什么问题 asks nothing.
      return may(desk.asker, task.may) && isTask(order.task, desk) && saidReport(words, desk.today) === undefined ? ran(task, { which: order.task }, desk) : undefined
    case 'received':
      // 已收到 周期5，下周报: what stands behind it is a word of who said so only where a secretary records it.
      return may(desk.asker, receive.may) && (order.words === '' || may(desk.asker, 'report-on-behalf')) ? ran(receive, receive.typed([order.duty, ...order.words.split(/\s+/).filter((word) => word !== '')]), desk) : undefined
    case 'sent-back':
      return may(desk.asker, returnSubmission.may) ? ran(returnSubmission, { occurrence: order.duty, words: order.words }, desk) : undefined
    case 'relayed':
      return may(desk.asker, 'report-on-behalf') ? relayed(order, desk) : undefined
    case 'contact':
      return may(desk.asker, 'see') ? contact(order, desk) : undefined
    case 'hand':
      return may(desk.asker, assign.may) ? handed(order, desk) : undefined
  }
}

/** The asking for a later day, where it is what the asker did last and can be taken back. @param named the task that is said, if any */
function lastAsked(desk: Desk, named: string | undefined): { at: Instant } | undefined {
  const found = named === undefined ? undefined : ownTask(desk, named)
  if (desk.asker === undefined || found?.ok === false) return undefined
  const asked = lastActOf(desk, desk.asker.id, 'extension-asked')
  return asked === undefined || (found?.ok === true && !(found.own.plan.id === asked.plan && asked.tasks.includes(found.own.task))) ? undefined : asked
}

const deciding: Record<Deed, Command> = {
  return: returnClaim, accept: acceptClaim, grant: grantExtension, refuse: refuseExtension, pause, resume, 'tell-leader': leaderNotes, chase: nudge, date: setDue, lead: setLead, 'hand-on': assign, 'put-off': snooze,
}

const runOfChase = (whom: string): Run => runOf('nudge', { task: whom })

/** One, or one of several plans: then it is asked which. */
const isTask = (asked: string, desk: Desk): boolean => ((found) => found.ok || found.refusal.code === 'task-in-several-plans')(findTask(desk, asked))

/** 刚才代录的31号应该是20%: what the asker recorded for a unit, with the right figure. Nobody's own report is meant where they have no part in it. */
function recordCorrected(words: string, { task: asked, figure }: Order<'put-right'>, desk: Desk): Answer | undefined {
  const found = recordedTask(desk, asked)
  const report = found.ok ? found.own.lastReport() : undefined
  if (!found.ok || report === undefined || ownTask(desk, asked).ok) return undefined
  const { own } = found
  const unit = unitName(desk.directory, own.part.member ?? own.part.unit)
  const args = { task: taskName(own.plan.id, own.task), progress: figure, corrects: report.at }
  const change = runOf('correct-report', args)
  // A reason too long for a button is written in the form, and not cut.
  const confirm = words.trim().length > inButton ? change : runOf('correct-report', { ...args, reason: words.trim() })
  return answered(correctedEcho({ task: own.card(), unit, report, progress: figure, confirm, change }, desk.lang))
}

/** As 催办 takes it: 教育局4号 is that task. 催了两次教育局 tells, and orders nothing. */
function chasedIn(whom: string, desk: Desk): string | undefined {
  if (findTasks(desk, whom, runOfChase).ok) return whom
  const [, unit = '', number = ''] = /^([^\d]{2,24}?)(?:的|第)?((?:[pP]\d{1,6}-)?\d{1,4})(?:号任务|号|项)?$/.exec(whom) ?? []
  return unit !== '' && findUnit(desk.directory, unit).ok ? number : undefined
}

/** jyj: the unit, or those to choose from; a part of a name is typed too seldom to be meant without 查. */
function inLetters(word: string, desk: Desk): Promise<Answer | undefined> | undefined {
  const letters = lettersIn(word)
  const [only, ...others] = letters === undefined ? [] : unitsTypedAs(desk.directory, letters)
  return only === undefined ? undefined : others.length === 0 ? ran(units, { unit: only.name }, desk) : ran(find, { words: word }, desk)
}

/** A word of a name alone, 领导 or 食堂, is no unit. */
const officeName = /(?:局|委|办|部|镇|乡|街道|院|联|会|社|中心|公司|大队|法院|学校|政府)$/

async function ran(command: Command, args: Record<string, unknown>, desk: Desk): Promise<Answer | undefined> {
  const answer = await command.handle(args, desk)
  return answer.kind === 'args-refused' ? undefined : answer
}

/** 下周我休假，17号回来，唐老师帮我盯; whose words say how far a task is report. Without days a form asks for them. */
function onLeave(words: string, desk: Desk): Promise<Answer | undefined> | undefined {
  const { asker, today } = desk
  // 苏晚晴下周请假，由方叔文代: a secretary arranges it for her.
  const other = [...desk.directory.people.values()].find((person) => person.id !== asker?.id && words.trim().startsWith(person.name) && unitsHeldBy(person.own ?? person).length > 0)
  const theirs = other !== undefined && may(asker, 'set-absence', undefined, { person: other.id }) ? saidAway(words.trim().slice(other.name.length), today) : undefined
  if (other !== undefined && theirs !== undefined) return ran(deputy, { person: other.id, deputy: theirs.deputy ?? '', ...(theirs.from === undefined || theirs.until === undefined ? { open: true } : { from: theirs.from, until: theirs.until, preview: true }) }, desk)
  const away = asker === undefined || unitsHeldBy(asker.own ?? asker).length === 0 ? undefined : saidAway(words, today)
  const report = away === undefined ? undefined : saidReport(words, today)
  if (away === undefined || report?.progress !== undefined || report?.finished === true) return undefined
  const { deputy: by = '', from, until } = away
  return ran(deputy, from === undefined || until === undefined ? { deputy: by, open: true } : { deputy: by, from, until, preview: true }, desk)
}

function contact({ unit: asked, person: name }: Order<'contact'>, desk: Desk): Answer | undefined {
  const found = findUnit(desk.directory, asked)
  const person = findPerson(desk, name)
  // The sentence may be of something else: 这项的联系人是家长.
  if (!found.ok && person === undefined) return undefined
  const leader = found.ok || person === undefined ? undefined : findLeader(desk, asked)
  if (leader !== undefined && person !== undefined) return aideOf(person, leader, desk)
  if (!may(desk.asker, 'name-contact', found.ok ? [found.unit.id] : undefined)) return refused({ code: 'not-permitted', permission: 'name-contact' }, desk)
  if (!found.ok) return unitRefused(desk, asked, found.nearest, (unit) => runOf('people', { act: 'name', person: person?.id ?? name, unit }))
  if (person === undefined) return refused({ code: 'person-unknown', asked: name }, desk)
  const { unit } = found
  const now = contactsOf(desk.directory, unit.id)
  const others = now.filter(({ id }) => id !== person.id).map((other) => ({ name: other.name, end: runOf('people', { act: 'remove', person: other.id, unit: unit.name }) }))
  const isAlready = now.some(({ id }) => id === person.id)
  return answered(contactEcho({ name: person.name, unit: unit.name, others, isAlready, confirm: runOf('people', { act: 'name', person: person.id, unit: unit.name }), show: runOf('units', { unit: unit.name }) }, desk.lang))
}

/** 李县长的联络员是韩雪: an aide, and no unit's contact. */
function aideOf(person: Person, leader: Person, desk: Desk): Answer {
  if (!may(desk.asker, 'name-aide')) return refused({ code: 'not-permitted', permission: 'name-aide' }, desk)
  const others = aidesOf(desk.directory, leader.id).filter(({ id }) => id !== person.id).map((other) => ({ name: other.name, end: runOf('people', { act: 'unaide', person: other.id, leader: leader.id }) }))
  const isAlready = person.aideOf?.includes(leader.id) === true
  return answered(contactEcho({ name: person.name, unit: leader.name, others, isAlready, confirm: runOf('people', { act: 'aide', person: person.id, leader: leader.id }) }, desk.lang))
}

function handed({ tasks, thing, person, isPlain }: Order<'hand'>, desk: Desk): Promise<Answer | undefined> | undefined {
  const isKnown = findPerson(desk, person) !== undefined || mentioned(person) !== undefined
  if (!isKnown && (isPlain || findUnit(desk.directory, person).ok || !mayBeName.test(person))) return undefined
  const spoken = tasks.length > 0 ? undefined : plainlySpokenOf(spokenOf(thing, openWithHelping(desk), (own) => own.card().title))
  const asked = spoken === undefined ? tasks : [taskName(spoken.plan.id, spoken.task)]
  return asked.length === 0 ? undefined : ran(assign, { tasks: asked.join(','), person, preview: true }, desk)
}

/** 唐一鸣, 唐老师: of nobody who is registered, and no office or others (财政, 企业) either. */
const mayBeName = /^\p{Script=Han}{2,3}(?<![局委办部厅院校镇乡村站所队司方业户政商家长们])$|(?:老师|主任|科长|股长|处长|局长|部长|镇长|乡长|校长|院长|书记|主席)$/u
