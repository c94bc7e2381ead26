// Follows what happens in the local workspace, as its page does.
import { WebSocket } from 'undici'
import { WorkspaceNews, type SlackView } from './local-slack-shapes.ts'

/** Twice the five seconds that the workspace itself waits for the bot's acknowledgement, for a busy machine. */
export const patienceMs = 10_000

/** The bot has acknowledged something the workspace sent it; which, the workspace does not say. */
export const isAck = (piece: WorkspaceNews): boolean => piece.t === 'log' && piece.entry.kind === 'ack'

/** What is open and published now, and what happens next. */
export type News = {
  send: (message: unknown) => void
  forms: () => SlackView[]
  home: (user: string) => SlackView | undefined
  /** The first thing `pick` makes of the news from now on. */
  next: <Picked>(pick: (piece: WorkspaceNews) => Picked | undefined, what: string) => Promise<Picked>
  /** Resolves at the next piece of news, or after so many milliseconds. */
  anything: (afterMs: number) => Promise<void>
  close: () => void
}

/** Follows the page's WebSocket; resolves once the first picture of the workspace has arrived. */
export async function listenToWorkspace(url: string): Promise<News> {
  const socket = new WebSocket(url)
  const ears = new Set<(piece: WorkspaceNews) => void>()
  const homes = new Map<string, SlackView>()
  let forms: SlackView[] = []

  function remember(piece: WorkspaceNews): void {
    if (piece.t === 'init') {
      forms = piece.state.modalStack
      homes.clear()
      for (const [user, byApp] of Object.entries(piece.state.homeViews)) for (const view of Object.values(byApp)) homes.set(user, view)
    }
    if (piece.t === 'view') forms = piece.stack
    if (piece.t === 'home') homes.set(piece.user, piece.view)
  }

  socket.addEventListener('message', ({ data }) => {
    const piece = WorkspaceNews.parse(JSON.parse(String(data)))
    remember(piece)
    for (const ear of [...ears]) ear(piece)
  })

  async function next<Picked>(pick: (piece: WorkspaceNews) => Picked | undefined, what: string): Promise<Picked> {
    return new Promise((resolve, reject) => {
      const forget = (): void => {
        clearTimeout(timer)
        ears.delete(ear)
        socket.removeEventListener('close', lost)
      }
      const fail = (why: string): void => {
        forget()
        reject(new Error(why))
      }
      const lost = (): void => fail(`the local workspace went away while waiting for ${what}`)
      const timer = setTimeout(() => fail(`waited ${patienceMs} ms in vain for ${what}`), patienceMs)
      const ear = (piece: WorkspaceNews): void => {
        const picked = pick(piece)
        if (picked === undefined) return
        forget()
        resolve(picked)
      }
      ears.add(ear)
      socket.addEventListener('close', lost)
    })
  }

  await next((piece) => (piece.t === 'init' ? true : undefined), 'the workspace to show itself')
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    forms: () => forms,
    home: (user) => homes.get(user),
    next,
    async anything(afterMs) {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer)
          ears.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, afterMs)
        ears.add(wake)
      })
    },
    close: () => socket.close(),
  }
}
