// The facts of a sitting's papers, as its record has them. A paper is in Chinese, whoever asks for it; what is not known is left out, and stays a blank.
import type { Person } from '#src/directory/person.ts'
import { unitName, type Directory } from '#src/directory/directory.ts'
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Body } from '#src/ledger/body.ts'
import { present } from '#src/ledger/fields.ts'
import type { Agenda, AgendaItem } from '#src/meetings/agenda-items.ts'
import { chairIn, isExcused, type Attendance, type Attending } from '#src/meetings/attendance.ts'
import { decidedIn, type SittingItem } from '#src/meetings/decided-at.ts'
import { dueAsSaid } from '#src/meetings/decision-words.ts'
import { seatsOn, type Seat } from '#src/meetings/seats.ts'
import { paperSittingName, type NamedSitting } from './meeting-names.ts'
import type { MinutesFacts } from './paper-minutes.ts'
import type { NoticeFacts } from './paper-notice.ts'
import type { PaperPerson } from './paper-words.ts'
import { quoted } from './quoted.ts'

type Contact = Pick<Person, 'name' | 'telephone'>
/** `office`: whoever answers for the paper. */
export type PapersOf = NamedSitting & { sits: Body; directory: Directory; agenda: Agenda; contact: Contact | undefined }

/** 县长, 分管副县长, 县教育局主要负责同志: nobody's name. */
const isPost = (name: string): boolean => /(?:长|书记|主任|主席|同志|负责人|领导)$/.test(name)

/** 落款: the group's own office, wherever it sits; a team's is not said. */
const officeOf = ({ name, office }: { name: string; office?: string | undefined }): string | undefined => (office === undefined ? undefined : `${name}办公室`)

/** 县残联, 各乡镇人民政府: an office by its name, though nobody registered it. */
const isOffice = (name: string): boolean => !isPost(name) && /^[县市区州各]|(?:局|委|办|部|院|会|联|站|所|队|中心|政府|公司|学校|镇|乡|街道)$/.test(name)

/** A unit sends whom it chooses; a person is named with the post on record. */
function personOf({ name, units, people }: Seat, directory: Directory): PaperPerson {
  const [person] = people
  if (units.length === 0 && person !== undefined) return { name: person.name, ...present({ post: person.title }) }
  const [unit] = units
  // 县教育局主要负责同志 says whom; 县教育局 alone does not.
  const isUnit = unit !== undefined && !isPost(name)
  return isUnit ? { unit: units.length === 1 && unitName(directory, unit).includes(name) ? unitName(directory, unit) : name } : isOffice(name) ? { unit: name } : isPost(name) ? { post: name } : { name }
}

/** As a sentence begins with them: 县长何景川. */
const chairOf = ({ leader }: Body, directory: Directory): PaperPerson | undefined => (leader === undefined ? undefined : seatsOn(directory, { leader, deputies: [], members: [] }).map((seat) => personOf(seat, directory))[0])

/** Whoever held a sitting has a name: 县教育局主要负责同志方叔文; who sat in or came for another is named as they were written. */
function chairPerson(attending: Attending, { besides }: Pick<Attendance, 'besides'>, directory: Directory): PaperPerson {
  const { seat } = attending
  const sent = isExcused(attending) ? seat.answer?.instead : undefined
  if (sent !== undefined || besides.includes(seat.name)) return { name: sent ?? seat.name }
  const person = personOf(seat, directory)
  const [held, ...others] = seat.people
  return person.name !== undefined || seat.byPost === undefined || held === undefined || others.length > 0 ? person : { ...person, name: held.name }
}

export function noticeFacts({ sits, directory, agenda, contact, ...of }: PapersOf, writtenOn: Day): NoticeFacts {
  const { meeting } = of
  const seats = seatsOn(directory, sits).filter(({ as }) => as !== 'leader')
  const items = paperItems(agenda)
  const observers = observersOf({ sits, directory, agenda })
  const units = seats.flatMap((seat) => (seat.units.length > 0 ? [unitOfSeat(seat, directory)] : isOffice(seat.name) ? [seat.name] : []))
  return {
    meeting: paperSittingName(of), body: sits.name, addressees: [...new Set([...units, ...observers])], members: seats.map((seat) => personOf(seat, directory)), items, observers: observers.map((unit) => ({ unit })), day: meeting.day, writtenOn,
    ...present({ time: known(meeting.time), place: known(meeting.place), chair: chairOf(sits, directory), office: officeOf(sits), contact: contactOf(contact) }),
  }
}

/** 列席: whoever is to report and has no seat, alone or in a group, is asked to sit in. */
export function observersOf({ sits, directory, agenda }: Pick<PapersOf, 'sits' | 'directory' | 'agenda'>): string[] {
  const items = paperItems(agenda)
  const sitting = new Set(seatsOn(directory, sits).flatMap(({ name, units }) => [name, ...units.map((unit) => unitName(directory, unit))]))
  return [...new Set(items.flatMap(({ by }) => (by === undefined || sitting.has(by) ? [] : [by])))]
}

/** 各乡镇 is written to as it is called. */
const unitOfSeat = ({ name, units }: Seat, directory: Directory): string => (units.length === 1 && units[0] !== undefined ? unitName(directory, units[0]) : name)

const known = (words: string): string | undefined => (words === '' ? undefined : words)
const contactOf = (contact: Contact | undefined): NoticeFacts['contact'] => (contact === undefined ? undefined : { name: contact.name, ...present({ telephone: contact.telephone }) })

/** What was decided last is one item of a paper: it is told, and gone through at the table. */
export function paperItems({ items, last }: Pick<Agenda, 'items' | 'last'>): { title: string; by?: string }[] {
  const decided = items.filter((item) => item.kind === 'decided').length
  let isSaid = false
  return items.flatMap((item): { title: string; by?: string }[] => {
    if (item.kind !== 'decided') return [itemOf(item)]
    const first = !isSaid
    isSaid = true
    return first ? [{ title: `通报上次会议${last === undefined ? '' : `（${Number(last.day.slice(5, 7))}月${Number(last.day.slice(8))}日）`}议定事项落实情况（${decided}项）` }] : []
  })
}

function itemOf(item: AgendaItem): { title: string; by?: string } {
  if (item.kind === 'own') return { title: item.text }
  const { task, kind } = item
  const name = quoted(task.title)
  const title = kind === 'coordination' ? `协调${name}有关问题` : kind === 'red' ? `研究${name}滞后问题` : kind === 'yellow' ? `研究${name}推进问题` : `听取${name}办理情况`
  return { title, ...present({ by: task.lead?.name }) }
}

export function minutesFacts({ sits, directory, agenda, contact, ...of }: PapersOf, attendance: Attendance, items: readonly SittingItem[], calendar: Calendar): MinutesFacts {
  const { meeting } = of
  const seats = attendance.isRecorded ? attendance.seats : []
  const chair = chairIn(attendance)
  // Who holds the sitting is said above it; who sent somebody was there by them.
  const there = seats.filter((each) => each.isThere && each !== chair)
  const excused = seats.filter((each) => !each.isThere && isExcused(each)).map(({ seat }) => personOf(seat, directory))
  const absent = seats.filter((each) => !each.isThere && !isExcused(each)).map(({ seat }) => personOf(seat, directory))
  return {
    meeting: paperSittingName(of), body: sits.name, items: paperItems(agenda), day: meeting.day,
    decisions: decidedIn(items).map(({ task }) => ({ text: task.text, units: [...(task.lead === undefined ? [] : [task.lead.name]), ...task.others.map(({ name }) => name)], ...present({ due: task.due.kind === 'dated' ? dueAsSaid(task.text, task.due.day, meeting.day, calendar) : undefined }) })),
    notes: items.flatMap((item) => (item.kind === 'noted' ? [item.words] : [])),
    present: there.map((each) => ({ ...personOf(each.seat, directory), ...present({ deputy: isExcused(each) ? each.seat.answer?.instead : undefined }) })), excused, absent, observers: attendance.besides.filter((name) => name !== chair?.seat.name).map((name) => ({ post: name })),
    ...present({ time: known(meeting.time), place: known(meeting.place), chair: chair === undefined ? undefined : chairPerson(chair, attendance, directory), recordedBy: contact === undefined ? undefined : { name: contact.name } }),
  }
}

