/** Asks again, every so many ms, until `look` gives something; the events of a write need a moment. Fails after `ms`. */
export async function eventually<T>(
  look: () => Promise<T | undefined | false> | T | undefined | false,
  ms = 10_000,
  every = 20,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`nothing within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
