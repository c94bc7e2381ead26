// The sentence of each notice: it begins with the verb and the date, so that a lock screen is enough to know.
import type { HandInStep } from '#src/reminders/policy.ts'
import type { Lang } from './card.ts'
import { counted } from './counted.ts'
import { nudgeWords } from './nudge-level.ts'

/** `later`: drawn again on another day than it was sent on: no 今天 and no count of days, which would be read as of now. */
type Tasked = { task: string; later?: boolean }

type NoticeWords = {
  dueSoon: (of: Tasked & { day: string; left: number }) => string
  overdue: (of: Tasked & { day: string; over: number }) => string
  progress: (of: Tasked & { day: string; quarter: string; left: number }) => string
  /** `round`: by its name; `day`: its last, which is not the task's own. */
  round: (of: Tasked & { round: string; day: string; left: number }) => string
  /** `over`: working days; 0 or less where it is not past. */
  occurrence: (of: { day: string; what: string; over: number; step?: HandInStep; receiver?: string; later?: boolean }) => string
  nudged: (of: Tasked & { by: string; times: number; day?: string; over: number }) => string
  returned: (of: Tasked & { reason: string }) => string
  /** Behind what is asked: a later day was asked for, and is not decided. */
  asksLater: (day: string) => string
  /** What is asked for is not the date any more. */
  /** What had been accepted is open again. */
  reopened: (of: Tasked & { reason: string }) => string
  submissionWaits: (of: { what: string; who: string; day: string; words: string }) => string
  claimWaiting: (of: Tasked & { unit: string; day: string; words: string }) => string
  cadence: (of: { body: string; facts: string }) => string
  /** Of a body that others call. */
  petition: (of: { body: string; facts: string }) => string
  petitioned: (day: string) => string
  meetingPassed: (of: { body: string; when: string }) => string
  meetingOff: (reason: string) => string
  meetingMoved: (when: string) => string
  requestWaits: (of: { body: string; topic: string; days: number }) => string
  requestTaken: (day: string) => string
  requestDeclined: (reason: string) => string
  review: (of: { day: string; kind: string; tasks: string }) => string
  reviewMoved: (of: { day: string; reason: string }) => string
  reviewOff: (of: { day: string; reason: string }) => string
  reviewCalledOff: (of: { day: string; kind: string; reason: string }) => string
  minutesIssued: (of: { name: string; day: string; count: number }) => string
  minutesWait: (of: { name: string; day: string }) => string
  minutesOut: (day: string) => string
  minutes: string
  look: string
  lookBack: (of: { day: string; kind: string; done: number; past: number }) => string
  lookedBack: string
  scheduleLookBack: string
  prepare: (words: string) => string
  uncontacted: (of: { units: string; count: number; tasks: number }) => string
  /** What stands instead of buttons. */
  answered: (of: { who: string; when: string; report: string }) => string
  claimed: (of: { who: string; when: string }) => string
  /** They say that it is not theirs. */
  disowned: (of: { who: string; when: string; should: string }) => string
  accepted: (day: string) => string
  /** A later date was asked for: it waits, or is granted. */
  extensionWaits: (day: string) => string
  extended: (day: string) => string
  sentBack: (of: { day: string; reason: string }) => string
  fulfilled: (of: { who: string; day: string }) => string
  submitted: (of: { who: string; day: string; receiver: string }) => string
  received: (of: { who: string; day: string }) => string
  submissionReturned: (of: { what: string; who: string; day: string; words: string }) => string
  hindered: (of: { who: string; day: string; words: string }) => string
  arranged: (when: string) => string
  held: (day: string) => string
  notHeld: (of: { day: string; reason: string }) => string
  closed: (of: { day: string; outcome: string; judged?: number; tasks: number }) => string
  contactNamed: string
  gone: string
  normal: string
  answer: string
  /** 未答 */
  unanswered: (question: string) => string
  difficulty: string
  completed: string
  later: string
  remindLater: string
  putOff: (day: string) => string
  notOurs: string
  accept: string
  sendBack: string
  prepareSeen: string
  nameContact: string
  all: string
}

export const noticeWords: Record<Lang, NoticeWords> = {
  zh: {
    dueSoon: ({ task, day, left, later }) => (later === true ? `请填报：${task}，${day}到期` : left <= 0 ? `请今天填报：${task}，${day}到期` : `请于${day}前填报：${task}，还有${left}个工作日到期`),
    overdue: ({ task, day, over, later }) => (later === true ? `请填报：${task}，应于${day}完成` : `请今天填报：${task}，应于${day}完成，已逾期${over}个工作日`),
    progress: ({ task, day, quarter, left, later }) => (later === true ? `请填报${quarter}进展：${task}，${day}截止` : left <= 0 ? `请今天填报${quarter}进展：${task}，${day}截止` : `请于${day}前填报${quarter}进展：${task}`),
    round: ({ task, round, day, left, later }) => (later === true ? `${left < 0 ? '请补报' : '请填报'}${round}：${task}，${day}${left < 0 ? '已' : ''}截止` : left < 0 ? `请今天补报${round}：${task}，${day}已截止` : left === 0 ? `请今天填报${round}：${task}，${day}截止` : `请于${day}前填报${round}：${task}`),
    occurrence: ({ day, what, over, step, receiver = '', later }) => {
      const isToday = over === 0 && later !== true
      if (over <= 0 && step !== undefined) return `${{ gather: '请开始备料', draft: '请起草', head: '请送负责人审', 'hand-in': isToday ? '请今天报送' : '请报送' }[step]}：${what}，${isToday ? `${day}到期，` : `${day}前`}报${receiver}`
      if (later === true) return `请办理：${what}，${over > 0 ? `应于${day}前完成` : `${day}到期`}`
      return over > 0 ? `请今天办理：${what}，应于${day}前完成，已逾期${over}个工作日` : isToday ? `请今天办理：${what}，${day}到期` : `请于${day}前办理：${what}`
    },
    nudged: ({ task, by, times, day, over, later }) => `${later === true ? '请填报' : '请今天填报'}：${task}${day === undefined ? '' : over > 0 ? `，应于${day}完成${later === true ? '' : `，已逾期${over}个工作日`}` : `，${day}到期`}（${nudgeWords({ by, times }, 'zh')}）`,
    asksLater: (day) => `，已申请延期到${day}，待审`,
    returned: ({ task, reason }) => `请补充后重新申请：${task}，办结申请被退回：${reason}`,
    reopened: ({ task, reason }) => `请继续办理：${task}，办结后又恢复办理：${reason}`,
    submissionWaits: ({ what, who, day, words }) => `请确认收到：${what}，${who}${day}已报送${words === '' ? '' : `：${words}`}`,
    claimWaiting: ({ task, unit, day, words }) => `请审核办结申请：${task}，${unit}${day}申请：${words}`,
    cadence: ({ body, facts }) => `请安排会议：${body}，${facts}`,
    petition: ({ body, facts }) => `请提请研究：${body}，${facts}`,
    petitioned: (day) => `${day}已申报议题，等对方答复`,
    requestWaits: ({ body, topic, days }) => `请登记答复：${body}，议题“${topic}”申报了${days}个工作日，还没有答复`,
    requestTaken: (day) => `已列入${day}的会`,
    requestDeclined: (reason) => `未列入（${reason}）`,
    meetingOff: (reason) => `已取消：${reason}`, meetingMoved: (when) => `改在${when}`,
    meetingPassed: ({ body, when }) => `请登记：${body}${when}的会议开过了吗？`,
    reviewMoved: ({ day, reason }) => `改期：原定${day}，${reason}`,
    reviewOff: ({ day, reason }) => `${day}取消：${reason}`,
    reviewCalledOff: ({ day, kind, reason }) => `不用准备了：${day}的${kind}取消，${reason}`,
    minutesIssued: ({ name, day, count }) => `会议纪要已印发：${name}(${day})，${count === 0 ? '没有议定事项' : `${count}项议定`}`, minutesWait: ({ name, day }) => `${name}${day}的会，纪要还没有印发`, minutesOut: (day) => `纪要已于${day}印发`, minutes: '纪要', look: '查看',
    lookBack: ({ day, kind, done, past }) => `请安排回头看：${day}${kind}要求整改的${done + past}项，${[...(done === 0 ? [] : [`已办结${done}项`]), ...(past === 0 ? [] : [`到期未办结${past}项`])].join('、')}`,
    lookedBack: '已安排回头看，或还在整改',
    scheduleLookBack: '安排回头看',
    review: ({ day, kind, tasks }) => `请为${day}的${kind}做准备：${tasks}`,
    prepare: (words) => `要求：${words}`,
    uncontacted: ({ units, count, tasks }) => `请指定联络员：${units}${count > 1 ? `共${count}个单位` : ''}没有联络员，${tasks}项任务的提醒发不到`,
    answered: ({ who, when, report }) => `${who} ${when} 已填报：${report}`,
    claimed: ({ who, when }) => `${who} ${when} 已申请办结，待督查室审核`,
    disowned: ({ who, when, should }) => `${who} ${when} 反映不是本单位负责${should === '' ? '' : `，应是${should}`}，待督查室核定`,
    accepted: (day) => `${day}已办结`,
    extensionWaits: (day) => `已申请延期到${day}，待督查室决定`, extended: (day) => `已同意延期到${day}`,
    sentBack: ({ day, reason }) => `${day}已退回：${reason}`,
    fulfilled: ({ who, day }) => `${who} ${day}已登记完成`,
    submitted: ({ who, day, receiver }) => `${who} ${day}已报送，待${receiver}确认收到`, received: ({ who, day }) => `${who} ${day}已确认收到`,
    submissionReturned: ({ what, who, day, words }) => `请补办后再报：${what}，${who}${day}退回：${words}`,
    hindered: ({ who, day, words }) => `${who} ${day}有困难：${words}`,
    arranged: (when) => `已安排：${when}`,
    held: (day) => `${day}登记：已召开`,
    notHeld: ({ day, reason }) => `${day}登记：未召开${reason === '' ? '' : `（${reason}）`}`,
    closed: ({ day, outcome, judged, tasks }) => `${day}登记结果：${outcome}${judged === undefined ? '' : `（共${tasks}项，认定${judged}项）`}`,
    contactNamed: '都已指定联络员', gone: '已不需要办理',
    normal: '正常推进', answer: '填写说明', unanswered: (question) => `未答：${question}`, difficulty: '有困难', completed: '已完成', later: '申请延期', remindLater: '稍后提醒', putOff: (day) => `${day}再提醒您`, notOurs: '不是我负责', accept: '同意办结', sendBack: '退回', prepareSeen: '看任务', nameContact: '指定联络员', all: '全部',
  },
  en: {
    dueSoon: ({ task, day, left, later }) => (later === true ? `Report on ${task}, due ${day}` : left <= 0 ? `Report today: ${task}, due ${day}` : `Report by ${day}: ${task}, ${left} working ${left === 1 ? 'day' : 'days'} left`),
    overdue: ({ task, day, over, later }) => (later === true ? `Report on ${task}, was due ${day}` : `Report today: ${task}, was due ${day}, ${over} working ${over === 1 ? 'day' : 'days'} overdue`),
    progress: ({ task, day, quarter, left, later }) => (later === true ? `Report on ${quarter}: ${task}, until ${day}` : left <= 0 ? `Report today on ${quarter}: ${task}, until ${day}` : `Report by ${day} on ${quarter}: ${task}`),
    round: ({ task, round, day, left, later }) => (later === true ? `Report for ${round}: ${task}, ${left < 0 ? 'it ended' : 'until'} ${day}` : left < 0 ? `Report today for ${round}: ${task}, it ended ${day}` : left === 0 ? `Report today for ${round}: ${task}, until ${day}` : `Report for ${round} by ${day}: ${task}`),
    occurrence: ({ day, what, over, step, receiver = '', later }) => {
      const isToday = over === 0 && later !== true
      if (over <= 0 && step !== undefined) return `${{ gather: 'Ask for inputs', draft: 'Draft it', head: 'Show it to the head', 'hand-in': isToday ? 'Hand it in today' : 'Hand it in' }[step]}: ${what}, to ${receiver} by ${day}`
      if (later === true) return over > 0 ? `To do: ${what}, was due ${day}` : `To do: ${what}, due ${day}`
      return over > 0 ? `Do today: ${what}, was due ${day}, ${over} working ${over === 1 ? 'day' : 'days'} overdue` : isToday ? `Do today: ${what}, due ${day}` : `Do by ${day}: ${what}`
    },
    nudged: ({ task, by, times, day, over, later }) => `${later === true ? 'Report on ' : 'Report today: '}${task}${day === undefined ? '' : over > 0 ? `, was due ${day}${later === true ? '' : `, ${over} working ${over === 1 ? 'day' : 'days'} overdue`}` : `, due ${day}`} (${nudgeWords({ by, times }, 'en')})`,
    asksLater: (day) => `; a later date was asked for (${day}), not decided`,
    returned: ({ task, reason }) => `Complete and claim again: ${task}, sent back: ${reason}`,
    reopened: ({ task, reason }) => `Go on with: ${task}, opened again: ${reason}`,
    submissionWaits: ({ what, who, day, words }) => `Confirm receipt: ${what}, submitted by ${who} on ${day}${words === '' ? '' : `: ${words}`}`,
    claimWaiting: ({ task, unit, day, words }) => `Review: ${task}, ${unit} said on ${day} that it is done: ${words}`,
    cadence: ({ body, facts }) => `Schedule a meeting: ${body}, ${facts}`,
    petition: ({ body, facts }) => `Request an item of ${body}: ${facts}`,
    petitioned: (day) => `requested on ${day}; waits for their answer`,
    requestWaits: ({ body, topic, days }) => `Record the answer: ${body} has had “${topic}” for ${counted(days, 'working day')}`,
    requestTaken: (day) => `on the agenda of ${day}`,
    requestDeclined: (reason) => `not taken (${reason})`,
    meetingOff: (reason) => `called off: ${reason}`, meetingMoved: (when) => `moved to ${when}`,
    meetingPassed: ({ body, when }) => `Record: was the meeting of ${body} on ${when} held?`,
    reviewMoved: ({ day, reason }) => `Moved: it was ${day}; ${reason}`,
    reviewOff: ({ day, reason }) => `called off ${day}: ${reason}`,
    reviewCalledOff: ({ day, kind, reason }) => `Nothing to prepare: the ${kind} on ${day} is called off; ${reason}`,
    minutesIssued: ({ name, day, count }) => `Minutes issued: ${name} (${day}), ${count} decided`, minutesWait: ({ name, day }) => `The minutes of ${name}, ${day}, are not issued`, minutesOut: (day) => `minutes issued ${day}`, minutes: 'Minutes', look: 'Open',
    lookBack: ({ day, kind, done, past }) => `Schedule a look back: of ${done + past} that the ${kind} of ${day} wanted put right, ${[...(done === 0 ? [] : [`${done} done`]), ...(past === 0 ? [] : [`${past} past the date`])].join(', ')}`,
    lookedBack: 'a look back is scheduled, or it is being put right',
    scheduleLookBack: 'Schedule a look back',
    review: ({ day, kind, tasks }) => `Prepare for the ${kind} on ${day}: ${tasks}`,
    prepare: (words) => `Wanted: ${words}`,
    uncontacted: ({ units, count, tasks }) => `Name contacts: ${units} ${count > 1 ? `(${count} units) have` : 'has'} none, reminders of ${tasks} tasks reach nobody`,
    answered: ({ who, when, report }) => `${who} reported ${when}: ${report}`,
    claimed: ({ who, when }) => `${who} said ${when} that it is done; waits for review`,
    disowned: ({ who, when, should }) => `${who} said ${when} that it is not theirs${should === '' ? '' : `, but ${should}’s`}; the secretary decides`,
    accepted: (day) => `accepted as done ${day}`,
    extensionWaits: (day) => `a later date asked for (${day}); waits for the secretary`, extended: (day) => `granted to ${day}`,
    sentBack: ({ day, reason }) => `sent back ${day}: ${reason}`,
    fulfilled: ({ who, day }) => `${who} recorded it as done ${day}`,
    submitted: ({ who, day, receiver }) => `${who} submitted it ${day}, waits for ${receiver} to confirm receipt`, received: ({ who, day }) => `${who} confirmed receipt ${day}`,
    submissionReturned: ({ what, who, day, words }) => `Submit again: ${what}, sent back by ${who} on ${day}: ${words}`,
    hindered: ({ who, day, words }) => `${who}, in difficulty ${day}: ${words}`,
    arranged: (when) => `scheduled: ${when}`,
    held: (day) => `recorded ${day}: held`,
    notHeld: ({ day, reason }) => `recorded ${day}: not held${reason === '' ? '' : ` (${reason})`}`,
    closed: ({ day, outcome, judged, tasks }) => `outcome recorded ${day}: ${outcome}${judged === undefined ? '' : ` (${judged} of ${tasks} tasks judged)`}`,
    contactNamed: 'contacts are named', gone: 'nothing is needed any more',
    normal: 'On track', answer: 'Answer', unanswered: (question) => `Not answered: ${question}`, difficulty: 'Difficulty', completed: 'Done', later: 'Ask for a later date', remindLater: 'Remind me later', putOff: (day) => `you are reminded again on ${day}`, notOurs: 'Not ours', accept: 'Accept', sendBack: 'Send back', prepareSeen: 'The task', nameContact: 'Name a contact', all: 'All',
  },
}
