/** The named fields of an object; those that are undefined are left out. Pure. */
export function pick<T extends object, K extends keyof T>(from: T, fields: Readonly<Record<K, true>>): Pick<T, K> {
  const names = Object.keys(fields) as K[];
  return Object.fromEntries(names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]])) as Pick<
    T,
    K
  >;
}
