// In which language somebody uses Slack. Asked once a person, and never waited for long: the trigger of a form lives three seconds.
import type { Lang } from '#templates/card.ts'

const patienceMs = 700

export type Languages = {
  of: (user: string) => Promise<Lang>
  changed: (user: string, locale: string | undefined) => void
}

/** Chinese where Slack gives no locale, as the local workspace does. */
const langOfLocale = (locale: string | undefined): Lang => (locale === undefined || locale.toLowerCase().startsWith('zh') ? 'zh' : 'en')

export function languages(localeOf: (user: string) => Promise<string | undefined>): Languages {
  const known = new Map<string, Lang>()

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

  return {
    async of(user) {
      const lang = known.get(user)
      if (lang !== undefined) return lang
      return Promise.race([look(user), new Promise<Lang>((resolve) => setTimeout(() => resolve('zh'), patienceMs).unref())])
    },
    changed(user, locale) {
      known.set(user, langOfLocale(locale))
    },
  }
}
