/** A port of this machine that nobody listens on, chosen as those of the local servers are. */
export async function freePort(): Promise<number> {
  // The scripts that start servers are no part of the build: they are found from dist/test/kit.
  const scripts = new URL('../../../scripts/stack/servers.mjs', import.meta.url);
  return ((await import(scripts.href)) as { freePort(): Promise<number> }).freePort();
}
