// Instructions as lines of a message: to the units, to the leader whose word or decision is needed, to whoever recorded or arranges it.
import type { Day } from '#src/calendar/day.ts'
import { unitName } from '#src/directory/directory.ts'
import { partOf } from '#src/queries/answering.ts'
import { answering } from '#src/queries/answering.ts'
import { decisionsOf } from '#src/queries/decisions-waiting.ts'
import { givenFacts } from '#src/queries/given.ts'
import { personName } from '#src/queries/person-name.ts'
import { handedUpWaiting } from '#src/ledger/handed-up.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { named, type Drawing } from './answered-line.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dueDayWords, shortDay } from './day-words.ts'
import { decidedWords } from './decided.ts'
import { decisionActions, decisionLines } from './decisions.ts'
import { givenBy, spokenWords } from './instruction-words.ts'
import { owed, settled, type NoticeLine } from './line-shapes.ts'
import { colon } from './quoted.ts'
import { plain, rich, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

type Of<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>

const words = {
  zh: {
    asked: (day: string, by: string, task: string) => `请于${day}前办理：${by} ${task}`, support: (lead: string, day: string, by: string, task: string) => `请配合${lead}于${day}前办理：${by} ${task}`, quote: (said: string, spoken: string) => `“${said}”${spoken}`, about: (task: string) => `关于：${task}`,
    open: '看任务', gone: '已不用办', confirmed: '已确认属实', withdrawn: (why: string) => `已收回：${why}`, disowned: (name: string, task: string, why: string) => `${name}说不是这样：${task}，${why}（已收回，已告诉单位）`,
    decided: (name: string, what: string) => `${name}${what}`, over: '已不用定', meeting: (name: string, task: string, units: string) => `请安排协调会：${name}定，${task}（${units}）`,
  },
  en: {
    asked: (day: string, by: string, task: string) => `Due ${day}: ${by}, ${task}`, support: (lead: string, day: string, by: string, task: string) => `Please support ${lead} by ${day}: ${by}, ${task}`, quote: (said: string, spoken: string) => `“${said}”${spoken}`, about: (task: string) => `About: ${task}`,
    open: 'The task', gone: 'not needed any more', confirmed: 'confirmed', withdrawn: (why: string) => `taken back: ${why}`, disowned: (name: string, task: string, why: string) => `${name} says it is not so: ${task}, ${why} (off the register; the units are told)`,
    decided: (name: string, what: string) => `${what} (${name})`, over: 'nothing to decide any more', meeting: (name: string, task: string, units: string) => `Arrange a meeting: ${name} decided so, ${task} (${units})`,
  },
} satisfies Record<Lang, unknown>

const quoteAtMost = 300

/** What is asked of a unit, and in whose words. Undefined where the task is no instruction. */
export function instructedWords(notice: Pick<Of<'instructed'>, 'task' | 'unit'>, drawing: Drawing): { say: string; below: Rich[] } | undefined {
  const { view, lang, directory } = drawing
  const w = words[lang]
  const task = view.plan.tasks.get(notice.task)
  const facts = task === undefined ? undefined : givenFacts(view, task)
  if (task === undefined || facts === undefined || task.due.kind !== 'dated') return undefined
  const day = dueDayWords(task.due.day, lang, view)
  const lead = answering(view, notice.task)
  const name = named(drawing, notice.task)
  const say = lead === undefined || lead.unit === notice.unit ? w.asked(day, givenBy(facts, lang), name) : w.support(unitName(directory, lead.unit), day, givenBy(facts, lang), name)
  const about = facts.about === undefined ? [] : [rich`${w.about(`${facts.about.number} ${cutTo(facts.about.title, 30)}`)}`]
  // A short one is its own title: it is not said twice.
  const isTitle = facts.spoken === undefined && facts.words.trim().replace(/[。.！!]$/, '') === task.title
  return { say, below: [...(isTitle ? [] : [rich`${w.quote(cutTo(facts.words, quoteAtMost), spokenWords(facts, lang))}`]), ...about] }
}

/** A unit that supports is told, and asked nothing. */
export function supportingLine(notice: Of<'instructed'>, drawing: Drawing): NoticeLine {
  const w = words[drawing.lang]
  const asked = instructedWords(notice, drawing)
  const part = partOf(drawing.view, notice.task, notice.unit)
  if (asked === undefined || part === undefined) return settled(named(drawing, notice.task), w.gone)
  return owed(asked.say, { below: asked.below, actions: [{ label: w.open, says: saysOf(w.open, named(drawing, notice.task), drawing.lang), run: ways.task({ plan: notice.plan, number: notice.task }) }] })
}

/** To the leader: two buttons, one tap. */
export function spokenLine(notice: Of<'instruction-spoken'>, drawing: Drawing): NoticeLine {
  const { view, lang, person } = drawing
  const w = words[lang]
  const withdrawn = view.plan.amended.withdrawn.get(notice.task)
  if (withdrawn !== undefined) return settled(named(drawing, notice.task), w.withdrawn(cutTo(withdrawn.words ?? '', 80)), '↩️')
  const decision = decisionsOf(view, person.id, [notice.task]).find(({ kind }) => kind === 'spoken')
  return decision === undefined ? settled(named(drawing, notice.task), w.confirmed) : decisionNotice(decision, lang, view.today)
}

export function handedUpLine(notice: Of<'coordination-up'>, drawing: Drawing): NoticeLine {
  const { view, lang, person } = drawing
  const w = words[lang]
  const course = view.plan.tasks.get(notice.task)?.course ?? {}
  const waits = handedUpWaiting(course).find(({ at }) => at === notice.at)
  const decision = waits === undefined ? undefined : decisionsOf(view, person.id, [notice.task]).find((each) => each.kind === 'coordination' && each.at === notice.at)
  if (decision !== undefined) return decisionNotice(decision, lang, view.today)
  const decided = course.handedUp?.find(({ at }) => at === notice.at)?.decided
  return settled(named(drawing, notice.task), decided === undefined ? w.over : w.decided(personName(view.directory, decided.by) ?? '', decidedWords(decided, lang)))
}

function decisionNotice(decision: Parameters<typeof decisionLines>[0], lang: Lang, today: Day): NoticeLine {
  const [first = rich``, ...rest] = decisionLines(decision, lang, today)
  return owed(plain(first), { below: rest, actions: decisionActions(decision, lang) })
}

/** To the secretary: a leader wants a meeting held. */
export function coordinationDecidedLine(notice: Of<'coordination-decided'>, drawing: Drawing): NoticeLine {
  const { view, lang, directory } = drawing
  const w = words[lang]
  const matter = view.plan.tasks.get(notice.task)?.course?.handedUp?.find(({ at }) => at === notice.at)
  if (matter?.decided === undefined) return settled(named(drawing, notice.task), w.over)
  const units = matter.units.map((unit) => unitName(directory, unit)).join(lang === 'zh' ? '、' : ', ')
  return owed(w.meeting(personName(directory, matter.decided.by) ?? '', named(drawing, notice.task), units), {
    below: matter.quotes.map(({ unit, words: said, on }) => rich`${unitName(directory, unit)}${lang === 'zh' ? '' : ' '}(${shortDay(on, lang, view.today)})${colon[lang]}“${cutTo(said, 120)}”`),
    actions: [{ label: w.open, says: saysOf(w.open, named(drawing, notice.task), lang), run: ways.task({ plan: notice.plan, number: notice.task }) }],
  })
}

/** To whoever recorded it. */
export function instructionDisownedLine(notice: Of<'instruction-disowned'>, drawing: Drawing): NoticeLine {
  const { view, lang, directory } = drawing
  const withdrawn = view.plan.amended.withdrawn.get(notice.task)
  const name = withdrawn === undefined ? '' : (personName(directory, withdrawn.by) ?? '')
  return owed(words[lang].disowned(name, named(drawing, notice.task), cutTo(withdrawn?.words ?? '', 120)))
}

/** Of one that was taken back, to its units. Undefined of a task of the plan. */
export function instructionGone(notice: Pick<Of<'withdrawn'>, 'task'>, { view, lang }: Pick<Drawing, 'view' | 'lang'>): string | undefined {
  const withdrawn = view.plan.amended.withdrawn.get(notice.task)
  const facts = withdrawn === undefined ? undefined : givenFacts(view, withdrawn.task)
  if (withdrawn === undefined || facts === undefined) return undefined
  const task = `${notice.task} ${cutTo(withdrawn.task.title, 30)}`
  const why = cutTo(withdrawn.words ?? '', 80)
  return lang === 'zh' ? `不用办了：${givenBy(facts, lang)} ${task}，${shortDay(withdrawn.on, lang, view.today)}收回（${why}）` : `Not needed any more: ${givenBy(facts, lang)}, ${task}, taken back ${shortDay(withdrawn.on, lang, view.today)} (${why})`
}
