// The hour of a review, which stands with its place, is called what it is.
import { describe, expect, it } from 'vitest'
import { placeAlone, whereBehind, whereLine } from '#templates/review-where.ts'

describe('where a review is', () => {
  it.each([['9:00', '时间：9:00'], ['下午3点半', '时间：下午3点半'], ['3 pm', '时间：3 pm'], ['9:30 二楼会议室', '时间、地点：9:30 二楼会议室'], ['二楼会议室', '地点：二楼会议室'], ['3号楼', '地点：3号楼'], ['3楼 9:30', '地点：3楼 9:30']])('%s: %s', (where, line) => expect(whereLine(where, 'zh')).toBe(line))
  it.each([['9:30 二楼会议室', '二楼会议室'], ['9:30二楼会议室', '二楼会议室'], ['上午9:30-11:00 二楼会议室', '二楼会议室'], ['下午 3点 二楼', '二楼'], ['9点半到11点，二楼', '二楼'], ['10时代广场', '10时代广场'], ['2点位现场', '2点位现场'], ['3号楼', '3号楼'], ['15:00', '']])('%s has its place apart: %s', (where, place) => expect(placeAlone(where)).toBe(place))
  it('behind a sentence, too', () => expect([whereBehind('9:00', 'zh'), whereBehind('二楼', 'zh'), whereBehind('9:00 room 2', 'en')]).toEqual(['，9:00', '，地点二楼', '; 9:00 room 2']))
})
