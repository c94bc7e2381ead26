// Outside text that runs from right to left, or says so: kept whole, and apart from the line it stands in, which it would else reorder.

/** Hebrew, Arabic and their kin (Uyghur names among them), and the signs that set a direction. */
const setsDirection = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\p{Bidi_C}]/u
const [opens, closes] = ['\u2068', '\u2069']

/** Each line by itself, for a direction ends with its paragraph. */
export const isolated = (text: string): string => (setsDirection.test(text) ? text.split('\n').map(isolatedLine).join('\n') : text)

/** An isolate that the text closes without having opened it, or leaves open, is matched: nothing gets out. */
function isolatedLine(line: string): string {
  if (!setsDirection.test(line)) return line
  let open = 0
  let unopened = 0
  for (const sign of line) {
    if (sign >= '\u2066' && sign <= '\u2068') open += 1
    else if (sign === closes && open > 0) open -= 1
    else if (sign === closes) unopened += 1
  }
  return `${opens.repeat(unopened + 1)}${line}${closes.repeat(open + 1)}`
}

/** For labels and a lock screen, where nothing can be kept apart: without the signs that set a direction. */
export const withoutDirections = (text: string): string => text.replace(/\p{Bidi_C}/gu, '')
