// In which language somebody uses Slack. Asked once a person, and never waited for long: the trigger of a form lives three seconds.
import type { Lang } from '#templates/card.ts'

const patienceMs = 700

/** So many are asked at once, for the others have their minute. */
const learntAtOnce = 20

export type Languages = {
  of: (user: string) => Promise<Lang>
  /** Undefined where nobody has asked, or Slack did not say. */
  known: (user: string) => Lang | undefined
  /** Asks for some of those that are not known, each once, before anything is sent to them. Never rejects, and waits as long as an answer may. */
  learn: (users: readonly string[]) => Promise<void>
  changed: (user: string, locale: string | undefined) => void
}

/** Chinese where Slack gives no locale, as the local workspace does. */
const langOfLocale = (locale: string | undefined): Lang => (locale === undefined || locale.toLowerCase().startsWith('zh') ? 'zh' : 'en')

export function languages(localeOf: (user: string) => Promise<string | undefined>): Languages {
  const known = new Map<string, Lang>()
  const asked = new Set<string>()

  async function look(user: string): Promise<Lang> {
    try {
      const lang = langOfLocale(await localeOf(user))
      known.set(user, lang)
      return lang
    } catch {
      // Not to know somebody's language is no reason not to answer; the next act asks again.
      return 'zh'
    }
  }

  const soon = async <Answer>(answer: Promise<Answer>, otherwise: Answer): Promise<Answer> => Promise.race([answer, new Promise<Answer>((resolve) => setTimeout(() => resolve(otherwise), patienceMs).unref())])

  return {
    async of(user) {
      return known.get(user) ?? soon(look(user), 'zh')
    },
    known: (user) => known.get(user),
    async learn(users) {
      const unknown = users.filter((user) => !known.has(user) && !asked.has(user)).slice(0, learntAtOnce)
      for (const user of unknown) asked.add(user)
      if (unknown.length > 0) await soon(Promise.all(unknown.map(look)), [])
    },
    changed(user, locale) {
      known.set(user, langOfLocale(locale))
    },
  }
}
