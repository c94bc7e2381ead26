// What was written, in a form of its own, to be put right and sent again.
import type { Field, Form, Lang, Run } from './card.ts'
import { argumentName } from './argument-refusal.ts'
import { rich } from './rich.ts'

const words = {
  zh: { intro: '内容已为您填好，改好后提交即可。', submit: '提交', gone: '这份内容已过期(只保留7天)，请重新填写。' },
  en: { intro: 'What you wrote is filled in: change what has to change, and send.', submit: 'Send', gone: 'These words are no longer kept (they are for 7 days): please write them again.' },
} satisfies Record<Lang, unknown>

/** @param written the names of the arguments that hold words; @param run the act with its words */
export function againForm(name: string, written: readonly string[], run: Run, lang: Lang): Form {
  const fields = written.flatMap((argument): Field[] => {
    const text = run.args[argument]
    // A field has one line.
    return typeof text === 'string' && text !== '' ? [{ name: argument, label: argumentName(argument, lang), optional: true, kind: 'line', maxLength: 3_000, now: text.split(/[\r\n]/).map((line) => line.trim()).join(' ') }] : []
  })
  const others = Object.entries(run.args).filter(([argument]) => !fields.some((field) => field.name === argument))
  return { title: name, intro: [rich`${words[lang].intro}`], fields, submit: words[lang].submit, run: { command: run.command, args: Object.fromEntries(others) } }
}

export const wordsGone = (lang: Lang): string => words[lang].gone
