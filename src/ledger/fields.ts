// Fields that may be missing: left out where there is nothing, taken out where there is no more.

/** Leaves out what is not there. */
export function present<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const left: { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } = {}
  for (const key in fields) if (fields[key] !== undefined) left[key] = fields[key] as Exclude<Fields[typeof key], undefined>
  return left
}

/** The same without some of its fields. */
export function without<Fields extends object, Key extends keyof Fields>(fields: Fields, ...keys: readonly Key[]): Omit<Fields, Key> {
  const left = { ...fields }
  for (const key of keys) Reflect.deleteProperty(left, key)
  return left
}
