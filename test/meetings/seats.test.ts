// A name as the text has it becomes whoever is told, on the day.
import { describe, expect, it } from 'vitest'
import { directoryOn } from '#src/directory/on-day.ts'
import { seatsHeld, seatsOn } from '#src/meetings/seats.ts'
import { change, day, directoryWith, personNamed } from '#test/builders.ts'

const directory = () => directoryWith(
  ['县住建局', '溪口镇', '青石镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }],
  { name: '何景川', title: '县长', roles: ['leader'] }, { name: '赵副县长', title: '副县长', roles: ['leader'] }, { name: '钱副县长', title: '副县长', roles: ['leader'] },
  { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '杜局长', headOf: ['县教育局'] }, { name: '唐一鸣', handle: 'U0TANG', contactOf: ['县财政局'] }, { name: '贺乡', contactOf: ['溪口镇'] }, { name: '石乡', contactOf: ['青石镇'] },
)
const body = { leader: '县长', deputies: ['副县长', '县教育局主要负责同志'], members: ['县教育局', '县财政局主要负责同志', '各乡镇', '县住建局', '钱副县长'] }
const peopleOf = (name: string) => seatsOn(directory(), body).find((seat) => seat.name === name)?.people.map((person) => person.name)

describe('a seat', () => {
  it('of a unit is its contact’s', () => expect(peopleOf('县教育局')).toEqual(['苏晚晴']))
  it('of whoever heads a unit is the head’s', () => expect(peopleOf('县教育局主要负责同志')).toEqual(['杜局长']))
  it('of a head nobody has named is asked for through the contact', () => expect(peopleOf('县财政局主要负责同志')).toEqual(['唐一鸣']))
  it('of a post that one person has is theirs', () => expect(peopleOf('县长')).toEqual(['何景川']))
  it('of a post that two have is nobody’s: nobody is guessed', () => expect(peopleOf('副县长')).toEqual([]))
  it('of a person is theirs', () => expect(peopleOf('钱副县长')).toEqual(['钱副县长']))
  it('of a group is each member’s', () => expect(peopleOf('各乡镇')).toEqual(['贺乡', '石乡']))
  it('of a unit without a contact is nobody’s', () => expect(peopleOf('县住建局')).toEqual([]))
  it('comes in the order of rank, each once', () => expect(seatsOn(directory(), { ...body, members: ['县教育局', '县教育局', '县长'] }).map(({ name, as }) => [name, as])).toEqual([['县长', 'leader'], ['副县长', 'deputy'], ['县教育局主要负责同志', 'deputy'], ['县教育局', 'member']]))
  it('is the deputy’s while its holder is away', () => {
    const now = directory()
    change(now, { type: 'set-absence', person: personNamed(now, '苏晚晴').id, deputy: personNamed(now, '唐一鸣').id, from: day('2026-07-06'), until: day('2026-07-10') })
    const held = (on: string) => seatsOn(directoryOn(now, day(on)), body).find(({ name }) => name === '县教育局')?.people.map(({ name }) => name)
    expect([held('2026-07-05'), held('2026-07-06')]).toEqual([['苏晚晴'], ['唐一鸣']])
  })
  it('is found by whoever holds it', () => expect(seatsHeld(seatsOn(directory(), body), personNamed(directory(), '唐一鸣')).map(({ name }) => name)).toEqual(['县财政局主要负责同志']))
})
