// 待审, one after the other in one message: the first thing that waits, with all that is needed to decide it, and how many are left.
import type { Day } from '#src/calendar/day.ts'
import type { QueueFacts } from '#src/queries/queue-facts.ts'
import { isToDecide, type QueueItem } from '#src/queries/queue.ts'
import type { Card, Lang, Section } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, dueWords, shortDay } from './day-words.ts'
import { yearIsPast } from './milestone-review.ts'
import { hollowWords, queueCountWords, queueKindName } from './queue-words.ts'
import { queueActions } from './queue-actions.ts'
import { lightAndWhy } from './light-words.ts'
import { behalfWords, lateWord, reportWords } from './report-words.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { numberOf } from './task-line.ts'
import { taskRef, ways } from './ways.ts'
import { wordsAction } from './words-said.ts'

/** `left`, `counts`: what is to be decided besides; `toKnow`: what is only to be read. `decided`: what has just become of the one before. */
export type QueueShown = { facts: QueueFacts; left: number; toKnow: number; counts: Parameters<typeof queueCountWords>[0]; decided?: readonly Rich[]; today: Day }

const textAtMost = 220
/** Of a group, so many are listed. */
const lateShown = 10
const words = {
  zh: {
    head: (kind: string, task: string) => `待审：${kind} · ${task}`, left: (left: number, counts: string) => `还有${left}件要审 · ${counts}`, last: '这是最后一件要审的', none: '没有要审的了', toKnow: (count: number) => `另有${count}件供知悉`,
    said: '方案原文', reports: '最近填报', noReport: (unit: string) => `${unit}还没有填报`, evidence: (count: number, names: string) => `佐证${count}件：${names}`, noEvidence: '没有附佐证（不强制）', due: '时限：', next: '下一件', skip: (task: number) => `先不处理第${task}项，看下一件`, open: '看任务',
  },
  en: {
    head: (kind: string, task: string) => `To review: ${kind} · ${task}`, left: (left: number, counts: string) => `${left} more to decide · ${counts}`, last: 'The last to decide', none: 'Nothing more to decide', toKnow: (count: number) => `${count} besides, for you to know`,
    said: "The plan's words", reports: 'Last reports', noReport: (unit: string) => `${unit} has not reported yet`, evidence: (count: number, names: string) => `${counted(count, 'piece of evidence', 'pieces of evidence')}: ${names}`, noEvidence: 'No evidence (none is required)', due: 'Due: ', next: 'Next one', skip: (task: number) => `Leave task ${task} for now, the next one`, open: 'The task',
  },
} satisfies Record<Lang, unknown>

export function queueCard({ facts, left, toKnow, counts, decided = [], today }: QueueShown, lang: Lang): Card {
  const w = words[lang]
  const { item, card } = facts
  const head = w.head(queueKindName[lang][item.kind], `${numberOf(card)} ${cutTo(card.title, 40)}`)
  const text = cutTo(card.text, textAtMost)
  return {
    text: decided.length === 0 ? head : plain(decided[0] ?? rich``),
    lines: [
      ...decided,
      rich`${strong(head)}`,
      ...askedLines(facts, lang, today),
      rich`${w.due}${dueWords(card.due, card.doneBy, lang, today)} · ${lightAndWhy(card.light, card.why, lang, today)}`,
    ],
    sections: [...(text === '' || text === `${card.title}。` ? [] : [{ heading: rich`${w.said}`, rows: [{ line: rich`${text}` }] }]), ...reportSection(facts, lang, today)],
    actions: [
      ...queueActions(facts, lang, today),
      ...(left + toKnow === 0 ? [] : [{ label: w.next, says: w.skip(card.number), run: ways.queue(item.key) }]),
      { label: w.open, says: lang === 'zh' ? `看第${card.number}项任务` : `Open task ${card.number}`, run: ways.task(card) },
      ...wordsAction(card, facts.longest, lang),
    ],
    footer: rich`${[left > 0 ? w.left(left, queueCountWords(counts, lang)) : isToDecide(item) ? w.last : w.none, ...(toKnow === 0 ? [] : [w.toKnow(toKnow)]), taskRef(card)].join(' · ')}`,
  }
}

/** Nothing waits, or nothing more. */
export function queueEmpty({ decided = [], skipped }: { decided?: readonly Rich[]; skipped: number }, lang: Lang): Card {
  const zh = lang === 'zh'
  const head = skipped === 0 ? (zh ? '待审已清：没有等您处理的。' : 'Nothing waits for you.') : zh ? `已到最后一件，跳过的${skipped}件还在等。` : `That was the last; ${skipped} that you passed over still wait.`
  return {
    text: decided.length === 0 ? head : plain(decided[0] ?? rich``),
    lines: [...decided, rich`${head}`],
    ...(skipped === 0 ? {} : { actions: [{ label: zh ? '从头再看' : 'From the first', run: ways.queue(), style: 'primary' as const }] }),
  }
}

function reportSection({ item, speaker, reports, hollow }: QueueFacts, lang: Lang, today: Day): Section[] {
  const w = words[lang]
  if (item.kind === 'coordination' || item.kind === 'milestones' || item.kind === 'late-report') return []
  const rows = reports.map((report, at) => ({ line: rich`${shortDay(report.on, lang, today)}${lateWord(report.late, lang)} ${reportWords(report, lang)}${at === 0 && hollow !== undefined ? ` 〔${hollowWords[lang][hollow]}〕` : ''}` }))
  return [{ heading: rich`${w.reports}`, rows: rows.length === 0 ? [{ line: rich`${w.noReport(speaker)}` }] : rows }]
}

/** Who asks for what, why, and what shows it. */
function askedLines(facts: QueueFacts, lang: Lang, today: Day): Rich[] {
  const { item, speaker, by, part } = facts
  const zh = lang === 'zh'
  const role = part === undefined ? '' : zh ? `(${part.part === 'lead' ? '牵头' : part.presumed ? '推定牵头' : part.part === 'support' ? '配合' : '责任'})` : ` (${part.presumed ? 'presumed lead' : part.part})`
  const who = zh ? rich`${strong(speaker)}${role}${by}` : rich`${strong(speaker)}${role}${by === '' ? '' : `, ${by}`}`
  const since = facts.since === undefined ? [] : [zh ? rich`⚠️ 之后又写(${shortDay(facts.since.on, lang, today)})：${cutTo(facts.since.words, 120)}` : rich`⚠️ Wrote since (${shortDay(facts.since.on, lang, today)}): ${cutTo(facts.since.words, 120)}`]
  return [...ofKind(item, facts, who, lang, today), ...since, ...evidenceLines(facts, lang)]
}

function evidenceLines({ item, evidence }: QueueFacts, lang: Lang): Rich[] {
  const w = words[lang]
  if (evidence.length > 0) return [rich`${w.evidence(evidence.length, evidence.map((name) => cutTo(name, 40)).slice(0, 5).join(lang === 'zh' ? '、' : ', '))}`]
  return item.kind === 'claim' ? [rich`${w.noEvidence}`] : []
}

/** Whose time it is now: the reviewer's, until when, and that it is over. @param stopped until when the unit's ran */
function reviewLine(by: Day, lang: Lang, today: Day, stopped?: string): Rich {
  const zh = lang === 'zh'
  const [until, before] = [dayWords(by, lang, today), stopped === undefined ? '' : `${stopped}${zh ? '；' : '; '}`]
  if (by < today) return zh ? rich`⚠️ ${before}审核应在${until}前完成，已超期。` : rich`⚠️ ${before}the review was due by ${until} and is overdue.`
  return zh ? rich`${before}现在是审核时间，请于${until}前审完。` : rich`${before}the review is due by ${until}.`
}

/** What granting does besides: nothing where the date is late enough by now; of a group, the date of all. @param members how many, of a group */
function grantingLines(due: Day, wanted: Day, members: number | undefined, lang: Lang, today: Day): Rich[] {
  const zh = lang === 'zh'
  if (wanted <= due) return [zh ? rich`现定时限已是${dayWords(due, lang, today)}，同意后时限不变。` : rich`The date is ${dayWords(due, lang, today)} by now: granting leaves it there.`]
  if (members === undefined) return []
  const day = dayWords(wanted, lang, today)
  return [zh ? rich`同意后，全部${members}家成员单位的时限都改到${day}；其中申请不晚于这天的，一并同意。` : rich`Granting moves the date to ${day} for all ${members} members; whoever of them asked for no later day is granted it too.`]
}

function ofKind(item: QueueItem, { card, part, quotes, late, leader, helper }: QueueFacts, who: Rich, lang: Lang, today: Day): Rich[] {
  const zh = lang === 'zh'
  const day = (at: Day): string => shortDay(at, lang, today)
  const full = (at: Day): string => dayWords(at, lang, today)
  switch (item.kind) {
    case 'claim': {
      const { claim, reviewBy } = item
      const behalf = claim.onBehalf === undefined ? '' : behalfWords(claim.onBehalf, lang)
      return [
        zh ? rich`${who} ${day(claim.on)}申请办结：${claim.words}${behalf}` : rich`${who} said on ${day(claim.on)} that it is done: ${claim.words}${behalf}`,
        reviewLine(reviewBy, lang, today, zh ? `单位计时到${day(claim.on)}为止` : `The unit's clock stopped on ${day(claim.on)}`),
      ]
    }
    case 'extension': {
      const { extension: { day: wanted, from, reason, on } } = item
      return [
        zh ? rich`${who} ${day(on)}申请延期：${full(from)} → ${strong(full(wanted))}` : rich`${who} asked on ${day(on)}: from ${full(from)} to ${strong(full(wanted))}`,
        zh ? rich`理由：${reason}` : rich`Why: ${reason}`,
        ...grantingLines(card.due.kind === 'dated' ? card.due.day : from, wanted, part?.group?.of, lang, today),
      ]
    }
    case 'objection': {
      const { objection: { about, against, words: said, on } } = item
      const what = zh ? { light: '对亮灯有异议', record: '对代录有异议', line: '对通报有异议' }[about] : { light: 'objects to the light', record: 'objects to what was recorded for it', line: 'objects to a line of the bulletin' }[about]
      return [
        zh ? rich`${who} ${day(on)}${what}：“${cutTo(against, 160)}”` : rich`${who} ${what} (${day(on)}): “${cutTo(against, 160)}”`,
        zh ? rich`理由：${said}` : rich`Why: ${said}`,
      ]
    }
    case 'part-question': {
      const { question: { about, words: said, should, on } } = item
      const what = zh ? { 'not-ours': '认为不是本单位负责', content: '认为内容有出入' }[about] : { 'not-ours': 'says that this is not its part', content: 'says that the line is not as it should be' }[about]
      return [
        zh ? rich`${who} ${day(on)}${what}${said === '' ? '' : rich`：${said}`}` : rich`${who} ${what} (${day(on)})${said === '' ? '' : rich`: ${said}`}`,
        ...(should === undefined ? [] : [zh ? rich`认为应是：${strong(should)}` : rich`It should be: ${strong(should)}`]),
        ...(about === 'not-ours' ? [zh ? rich`裁定之前不再催该单位。` : rich`Until this is ruled on the unit is not asked.`] : []),
      ]
    }
    case 'milestones':
      return [
        zh ? rich`${who} ${day(item.on)}报来${item.year}年节点${item.proposal.onBehalf === undefined ? '' : behalfWords(item.proposal.onBehalf, lang)}：` : rich`${who} proposed for ${item.year} (${day(item.on)})${item.proposal.onBehalf === undefined ? '' : behalfWords(item.proposal.onBehalf, lang)}:`,
        ...(item.reviewBy < today ? [reviewLine(item.reviewBy, lang, today)] : []),
        ...(item.isPast ? [rich`⚠️ ${yearIsPast(item.year, lang)}`] : []),
        ...item.proposal.milestones.map(({ what, by, shows }) => (zh ? rich`• ${day(by)}前：${what}${shows === undefined ? '' : `（看${shows}）`}` : rich`• by ${day(by)}: ${what}${shows === undefined ? '' : ` (seen by: ${shows})`}`)),
      ]
    case 'coordination':
      return [
        item.coordination.isMutual ? (zh ? rich`两家互指对方，只告诉督查室：` : rich`Each names the other; only you are told:`) : zh ? rich`${who}提出需要${helper ?? ''}协调，只告诉督查室：` : rich`${who} needs help${helper === undefined ? '' : ` of ${helper}`}; only you are told:`,
        ...quotes.map(({ name, words: said, on }) => (zh ? rich`${strong(name)}(${day(on)})：“${said}”` : rich`${strong(name)} (${day(on)}): “${said}”`)),
        ...(item.coordination.handedUp === undefined ? [] : [zh ? rich`⏳ ${day(item.coordination.handedUp.on)}已上报${leader}，等领导决定` : rich`⏳ Handed up to ${leader} on ${day(item.coordination.handedUp.on)}, who is to decide`]),
      ]
    case 'late-report': {
      const shown = late.slice(0, lateShown).map(({ name, report }) => rich`${day(report.on)} ${strong(name)}${lateWord(true, lang)}${reportWords(report, lang)}`)
      return [zh ? rich`截止后才报来，供知悉：` : rich`Came after the last day, for you to know:`, ...shown, ...(late.length > shown.length ? [zh ? rich`另有${late.length - shown.length}家，见任务全文` : rich`and ${late.length - shown.length} more, on the task`] : [])]
    }
    case 'correction': {
      const { report, was } = item
      return [
        zh ? rich`${who} ${day(item.on)}更正了${day(report.on)}的填报，供知悉。` : rich`${who} put the report of ${day(report.on)} right on ${day(item.on)}: for you to know.`,
        zh ? rich`更正前：${reportWords(was, lang)}` : rich`Before: ${reportWords(was, lang)}`,
        zh ? rich`更正后：${reportWords(report, lang)}${report.reason === undefined ? '' : `（${report.reason}）`}` : rich`Now: ${reportWords(report, lang)}${report.reason === undefined ? '' : ` (${report.reason})`}`,
      ]
    }
  }
}
