// 有出入 and 不是我负责: what a unit says of its part, and what it is shown then.
import type { UnitLine } from '#src/queries/unit-lines.ts'
import type { Choice, Field, Form, Card, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dueWords } from './day-words.ts'
import { rich, strong, type Rich } from './rich.ts'
import { shortTitle } from './task-line.ts'
import { questionWords } from './unit-lines.ts'
import { ways } from './ways.ts'
import type { Day } from '#src/calendar/day.ts'

/** As many as a menu takes. */
const choicesAtMost = 100

const words = {
  zh: {
    wrong: '有出入', notOurs: '不是我负责', about: '哪里不对', content: '内容有出入（时限、表述、单位等）', ours: '不是我们负责',
    words: '具体说明', wordsHint: '例：时限应为9月底', why: '理由', whyHint: '可以不填', should: '应是谁', other: '名单里没有的，写在这里', submit: '提交',
    missing: '请写一句哪里有出入，督查室据此核定。', own: '这是您自己的单位，请选应负责的单位，或留空。',
    decides: (who: string) => `由督查室${who === '' ? '' : `（${who}）`}核定，结果会告诉您。`, until: '核定前不再请您填报这一项。', still: '核定前这一项照常填报。',
  },
  en: {
    wrong: 'Not right', notOurs: 'Not ours', about: 'What is wrong', content: 'The line itself (date, words, units)', ours: 'It is not ours',
    words: 'In a sentence', wordsHint: 'Such as: due at the end of September', why: 'Why', whyHint: 'May be left empty', should: 'Whose is it', other: 'If it is not listed, write it here', submit: 'Send',
    missing: 'Say in a sentence what is not right; the secretary acts on it.', own: 'This is your own unit: choose whose it is, or leave it empty.',
    decides: (who: string) => `The secretary${who === '' ? '' : ` (${who})`} decides, and you are told.`, until: 'You are not asked about it meanwhile.', still: 'It is reported on as usual meanwhile.',
  },
} satisfies Record<Lang, unknown>

type FormFacts = { line: UnitLine; name: string; units: readonly string[]; about: 'content' | 'not-ours'; run: Run; today: Day; /** As far as they were written. */ words?: string }

const intro = ({ line, name, today }: FormFacts, lang: Lang): Rich[] => [
  rich`${strong(`${line.number} ${line.title}`)}`,
  lang === 'zh' ? rich`${name} · 时限：${dueWords(line.due, line.doneBy, lang, today)}` : rich`${name} · due: ${dueWords(line.due, line.doneBy, lang, today)}`,
  ...(line.text.trim() === '' || line.text === `${line.title}。` ? [] : [rich`${cutTo(line.text, 300)}`]),
]

function whose({ units }: FormFacts, lang: Lang): Field[] {
  const w = words[lang]
  const choices = units.slice(0, choicesAtMost).map((unit): Choice => ({ value: unit, label: unit }))
  return [{ name: 'should', label: w.should, kind: 'choice', as: 'select', choices, optional: true }, { name: 'other', label: w.other, kind: 'line', maxLength: 60, optional: true }]
}

/** 有出入, with 不是我们负责 as one of its answers. */
export function lineQuestionForm(facts: FormFacts, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.wrong, intro: intro(facts, lang), submit: w.submit, run: facts.run,
    fields: [
      { name: 'about', label: w.about, kind: 'choice', as: 'radio', choices: [{ value: 'content', label: w.content }, { value: 'not-ours', label: w.ours }], now: facts.about },
      { name: 'words', label: w.words, hint: w.wordsHint, kind: 'line', maxLength: 500, optional: true },
      ...whose(facts, lang).map((field): Field => (field.name === 'should' ? { ...field, label: lang === 'zh' ? '不是我们负责的，应是谁' : 'Where it is not ours: whose is it' } : field)),
    ],
  }
}

export function notOursForm(facts: FormFacts, lang: Lang): Form {
  const w = words[lang]
  return { title: w.notOurs, intro: intro(facts, lang), submit: w.submit, run: facts.run, fields: [...whose(facts, lang), { name: 'words', label: w.why, hint: w.whyHint, kind: 'line', maxLength: 500, optional: true, ...(facts.words === undefined || facts.words === '' ? {} : { now: facts.words }) }] }
}

export const questionMissing = (lang: Lang): Record<string, string> => ({ words: words[lang].missing })
export const ownUnitNamed = (lang: Lang): Record<string, string> => ({ should: words[lang].own })

type Asked = { line: UnitLine; time: string; secretaries: readonly string[] }

/** One sentence, for the line above a sheet. */
export function questionSaid({ line, time }: Asked, lang: Lang): Rich {
  const what = line.question === undefined ? '' : questionWords(line.question, lang)
  return lang === 'zh' ? rich`✅ 已记录 ${time} · ${strong(`${line.number} ${shortTitle(line)}`)} · ${what}` : rich`✅ Recorded ${time} · ${strong(`${line.number} ${shortTitle(line)}`)} · ${what}`
}

export function questionDecides({ line, secretaries }: Asked, lang: Lang): Rich {
  const w = words[lang]
  return rich`${w.decides(secretaries.join(lang === 'zh' ? '、' : ', '))}${lang === 'zh' ? '' : ' '}${line.question?.about === 'not-ours' ? w.until : w.still}`
}

export function questionRecorded(asked: Asked, lang: Lang): Card {
  const first = questionSaid(asked, lang)
  return {
    text: first.pieces.map(({ text }) => text).join(''),
    lines: [first, questionDecides(asked, lang)],
    actions: [{ label: lang === 'zh' ? '我的任务' : 'My tasks', run: ways.mine() }],
  }
}
