import type { Schema } from './document.js';

/** Query strings with a value that the parameter does not allow. */
export function wrongQueries(name: string, schema: Schema | undefined): string[] {
  if (name === 'cursor') {
    const other = Buffer.from(JSON.stringify(['byAge', 0, 1, [{ $gt: '' }], 5])).toString('base64url');
    return ['', 'x', '%00', '长', 'x'.repeat(3000), other, `W10&cursor=W10`].map((text) => `cursor=${text}`);
  }
  if (schema?.type === 'integer')
    return [`${(schema.minimum ?? 0) - 1}`, '1.5', '1e9', 'x', '', 'NaN', '%205x', `5&${name}=6`].map(
      (n) => `${name}=${n}`,
    );
  if (schema?.type === 'boolean') return [`${name}=maybe`, `${name}=`];
  if (schema?.enum) return [`${name}=nonsense`, `${name}=`, `${name}=${schema.enum[0]}&${name}=${schema.enum[0]}`];
  return [`${name}=${'x'.repeat((schema?.maxLength ?? 100) + 1)}`, `${name}=%00`];
}
