// 好的, 收到, 谢谢: nothing is recorded, and one line says so.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { nothingNoted } from '#templates/said-echo.ts'

const courtesies = ['好的', '好', '收到', '知道了', '谢谢', '谢谢您', '辛苦了', 'ok', 'thanks']

export const noted = command({
  name: { zh: '收到', en: 'noted' },
  also: courtesies,
  unfollowed: ['收到', 'noted', ...courtesies],
  usage: { zh: '收到', en: 'noted' },
  about: { zh: '知道了，不用记录什么', en: 'seen, and nothing to record' },
  group: 'look',
  unoffered: true,
  may: 'help',
  args: z.object({}),
  typed: () => ({}),
  run: (_, { asker, lang }) => answered(nothingNoted(may(asker, 'report'), lang)),
})
