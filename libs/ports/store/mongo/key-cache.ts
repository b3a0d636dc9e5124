/** What `_keys` of a document was when it was last seen: a guess that every update checks. Least recently seen goes first. */
export class KeyCache {
  private readonly known = new Map<string, string>();

  constructor(private readonly size: number) {}

  get(id: string): string | undefined {
    return this.known.get(id);
  }

  set(id: string, keys: string): void {
    this.known.delete(id);
    this.known.set(id, keys);
    if (this.known.size <= this.size) return;
    for (const oldest of this.known.keys()) {
      this.known.delete(oldest);
      return;
    }
  }
}
