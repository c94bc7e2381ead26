// Which addresses in Slack's payloads are really Slack's, and so may be given the bot's token or an answer.

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether an address belongs to the workspace that the API is asked at: its host or one below it (files.slack.com), by https unless local. */
export function isTrusted(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false
  const [asked, api] = [new URL(address), new URL(apiUrl)]
  if (loopback.has(api.hostname)) return loopback.has(asked.hostname) && asked.port === api.port
  if (asked.protocol !== api.protocol) return false
  return asked.host === api.host || asked.host.endsWith(`.${api.host}`)
}
