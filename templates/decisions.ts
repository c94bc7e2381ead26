// 待领导决定, one matter: what it is in a sentence, what each side said, and what follows from each choice.
import type { Day } from '#src/calendar/day.ts'
import type { DecisionWaiting } from '#src/queries/decisions-waiting.ts'
import type { Action, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { colon } from './quoted.ts'
import { rich, strong, type Rich } from './rich.ts'
import { howWords } from './spoken-how.ts'
import { numberOf } from './task-line.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    coordination: (task: string, names: string, decides: boolean) => `${decides ? '请定' : '待领导定'}协调事项：${task}（${names}）`, spoken: (by: string, how: string, day: string, decides: boolean) => (decides ? `请确认：${by}代录您${day}${how}批示` : `待领导确认：${by}代录领导${day}${how}批示`), note: (task: string, decides: boolean) => `${decides ? '请阅' : '待领导阅'}：${task}`, units: (names: string, day: string) => `已发${names}${day === '' ? '' : `，${day}前办`}`, says: (by: string, said: string) => `${by}：${said}`, quote: (said: string) => `“${said}”`,
    then: { coordination: '选协调会：督查室安排会议并通知单位；选批示：直接交办，单位马上收到。', spoken: '选属实：照此办理；选不是这样：收回并告诉单位。', 'leader-note': '选批示：直接交办；选知道了：记下您已阅，不再列在这里。' },
    others: { coordination: '领导在自己的汇总里定；口头定了的，可用“口头批示”代录。', spoken: '领导在自己的汇总里确认。', 'leader-note': '领导在自己的汇总里阅示；口头批示的，可用“口头批示”代录。' },
    meeting: '协调会', instruct: '批示', yes: '属实', no: '不是这样', noted: '知道了',
  },
  en: {
    coordination: (task: string, names: string, decides: boolean) => `${decides ? 'To decide' : 'For the leader to decide'}: ${task} (${names})`, spoken: (by: string, how: string, day: string, decides: boolean) => (decides ? `Please confirm what ${by} recorded for you (${day}, ${how})` : `The leader has to confirm what ${by} recorded (${day}, ${how})`), note: (task: string, decides: boolean) => `${decides ? 'For your attention' : 'For the leader’s attention'}: ${task}`, units: (names: string, day: string) => `Given to ${names}${day === '' ? '' : `, due ${day}`}`, says: (by: string, said: string) => `${by}: ${said}`, quote: (said: string) => `“${said}”`,
    then: { coordination: 'A meeting: the secretary arranges it and tells the units. Instruct: the units get it at once.', spoken: 'Correct: it goes on. Not correct: it is taken back, and the units are told.', 'leader-note': 'Instruct: the units get it at once. Noted: it is kept that you read it, and it leaves this list.' },
    others: { coordination: 'The leader decides it in their own summary; what was said aloud can be recorded with “spoken”.', spoken: 'The leader confirms it in their own summary.', 'leader-note': 'The leader answers it in their own summary; what was said aloud can be recorded with “spoken”.' },
    meeting: 'Meeting', instruct: 'Instruct', yes: 'Correct', no: 'Not correct', noted: 'Noted',
  },
} satisfies Record<Lang, unknown>

const nameOf = (decision: DecisionWaiting): string => `${numberOf(decision)} ${cutTo(decision.title, 30)}`

/** The first is the sentence; the last says what follows from each choice, where the choices stand below. @param decides whether it is the reader who decides: an aide looks on */
export function decisionLines(decision: DecisionWaiting, lang: Lang, today: Day, decides = true): Rich[] {
  const w = words[lang]
  const day = (on: Day): string => shortDay(on, lang, today)
  const joined = (names: readonly string[]): string => names.join(lang === 'zh' ? '、' : ', ')
  const then = rich`${decides ? w.then[decision.kind] : w.others[decision.kind]}`
  switch (decision.kind) {
    case 'coordination':
      return [
        rich`${w.coordination(nameOf(decision), joined(decision.names), decides)}`,
        ...decision.quotes.map(({ name, words: said, on }) => (lang === 'zh' ? rich`${strong(name)}(${day(on)})：“${cutTo(said, 120)}”` : rich`${strong(name)} (${day(on)}): “${cutTo(said, 120)}”`)),
        ...(decision.words.trim() === '' ? [] : [rich`${w.says(decision.by, cutTo(decision.words, 120))}`]), then,
      ]
    case 'spoken': {
      const { facts, units, due, by } = decision
      return [rich`${w.spoken(by, howWords(facts.spoken?.how ?? '', lang), day(facts.spoken?.on ?? facts.on), decides)}`, rich`${w.quote(cutTo(facts.words, 200))}`, rich`${w.units(joined(units), due === undefined ? '' : day(due))}`, then]
    }
    case 'leader-note':
      return [rich`${w.note(nameOf(decision), decides)}`, rich`${w.says(decision.by, cutTo(decision.words, 160))}`, then]
  }
}

export function decisionActions(decision: DecisionWaiting, lang: Lang): Action[] {
  const w = words[lang]
  const act = (label: string, run: Action['run'], more: Partial<Action> = {}): Action => ({ label, says: cutTo(`${label}${colon[lang]}${nameOf(decision)}`, 70), run, ...more })
  switch (decision.kind) {
    case 'coordination':
      return [act(w.meeting, ways.decideCoordination(decision, decision.units)), act(w.instruct, ways.instruct(decision, `c:${decision.units.join('|')}`))]
    case 'spoken':
      return [act(w.yes, ways.confirmInstruction(decision), { style: 'primary' }), act(w.no, ways.withdrawInstruction(decision))]
    case 'leader-note':
      return [act(w.instruct, ways.instruct(decision, `n:${decision.due}`)), act(w.noted, ways.answerLeaderNote(decision, decision.due))]
  }
}
