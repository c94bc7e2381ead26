// The name by which Slack calls back when a message is brought to a command.
const prefix = 'bring:'

/** Of a command's English name. */
export const shortcutOf = (command: string): string => `${prefix}${command}`
/** Those that are ours. */
export const shortcutIds = new RegExp(`^${prefix}`)
export const commandOfShortcut = (callback: string): string | undefined => (callback.startsWith(prefix) ? callback.slice(prefix.length) : undefined)
