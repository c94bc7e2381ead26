// 佐证: what shows that it is so. A task's list, the receipt of one that was given, and where a file lies.
import type { Day } from '#src/calendar/day.ts'
import type { Proof } from '#src/ledger/evidence.ts'
import type { GivenEvidence } from '#src/queries/evidence-of.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Lang, Row, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { plain, rich, strong } from './rich.ts'
import { saysOf } from './says-of.ts'
import { numberOf, shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

const words = {
  zh: {
    list: (name: string, count: number) => (count === 0 ? `${name}还没有佐证。` : `${name}：佐证${count}件`), how: '把文件发给我，话里写上任务号(如：12 验收报告)，或发在那条消息的回复里；链接写在填报里即可。',
    fetch: '取回', hash: '校验', more: '更早的', added: (name: string) => rich`✅ 已存为佐证：${strong(name)}`, because: '您刚填报过这一项，所以算作它的佐证。', only: '您单位只有这一项在办，所以算作它的佐证。', notThis: '不是这一项', see: '查看佐证', elsewhere: '原来那一项上也还留着。',
    here: (name: string, where: string) => `“${name}”没能发给您，文件保存在服务器上：${where}。请管理员取出。`, gone: (name: string) => `“${name}”的文件不在服务器上了，台账上的记录还在。请提供的人再发一次，会自动补上。`, altered: (name: string) => `“${name}”的文件与当初登记的校验值不符，没有发出。请提供的人再发一次原件，并告诉管理员。`,
    none: '没有找到要归到哪一项的任务，文件没有登记。请写明任务号再发一次，如：12 验收报告。', stays: '您没有别的在办任务，佐证还在原来那一项上，没有动。要归到别的任务，请写明任务号再发一次，如：12 验收报告。', expired: '这个文件等待选择已超过7天，请重新发送，并写明任务号。',
    secret: (mark: string) => `标有“${mark}”的内容不能发到这里：涉密和内部文件一律不收，没有保存，也没有记到任何任务上。请删除您刚发的消息，按保密规定线下报送督查室。`, sameFile: (name: string) => `与“${name}”是同一个文件`,
    full: (name: string, limit: string) => `“${name}”超过${limit}的上限，没有保存。请压缩或分成几个文件再发，也可以把链接写在填报里。`,
  },
  en: {
    list: (name: string, count: number) => (count === 0 ? `No evidence yet for ${name}.` : `${name}: evidence ${count}`), how: 'Send me the file with the task’s number (12 inspection report), or in the thread of the message; a link goes into the report.',
    fetch: 'Get', hash: 'hash', more: 'Earlier', added: (name: string) => rich`✅ Kept as evidence: ${strong(name)}`, because: 'You have just reported on this task, so it is kept with it.', only: 'It is your unit’s only open task, so it is kept with it.', notThis: 'Not this task', see: 'See the evidence', elsewhere: 'It stays with the first task as well.',
    here: (name: string, where: string) => `“${name}” could not be sent to you. The file is on the server: ${where}. Ask an admin for it.`, gone: (name: string) => `The file of “${name}” is no longer on the server; its record stands. If it is sent again it is put back.`, altered: (name: string) => `The file of “${name}” is not what was recorded and was not sent. Ask for it to be sent again, and tell an admin.`,
    none: 'No task was found for it, so the file was not recorded. Send it again with the task’s number: 12 inspection report.', stays: 'You have no other open task, so the evidence stays where it is. To put it to another, send it again with that task’s number: 12 inspection report.', expired: 'This file waited for more than 7 days: please send it again, with the task’s number.',
    secret: (mark: string) => `Nothing marked “${mark}” may be sent here: classified and internal papers are not taken. Nothing was kept or recorded. Delete the message you sent and hand it to the secretary off line.`, sameFile: (name: string) => `the same file as “${name}”`,
    full: (name: string, limit: string) => `“${name}” is over the limit of ${limit} and was not kept. Send it compressed or in parts, or put a link into the report.`,
  },
} satisfies Record<Lang, unknown>

const nameOf = (proof: Proof): string => (proof.kind === 'file' ? proof.name : proof.url)
const sizeWords = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / (1024 * 1024)).toFixed(1)} MB`)

/** How many on one card. */
export const evidenceOnCard = 10

export type EvidenceList = { task: TaskCard; given: readonly GivenEvidence[]; page: number; person: (by: GivenEvidence['evidence']['by']) => string; today: Day }

/** Name, who, when, the beginning of its hash; a file comes back on a tap. */
export function evidenceList({ task, given, page, person, today }: EvidenceList, lang: Lang): Card {
  const w = words[lang]
  const head = w.list(`${numberOf(task)} ${shortTitle(task)}`, given.length)
  const from = (page - 1) * evidenceOnCard
  const rows = given.slice(from, from + evidenceOnCard).map(({ evidence, unit }): Row => {
    const who = `${unit}${lang === 'zh' ? '' : ' '}${person(evidence.by)} ${shortDay(evidence.on, lang, today)}`
    if (evidence.kind === 'link') return { line: rich`🔗 ${evidence.url} · ${who}` }
    const sameAs = given.flatMap(({ evidence: other }) => (other.kind === 'file' && other.hash === evidence.hash && other.name !== evidence.name && other.at <= evidence.at ? [other.name] : []))[0]
    return {
      line: rich`📎 ${evidence.name} · ${who} · ${sizeWords(evidence.size)} · ${w.hash} ${evidence.hash.slice(0, 12)}${sameAs === undefined ? '' : ` · ${w.sameFile(sameAs)}`}`,
      beside: { label: w.fetch, says: cutTo(`${w.fetch} ${evidence.name}`, 75), run: { command: 'evidence', args: { task: taskRef(task), hash: evidence.hash } } },
    }
  })
  const hasMore = given.length > from + evidenceOnCard
  return {
    text: head,
    lines: [rich`${head}`],
    ...(rows.length === 0 ? {} : { sections: [{ rows }] }),
    actions: [...(hasMore ? [{ label: w.more, says: w.more, run: ways.evidence(task, page + 1) }] : []), { label: lang === 'zh' ? '看任务' : 'The task', says: cutTo(`${task.number} ${task.title}`, 75), run: ways.task(task) }],
    footer: rich`${w.how}`,
  }
}

/** `guess`: why this task, where nothing named it. `elsewhere`: puts it to another. */
export function evidenceAdded({ task, proof, guess, elsewhere }: { task: TaskCard; proof: Proof; guess?: 'just-said' | 'only-open'; elsewhere?: Run }, lang: Lang): Card {
  const w = words[lang]
  const name = `${numberOf(task)} ${shortTitle(task)}`
  const line = rich`${w.added(name)} · ${nameOf(proof)}`
  return {
    text: plain(line),
    lines: [line, ...(guess === undefined ? [] : [rich`${guess === 'just-said' ? w.because : w.only}`])],
    actions: [
      ...(elsewhere === undefined ? [] : [{ label: w.notThis, says: saysOf(w.notThis, name, lang), run: elsewhere }]),
      { label: w.see, says: saysOf(w.see, name, lang), run: ways.evidence(task) },
    ],
  }
}

const sentence = (text: string): Card => ({ text, lines: [rich`${text}`] })

export const evidenceIsHere = (name: string, where: string, lang: Lang): Card => sentence(words[lang].here(name, where))
export const evidenceMissing = (name: string, why: 'gone' | 'altered', lang: Lang): Card => sentence(words[lang][why](name))
export const evidenceForNone = (lang: Lang): Card => ({ ...sentence(words[lang].none), refused: 'final' })
export const evidenceStays = (lang: Lang): Card => sentence(words[lang].stays)
export const evidenceExpired = (lang: Lang): Card => ({ ...sentence(words[lang].expired), refused: 'final' })
export const evidenceTooBig = (name: string, limit: string, lang: Lang): Card => sentence(words[lang].full(name, limit))
export const secretRefused = (mark: string, lang: Lang): Card => ({ ...sentence(words[lang].secret(mark)), refused: 'final' })
export const stillThere = (lang: Lang): string => words[lang].elsewhere
