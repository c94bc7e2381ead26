// 签到：… as it is typed.
import { describe, expect, it } from 'vitest'
import { attendanceSaid, type AttendanceSaid } from '#src/meetings/attendance-words.ts'

describe('what is typed of who was there', () => {
  it.each<[string, AttendanceSaid]>([
    ['', {}],
    ['全部到会', { all: true }], ['全到', { all: true }], ['都到了', { all: true }], ['all', { all: true }],
    ['缺席 财政局、住建局', { absent: '财政局、住建局' }], ['缺席 财政局，住建局 水利局', { absent: '财政局、住建局、水利局' }], ['缺席：财政局', { absent: '财政局' }], ['请假财政局', { absent: '财政局' }],
    ['财政局没来', { absent: '财政局' }], ['财政局、住建局缺席', { absent: '财政局、住建局' }], ['财政局 缺席', { absent: '财政局' }],
    ['教育局、财政局到会', { there: '教育局、财政局' }], ['到会：教育局、财政局', { there: '教育局、财政局' }], ['到会 教育局 缺席 财政局', { there: '教育局', absent: '财政局' }], ['教育局到了', { there: '教育局' }],
    ['列席 县残联', { besides: '县残联' }], ['列席人员：县残联、县妇联', { besides: '县残联、县妇联' }], ['列席 列席1、列席2', { besides: '列席1、列席2' }],
    ['主持 教育局', { chair: '教育局' }], ['主持：教育局', { chair: '教育局' }], ['主持人： 何景川', { chair: '何景川' }], ['主持人是何景川', { chair: '何景川' }], ['教育局主持', { chair: '教育局' }], ['由教育局主持', { chair: '教育局' }],
    ['主持 教育局 缺席 财政局；列席：县残联', { chair: '教育局', absent: '财政局', besides: '县残联' }], ['全到，教育局主持', { all: true, chair: '教育局' }], ['财政局没来，其余全到', { absent: '财政局' }],
    ['谁主持', { asks: 'chair' }], ['谁主持？', { asks: 'chair' }], ['主持', { asks: 'chair' }], ['缺席', { asks: 'absent' }], ['列席', { asks: 'besides' }],
    ['教育局', { unread: '教育局' }], ['教育局晚到了一会儿', { unread: '教育局晚到了一会儿' }],
    ['列席 主持工作的副局长', { besides: '主持工作的副局长' }], ['absent 财政局', { absent: '财政局' }], ['chair 县教育局 absent 县财政局', { chair: '县教育局', absent: '县财政局' }],
  ])('%s', (words, said) => expect(attendanceSaid(words.split(' ').filter((word) => word !== ''))).toEqual(said))
})
