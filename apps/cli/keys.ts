import { generateKeyPairSync, randomBytes } from 'node:crypto';

const inOneLine = (pem: string | Buffer): string => Buffer.from(pem).toString('base64');

/** The secrets of a new installation, by the settings that take them. */
export function makeKeys(): Readonly<Record<string, string>> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    RULIAN_TOKEN_PRIVATE_KEY: inOneLine(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    RULIAN_TOKEN_PUBLIC_KEY: inOneLine(publicKey.export({ type: 'spki', format: 'pem' })),
    RULIAN_OPERATOR_SECRET: `rlo_${randomBytes(32).toString('base64url')}`,
    MEILI_KEY: randomBytes(24).toString('base64url'),
  };
}
