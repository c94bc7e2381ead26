/** A state as JSON can hold it: a map is its entries, in order. */
export function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, held]) => [plain(key), plain(held)])
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, plain(held)]))
}
