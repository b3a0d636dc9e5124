import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked, as it came over the wire. */
export interface AskedForVectors {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: { readonly model: string; readonly input: readonly string[]; readonly encoding_format: string };
}

/**
 * A server on this machine that answers as the OpenAI API documents `POST /v1/embeddings`. Its meanings are simple: texts lie near each other that
 * share characters, and `same` words stand for each other.
 */
export class VectorServer {
  readonly asked: AskedForVectors[] = [];
  /** Each request is answered so, where it answers something: status, headers and body. */
  answer: (asked: AskedForVectors) => [number, Record<string, string>, string] | undefined = () => undefined;

  private constructor(
    private readonly server: Server,
    private readonly same: readonly (readonly string[])[],
  ) {}

  static async open(same: readonly (readonly string[])[] = []): Promise<VectorServer> {
    const server = createServer();
    const made = new VectorServer(server, same);
    server.on('request', async (request, response) => {
      let text = '';
      for await (const part of request) text += part;
      const asked = { path: request.url ?? '', headers: request.headers, body: JSON.parse(text) };
      made.asked.push(asked);
      const [status, headers, body] = made.answer(asked) ?? [200, {}, made.vectors(asked)];
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return made;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  get texts(): string[] {
    return this.asked.flatMap(({ body }) => body.input);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Last first: clients must go by the index. */
  private vectors({ body: { model, input } }: AskedForVectors): string {
    const data = input.map((text, index) => ({ object: 'embedding', index, embedding: this.vector(text) })).reverse();
    return JSON.stringify({ object: 'list', data, model, usage: { prompt_tokens: 1, total_tokens: 1 } });
  }

  private vector(text: string): number[] {
    const meant = this.same.reduce(
      (all, [word = '', ...others]) => others.reduce((said, other) => said.replaceAll(other, word), all),
      text,
    );
    const numbers = new Array<number>(64).fill(0.01);
    for (const character of meant) numbers[(character.codePointAt(0) ?? 0) % 64]! += 1;
    return numbers;
  }
}
