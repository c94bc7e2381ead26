// The local workspace: a program that plays Slack on this machine, so that nobody needs a token to try the bot.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { cannotStart } from './cannot-start.ts'
import { claimFolder, servedFrom } from './claimed-folder.ts'
import { ServerDidNotStart, superviseServer, type SandboxLogger } from './supervised-server.ts'

/**
 * What the workspace is born with. Slash commands need no declaration; what is not declared here is gone after a
 * restart. The page lists people by their `real_name`.
 */
export type Workspace = {
  workspace: { name: string; domain: string; teamId: string }
  apps: readonly [WorkspaceApp, ...WorkspaceApp[]]
  users: readonly { id: string; name: string; real_name: string; email?: string; tz?: string }[]
  channels: readonly { id: string; name: string; members: readonly string[]; is_private?: boolean; topic?: string; purpose?: string }[]
}
export type WorkspaceApp = { appId: string; botUserId: string; botName: string; botToken: string; appToken: string; mode: 'socket' }

export type LocalSlack = {
  /** For a browser. */
  page: string
  /** For Bolt: `clientOptions: { slackApiUrl }`. */
  apiUrl: string
  /** For `driveLocalSlack`. */
  control: string
  pid: () => number
  stop: () => Promise<void>
}

/**
 * Starts the workspace and resolves once its page answers. It listens on all interfaces and takes any token.
 *
 * @param port 0 for any free one
 * @param dir for its configuration, uploaded files and pid files; one running workspace a folder
 * @param restarted called after it died and serves again, at the same address, with all conversations gone
 * Throws SandboxCannotStart when the folder or port is taken, or no program for this machine is there.
 */
export async function startLocalSlack(options: {
  workspace: Workspace
  port: number
  dir: string
  logger: SandboxLogger
  restarted?: () => void
}): Promise<LocalSlack> {
  const { workspace, port, dir, logger } = options
  const file = localSlackProgram()
  const folder = claimFolder(dir)
  const config = join(dir, 'workspace.json')
  const files = join(dir, 'files')
  mkdirSync(files, { recursive: true })
  writeFileSync(config, JSON.stringify(workspace, undefined, 1))
  try {
    const server = await superviseServer({
      name: 'local-slack',
      file,
      args: (before: string | undefined) => ['--config', config, '--files-dir', files, '--port', before === undefined ? String(port) : new URL(before).port],
      ready: (line) => /Web UI:\s+(http:\S+)/.exec(line)?.[1],
      dir,
      logger,
      restarted: options.restarted,
    })
    return {
      page: server.ready,
      apiUrl: `${server.ready}/api/`,
      control: `${server.ready}/_control`,
      ...servedFrom(folder, server),
    }
  } catch (cause) {
    folder.release()
    if (!(cause instanceof ServerDidNotStart)) throw cause
    throw cannotStart(cause.output.includes('EADDRINUSE') ? { code: 'port-taken', port } : { code: 'local-slack-failed', output: cause.output }, cause)
  }
}

/** LOCAL_SLACK_BIN if set; else the program of the optional dependency, which exists for linux-x64 only. */
function localSlackProgram(): string {
  const named = process.env['LOCAL_SLACK_BIN']
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw cannotStart({ code: 'local-slack-bin-missing', file: named })
    return named
  }
  try {
    return join(dirname(createRequire(import.meta.url).resolve('local-slack-linux-x64/package.json')), 'bin', 'local-slack')
  } catch (cause) {
    throw cannotStart({ code: 'no-local-slack', platform: `${process.platform}-${process.arch}` }, cause)
  }
}
