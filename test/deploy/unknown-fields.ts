type Fields = { [name: string]: unknown };

/**
 * Runs a validator and returns the fields it never looked at, as JSON pointers: fields that its schema does not have. For
 * validators that let unknown fields pass.
 */
export function unknownFields(data: object, validate: (watched: object) => void): string[] {
  const watch = new Watch();
  validate(watch.wrap(data, ''));
  return watch.unread(data, '');
}

class Watch {
  private readonly read = new Set<string>();

  /** A copy in which reading a field, also deep inside, is noted. */
  wrap<T extends object>(data: T, at: string): T {
    const children = new Map<string, object>();
    return new Proxy(data, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof name === 'symbol' || !Object.hasOwn(target, name)) return value;
        const path = `${at}/${name}`;
        this.read.add(path);
        if (typeof value !== 'object' || value === null) return value;
        const child = children.get(name) ?? this.wrap(value, path);
        children.set(name, child);
        return child;
      },
    });
  }

  unread(data: object, at: string): string[] {
    return Object.entries(data as Fields).flatMap(([name, value]) => {
      const path = `${at}/${name}`;
      if (!this.read.has(path)) return [path];
      return typeof value === 'object' && value !== null ? this.unread(value, path) : [];
    });
  }
}
