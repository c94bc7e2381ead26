// What the granted roles are called.
import { Role } from '#src/directory/person.ts'
import type { Lang } from './card.ts'

export const roleName: Record<Lang, Record<Role, string>> = {
  zh: { leader: '领导', aide: '领导联络员', secretary: '督查室', admin: '管理员' },
  en: { leader: 'leader', aide: 'aide', secretary: 'secretary', admin: 'admin' },
}

export const roleNames = (lang: Lang): string[] => Role.options.map((role) => roleName[lang][role])
