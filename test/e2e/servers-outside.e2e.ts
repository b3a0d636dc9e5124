import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { VectorServer } from '#test/kit/vector-server';
import { deploy, shape } from './deploy.js';
import type { Deployment } from './deployment.js';
import { Listener } from './listener.js';
import { addMember, eventually, importFirms, inDays, settled } from './people.js';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly service: string;
}

interface ExportRequest {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { key: string; value: { stringValue?: string } }[] };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<Span, 'service'>[] }[];
  }[];
}

/** A collector as OTLP over HTTP describes it: takes JSON, keeps the spans. */
class Collector {
  readonly spans: Span[] = [];
  private readonly server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.url === '/v1/traces') this.take(JSON.parse(Buffer.concat(parts).toString()) as ExportRequest);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private take({ resourceSpans }: ExportRequest): void {
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
      for (const { spans } of scopeSpans) this.spans.push(...spans.map((span) => ({ ...span, service })));
    }
  }
}

const collector = new Collector();
let model: VectorServer;
let deployment: Deployment;
beforeAll(async () => {
  model = await VectorServer.open([['谐波减速', '机器人关节']]);
  deployment = await deploy({
    OTEL_EXPORTER_OTLP_ENDPOINT: await collector.open(),
    ...{ RULIAN_VECTORS_URL: model.url, RULIAN_VECTORS_MODEL: 'meaning-1', RULIAN_VECTORS_KEY: 'sk-planted-secret' },
  });
});
afterAll(async () => {
  await deployment.destroy();
  await model.close();
  collector.close();
});

it('a model of vectors lifts who means the same in other words, and nothing tells its key', async () => {
  const others = ['丝绸印染', '医用导管', '流量计', '水性涂料', '光纤激光器'].map((product) => ({
    ...{ name: `沈阳${product}有限公司`, products: [product] },
  }));
  const near = { name: '沈阳关节传动有限公司', products: ['精密传动装置', '机器人关节'] };
  await importFirms(deployment, [...others, near]);
  const leader = await addMember(deployment, 'leader', '北方机器人集团');
  const demand = { type: 'supply', title: '谐波减速精密传动装置', deadline: inDays(60) };
  const { id } = await leader.api.post<{ id: string }>('/demands', demand);
  await leader.api.post(`/demands/${id}/submission`);
  await settled(deployment);
  const { items } = await leader.api.get<{ items: { firmId: string }[] }>(`/demands/${id}/proposals`);
  await eventually(async () => {
    const path = `/demands/${id}/firms/${items[0]?.firmId}/breakdown`;
    const { parts } = await deployment.operator.get<{ parts: { part: string; share: number }[] }>(path);
    return parts.some(({ part, share }) => part === 'meaning' && share > 0);
  }, 30_000);
  expect(model.texts).toContain('谐波减速精密传动装置');
  expect(model.asked.every(({ headers }) => headers.authorization === 'Bearer sk-planted-secret')).toBe(true);
  expect(deployment.written).not.toContain('sk-planted-secret');
});

it('one trace goes from the request that publishes a demand through the log to the notice', async () => {
  const leader = await addMember(deployment, 'leader', '海岳家电集团');
  const sme = await addMember(deployment, 'sme', '青岛岚齿精密机械有限公司');
  await sme.api.post('/profiles', { name: sme.organisationName, products: ['压缩机精密齿轮'], processes: ['磨齿'] });
  await settled(deployment);
  const heard = await Listener.open(deployment, sme.token);
  const demand = { type: 'supply', title: '压缩机精密齿轮配套', process: '磨齿', deadline: inDays(60) };
  const { id } = await leader.api.post<{ id: string }>('/demands', demand);
  // Events that are handled in one batch go on with the trace of the first one.
  await settled(deployment);
  const answer = await fetch(`${deployment.url}/api/v1/demands/${id}/submission`, {
    method: 'POST',
    headers: { authorization: `Bearer ${leader.token}` },
  });
  expect(answer.status).toBe(200);
  expect(await heard.next()).toMatchObject({ data: { kind: 'proposal.released' } });
  heard.close();
  // What is left is sent at the stop.
  await deployment.stop();

  const trace = collector.spans.filter(({ traceId }) => traceId === answer.headers.get('x-request-id'));
  const pathOf = (span: Span | undefined): string[] =>
    span ? [...pathOf(trace.find(({ spanId }) => spanId === span.parentSpanId)), `${span.service}: ${span.name}`] : [];
  const submission = 'POST /api/v1/demands/:id/submission';
  const paths = trace.filter(({ name }) => name === 'handle notification.notices').map(pathOf);
  const groups = ['matching.decide', 'matching.expand', 'notification.notices'];
  const handled = groups.map((group) => {
    const service = shape === 'distributed' ? `rulian-${group.split('.')[0]}` : 'rulian';
    return `${service}: handle ${group}`;
  });
  const asked = shape === 'distributed' ? ['rulian-gateway', 'rulian-demand'] : ['rulian'];
  expect(paths).toContainEqual([...asked.map((service) => `${service}: ${submission}`), ...handled]);
});
