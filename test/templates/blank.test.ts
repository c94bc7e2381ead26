// A blank of an example is told from a document's number.
import { expect, it } from 'vitest'
import { blankIn } from '#templates/blank.ts'

it.each([['填报 4 80 〔做了什么〕', '〔做了什么〕'], ['〔谁说的〕电话', '〔谁说的〕'], ['已按云政办〔2026〕5号办理', undefined], ['〔2026年〕第3期', undefined], ['已完成招标', undefined]])('%s has %s', (words, blank) => expect(blankIn(words)).toBe(blank))
