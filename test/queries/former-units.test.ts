import { expect, it } from 'vitest'
import { formerUnits } from '#src/queries/former-units.ts'
import { directoryWith, personNamed, unitId } from '../builders.ts'

const [ended, goesOn] = [unitId('县文广局'), unitId('县文旅局')]
const directory = directoryWith(['县文广局', '县文旅局'], { name: '甲某' }, { name: '乙某', contactOf: ['县文旅局'] })

it('of a unit that another carries on, it is whoever is asked of that one now', () => {
  const merged = { ...directory, merged: new Map([[ended, goesOn]]) }
  expect(formerUnits(merged, { ...personNamed(directory, '甲某'), formerOf: [ended] })?.others).toEqual([{ unit: '县文广局', now: ['乙某'] }])
})
