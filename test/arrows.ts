// Which room may import which: docs/architecture.md, "Arrows point inward". architecture.test.ts walks the imports with it.
import type { IRegularForbiddenRuleType, IResolveOptions } from 'dependency-cruiser'

const pure = ['reader', 'ledger', 'directory', 'calendar', 'reminders', 'meetings', 'queries']
const adapters = ['store', 'delivery', 'slack', 'documents', 'schedule', 'sandbox']
/** Where the rooms are wired together: the composition roots, and the desk that the commands work at. */
const wiring = '^src/(?:app|balancing|boards|health|history|main|past|imported-plans|log-subjects|snapshot-job|snapshot-writer|snapshotting|write-snapshot|start-sandbox|start-workspace|desk|ledgers|redrawing|reminding|sayings|watched-messages)\\.ts$|^src/cli/'

const rooms = (names: readonly string[]): string => `^src/(?:${names.join('|')})/`
const pureRooms = rooms(pure)
const templates = '^templates/'
const packages = (...names: readonly string[]): string => `node_modules/(?:${names.join('|')})/`

const only = (name: string, comment: string, from: string, ...to: readonly string[]): IRegularForbiddenRuleType => ({ name, comment, severity: 'error', from: { path: from }, to: { pathNot: [...to] } })
const never = (name: string, comment: string, from: IRegularForbiddenRuleType['from'], to: IRegularForbiddenRuleType['to']): IRegularForbiddenRuleType => ({ name, comment, severity: 'error', from, to })

export const arrows: IRegularForbiddenRuleType[] = [
  only('pure-rooms-import-pure-rooms', 'A rule is a plain function over plain data: no effects, no words, no platform.', rooms(pure.filter((room) => room !== 'calendar')), pureRooms, packages('zod')),
  only('calendar-imports-itself', 'The only room that knows Temporal and the table of holidays.', rooms(['calendar']), pureRooms, packages('zod', 'temporal-polyfill', 'temporal-spec', 'chinese-days')),
  only('checker-imports-itself', 'What checks the product shares none of its code: only the published table of holidays.', '^src/checker/', '^src/checker/', packages('zod', 'chinese-days')),
  only('templates-import-pure-rooms', 'Facts in, plain data out.', templates, pureRooms, templates, packages('zod')),
  only('commands-import-inward', 'A command gets everything else from its desk.', '^commands/', pureRooms, templates, '^commands/', '^src/command\\.ts$', packages('zod')),
  only('command-imports-inward', 'What a command is, in words of the core.', '^src/command\\.ts$', pureRooms, templates, packages('zod')),
  only('post-imports-inward', 'What delivery asks of a chat platform, in words of the core.', '^src/post\\.ts$', pureRooms, templates),
  ...adapters.map((room) => never(`${room}-imports-no-adapter`, 'Adapters are thin and meet only where they are wired.', { path: `^src/${room}/` }, { path: rooms(adapters.filter((other) => other !== room)) })),
  only('delivery-imports-inward', 'Delivery asks for a log, a ledger and a way to post, and is given them.', rooms(['delivery']), rooms([...pure, 'delivery']), templates, '^src/(?:post|stopwatch)\\.ts$', packages('zod', 'pino')),
  never('only-wiring-wires', 'Nothing but the wiring imports the wiring.', { path: '^(?:src|commands|templates)/', pathNot: wiring }, { path: wiring }),
  never('commands-are-given', 'Whoever runs commands is given the list by the wiring.', { path: rooms([...pure, ...adapters]) }, { path: '^commands/' }),
  never('slack-in-its-room', '@slack/* is imported only in src/slack.', { pathNot: '^src/slack/' }, { path: packages('@slack') }),
  never('redis-in-its-room', 'The log is the one way to Redis; the composition roots open and close the connection.', { path: '^src/', pathNot: `^src/(?:store|sandbox)/|${wiring}` }, { path: packages('ioredis') }),
  never('product-does-not-import-tests', 'Tests look at the product, not the other way round.', { path: '^(?:src|commands|templates)/' }, { path: '^(?:test|scripts|bench)/' }),
  never('resolvable', 'An import that leads nowhere is checked by no rule.', {}, { couldNotResolve: true }),
  never('no-cycles', 'Two files that import each other are one.', {}, { circular: true }),
]

/** `#src/…` is found by the package's own `imports`, and an import of a type is an import. */
export const resolving: Partial<IResolveOptions> = { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.mjs', '.js', '.json', '.d.ts'] }
