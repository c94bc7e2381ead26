import { describe, expect, it } from 'vitest'
import { tablesApart, withTablesAsRows } from '#src/reader/repair-tables.ts'

/** The rows of a text, cells parted by ` | `, line breaks in cells as `/`. */
const rows = (text: string): string[] => withTablesAsRows(text.split('\n')).filter((line) => line.includes('\t')).map((line) => line.split('\t').join(' | ').replaceAll('\v', '/'))
const unchanged = (text: string): void => {
  expect(withTablesAsRows(text.split('\n'))).toEqual(text.split('\n'))
}

describe('a table between pipes', () => {
  it('is rows, its divider gone and its breaks kept', () => {
    expect(rows('| 序号 | 任务 | 责任单位 |\n|---|:-:|---|\n| 1 | **清淤**<br>植树 | |\n')).toEqual(['序号 | 任务 | 责任单位', '1 | 清淤/植树 | '])
  })

  it('may have no divider, no outer pipes, and wide ones', () => {
    expect(rows('任务｜责任单位\n清淤｜县水利局')).toEqual(['任务 | 责任单位', '清淤 | 县水利局'])
  })

  it('goes on behind a section and a blank line, where it has a head', () => {
    const text = '序号|任务|责任单位\n一、水利\n1|清淤|县水利局\n\n2|筑坝|县水利局\n二、保障措施\n各单位抓好落实。'
    expect(rows(text)).toEqual(['序号 | 任务 | 责任单位', '一、水利 | ', '1 | 清淤 | 县水利局', '2 | 筑坝 | 县水利局'])
  })

  it('ends where prose begins', () => expect(rows('| 任务 | 责任单位 |\n| 清淤 | 县水利局 |\n首页 | 公开')).toHaveLength(2))

  it('is none where one line has a pipe', () => unchanged('首页 | 政务公开 | 互动\n一、总则'))
})

describe('a table drawn with signs', () => {
  it('has the lines between two rules as one row', () => {
    expect(rows('┌─┬──┬──┐\n│序号│任务│责任单位│\n├─┼──┼──┤\n│1│清理│县水利局│\n│ │河道│县财政局│\n├─┼──┼──┤\n│2│植树│县林业局│\n└─┴──┴──┘')).toEqual(['序号 | 任务 | 责任单位', '1 | 清理河道 | 县水利局/县财政局', '2 | 植树 | 县林业局'])
  })

  it('has merged what a rule leaves out', () => {
    expect(rows('┌─┬──┬──┐\n│序号│任务│责任单位│\n├─┼──┼──┤\n│1│清淤│县水利局│\n│ ├──┼──┤\n│ │植树│县林业局│\n└─┴──┴──┘').at(-1)).toBe('〃 | 植树 | 县林业局')
  })

  it('has a row a line where only its head is ruled off', () => {
    expect(rows('+---+---+---+\n| 序号 | 任务 | 责任单位 |\n+---+---+---+\n| 1 | 清淤 | 县水利局 |\n| 2 | 植树 | 县林业局 |\n+---+---+---+')).toHaveLength(3)
  })
})

describe('a line with a tab', () => {
  it('is a row among rows', () => expect(rows('任务\t责任单位\n清淤\t县水利局')).toHaveLength(2))

  it('is no row where it is indented or has its number set off', () => {
    expect(withTablesAsRows(['\t为做好工作', '1.\t清淤。', '2.\t植树。'])).toEqual(['  为做好工作', '1. 清淤。', '2. 植树。'])
  })

  it('is no row beside a table either', () => expect(rows('1.\t清淤\n序号\t任务\t责任单位\n1\t清淤\t县水利局\n二、\t其他')).toHaveLength(2))

  it('copied from a sheet has the lines of a cell in quotes', () => expect(rows('任务\t责任单位\n清淤\t"县水利局\n县财政局"')).toEqual(['任务 | 责任单位', '清淤 | 县水利局/县财政局']))
})

describe('a table pasted from a word processor', () => {
  const head = '序号\t任务\t责任单位\t时限\t备注'

  it('has line breaks in its cells, with and without a section between the rows', () => {
    expect(rows(`${head}\n一、水利\n1\t清淤\t牵头单位：县水利局\n配合单位：县财政局\t6月底前\t\n二、林业\n2\t植树\n造林\t县林业局\n县财政局\t长期\t\n3\t巡护\t县林业局\t全年\t`)).toEqual([
      '序号 | 任务 | 责任单位 | 时限 | 备注', '一、水利 | ', '1 | 清淤 | 牵头单位：县水利局/配合单位：县财政局 | 6月底前 | ', '二、林业 | ', '2 | 植树/造林 | 县林业局/县财政局 | 长期 | ', '3 | 巡护 | 县林业局 | 全年 | ',
    ])
  })

  it('has them in its last and its first cell as well', () => {
    expect(rows('序号\t任务\t责任单位\n1\t清淤\t县水利局\n县财政局\n2\t植树\t县林业局')).toEqual(['序号 | 任务 | 责任单位', '1 | 清淤 | 县水利局/县财政局', '2 | 植树 | 县林业局'])
    expect(rows('类别\t序号\t任务\t责任单位\n源头\n治理\t1\t清淤\t县水利局')).toEqual(['类别 | 序号 | 任务 | 责任单位', '源头/治理 | 1 | 清淤 | 县水利局'])
  })

  it('may have rows that end before the last column: each stays one', () => {
    expect(rows('任务\t责任单位\t备注\n清淤\t县水利局\n植树\t县林业局')).toHaveLength(3)
    expect(rows(`${head}\n1\t清淤\t县水利局\t6月底前\n2\t植树\t县林业局\t长期`)).toHaveLength(3)
  })

  it('ends where prose begins', () => {
    expect(rows(`${head}\n1\t清淤\t县水利局\t6月底前\t\n注：各单位每月报送进展。\n二、保障措施\n各单位要抓好落实。`)).toHaveLength(2)
  })
})

describe('a table on its side', () => {
  const clearing = '1 | 河道淤积 | 县水利局 | 张三 | 6月底前'

  it('that is a form is one task, however many pairs are in its rows', () => {
    const head = '序号 | 存在问题 | 牵头单位 | 责任领导 | 整改时限'
    expect(rows('序号\t1\t\t\n存在问题\t河道淤积\t\t\n牵头单位\t县水利局\t责任领导\t张三\n整改时限\t6月底前\t\t')).toEqual([head, clearing])
    expect(rows('序号\t1\n存在问题：\t河道淤积\n牵头单位\t县水利局\n责任领导\t张三\n整改时限\t6月底前')).toEqual([head.replace('问题', '问题：'), clearing])
    expect(rows('| 序号 | 1 |\n|---|---|\n| 存在问题 | 河道淤积 |\n| 牵头单位 | 县水利局 |\n| 责任领导 | 张三 |\n| 整改时限 | 6月底前 |')).toEqual([head, clearing])
  })

  it('may be several forms one below the other, with sections between them', () => {
    const form = (number: string, task: string): string => `序号\t${number}\n工作任务\t${task}\n责任单位\t县水利局`
    expect(rows(`一、水利\t\n${form('1', '清淤')}\n${form('2', '筑坝')}\n二、其他\t\n${form('3', '宣传工作')}`).map((row) => row.split(' | ').slice(0, 2).join(' '))).toEqual(['一、水利 ', '序号 工作任务', '1 清淤', '序号 工作任务', '2 筑坝', '二、其他 ', '序号 工作任务', '3 宣传工作'])
  })

  it('may have a head over several rows, one that says nothing known, and nothing beside one', () => {
    expect(rows('工作任务\t清淤\n具体措施\t1.摸底\n〃\t2.施工\n督办级别\t一级\n牵头单位\t县水利局\n配合单位\t')).toEqual(['工作任务 | 具体措施 | 督办级别 | 牵头单位 | 配合单位', '清淤 | 1.摸底/2.施工 | 一级 | 县水利局 | '])
  })

  it('may have a task in each column', () => {
    expect(rows('序号\t1\t2\n任务\t清淤\t宣传工作\n牵头单位\t县水利局\t县委宣传部\n时限\t6月底前\t长期')).toEqual(['序号 | 任务 | 牵头单位 | 时限', '1 | 清淤 | 县水利局 | 6月底前', '2 | 宣传工作 | 县委宣传部 | 长期'])
  })

  it('is none where its first column names things', () => {
    const text = '教育工作\t县教育局\t全年\n宣传工作\t县委宣传部\t全年\n河长办公室\t县水利局\t全年'
    expect(rows(text)).toHaveLength(3)
    expect(rows(text)[0]).toBe('教育工作 | 县教育局 | 全年')
  })
})

describe('a table with a column for each unit', () => {
  const body = '1\t清淤\t▲\t●\t\t6月底前\n2\t植树\t\t●\t▲\t长期'
  const head = '序号\t任务\t县水利局\t县财政局\t县林业局\t时限'

  it.each([['above it', (table: string) => `注：▲为牵头单位，●为配合单位。\n${table}`], ['below it', (table: string) => `${table}\n“▲”表示牵头，“●”表示配合`], ['the other way round', (table: string) => `牵头单位标▲，配合单位标●\n${table}`]])('has the units by their marks, where it is said what they mean: %s', (_where, withLegend) => {
    expect(rows(withLegend(`${head}\n${body}`))).toEqual(['序号 | 任务 | 责任单位 | 时限', '1 | 清淤 | 牵头单位：县水利局/配合单位：县财政局 | 6月底前', '2 | 植树 | 牵头单位：县林业局/配合单位：县财政局 | 长期'])
  })

  it('has no part for a mark of which nothing is said, and a part for words', () => {
    expect(rows(`${head}\n1\t清淤\t√\t√\t\t6月底前`)[1]).toBe('1 | 清淤 | 责任单位：县水利局、县财政局 | 6月底前')
    expect(rows(`${head}\n1\t清淤\t牵头\t配合\t\t6月底前`)[1]).toBe('1 | 清淤 | 牵头单位：县水利局/配合单位：县财政局 | 6月底前')
  })

  it('may name them in a second row of heads', () => {
    expect(rows(`序号\t任务\t责任单位\t\t\t时限\n〃\t〃\t县水利局\t县财政局\t县林业局\t〃\n1\t清淤\t√\t√\t\t6月底前`)).toEqual(['序号 | 任务 | 责任单位 | 时限', '1 | 清淤 | 责任单位：县水利局、县财政局 | 6月底前'])
  })

  it('is left alone where the marks are under other heads', () => {
    expect(rows('序号\t任务\t责任单位\t是否完成\n1\t清淤\t县水利局\t√\n2\t植树\t县林业局\t')).toHaveLength(3)
    expect(rows('序号\t任务\t责任单位\t是否完成\n1\t清淤\t县水利局\t√')[1]).toBe('1 | 清淤 | 县水利局 | √')
  })
})

describe('a table set apart by blanks', () => {
  const head = '序号   工作任务              牵头单位      配合单位          完成时限'

  it('has its columns below its heads, and wrapped lines in the cell above', () => {
    expect(rows(`${head}\n 1     疏浚云溪河十二公里，  县水利局      县财政局、县自    2026年6月底前\n       加固两岸堤防。                      然资源局\n 2     新建水库一座。        县水利局                        2026年12月底前`)).toEqual([
      '序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限', '1 | 疏浚云溪河十二公里，加固两岸堤防。 | 县水利局 | 县财政局、县自然资源局 | 2026年6月底前', '2 | 新建水库一座。 | 县水利局 |  | 2026年12月底前',
    ])
  })

  it('has sections between its rows, and ends at a heading that no row follows', () => {
    const lines = [head, '一、水利', ' 1     筑坝。                县水利局      县财政局          2026年6月底前', '二、教育', ' 2     新建校舍。            县教育局      各乡镇            长期', '三、保障措施', '各单位要抓好落实。']
    expect(rows(lines.join('\n')).map((row) => row.split(' | ')[0])).toEqual(['序号', '一、水利', '1', '二、教育', '2'])
  })

  it('may have numbers in the middle of their rows', () => {
    const lines = ['序号        工作任务              责任单位        完成时限', '       疏浚云溪河十二公里，', ' 1                               县水利局      2026年6月底前', '       加固两岸堤防。', '       新建幼儿园两所，', ' 2                               县教育局      2026年12月底前', '       改建食堂四个。']
    expect(rows(lines.join('\n')).slice(1)).toEqual(['1 | 疏浚云溪河十二公里，加固两岸堤防。 | 县水利局 | 2026年6月底前', '2 | 新建幼儿园两所，改建食堂四个。 | 县教育局 | 2026年12月底前'])
  })

  it('may have single blanks: cells are told by what they look like', () => {
    expect(rows('序号 工作任务 责任单位 完成时限\n1 疏浚云溪河 县水利局 县财政局 2026年6月底前\n2 新建校舍，新增\n学位 县教育局 12月底').slice(1)).toEqual(['1 | 疏浚云溪河 | 县水利局/县财政局 | 2026年6月底前', '2 | 新建校舍，新增学位 | 县教育局 | 12月底'])
  })
})

describe('a table as a page prints it', () => {
  it('may have its numbers in the middle, single blanks between columns, and names cut at the end of a line', () => {
    const lines = ['序号     存在问题       整改措施      责任单位     整改时限', '   排水管网老化，多处 1.更换管网；   县水利局、县住  2026年6月底', '1  渗漏。             2.建立台账。   房城乡建设局    前', '   河道两岸堆放垃圾， 全面清运，落实 县农业农村局、  立行立改，长', '2                     管护。         各乡镇          期坚持', '   无人清理。']
    expect(rows(lines.join('\n')).slice(1)).toEqual(['1 | 排水管网老化，多处渗漏。 | 1.更换管网；/2.建立台账。 | 县水利局、县住房城乡建设局 | 2026年6月底前', '2 | 河道两岸堆放垃圾，无人清理。 | 全面清运，落实管护。 | 县农业农村局、各乡镇 | 立行立改，长期坚持'])
  })

  it('may have lost its columns: cells follow each other, and a category stands before the number', () => {
    const text = '类别 序\n号 重点任务 牵头单位 配合单位 完成时限\n城市\n排水\n1\n改造积水点12处，清淤\n管网\n县城管局\n县水利局、县应\n急管理局\n2026年5月\n底前\n2 编制规划 县城管局 县数据局 10月底前'
    expect(rows(text)).toEqual(['类别 | 序号 | 重点任务 | 牵头单位 | 配合单位 | 完成时限', '城市排水 | 1 | 改造积水点12处，清淤管网 | 县城管局 | 县水利局、县应急管理局 | 2026年5月底前', ' | 2 | 编制规划 | 县城管局 | 县数据局 | 10月底前'])
  })
})

describe('a table with a cell a line', () => {
  const stacked = (...cells: string[]): string => cells.join('\n')

  it('has rows that begin with numbers that count on', () => {
    expect(rows(stacked('序号', '任务', '责任单位', '完成时限', '1', '疏浚河道', '县水利局', '6月底前', '2', '植树', '县林业局', '长期'))).toEqual(['序号 | 任务 | 责任单位 | 完成时限', '1 | 疏浚河道 | 县水利局 | 6月底前', '2 | 植树 | 县林业局 | 长期'])
  })

  it('may miss a cell, and nothing is shifted', () => {
    expect(rows(stacked('序号', '领域', '任务', '牵头单位', '配合单位', '时限', '1', '水利', '疏浚河道', '县水利局', '县财政局', '6月底前', '2', '筑坝修堤', '县水利局', '7月底前')).at(-1)).toBe('2 |  | 筑坝修堤 | 县水利局 |  | 7月底前')
  })

  it('may have several lines in a cell', () => {
    expect(rows(stacked('序号', '任务', '责任单位', '时限', '1', '疏浚河道', '县水利局', '县财政局', '6月底前', '2', '植树', '县林业局', '长期'))[1]).toBe('1 | 疏浚河道 | 县水利局/县财政局 | 6月底前')
  })

  it('may have sections, blank lines and words behind it', () => {
    const text = stacked('序号', '任务', '责任单位', '时限', '', '一、水利', '1', '疏浚河道', '县水利局', '6月底前', '', '二、林业', '2', '植树', '县林业局', '长期', '以上任务请各单位抓好落实，按时报送进展。')
    expect(rows(text).map((row) => row.split(' | ')[0])).toEqual(['序号', '一、水利', '1', '二、林业', '2'])
    expect(withTablesAsRows(text.split('\n')).at(-1)).toBe('以上任务请各单位抓好落实，按时报送进展。')
  })

  it('may divide a head by two that come last', () => {
    expect(rows(stacked('序号', '任务', '责任单位', '时限', '牵头单位', '配合单位', '1', '疏浚河道', '县水利局', '县财政局', '6月底前', '2', '植树', '县林业局', '各乡镇', '长期'))[1]).toBe('1 | 疏浚河道 | 县水利局 | 县财政局 | 6月底前')
  })

  it('may have no numbers, if every row has all its cells', () => {
    expect(rows(stacked('任务名称', '责任单位', '完成时限', '疏浚河道', '县水利局', '6月底前', '植树造林', '县林业局', '7月底前', '以上任务请抓好落实。'))).toHaveLength(3)
  })

  it('may have lost its merged cells: a number that counts on opens a row below a task alone', () => {
    const text = stacked('序号', '领域', '任务', '时限', '责任领导', '责任股室', '（单位）', '1', '治水', '疏浚云溪河并加固两岸堤防。', '6月底前', '张 伟', '河道股', '水文站', '2', '清理白沙镇的沟渠十二公里。', '3', '对水库大坝作一次安全鉴定。', '4', '兴林', '在荒坡上造林两千亩。', '造林股')
    expect(rows(text)).toEqual(['序号 | 领域 | 任务 | 时限 | 责任领导 | 责任股室（单位）', '1 | 治水 | 疏浚云溪河并加固两岸堤防。 | 6月底前 | 张 伟 | 河道股/水文站', '2 |  | 清理白沙镇的沟渠十二公里。 |  |  | ', '3 |  | 对水库大坝作一次安全鉴定。 |  |  | ', '4 | 兴林 | 在荒坡上造林两千亩。 |  |  | 造林股'])
  })

  it('may have lost rows: the numbers go on behind a gap', () => {
    const text = stacked('序号', '任务', '责任单位', '时限', '1', '疏浚云溪河十二公里。', '县水利局', '6月底前', '2', '加固白沙水库的大坝。', '县水利局', '年底前', '7', '在荒坡上造林两千亩。', '县林业局', '长期', '8', '巡护青坪山的林地。', '县林业局', '长期')
    expect(rows(text).map((row) => row.split(' | ')[0])).toEqual(['序号', '1', '2', '7', '8'])
  })

  it('may count things: such a number opens no row', () => {
    expect(rows(stacked('序号', '任务', '数量', '责任单位', '1', '新建水厂', '2', '县水利局', '2', '改建泵站', '3', '县住建局')).slice(1)).toEqual(['1 | 新建水厂 | 2 | 县水利局', '2 | 改建泵站 | 3 | 县住建局'])
  })

  it('may have a head that is not known, and no head over its numbers', () => {
    expect(rows(stacked('工作任务', '推进路数', '责任单位', '时限', '1', '疏浚云溪河十二公里。', '分两期施工', '县水利局', '6月底前', '2', '在荒坡上植树造林。', '全面铺开', '县林业局', '长期'))[1]).toBe('1 | 疏浚云溪河十二公里。 | 分两期施工 | 县水利局 | 6月底前')
  })

  it('is left alone where its cells cannot be told apart', () => unchanged(stacked('序号', '任务', '责任单位', '时限', '1', '甲', '乙', '丙', '2', '丁', '戊', '己')))
})

describe('the lines of a text', () => {
  it('keep their numbers', () => {
    const text = '云溪县治水方案\n| 任务 | 责任单位 |\n|---|---|\n| 清淤 | 县水利局 |\n一、保障'
    expect(withTablesAsRows(text.split('\n')).indexOf('一、保障')).toBe(4)
  })

  it('are told apart from rows in blocks', () => {
    expect(tablesApart(['治水方案', '任务\t责任单位', '清淤\t县水利局', '一、保障']).map(({ isTable, lines }) => [isTable, lines.length])).toEqual([[false, 1], [true, 2], [false, 1]])
  })
})
