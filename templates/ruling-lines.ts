// What units ask, and what became of it, as lines of a message: to the secretary while it waits, to whoever asked once it is ruled on.
import type { Day } from '#src/calendar/day.ts'
import { unitName, type Directory } from '#src/directory/directory.ts'
import { keyOf, standingOf, type Assignment, type Member } from '#src/ledger/assignment.ts'
import type { Extension } from '#src/ledger/extension.ts'
import { without } from '#src/ledger/fields.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { petitionAt } from '#src/ledger/petition.ts'
import { coordinations } from '#src/queries/coordination.ts'
import { answering, partOf } from '#src/queries/answering.ts'
import { isToDecide, queue, queueCounts, type QueueItem } from '#src/queries/queue.ts'
import { milestoneRecordedAt, type MilestoneRecorded } from '#src/queries/recorded-for.ts'
import { taskCard } from '#src/queries/task-card.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { named } from './answered-line.ts'
import type { Action, Lang, Row } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, dueWords, shortDay } from './day-words.ts'
import { proposedWords, reachedWords } from './milestone-words.ts'
import { queueCountWords } from './queue-words.ts'
import { colon } from './quoted.ts'
import { reportWords } from './report-words.ts'
import { waitingName } from './refusal-asked.ts'
import { plain, rich, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'
import { taskRef, ways } from './ways.ts'

type Drawn = { say: string; row: Row; isSettled: boolean }
type Drawing = { several?: boolean; view: View; directory: Directory; lang: Lang }
export type RulingNotice = Extract<Notice, { kind: 'ruled' | 'accepted' | 'ended' | 'part-received' | 'course-changed' | 'pause-ends' | 'recorded-for' | 'coordination-waits' }>

const words = {
  zh: {
    waits: (count: number, counts: string) => `待审${count}件：${counts}`, review: '去审', none: '已审完', queue: '看待审', here: '这条里的申请都已处理', hereStill: (waits: string) => `这条里的申请都已处理；${waits}`, late: (count: number, counts: string, over: number) => `请今天审核：${count}件已过审核期限，${counts}，最久的超${over}个工作日`,
    extended: (task: string, day: string, was: string) => `延期已同意：${task}，现定${day}，原定${was}`, extendedThen: (task: string, day: string, now: string) => `延期已同意：${task}，当时延到${day}，现定${now}`, notExtended: (task: string, day: string, isPast: boolean) => `延期未同意：${task}，${isPast ? `应于${day}完成，已逾期` : `仍于${day}到期`}`,
    upheld: (task: string) => `异议成立：${task}`, struck: (task: string) => `异议成立：${task}，代录已作废`, dismissed: (task: string) => `异议不成立：${task}`,
    left: (task: string) => `已确认不由贵单位负责：${task}，不用再报`, passed: (task: string, to: string) => `已改派${to}：${task}，不用再报`, mended: (task: string) => `有出入已处理：${task}`, kept: (task: string) => `仍由贵单位负责：${task}`,
    claimed: (said: string) => `申请办结：${said}`, accepted: (task: string) => `已同意办结：${task}，不用再报`, partAccepted: (task: string) => `已同意办结：${task}，贵单位的部分不用再报`,
    ended: (what: string, task: string, why: string) => `${what}不再处理：${task}，${why}`,
    why: { passed: '已不由贵单位承担', 'taken-in': '贵单位在这项任务里的分工已变，仍需要的请重新提出', 'as-one': '单位合并后同类的只留一件；情况不同的请重新提出', withdrawn: '任务已撤销，不用再办', 'struck-off': '任务已销号', done: '任务已办结', dated: '任务已有时限，不用再定节点' }, to: (to: string) => `已改派${to}`,
    by: (words_: string) => `督查室：${words_}`, undone: '督查室已收回这项裁定',
    received: (task: string, from: string, part: string) => `请接手：${task}，改由贵单位${part}，原由${from}承担`, due: '时限：', last: '最近填报：', open: '看任务',
    paused: (task: string, until: string) => `已暂缓：${task}${until}，恢复前不用报`, until: (day: string) => `，拟${day}再看`, resumed: (task: string, since = '') => `已恢复办理：${task}${since}，请继续`, since: (day: string) => `（${day}暂缓）`,
    pauseEnds: (task: string, day: string) => `暂缓到期：${task}，原定${day}再看，请恢复或再暂缓`, resume: '恢复', pauseAgain: '再暂缓', restsOn: (task: string) => `${task} · 已再暂缓`,
    recorded: (task: string, said: string, who: string) => `督查室已代录：${task}，${said}（${who}），无误不用回复`, notSo: '有异议', change: '改节点',
    helpWanted: (task: string, a: string) => `需要协调：${task}，${a}提出`, coordination: (task: string, a: string, b: string) => `两家互指：${task}，${a}与${b}`, settled: (task: string, on: string) => `${task} · ${on}已处理协调事项`, over: '已不再互指',
  },
  en: {
    waits: (count: number, counts: string) => `${count} to review: ${counts}`, review: 'Review', none: 'all reviewed', queue: 'The queue', here: 'All that was told of here is dealt with', hereStill: (waits: string) => `All that was told of here is dealt with; ${waits}`, late: (count: number, counts: string, over: number) => `Review today: ${count} past the day their review was due, ${counts}, the longest by ${over} working ${over === 1 ? 'day' : 'days'}`,
    extended: (task: string, day: string, was: string) => `Later date granted: ${task}, now ${day}, first ${was}`, extendedThen: (task: string, day: string, now: string) => `Later date granted: ${task}, then to ${day}, now ${now}`, notExtended: (task: string, day: string, isPast: boolean) => `Later date not granted: ${task}, ${isPast ? `was due ${day} and is overdue` : `still due ${day}`}`,
    upheld: (task: string) => `Objection upheld: ${task}`, struck: (task: string) => `Objection upheld: ${task}, what was recorded is struck`, dismissed: (task: string) => `Objection dismissed: ${task}`,
    left: (task: string) => `Confirmed, not your part: ${task}, no report is needed`, passed: (task: string, to: string) => `Passed to ${to}: ${task}, no report is needed`, mended: (task: string) => `Put right: ${task}`, kept: (task: string) => `It stays your part: ${task}`,
    claimed: (said: string) => `said to be done: ${said}`, accepted: (task: string) => `Agreed to be done: ${task}, no report is needed`, partAccepted: (task: string) => `Agreed to be done: ${task}, your part needs no more reports`,
    ended: (what: string, task: string, why: string) => `The ${what} is closed: ${task}, ${why}`,
    why: { passed: 'no longer your part', 'taken-in': 'your part in this task has changed; ask again if it still holds', 'as-one': 'two units became one and one of a kind stays; ask again if yours differs', withdrawn: 'the task is withdrawn', 'struck-off': 'the task is off the register', done: 'the task is done', dated: 'the task has a date now and needs no milestones' }, to: (to: string) => `passed to ${to}`,
    by: (words_: string) => `The secretary: ${words_}`, undone: 'the ruling was taken back',
    received: (task: string, from: string, part: string) => `Take over: ${task}, now your part (${part}), before that ${from}'s`, due: 'Due: ', last: 'Last report: ', open: 'The task',
    paused: (task: string, until: string) => `Paused: ${task}${until}, no report is needed until it is resumed`, until: (day: string) => `, to be looked at ${day}`, resumed: (task: string, since = '') => `Resumed: ${task}${since}, please go on`, since: (day: string) => ` (paused ${day})`,
    pauseEnds: (task: string, day: string) => `Pause to be looked at: ${task}, set for ${day}; resume it or pause it anew`, resume: 'Resume', pauseAgain: 'Pause anew', restsOn: (task: string) => `${task} · paused anew`,
    recorded: (task: string, said: string, who: string) => `Recorded for your unit: ${task}, ${said} (${who}); no answer is needed if that is so`, notSo: 'Not so', change: 'Change milestones',
    helpWanted: (task: string, a: string) => `Needs help: ${task}, ${a}`, coordination: (task: string, a: string, b: string) => `Each names the other: ${task}, ${a} and ${b}`, settled: (task: string, on: string) => `${task} · settled ${on}`, over: 'no longer so',
  },
} satisfies Record<Lang, unknown>

const partWords = { zh: { lead: '牵头', support: '配合', responsible: '负责' }, en: { lead: 'lead', support: 'supporting', responsible: 'responsible' } } as const

const owed = (say: string, below: readonly Rich[], actions: readonly Action[] = []): Drawn => ({
  say, row: { line: below.reduce((line, next) => rich`${line}\n${next}`, rich`${say}`), ...(actions.length === 0 ? {} : { actions }) }, isSettled: false,
})
const settled = (say: string): Drawn => ({ say, row: { line: rich`✅ ${say}` }, isSettled: true })

const seeTask = ({ view, lang }: Drawing, notice: RulingNotice): Action => ({ label: words[lang].open, says: saysOf(words[lang].open, named({ view, lang }, notice.task), lang), run: ways.task({ plan: view.plan.id, number: notice.task }) })

/** 待审N件: all that waits for a decision in all plans, as Home has it. Settled once of what units ask nothing waits; completions and milestones have lines of their own. */
export function queueWaitsLine(drawings: readonly Drawing[], views: readonly View[] = drawings.map(({ view }) => view)): Drawn {
  const lang = drawings[0]?.lang ?? 'zh'
  const w = words[lang]
  const isAsked = ({ kind }: QueueItem): boolean => kind === 'extension' || kind === 'objection' || kind === 'part-question' || kind === 'coordination'
  const waiting = queue(views).filter(isToDecide)
  const say = w.waits(waiting.length, queueCountWords(queueCounts(waiting), lang))
  if (waiting.some(isAsked)) return owed(say, [], [{ label: w.review, says: cutTo(say, 70), run: ways.queue() }])
  const done = settled(waiting.length === 0 ? w.here : w.hereStill(say))
  // The button says what waits, whatever comes after.
  return { ...done, row: { ...done.row, beside: { label: w.queue, run: ways.queue() } } }
}

/** What was to be reviewed by now, of all plans that the message tells of. */
export function reviewsOverdueLine(drawings: readonly Drawing[]): Drawn {
  const lang = drawings[0]?.lang ?? 'zh'
  const w = words[lang]
  const late = drawings.flatMap(({ view }) => queue([view]).flatMap((item) => {
    const over = item.kind === 'claim' || item.kind === 'milestones' ? -view.calendar.workingDaysUntil(item.reviewBy, view.today) : 0
    return over > 0 ? [{ item, over }] : []
  }))
  const [first] = late.toSorted((a, b) => b.over - a.over)
  if (first === undefined) return settled(lang === 'zh' ? `过期待审${w.none}` : `Overdue reviews: ${w.none}`)
  const say = w.late(late.length, queueCountWords(queueCounts(late.map(({ item }) => item)), lang), Math.max(...late.map(({ over }) => over)))
  return owed(say, [], [{ label: w.review, says: cutTo(say, 70), run: ways.queueAt(first.item.key) }])
}

export function rulingLine(notice: RulingNotice, drawing: Drawing): Drawn {
  switch (notice.kind) {
    case 'ruled':
      return ruledLine(notice, drawing)
    case 'accepted':
      return acceptedLine(notice, drawing)
    case 'ended':
      return endedLine(notice, drawing)
    case 'part-received':
      return receivedLine(notice, drawing)
    case 'course-changed':
      return courseLine(notice, drawing)
    case 'pause-ends':
      return pauseEndsLine(notice, drawing)
    case 'recorded-for':
      return recordedLine(notice, drawing)
    case 'coordination-waits':
      return coordinationLine(notice, drawing)
  }
}

type Of<Kind extends RulingNotice['kind']> = Extract<RulingNotice, { kind: Kind }>

/** Where a part passed on, what was said of it is with the former part. */
function voiceIn({ plan }: View, { task, part, speaker }: { task: RulingNotice['task']; part: UnitId; speaker: UnitId }): { voice: Member; passedTo?: UnitId } {
  const now = plan.assignments.get(keyOf(task, part))
  const former = plan.amended.formerParts.get(keyOf(task, part))
  const of = (assignment: Assignment): Member => standingOf(assignment, speaker === part ? undefined : speaker)
  if (former?.passed !== undefined) return { voice: of(former.assignment), passedTo: former.passed.to }
  const standing = now ?? former?.assignment
  return { voice: standing === undefined ? {} : of(standing) }
}

function ruledLine(notice: Of<'ruled'>, drawing: Drawing): Drawn {
  const { view, directory, lang } = drawing
  const w = words[lang]
  const task = named(drawing, notice.task)
  const { voice: { extension, objection, question }, passedTo } = voiceIn(view, notice)
  const said = (ruling: { words: string }): Rich[] => (ruling.words.trim() === '' ? [] : [rich`${w.by(cutTo(ruling.words, 300))}`])
  // Another may have been asked since: what was ruled on this one stands.
  const asked = { extension: petitionAt(extension, notice.askedAt), objection: petitionAt(objection, notice.askedAt), 'part-question': petitionAt(question, notice.askedAt) }
  const ruling = asked[notice.what]?.ruling
  if (ruling === undefined) return settled(`${task} · ${w.undone}`)
  const sentence = (): string => {
    if (notice.what === 'extension') return asked.extension === undefined ? task : extensionSentence(asked.extension, ruling.granted, notice, drawing)
    if (notice.what === 'objection') return ruling.granted ? (asked.objection?.struck === true ? w.struck(task) : w.upheld(task)) : w.dismissed(task)
    if (!ruling.granted) return w.kept(task)
    if (asked['part-question']?.about === 'content') return w.mended(task)
    return passedTo === undefined ? w.left(task) : w.passed(task, unitName(directory, passedTo))
  }
  return owed(sentence(), said(ruling), passedTo === undefined ? [seeTask(drawing, notice)] : [])
}

/** Opened again, or taken back since: it is no longer so. */
function acceptedLine(notice: Of<'accepted'>, drawing: Drawing): Drawn {
  const { view, lang } = drawing
  const w = words[lang]
  const task = named(drawing, notice.task)
  const part = view.plan.assignments.get(keyOf(notice.task, notice.part))
  const isDone = part?.status === 'accepted' || (part !== undefined && standingOf(part, notice.speaker === notice.part ? undefined : notice.speaker).accepted !== undefined)
  if (!isDone) return settled(`${task} · ${w.undone}`)
  const answers = notice.speaker === notice.part && answering(view, notice.task)?.unit === notice.part
  return owed(answers ? w.accepted(task) : w.partAccepted(task), [], [seeTask(drawing, notice)])
}

/** The date may have moved since, by another ruling or by the secretary: it is said as it stands. */
function extensionSentence({ from, granted = from }: Extension, isGranted: boolean, { task: no }: Of<'ruled'>, drawing: Drawing): string {
  const { view: { plan, today }, lang } = drawing
  const [w, task] = [words[lang], named(drawing, no)]
  const due = plan.tasks.get(no)?.due
  const stands = due?.kind === 'dated' ? due.day : undefined
  const on = (day: Day): string => dayWords(day, lang, today)
  if (!isGranted) return w.notExtended(task, on(stands ?? from), (stands ?? from) < today)
  return stands === undefined || stands === granted ? w.extended(task, on(granted), on(from)) : w.extendedThen(task, on(granted), on(stands))
}

/** Nobody ruled on it: why it waits no more. */
function endedLine({ task: no, what, askedAt }: Of<'ended'>, drawing: Drawing): Drawn {
  const { view: { plan }, directory, lang } = drawing
  const w = words[lang]
  const ending = [...plan.endings.values()].find(({ waited }) => waited.task === no && waited.what === what && waited.at === askedAt)
  const task = named(drawing, no)
  if (ending === undefined) return settled(`${task} · ${w.undone}`)
  const name = waitingName(what, lang)
  return owed(w.ended(name, task, ending.to === undefined ? w.why[ending.why] : w.to(unitName(directory, ending.to))), [])
}

/** All that the unit needs to begin: by when, the last word of whoever had it, what the secretary said. */
function receivedLine(notice: Of<'part-received'>, drawing: Drawing): Drawn {
  const { view, directory, lang } = drawing
  const w = words[lang]
  const card = taskCard(view, notice.task)
  const part = partOf(view, notice.task, notice.part)
  const task = named(drawing, notice.task)
  if (card === undefined || part === undefined) return settled(task)
  const former = view.plan.amended.formerParts.get(keyOf(notice.task, notice.from))?.assignment
  const said = former?.question?.ruling?.words ?? ''
  return owed(w.received(task, unitName(directory, notice.from), partWords[lang][part.part]), [
    rich`${w.due}${dueWords(card.due, card.doneBy, lang, view.today)}`,
    ...(former?.report === undefined ? [] : [rich`${w.last}${cutTo(plain(reportWords(former.report, lang)), 120)}`]),
    ...(said === '' ? [] : [rich`${w.by(cutTo(said, 200))}`]),
  ], [seeTask(drawing, notice)])
}

function courseLine(notice: Of<'course-changed'>, drawing: Drawing): Drawn {
  const { view, lang } = drawing
  const w = words[lang]
  const task = named(drawing, notice.task)
  const { paused, resumed } = view.plan.tasks.get(notice.task)?.course ?? {}
  if (notice.course === 'paused') {
    if (paused?.on !== notice.on) return settled(w.resumed(task))
    return owed(w.paused(task, paused.until === undefined ? '' : w.until(dayWords(paused.until, lang, view.today))), [rich`${w.by(cutTo(paused.reason, 200))}`])
  }
  const said = resumed?.words ?? ''
  return owed(w.resumed(task, resumed === undefined ? '' : w.since(shortDay(resumed.pausedOn, lang, view.today))), said === '' ? [] : [rich`${w.by(cutTo(said, 200))}`], [seeTask(drawing, notice)])
}

function pauseEndsLine(notice: Of<'pause-ends'>, drawing: Drawing): Drawn {
  const { view, lang } = drawing
  const w = words[lang]
  const task = named(drawing, notice.task)
  const { paused } = view.plan.tasks.get(notice.task)?.course ?? {}
  if (paused === undefined) return settled(w.resumed(task))
  if (paused.until !== notice.until) return settled(w.restsOn(task))
  const ref = { plan: view.plan.id, number: notice.task }
  return owed(w.pauseEnds(task, dayWords(notice.until, lang, view.today)), [rich`${cutTo(paused.reason, 200)}`], [
    { label: w.resume, says: saysOf(w.resume, task, lang), run: ways.course(ref, 'resume') }, { label: w.pauseAgain, says: saysOf(w.pauseAgain, task, lang), run: ways.course(ref, 'pause') },
  ])
}

function recordedLine(notice: Of<'recorded-for'>, drawing: Drawing): Drawn {
  const { view, lang } = drawing
  const w = words[lang]
  const task = named(drawing, notice.task)
  const { report, claim } = voiceIn(view, notice).voice
  const milestone = milestoneRecordedAt(view.plan, notice.task, notice.at)
  const onBehalf = milestone?.said.onBehalf ?? (claim?.at === notice.at ? claim.onBehalf : report?.at === notice.at ? report.onBehalf : undefined)
  if (onBehalf === undefined) return settled(task)
  const { who, on, how } = onBehalf
  const said = milestone !== undefined ? cutTo(milestoneSaid(milestone, drawing), 80) : claim?.at === notice.at ? cutTo(w.claimed(claim.words), 80) : report === undefined ? '' : cutTo(plain(reportWords(without(report, 'onBehalf'), lang)), 80)
  return owed(w.recorded(task, said, `${who}${lang === 'zh' ? '' : ', '}${shortDay(on, lang, view.today)}${lang === 'zh' ? '' : ', '}${how}`), [], [notSoAction(milestone, notice, drawing), seeTask(drawing, notice)])
}

const milestoneSaid = (recorded: MilestoneRecorded, { view, lang }: Drawing): string =>
  recorded.kind === 'reached' ? reachedWords(recorded.what, without(recorded.said, 'onBehalf'), lang) : proposedWords(without(recorded.said, 'onBehalf'), lang, view.today)

/** A year's milestones are changed by the unit's own; anything else that was recorded is objected to. */
function notSoAction(milestone: MilestoneRecorded | undefined, notice: Of<'recorded-for'>, { view, lang }: Drawing): Action {
  const task = { plan: view.plan.id, number: notice.task }
  if (milestone?.kind === 'proposed') return { label: words[lang].change, run: ways.ownMilestones(task, milestone.year) }
  return { label: words[lang].notSo, run: ways.object(task, 'record', milestone === undefined ? undefined : notice.at) }
}

function coordinationLine(notice: Of<'coordination-waits'>, drawing: Drawing): Drawn {
  const { view, directory, lang } = drawing
  const w = words[lang]
  const task = named(drawing, notice.task)
  const of = [notice.one, ...(notice.other === undefined ? [] : [notice.other])]
  const isMeant = (units: readonly UnitId[]): boolean => units.length === of.length && of.every((unit) => units.includes(unit))
  const found = coordinations(view, notice.task).find(({ units }) => isMeant(units))
  const { coordinated = [], handedUp = [] } = view.plan.tasks.get(notice.task)?.course ?? {}
  const last = coordinated.findLast(({ units }) => isMeant(units))?.on ?? handedUp.findLast(({ units }) => isMeant(units))?.decided?.on
  if (found === undefined) return settled(last === undefined ? `${task} · ${w.over}` : w.settled(task, shortDay(last, lang, view.today)))
  const names = of.map((unit) => unitName(directory, unit))
  const [one = '', other = ''] = names
  const say = found.isMutual ? w.coordination(task, one, other) : w.helpWanted(task, one)
  const ref = { plan: view.plan.id, number: notice.task }
  const args = { task: taskRef(ref) }
  const up = found.handedUp === undefined ? [{ label: lang === 'zh' ? '上报协调' : 'Hand it up', says: saysOf(lang === 'zh' ? '上报协调' : 'Hand it up', task, lang), run: ways.handUp(ref, found.units) }] : []
  return owed(say, found.quotes.map(({ unit, words: said }) => rich`${unitName(directory, unit)}${colon[lang]}“${cutTo(said, 120)}”`), [
    { label: lang === 'zh' ? '处理' : 'Settle', says: cutTo(say, 70), run: { command: 'settle-coordination', args: { ...args, one: notice.one, ...(notice.other === undefined ? {} : { other: notice.other }) } } },
    ...up,
    { label: lang === 'zh' ? '安排调度' : 'Schedule a review', says: saysOf(lang === 'zh' ? '安排调度' : 'Schedule a review', task, lang), run: { command: 'review', args: { ...args, schedule: true } } },
  ])
}
