// Which numbers of plain words name a task, and which count something.
import { describe, expect, it } from 'vitest'
import { folded } from '#src/reader/folded-text.ts'
import { onTrackSaid } from '#src/reader/said-normal.ts'
import { figureBehind, tasksSaid } from '#src/reader/said-report.ts'
import { tasksInTurn } from '#src/reader/said-segments.ts'
import { saidTasks } from '#src/reader/said-task.ts'
import { expectLinear } from './growth.ts'

const numbers = (words: string): number[] => tasksSaid(words).map(({ number }) => number)

describe('a number at the head', () => {
  it.each(['22弄好了', '22停了', '22那个黄了', '22还在等编办', '22差不多了', '22从30%到了60%', '22编制批了40个', '22没问题', '22完成6成', '22己完成招标', '22以完成60%', '22晚两周行不', '22改9月底', '22台账建好了', '22批复了', '22方案写好了', '22组织了培训', '22成立了专班', '22节点都完成', '3报6成'])('names a task right before Chinese: %s', (words) => expect(numbers(words)).toEqual([words.startsWith('3') ? 3 : 22]))

  it.each(['22日前完成', '22所学校查完了', '20多户搬了', '5大行动已部署', '1对1帮扶开展了', '2免1补已落实', '3类学校', '8成了', '12楼封顶', '18岁以下都查了', '24小时值班', '3个月内完成', '5到6家已签', '22日', '10几个村', '22以内', '3方协议已签', '7点开会', '22中学封顶了', '2标段已开工', '3小操场改造完了', '22到9月底', '进度：60%', '任务十分艰巨', 'p1 3个项目', '共计：22户'])('names none where it counts: %s', (words) => expect(numbers(words)).toEqual([]))

  it.each(['嗯嗯22已完成招标', '帮我报一下22,60%', '你好22完成60%', '麻烦记一下22，60%', '第22已开题', '我们22已开题', '(22)已完成招标', '22-已完成选题', '22)已完成选题', '22。已完成选题', '22任务已完成选题', '任务二十二已完成选题', 'p1 22 已完成选题', 'p1第22项已完成选题', '转：22已完成选题', '【教育局】22已完成选题', '@督办 22已完成选题', '教育质量那个22已完成选题', '22到70了', '【22】已完成招标', '招标完成了（22）'])('is seen behind courtesy and in brackets: %s', (words) => expect(numbers(words)).toEqual([22]))

  it.each(['(1)完成立项；(2)完成招标', '请22所学校报名', '我们3个人'])('is none in a list of points or where it counts: %s', (words) => expect(numbers(words)).toEqual([]))

  it('may be a share, or a count at the end, and is then asked about', () => {
    for (const words of ['22-60%', '已完成招标 22', '22号完成']) expect(tasksSaid(words)).toMatchObject([{ number: 22, unsure: true }])
  })

  it('with another and no more is a task and how far it is', () => {
    expect(figureBehind('22 60')).toEqual({ task: 22, figure: '60' })
    for (const words of ['22 600', '22', '22 60 已完成']) expect(figureBehind(words)).toBeUndefined()
  })
})

describe('several tasks in one line', () => {
  const turn = (words: string): string[] => tasksInTurn(words).map((segment) => `${segment.tasks.map(({ number }) => number).join(',')}:${segment.words}`)

  it.each([
    ['四号没困难 二十二号没动', ['4:四号没困难', '22:二十二号没动']],
    ['18 60% 22 40%', ['18:18 60%', '22:22 40%']],
    ['18号没批22号弄完了', ['18:18号没批', '22:22号弄完了']],
    ['18号任务没批22号任务弄完了', ['18:18号任务没批', '22:22号任务弄完了']],
    ['18没问题22有问题', ['18:18没问题', '22:22有问题']],
    ['18搞定22还没有', ['18:18搞定', '22:22还没有']],
    ['18和22都没问题5有点困难', ['18,22:18和22都没问题', '5:5有点困难']],
    ['18有困难22正常', ['18:18有困难', '22:22正常']],
    ['22完成招标 18还没批', ['22:22完成招标', '18:18还没批']],
    ['p2-5捐书3000册p2-7没动', ['5:p2-5捐书3000册', '7:p2-7没动']],
    ['18、22各完成60%', ['18,22:18、22各完成60%']],
    ['我们22号和18号的都弄完了', ['22,18:我们22号和18号的都弄完了']],
  ])('are told apart: %s', (words, pieces) => expect(turn(words)).toEqual(pieces))

  it.each(['22 已完成 40', '12 已走访 3 户没搬', '12 已开标,18号完成评审', '4号下周22号完成', '18号任务依赖22号任务完成', '18号校长22号去县里', '22，7.10验收', '已完成招标60% 22号任务'])('are not where the other is a day, a count or what the first hangs on: %s', (words) => expect(turn(words)).toEqual([]))
})

describe('all on track but some', () => {
  it.each([
    ['都正常 就18编制没批', [18], ['18编制没批']],
    ['都正常,18有困难', [18], ['18有困难']],
    ['其他正常，22完成60%', [22], ['22完成60%']],
    ['除18、22外都正常,18编制没批', [18, 22, 18], ['18编制没批']],
    ['除22缺经费外，其余正常', [22], ['22缺经费']],
    ['18还在等编办，其他都正常', [18], ['18还在等编办']],
    ['都正常，就18、22编制没批，谢谢', [18, 22], ['18、22编制没批']],
    ['18有困难，22已完成招标，其余都正常推进', [18, 22], ['18有困难', '22已完成招标']],
    ['都正常，18除外', [18], []],
    ['都正常，谢谢', [], []],
    ['all on track but 18 no staff yet', [18], ['18 no staff yet']],
  ])('keeps the words of each apart: %s', (words, except, apart) => {
    const said = onTrackSaid(words)
    expect(said?.except.map(({ number }) => number)).toEqual(except)
    expect(said?.apart.map((segment) => segment.words)).toEqual(apart)
  })

  it.each(['一切照旧', '其余同上次', '没啥好报的', '老样子'])('is all of them: %s', (words) => expect(onTrackSaid(words)).toEqual({ tasks: [], except: [], apart: [] }))
  it.each(['除了资金都正常', '都正常，资金没到', '1、2都正常，3有困难'])('is not, where what is excepted is no task, or only some are on track: %s', (words) => expect(onTrackSaid(words)).toBeUndefined())
})

describe('numbers', () => {
  it('are looked for in a time that grows with the words', () => {
    for (const part of ['22弄好了', '嗯', '请', '(22)', '22号', '18有困难', '都正常 ', '其他', '1对1', '， 22', '18 22 ']) {
      expectLinear((text) => saidTasks(folded(text)), part)
      expectLinear((text) => tasksInTurn(text.slice(0, 1_000)), part)
      expectLinear((text) => onTrackSaid(text.slice(0, 200)), part)
    }
  })
})
