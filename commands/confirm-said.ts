// 确认, typed: what was read out of the asker's last plain reply of today is recorded, as pressing its first button would.
import { z } from 'zod'
import { answered, command, type Answer, type Command, type Desk } from '#src/command.ts'
import type { Remark } from '#src/ledger/remark.ts'
import { saidReading } from '#src/reader/said-reading.ts'
import { tasksSaid } from '#src/reader/said-report.ts'
import { nothingToConfirm } from '#templates/said-echo.ts'
import { claim } from './claim.ts'
import { claimForm } from './claim-form.ts'
import { correctReport } from './correct-report.ts'
import { extend } from './extend.ts'
import { notOurs } from './not-ours.ts'
import { object } from './object.ts'
import { isOwnTap } from './own-tap.ts'
import { ownTask, type OwnTask } from './own-task.ts'
import { reportForm } from './report-form.ts'
import { figuresOf, isMore } from './said-figures.ts'
import { echoOf, said } from './said.ts'
import { taskName } from './task-argument.ts'

export const confirmSaid = command({
  name: { zh: '确认', en: 'confirm' },
  also: ['确定', '是的'],
  unfollowed: ['确认', 'confirm', '确定', '是的'],
  usage: { zh: '确认（几项都等着：确认 12）', en: 'confirm (of several that wait: confirm 12)' },
  about: { zh: '确认刚才从您的话里读出的填报', en: 'record what was read out of your last words' },
  then: { zh: '按读出的内容记为填报，10分钟内可撤销。', en: 'It is recorded as a report, which can be taken back within 10 minutes.' },
  group: 'report',
  may: 'report',
  /** `task`: only what was said of that one. */
  args: z.object({ task: z.string().max(40).optional() }),
  typed: ([task]) => (task === undefined ? {} : { task }),
  async run({ task }, desk): Promise<Answer> {
    const last = lastWaiting(desk, task)
    if (last === undefined) return answered(nothingToConfirm(desk.lang))
    const echo = echoOf(last.own, last.remark.words, desk)
    const [first] = echo.actions ?? []
    // Of two readings nobody has chosen one: they are shown again.
    const door = first?.style === 'primary' ? doors.find(({ name }) => name.en === first.run.command) : undefined
    const answer = door === undefined || first === undefined ? answered(echo) : await door.handle(first.run.args, desk)
    return answer.kind === 'args-refused' ? answered(nothingToConfirm(desk.lang)) : answer
  },
})

/** Where the first button of an echo leads. */
const doors: readonly Command[] = [said, extend, notOurs, object, correctReport, reportForm, claim, claimForm]

/** The last of today's words that offered something to confirm; undefined once it was answered: older words have had their turn. */
function lastWaiting(desk: Desk, task: string | undefined): { own: OwnTask; remark: Remark } | undefined {
  const named = task === undefined ? [] : tasksSaid(task)
  const isMeant = ({ plan, task: no }: OwnTask): boolean => task === undefined || named.some((one) => one.number === no && (one.plan === undefined || one.plan === plan.id))
  const offering = writtenToday(desk).filter(({ own, remark }) => isMeant(own) && saidReading(remark.words, remark.on, own.task).first !== 'remark')
  const last = offering.toSorted((a, b) => (a.remark.at < b.remark.at ? 1 : -1))[0]
  return last === undefined || isAnswered(last.own, last.remark, desk) ? undefined : last
}

/** In every part that the asker may report on. */
export function writtenToday(desk: Desk): { own: OwnTask; remark: Remark }[] {
  const isTheirs = ({ by, on }: Remark): boolean => by === desk.asker?.id && on === desk.today
  return [...desk.plans.values()].flatMap((plan) => [...plan.assignments.values()].flatMap((part) => {
    const isMeant = [part, ...part.byMember.values()].some(({ remarks = [] }) => remarks.some(isTheirs))
    const found = isMeant ? ownTask(desk, taskName(plan.id, part.task), part.unit) : undefined
    return found?.ok === true ? found.own.remarks().filter(isTheirs).map((remark) => ({ own: found.own, remark })) : []
  }))
}

function isAnswered(own: OwnTask, remark: Remark, desk: Desk): boolean {
  const { report, extension, question, objection } = own.voice()
  const since = [extension, question, objection].some((asked) => asked !== undefined && asked.at >= remark.at)
  return since || (report !== undefined && report.at >= remark.at && !(isOwnTap(report, desk) && saysMore(own, remark)))
}

/** Words that were confirmed and said 正常推进 alone are answered by it. */
function saysMore(own: OwnTask, { words, on }: Remark): boolean {
  const { first, report } = saidReading(words, on, own.task)
  return first !== 'report' || report === undefined || isMore(figuresOf(report))
}
