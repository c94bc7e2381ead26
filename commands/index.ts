// Every chat command, one a line. Help, the manifest and the buttons are made from this list; its order is help's.
import type { Command } from '#src/command.ts'
import { acceptClaim } from './accept-claim.ts'
import { agenda } from './agenda.ts'
import { attendance } from './attendance.ts'
import { asOfOf } from './as-of.ts'
import { archivePlan, restorePlan } from './archive-plan.ts'
import { assign } from './assign.ts'
import { brief, wantBrief } from './brief.ts'
import { changes } from './changes.ts'
import { check } from './check.ts'
import { addEvidence } from './add-evidence.ts'
import { againOf } from './again.ts'
import { allNormal } from './all-normal.ts'
import { amend } from './amend.ts'
import { amended } from './amended.ts'
import { claimForm } from './claim-form.ts'
import { claim } from './claim.ts'
import { closeReview } from './close-review.ts'
import { confirmSaid } from './confirm-said.ts'
import { correctReport } from './correct-report.ts'
import { correct } from './correct.ts'
import { daysOff } from './days-off.ts'
import { deputy } from './deputy.ts'
import { difficulty } from './difficulty.ts'
import { doubts } from './doubts.ts'
import { duties } from './duties.ts'
import { extend } from './extend.ts'
import { endDeputy } from './end-deputy.ts'
import { evidence } from './evidence.ts'
import { fastForward } from './fast-forward.ts'
import { forwardOf } from './forward.ts'
import { find } from './find.ts'
import { fulfil } from './fulfil.ts'
import { handOut } from './hand-out.ts'
import { handoverSheetOf } from './handover-sheet.ts'
import { handover } from './handover.ts'
import { helpOf } from './help.ts'
import { history } from './history.ts'
import { hinder } from './hinder.ts'
import { importPlan } from './import-plan.ts'
import { excuseCadence } from './excuse-cadence.ts'
import { meetingHeld } from './meeting-held.ts'
import { declineRequest, takeRequest } from './answer-request.ts'
import { itemMoved, itemOff } from './others-item.ts'
import { requestAgenda } from './request-agenda.ts'
import { requestPaper } from './request-paper.ts'
import { body } from './body.ts'
import { meeting } from './meeting.ts'
import { attend } from './attend.ts'
import { calendarFile } from './calendar-file.ts'
import { cancelMeeting, changeMeeting } from './change-meeting.ts'
import { meetingNotice } from './meeting-notice.ts'
import { lastMeeting } from './last-meeting.ts'
import { minutes } from './minutes.ts'
import { resolve } from './resolve.ts'
import { milestones } from './milestones.ts'
import { mine } from './mine.ts'
import { noted } from './noted.ts'
import { notOurs } from './not-ours.ts'
import { nudge } from './nudge.ts'
import { people } from './people.ts'
import { cancelDaysOff, planDaysOff } from './plan-days-off.ts'
import { picture } from './picture.ts'
import { plan } from './plan.ts'
import { proposals } from './proposals.ts'
import { proposeAll } from './propose-all.ts'
import { reachMilestone } from './reach-milestone.ts'
import { receive } from './receive.ts'
import { returnSubmission } from './return-submission.ts'
import { reportForm } from './report-form.ts'
import { reminderSettings } from './reminder-settings.ts'
import { balance } from './balance.ts'
import { coordinationMeeting } from './coordination-meeting.ts'
import { handUp } from './hand-up.ts'
import { noteRead } from './note-read.ts'
import { confirmInstruction } from './confirm-instruction.ts'
import { instructOnBehalf } from './instruct-on-behalf.ts'
import { instruct } from './instruct.ts'
import { instructions } from './instructions.ts'
import { withdrawInstruction } from './withdraw-instruction.ts'
import { language } from './language.ts'
import { leaderNotes } from './leader-notes.ts'
import { snooze } from './snooze.ts'
import { remindersAhead } from './reminders-ahead.ts'
import { renameUnit } from './rename-unit.ts'
import { report } from './report.ts'
import { returnClaim } from './return-claim.ts'
import { reviewMilestones } from './review-milestones.ts'
import { inspect, lookBack, review } from './review.ts'
import { runReview } from './run-review.ts'
import { cancelReview, moveReview } from './change-review.ts'
import { round } from './round.ts'
import { said } from './said.ts'
import { sections } from './sections.ts'
import { setDue } from './set-due.ts'
import { setLead } from './set-lead.ts'
import { settle } from './settle.ts'
import { succeedUnit } from './succeed-unit.ts'
import { summary } from './summary.ts'
import { supplement } from './supplement.ts'
import { targets } from './targets.ts'
import { grantExtension } from './grant-extension.ts'
import { queue } from './queue.ts'
import { refuseExtension } from './refuse-extension.ts'
import { refuseQuestion } from './refuse-question.ts'
import { ruleObjection } from './rule-objection.ts'
import { settleCoordination } from './settle-coordination.ts'
import { upholdQuestion } from './uphold-question.ts'
import { object } from './object.ts'
import { onBehalf } from './on-behalf.ts'
import { pause } from './pause.ts'
import { resettle } from './resettle.ts'
import { resume } from './resume.ts'
import { strikeOff } from './strike-off.ts'
import { reopen } from './reopen.ts'
import { task } from './task.ts'
import { unassign } from './unassign.ts'
import { undo } from './undo.ts'
import { units } from './units.ts'
import { verifyLines } from './verify-lines.ts'
import { wholeMessage } from './whole-message.ts'
import { why } from './why.ts'
import { withdrawClaim } from './withdraw-claim.ts'

export const commands: readonly Command[] = [
  mine,
  wholeMessage,
  noted,
  report,
  difficulty,
  reportForm,
  claim,
  claimForm,
  withdrawClaim,
  allNormal,
  said,
  confirmSaid,
  verifyLines,
  notOurs,
  supplement,
  correctReport,
  undo,
  extend,
  snooze,
  object,
  evidence,
  addEvidence,
  duties,
  fulfil, hinder,
  receive, returnSubmission,
  summary,
  brief, wantBrief,
  changes,
  task,
  why,
  history,
  find,
  plan,
  milestones,
  proposeAll,
  reachMilestone,
  units,
  sections,
  picture,
  renameUnit,
  succeedUnit,
  people,
  language,
  assign,
  unassign,
  deputy,
  endDeputy,
  handover,
  handoverSheetOf(() => commands),
  body,
  meeting,
  changeMeeting,
  cancelMeeting,
  attend,
  calendarFile,
  meetingHeld,
  agenda, meetingNotice, attendance, resolve, minutes, lastMeeting,
  review, inspect, lookBack,
  excuseCadence,
  requestAgenda,
  takeRequest,
  declineRequest,
  itemOff, itemMoved,
  requestPaper,
  runReview, moveReview, cancelReview,
  closeReview,
  importPlan,
  check,
  correct,
  proposals,
  targets,
  amend,
  amended,
  doubts,
  settle,
  resettle,
  setLead,
  setDue,
  daysOff,
  reminderSettings,
  remindersAhead,
  balance,
  handOut,
  planDaysOff, cancelDaysOff,
  archivePlan,
  restorePlan,
  round,
  nudge,
  queue,
  onBehalf,
  acceptClaim,
  returnClaim,
  grantExtension,
  refuseExtension,
  upholdQuestion,
  refuseQuestion,
  ruleObjection,
  settleCoordination,
  leaderNotes,
  instruct, instructOnBehalf, instructions,
  confirmInstruction, withdrawInstruction,
  handUp, coordinationMeeting, noteRead,
  pause,
  resume,
  strikeOff,
  reopen,
  reviewMilestones,
  fastForward,
  asOfOf(() => commands),
  forwardOf(() => commands),
  againOf(() => commands),
  helpOf(() => commands),
]
