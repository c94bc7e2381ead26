// A plan's title where there is little room.
import { cutTo } from './cut-to.ts'

/** Without the years in brackets at its end. @param most characters */
export const shortPlan = (title: string, most: number): string => cutTo(title.replace(/[(（][^()（）]*[)）]$/, ''), most)
