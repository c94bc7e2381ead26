// In which language somebody uses Slack. Asked once a person, and never waited for long: the trigger of a form lives three seconds.
import type { Lang } from '#templates/card.ts'

const patienceMs = 700

/** So many are asked at once, for the others have their minute; each so often, where Slack does not say. */
const [learntAtOnce, triesAtMost] = [20, 3]

export type Languages = {
  of: (user: string) => Promise<Lang>
  /** Undefined where nobody has asked, or Slack did not say. */
  known: (user: string) => Lang | undefined
  /** Asks for some of those that are not known, the first of them first and those that were asked in vain last. Never rejects, and waits as long as an answer may. */
  learn: (users: readonly string[]) => Promise<void>
  changed: (user: string, locale: string | undefined) => void
}

/** Chinese where Slack gives no locale, as the local workspace does. */
const langOfLocale = (locale: string | undefined): Lang => (locale === undefined || locale.toLowerCase().startsWith('zh') ? 'zh' : 'en')

export function languages(localeOf: (user: string) => Promise<string | undefined>): Languages {
  const known = new Map<string, Lang>()
  const tries = new Map<string, number>()
  const triesOf = (user: string): number => tries.get(user) ?? 0

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
      const unknown = [...new Set(users)].filter((user) => !known.has(user) && triesOf(user) < triesAtMost).toSorted((a, b) => triesOf(a) - triesOf(b)).slice(0, learntAtOnce)
      for (const user of unknown) tries.set(user, triesOf(user) + 1)
      if (unknown.length > 0) await soon(Promise.all(unknown.map(look)), [])
    },
    changed(user, locale) {
      known.set(user, langOfLocale(locale))
    },
  }
}
