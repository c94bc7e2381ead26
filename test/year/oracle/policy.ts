// The numbers by which a plan's people are reminded, where its secretary set no others.
/** The policy's words: before a date, for a quarter and a round, for a month, for what somebody receives, before a body's window closes; then steps, bounds and hours. */
export const byDefault = {
  dueMarks: [30, 7, 3, 1, 0], progressMarks: [7, 1, 0], monthMarks: [3], handInMarks: [20, 10, 5, 2], reviewMarks: [3, 1, 0], cadenceMarks: [30, 10], cadenceEvery: 5, warnWorkingDays: 10,
  farOff: 8, overdueEvery: 5, headAfter: 5, leaderAfter: 10, reviewWithin: 5, queueAgain: 5, ruledTold: 10, amendedTold: 20, milestonesTold: 20, milestonesAskedAfter: 3, milestonesAskedUntil: 20,
  milestonesLeastLeft: 30, digestFrom: '09:00', quietUntil: '08:00', quietFrom: '20:00', digestLines: 7,
}
