// “No” to a document, a draft, an answer to a doubt, an amendment.
import type { ImportRefusal, ReadableKind } from '#src/reader/document-refusal.ts'
import type { Counted, TooHeavy } from '#src/reader/reading.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import type { Words } from './refusal-say.ts'
import { rich, type Rich } from './rich.ts'

export const importRefused = {
  zh: {
    'doubt-unknown': ({ asked, open }) => rich`没有第${asked}处存疑，还有${open}处待核。输入 /duban 存疑 查看。`,
    'year-unclear': ({ asked }) => rich`“${cutTo(asked, 30)}”里没有年份，这处存疑还开着。请写四位年份，例如 2026；一时定不下来，就先不答。`,
    'doubt-settled': ({ answer, doubt }) => (doubt === undefined
      ? rich`这处存疑已经核定为“${answer}”。要再改，请直接改任务的时限或牵头单位。`
      : rich`这处存疑已经核定为“${answer}”，没有改动。答错了，输入 /duban 更正存疑 ${doubt} 新答案。`),
    'doubt-closed': ({ on }, say) => rich`这处存疑已随${say.day(on)}的修订取消，不用再核。`,
    'amendment-same': ({ plan }, say) => rich`这份文件与方案《${say.plan(plan)}》(${plan})现行内容没有差别，没有要修订的，什么也没有写入。`,
    'task-withdrawn': ({ task, on, words }, say) => rich`第${task}项已于${say.day(on)}${words === undefined ? '依据修订撤销' : `收回：${words}`}，不用再办。输入 /duban 任务 ${task} 看经过。`,
    'part-ended': ({ task, unit, on }, say) => rich`${say.day(on)}的修订已不再把第${task}项列给${say.units([unit])}，不用再报。原来的填报都还留着。`,
    'nothing-amended': ({ task }) => rich`第${task}项没有待确认的修订，可能已经确认过。输入 /duban 任务 ${task} 看现状。`,
    'rhythm-unclear': ({ asked }) => rich`看不出“${cutTo(asked, 30)}”是多久一次，这处存疑还开着。请写“每半年1次”“每季度”，或“不作要求”。`,
    'tasks-unclear': ({ asked }) => rich`“${cutTo(asked, 30)}”没有说清表格里有没有任务，这处存疑还开着。请答“没有任务”，或“有”。`,
    'tasks-unread': ({ line, where }) => (where === 'draft'
      ? rich`第${line}行起的表格里有任务还没有读出来，这份稿子不能确认导入，什么也没有写入。请改好文件重新发来；答错了，就在预览里点“改答”。`
      : rich`第${line}行起的表格里有任务还没有进方案，这处存疑还开着。请改好文件重新发来，选“作为修订版”写入：任务编号和已报的进展都保留。`),
    'draft-full': ({ most }) => rich`这份导入稿已有${most}处更正，不能再加。请先确认导入，其余的在导入后再改。`,
    'answer-too-many': ({ found, limit }) => rich`照这个回答，各项任务的责任单位合计${found}个，超过一份方案${limit}个的上限，没有记下，这处存疑还开着。请只写牵头和主要的单位，或把方案分章导入。`,
    'draft-none': () => rich`您没有等待确认的导入稿。请先把方案文件发给我，或直接粘贴正文。`,
    'draft-confirmed': ({ plan, as }, say) => rich`这份稿子已经${as === 'plan' ? '导入为' : '写入'}方案《${say.plan(plan)}》(${plan})，这里的改动不再生效。要改，请在方案里改：输入 /duban 方案 ${plan}。`,
    'draft-gone': () => rich`这份导入稿已经不在了(放弃过，或者超过30天)，什么也没有写入。请把文件重新发给我。`,
    'text-empty': () => rich`没有读到文字，所以没有导入。请把方案正文粘贴给我，或发 docx、xlsx、PDF、txt 文件。`,
    'text-too-long': ({ characters, limit }) => rich`正文最多${limit}字，这份有${characters}字，没有导入。请只发方案正文，附件另发。`,
    'text-binary': () => rich`读到的不是文字，没有导入。请发 docx、xlsx、PDF、txt 文件，或直接粘贴正文。`,
    'text-secret': ({ mark }) => rich`文件标有“${mark}”，本系统不得处理涉密文件，内容没有保存。请按保密规定办理，并删除您刚发的消息。`,
    'text-several-plans': ({ plans }) => rich`这份文件里有${plans.length}个方案，一次导入一个，请选：${plans.map(({ title, line, tasks }, at) => `${at + 1}.《${title}》(第${line}行起，${tasks}项)`).join('；')}。`,
    'text-too-many': ({ what, found, limit }) => rich`读到的${countedWords.zh[what]}有${found}个，超过一次导入${limit}个的上限，没有导入。请按章节分成几份，分别导入。`,
    'text-too-heavy': (heavy) => rich`读这份正文超过了${heavyWords(heavy, 'zh')}的上限，已停下，没有导入。请按章节分成几份，分别导入。`,
    'text-no-tasks': ({ lines }) => rich`读了${lines}行，没有找到编了号的任务，没有导入。请确认发的是方案正文，任务前有“1.”“(一)”这样的编号。`,
    'file-too-large': (why) => tooLarge(why, 'zh'),
    'file-kind-unknown': ({ name, reads }) => rich`不认识“${name}”这种文件，没有导入。现在能读${kinds(reads)}。请另存后再发，或直接粘贴正文。`,
    'file-legacy': ({ name, saveAs }) => rich`“${name}”是旧格式或加了密码，读不了。请在Word或WPS里另存为${saveAs}(不设密码)再发。`,
    'file-too-heavy': ({ name, ...heavy }) => rich`读“${name}”超过了${heavyWords(heavy, 'zh')}的上限，已停下，没有导入。请删去附件和图片、另存为docx再发，或直接粘贴正文。`,
    'file-broken': ({ name }) => rich`“${name}”打不开，文件可能已损坏，没有导入。请打开核对、另存一份再发，或直接粘贴正文。`,
    'file-binary': ({ name }) => rich`“${name}”里不是文字，没有导入。请发 docx、xlsx、PDF、txt 文件，或直接粘贴正文。`,
    'pdf-scanned': () => rich`此 PDF 是扫描图片，没有文字，没有导入。请发 docx 或带文字的 PDF，或先做文字识别、核对后再发。`,
    'pdf-locked': () => rich`此 PDF 加了密码，打不开，没有导入。请去掉密码另存后再发，或发 docx。`,
    'pdf-garbled': () => rich`此 PDF 的字体没有注明是什么字，读出来是乱码，没有导入。请发 docx，或用原来的程序重新导出 PDF。`,
    'pdf-too-long': ({ pages, limit }) => rich`此 PDF 有${pages}页，最多读${limit}页，没有导入。请只保留方案正文再发，或直接粘贴正文。`,
    'pdf-broken': () => rich`此 PDF 打不开，文件可能已损坏，没有导入。请打开核对、重新导出再发，或直接粘贴正文。`,
  },
  en: {
    'doubt-unknown': ({ asked, open }) => rich`There is no doubt number ${asked}; ${open} are open. Type /duban doubts to see them.`,
    'year-unclear': ({ asked }) => rich`There is no year in “${cutTo(asked, 30)}”, so the doubt stays open. Write four digits, such as 2026; if it cannot be said yet, leave it.`,
    'doubt-settled': ({ answer, doubt }) => (doubt === undefined
      ? rich`This doubt was settled as “${answer}”. To change it, change the task's date or lead.`
      : rich`This doubt was settled as “${answer}”; nothing was changed. If that is wrong, type /duban resettle ${doubt} ANSWER.`),
    'doubt-closed': ({ on }, say) => rich`The amendment of ${say.day(on)} no longer raises this doubt; there is nothing to settle.`,
    'amendment-same': ({ plan }, say) => rich`This document says what “${say.plan(plan)}” (${plan}) says already: there is nothing to amend and nothing was written.`,
    'task-withdrawn': ({ task, on, words }, say) => rich`Task ${task} was ${words === undefined ? `withdrawn on ${say.day(on)} by an amendment` : `taken back on ${say.day(on)}: ${words}`}; nothing is needed any more. Type /duban task ${task} for its history.`,
    'part-ended': ({ task, unit, on }, say) => rich`Since the amendment of ${say.day(on)}, ${say.units([unit])} has no part in task ${task}: no report is needed. What was reported is kept.`,
    'nothing-amended': ({ task }) => rich`Nothing of task ${task} waits for you; it may be settled already. Type /duban task ${task} to see how it stands.`,
    'rhythm-unclear': ({ asked }) => rich`“${cutTo(asked, 30)}” does not say how often, so the doubt stays open. Write 每半年1次 or 每季度, or 不作要求 for never.`,
    'tasks-unclear': ({ asked }) => rich`“${cutTo(asked, 30)}” does not say whether the table lists tasks, so the doubt stays open. Answer 没有任务 for none, or 有 for some.`,
    'tasks-unread': ({ line, where }) => (where === 'draft'
      ? rich`The table at line ${line} lists tasks that were not read: this draft cannot be confirmed, and nothing was written. Put the document right and send it again; if the answer was a slip, press Answer again in the preview.`
      : rich`The table at line ${line} lists tasks that are not in the plan yet; the doubt stays open. Put the document right, send it again and choose “As its amendment”: numbers and reports are kept.`),
    'draft-full': ({ most }) => rich`This draft has ${most} corrections and takes no more. Confirm it, and change the rest afterwards.`,
    'answer-too-many': ({ found, limit }) => rich`With this answer the tasks would name units ${found} times, over the limit of ${limit} for a plan; it was not kept and the doubt stays open. Name the lead and the main units only, or import the plan by chapters.`,
    'draft-none': () => rich`No import of yours waits to be confirmed. Send me the document or paste it first.`,
    'draft-confirmed': ({ plan, as }, say) => rich`This draft ${as === 'plan' ? 'is' : 'was written into'} the plan “${say.plan(plan)}” (${plan}) by now: change it there. Type /duban plan ${plan}.`,
    'draft-gone': () => rich`This draft is gone (it was dropped, or is older than 30 days) and nothing was written. Send the document again.`,
    'text-empty': () => rich`There was no text, so nothing was imported. Paste the plan, or send a docx, xlsx, PDF or txt file.`,
    'text-too-long': ({ characters, limit }) => rich`A plan may have ${limit} characters; this has ${characters} and was not imported. Send the plan itself, without its annexes.`,
    'text-binary': () => rich`That was not text, so nothing was imported. Send a docx, xlsx, PDF or txt file, or paste the text.`,
    'text-secret': ({ mark }) => rich`The document is marked “${mark}”: classified documents must not be processed here, and nothing was kept. Delete the message you sent and follow the rules for classified papers.`,
    'text-several-plans': ({ plans }) => rich`The document holds ${plans.length} plans and they are imported one at a time. Choose: ${plans.map(({ title, line, tasks }, at) => `${at + 1}. “${title}” (from line ${line}, ${tasks} tasks)`).join('; ')}.`,
    'text-too-many': ({ what, found, limit }) => rich`${found} ${countedWords.en[what]} were read, over the limit of ${limit} an import; nothing was imported. Split it by chapters and import each.`,
    'text-too-heavy': (heavy) => rich`Reading this text went over the limit of ${heavyWords(heavy, 'en')} and was stopped; nothing was imported. Split it by chapters and import each.`,
    'text-no-tasks': ({ lines }) => rich`In ${lines} lines there was no numbered task, so nothing was imported. Make sure that it is the plan itself, with tasks numbered like “1.” or “(一)”.`,
    'file-too-large': (why) => tooLarge(why, 'en'),
    'file-kind-unknown': ({ name, reads }) => rich`“${name}” is a kind of file I do not know, so it was not imported. I read ${kinds(reads)}: save it as one of these, or paste the text.`,
    'file-legacy': ({ name, saveAs }) => rich`“${name}” is in an old format or has a password and cannot be read. Save it as ${saveAs} without a password and send it again.`,
    'file-too-heavy': ({ name, ...heavy }) => rich`Reading “${name}” went over the limit of ${heavyWords(heavy, 'en')} and was stopped; nothing was imported. Save it as docx without annexes and pictures, or paste the text.`,
    'file-broken': ({ name }) => rich`“${name}” cannot be opened and may be damaged; nothing was imported. Open it, save a copy and send that, or paste the text.`,
    'file-binary': ({ name }) => rich`“${name}” holds no text, so nothing was imported. Send a docx, xlsx, PDF or txt file, or paste the text.`,
    'pdf-scanned': () => rich`This PDF is scanned pictures and holds no words, so nothing was imported. Send a docx or a PDF with text, or run text recognition and check it first.`,
    'pdf-locked': () => rich`This PDF is locked by a password, so nothing was imported. Save it without one and send it again, or send a docx.`,
    'pdf-garbled': () => rich`The fonts of this PDF do not say which characters they print, so nothing was imported. Send a docx, or export the PDF anew.`,
    'pdf-too-long': ({ pages, limit }) => rich`This PDF has ${pages} pages; at most ${limit} are read, and nothing was imported. Keep the plan itself and send it again, or paste the text.`,
    'pdf-broken': () => rich`This PDF does not open and may be damaged, so nothing was imported. Check it, export it again, or paste the text.`,
  },
} satisfies Record<Lang, Partial<Words>>

type FileTooLarge = Extract<ImportRefusal, { code: 'file-too-large' }>

/** What makes a file large differs by its kind, and so does the way out. */
const pictures = { zh: '请去掉图片和附件', en: 'Save it without pictures and annexes' }
const onlyPlan = { zh: '请只保留方案正文', en: 'Keep the plan itself only' }
const smaller: Record<ReadableKind, Record<Lang, string>> = {
  xlsx: { zh: '请删去空行和多余的工作表', en: 'Delete empty rows and sheets that are not needed' },
  docx: pictures, doc: pictures, pdf: pictures, csv: onlyPlan, txt: onlyPlan, md: onlyPlan,
}

function tooLarge({ bytes, limit, unpacked, kind }: FileTooLarge, lang: Lang): Rich {
  const way = smaller[kind ?? 'docx'][lang]
  if (lang === 'zh') return rich`文件${unpacked ? '展开后有' : '有'}${megabytes(bytes)}，超过${megabytes(limit)}的上限，没有导入。${way}再发，或直接粘贴正文。`
  return rich`The file ${unpacked ? 'unpacks to' : 'has'} ${megabytes(bytes)}; the limit is ${megabytes(limit)}, so it was not imported. ${way} and send it again, or paste the text.`
}

const heavyWords = ({ over, limit }: TooHeavy, lang: Lang): string => (over === 'memory' ? `${limit}MB${lang === 'zh' ? '内存' : ' of memory'}` : `${limit}${lang === 'zh' ? '秒' : ' seconds'}`)
const megabytes = (bytes: number): string => `${Math.max(0.1, Math.round((bytes / (1024 * 1024)) * 10) / 10)}MB`
const kinds = (reads: readonly ReadableKind[]): string => reads.join('、')

const countedWords: Record<Lang, Record<Counted, string>> = {
  zh: {
    plans: '方案', tasks: '任务', parts: '任务后写的责任单位', units: '不同名称的单位', dates: '时限', duties: '周期任务和会议', targets: '指标', members: '领导小组、专班的成员', people: '任务后写的责任人',
    proposals: '任务之外点名要求单位做的事', doubts: '存疑', paragraphs: '任务之外的段落和标题',
  },
  en: {
    plans: 'plans', tasks: 'tasks', parts: 'parts of units in tasks', units: 'units of different names', dates: 'dates', duties: 'recurring duties and meetings', targets: 'targets', members: 'members of groups and teams', people: 'persons named in tasks',
    proposals: 'sentences that ask something of a unit outside the tasks', doubts: 'doubts', paragraphs: 'paragraphs and headings outside the tasks',
  },
}
