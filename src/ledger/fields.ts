// Fields that may be missing: left out where there is nothing, taken out where there is no more.

/** Leaves out what is not there. */
export function present<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> }
}

/** The same without some of its fields. */
export function without<Fields extends object, Key extends keyof Fields>(fields: Fields, ...keys: readonly Key[]): Omit<Fields, Key> {
  const left = { ...fields }
  for (const key of keys) Reflect.deleteProperty(left, key)
  return left
}
