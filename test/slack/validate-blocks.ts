// Slack's documented limits on blocks, for the local workspace checks none of them. Every template's test may use it.
type Part = Record<string, unknown>

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value)
const partsIn = (value: unknown): Part[] => (Array.isArray(value) ? value.filter(isPart) : [])
const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0)
const textOf = (value: unknown): string => (isPart(value) && typeof value['text'] === 'string' ? value['text'] : '')

type Surface = 'message' | 'home' | 'modal'
const blocksAtMost: Record<Surface, number> = { message: 50, home: 100, modal: 100 }
const allowedBlocks: Record<Surface, string[]> = {
  message: ['section', 'header', 'context', 'divider', 'image', 'actions'],
  home: ['section', 'header', 'context', 'divider', 'image', 'actions'],
  modal: ['section', 'context', 'divider', 'input'],
}
const textInMessage = 13_000

/** What Slack, or the local workspace's page, would refuse or not draw: a sentence each; empty when all is well. */
export function validateBlocks(given: unknown, surface: Surface = 'message'): string[] {
  const wrong: string[] = []
  const atMost = (what: string, length: number, limit: number): void => {
    if (length > limit) wrong.push(`${what}: ${length} > ${limit}`)
  }
  const blocks = partsIn(given)
  atMost('blocks', blocks.length, blocksAtMost[surface])
  if (blocks.length === 0) wrong.push('no blocks')
  if (surface === 'message') atMost('texts together', drawn(blocks), textInMessage)
  unique('block_id', blocks.map((block) => block['block_id']))
  unique('action_id', elementsOf(blocks).map((element) => element['action_id']))
  for (const block of blocks) checkBlock(block)
  for (const element of elementsOf(blocks)) checkElement(element)
  return wrong

  function unique(what: string, names: unknown[]): void {
    const given = names.filter((name) => name !== undefined)
    if (new Set(given).size !== given.length) wrong.push(`${what} twice`)
  }

  function text(what: string, value: unknown, limit: number, kinds: string[] = ['plain_text']): void {
    if (!isPart(value) || !kinds.includes(String(value['type']))) {
      wrong.push(`${what}: no text object`)
      return
    }
    if (textOf(value) === '') wrong.push(`${what}: empty`)
    atMost(what, textOf(value).length, limit)
    if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(textOf(value))) wrong.push(`${what}: half a character`)
  }

  function checkBlock(block: Part): void {
    const type = String(block['type'])
    if (!allowedBlocks[surface].includes(type)) wrong.push(`${type} is not drawn in a ${surface}`)
    atMost('block_id', lengthOf(block['block_id']), 255)
    if (type === 'section') text('section', block['text'], 3000, ['plain_text', 'mrkdwn'])
    if (type === 'header') text('header', block['text'], 150)
    if (type === 'context') {
      atMost('context elements', partsIn(block['elements']).length, 10)
      for (const element of partsIn(block['elements'])) text('context', element, 3000, ['plain_text', 'mrkdwn'])
    }
    if (type === 'actions') {
      atMost('elements of actions', partsIn(block['elements']).length, 25)
      if (partsIn(block['elements']).length === 0) wrong.push('actions without elements')
    }
    if (type === 'input') {
      text('label', block['label'], 2000)
      if (block['hint'] !== undefined) text('hint', block['hint'], 2000)
    }
  }

  function checkElement(element: Part): void {
    const type = String(element['type'])
    atMost('action_id', lengthOf(element['action_id']), 255)
    if (lengthOf(element['action_id']) === 0) wrong.push(`${type} without action_id`)
    if (isPart(element['placeholder'])) text('placeholder', element['placeholder'], 150)
    if (isPart(element['confirm'])) {
      text('confirm title', element['confirm']['title'], 100)
      text('confirm text', element['confirm']['text'], 300)
      text('confirm yes', element['confirm']['confirm'], 30)
      text('confirm no', element['confirm']['deny'], 30)
    }
    switch (type) {
      case 'button':
        text('button', element['text'], 75)
        atMost('button value', lengthOf(element['value']), 2000)
        atMost('accessibility_label', lengthOf(element['accessibility_label']), 75)
        return
      case 'overflow':
        options(element, 1, 5)
        return
      case 'static_select':
        options(element, 1, 100)
        return
      case 'radio_buttons':
      case 'checkboxes':
        options(element, 1, 10)
        return
      case 'plain_text_input':
        atMost('initial_value', lengthOf(element['initial_value']), Number(element['max_length'] ?? 3000))
        atMost('max_length', Number(element['max_length'] ?? 0), 3000)
        return
      case 'datepicker':
        if (element['initial_date'] !== undefined && (typeof element['initial_date'] !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(element['initial_date']))) wrong.push('initial_date')
        return
      default:
        wrong.push(`${type} is not drawn`)
    }
  }

  function options(element: Part, least: number, most: number): void {
    const all = partsIn(element['options'])
    if (all.length < least || all.length > most) wrong.push(`${String(element['type'])} with ${all.length} options`)
    for (const option of all) {
      text('option', option['text'], 75)
      atMost('option value', lengthOf(option['value']), 150)
    }
    const initial = element['initial_option']
    if (initial !== undefined && !all.some((option) => JSON.stringify(option) === JSON.stringify(initial))) wrong.push('initial_option is not an option')
  }
}

/** A modal's own limits, and those of its blocks. */
export function validateModal(view: unknown): string[] {
  if (!isPart(view)) return ['no view']
  const tooLong = (['title', 'submit', 'close'] as const).flatMap((name) => (textOf(view[name]).length > 24 || textOf(view[name]) === '' ? [`${name}: ${textOf(view[name])}`] : []))
  return [...tooLong, ...(lengthOf(view['private_metadata']) > 3000 ? ['private_metadata'] : []), ...validateBlocks(view['blocks'], 'modal')]
}

function elementsOf(blocks: readonly Part[]): Part[] {
  return blocks.flatMap((block) => [...(block['type'] === 'actions' ? partsIn(block['elements']) : []), ...[block['accessory'], block['element']].filter(isPart)])
}

/** All texts that are drawn; a confirmation's are not. */
function drawn(part: unknown): number {
  if (Array.isArray(part)) return part.reduce<number>((sum, inside) => sum + drawn(inside), 0)
  if (!isPart(part)) return 0
  return Object.entries(part).reduce((sum, [key, inside]) => sum + (key === 'text' ? (isPart(inside) ? drawn(inside) : lengthOf(inside)) : key === 'confirm' ? 0 : drawn(inside)), 0)
}
