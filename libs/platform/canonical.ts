/** The same text for the same JSON data, in whatever order its keys were written; undefined for undefined. */
export function canonical(data: unknown): string | undefined {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
