// What a contact is shown of their own report once it is recorded, or of a version of it.
import type { Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import { notOpen, standingOf, type Report } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { saysNotOurs } from '#src/ledger/part-question.ts'
import type { Card } from '#templates/card.ts'
import { concreteQuestion } from '#src/queries/concrete-question.ts'
import { lateFor } from '#src/queries/answers-to.ts'
import { untilFor } from '#src/queries/round.ts'
import { saysAllDone } from '#src/reader/said-report.ts'
import { putRight } from '#src/queries/put-right.ts'
import { questionFor } from '#src/queries/round-question.ts'
import { reportRecorded } from '#templates/report-recorded.ts'
import { spokenFor } from '#templates/spoken-for.ts'
import { speakerFor, type OwnTask } from './own-task.ts'
import { shownTask } from './task.ts'
import { viewOf } from './view-of.ts'

/** Where it was taken back meanwhile, the task as it stands: the act was delivered a second time. */
export function recordedReport(own: OwnTask, desk: Desk): Card {
  const { report, ...voice } = own.voice()
  if (report === undefined) return shownTask(desk, own.plan, own.task)
  const [before] = report.reason === undefined ? [] : putRight({ report, ...voice })
  const question = report.correctedOn === undefined ? concreteQuestion(viewOf(desk, own.plan), own.task, { report, ...voice }) : undefined
  const view = viewOf(desk, own.plan)
  const late = report.correctedOn === undefined ? lateFor(view, own.whole(), own.part.member ?? own.part.unit, report) : undefined
  const ofRound = questionFor(view, own.whole(), own.part.member ?? own.part.unit)
  return spokenFor(reportRecorded({ task: own.card(), report, time: desk.calendar.timeAt(report.at, own.plan.zone), before, ...(late === undefined ? {} : { late: { round: late, until: untilFor(late, own.part.member ?? own.part.unit) } }), question, isToClaim: isToClaim(report, own), disownedOn: saysNotOurs(voice.question) ? voice.question.on : undefined, ofRound, ofOne: ofOneAmong(own, desk) }, desk.lang), speakerFor(own))
}

/** What is done by its own words is asked about until it is claimed. */
function isToClaim({ state, progress, done = '' }: Report, { taken, card, voice }: OwnTask): boolean {
  return state === 'normal' && (progress === 100 || saysAllDone(done)) && taken() === undefined && voice().claim === undefined && card().course.paused === undefined
}

/** Whoever speaks for several members of a group is told for which it was. */
function ofOneAmong({ part: { unit, member }, whole }: OwnTask, { asker, directory, today }: Desk): { unit: string; others: string[] } | undefined {
  const own = asker === undefined || member === undefined ? [] : (directory.units.get(unit)?.members ?? []).filter((each) => unitsAnsweredBy(asker).includes(each))
  if (member === undefined || own.length < 2) return undefined
  const isToReport = (each: UnitId): boolean => each !== member && notOpen(whole(), each) === undefined && standingOf(whole(), each).report?.on !== today
  return { unit: unitName(directory, member), others: own.filter(isToReport).map((each) => unitName(directory, each)) }
}
