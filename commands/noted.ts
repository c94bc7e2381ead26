// 好的, 收到, 谢谢: nothing is recorded, and one line says so.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { nothingNoted } from '#templates/said-echo.ts'

const courtesies = ['好的', '好', '好的呢', '好嘞', '收到', '收到了', '知道了', '明白', '明白了', '谢谢', '谢谢您', '谢谢老师', '辛苦了', '在吗', '在不在', 'ok', 'thanks']

/** What is behind a greeting is not courtesy: 您好，请问…. */
const greetings = ['你好', '您好', '早上好', '下午好', 'hello', 'hi', 'good morning', 'good afternoon']

export const noted = command({
  name: { zh: '收到', en: 'noted' },
  also: [...courtesies, ...greetings],
  unfollowed: ['收到', 'noted', ...courtesies, ...greetings],
  usage: { zh: '收到', en: 'noted' },
  about: { zh: '知道了，不用记录什么', en: 'seen, and nothing to record' },
  group: 'look',
  unoffered: true,
  may: 'help',
  args: z.object({}),
  typed: () => ({}),
  run: (_, { asker, lang }) => answered(nothingNoted(may(asker, 'report'), lang)),
})

/** 收到，我马上安排; 谢谢您的提醒. */
export const beginsCourteously = (words: string): boolean => courtesies.some((word) => word.length > 1 && words.trim().toLowerCase().replace(/^已/, '').startsWith(word))
