import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { ApiClient } from '#platform/http/api-client';
import { office, pdf, png } from '#test/kit/sample-files';
import { type Answer, send } from './api/wire.js';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { addMember, eventually, inDays, type Member, nextCreditCode, PASSWORD, settled, signIn } from './people.js';

interface View {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly mine: boolean;
  readonly marked: boolean;
  readonly byName?: string;
  readonly disclosure?: string;
  readonly step?: string;
}
interface Listed {
  readonly items: readonly View[];
  readonly withheld?: number;
}
interface Message {
  readonly text: string;
  readonly side: string;
  readonly file?: { readonly id: string; readonly name: string };
  readonly step?: string;
}

const TYPE = 'application/octet-stream';

/** Everything in a PDF as text: its streams unpacked, strings in hexadecimal turned back. */
function textIn(file: Buffer): string {
  const parts = [file.toString('latin1')];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 1)) {
    const body = file.subarray(at + 7, file.indexOf('endstream', at));
    try {
      parts.push(inflateSync(body).toString('latin1'));
    } catch {
      // Not packed: it is there already.
    }
  }
  return parts.join('\n').replace(/<([0-9A-Fa-f]+)>/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1'));
}

describe('files of demands and threads', () => {
  let deployment: Deployment;
  let leader: Member;
  let staff: Member;
  let sme: Member;
  let other: Member;
  let demandId: string;
  let threadId: string;

  beforeAll(async () => {
    deployment = await deploy();
    leader = await addMember(deployment, 'leader', '海岳家电集团');
    staff = await addMember(deployment, 'staff', '民营经济局');
    sme = await addMember(deployment, 'sme', '青岛岚齿精密机械有限公司');
    other = await addMember(deployment, 'sme', '潍坊丝绸印染有限公司');
    await sme.api.post('/profiles', { name: sme.organisationName, products: ['精密齿轮'], processes: ['磨齿'] });
    const body = { type: 'supply', title: '精密齿轮', process: '磨齿', deadline: inDays(60) };
    demandId = (await leader.api.post<{ id: string }>('/demands', body)).id;
    await settled(deployment);
  }, 120_000);
  afterAll(() => deployment?.destroy());

  const upload = (member: Member, path: string, body: Uint8Array, headers: Record<string, string> = {}) =>
    send(deployment.url, {
      ...{ method: 'POST', path: `/api/v1${path}`, secret: member.token, body },
      headers: { 'content-type': TYPE, 'accept-language': 'en', ...headers },
    });
  const add = async (member: Member, path: string, body: Uint8Array): Promise<View> => {
    const answer = await upload(member, path, body);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json as View;
  };
  const toDemand = (name: string, disclosure: string, body: Uint8Array) =>
    add(leader, `/demands/${demandId}/files?name=${encodeURIComponent(name)}&disclosure=${disclosure}`, body);
  const listOf = (api: ApiClient) => api.get<Listed>(`/demands/${demandId}/files`);
  const namesFor = async (member: Member) => {
    const { items, withheld } = await listOf(member.api);
    return { names: items.map(({ name }) => name).sort(), withheld };
  };
  const take = (id: string, secret?: string) =>
    fetch(`${deployment.url}/api/v1/files/${id}/content`, {
      headers: secret ? { authorization: `Bearer ${secret}` } : {},
    });
  const bytesFor = async (member: Member, id: string) =>
    Buffer.from(await (await take(id, member.token)).arrayBuffer());
  const codeOf = ({ json }: Answer) => (json as { code?: string } | undefined)?.code;

  describe('of a demand', () => {
    let drawing: View;
    let drawingContent: Buffer;

    it('are added by its owner while it is a draft, and seen by nobody else but staff', async () => {
      drawingContent = await pdf('QXDRAWINGZ', { pages: 2 });
      drawing = await toDemand('图纸 A3.exe', 'nda', drawingContent);
      expect(drawing).toMatchObject({
        ...{ name: '图纸 A3.exe.pdf', type: 'application/pdf', size: drawingContent.length, mine: true, marked: false },
        ...{ disclosure: 'nda', sha256: createHash('sha256').update(drawingContent).digest('hex') },
      });
      expect(await namesFor(leader)).toEqual({ names: ['图纸 A3.exe.pdf'], withheld: 0 });
      expect(await namesFor(staff)).toEqual({ names: ['图纸 A3.exe.pdf'], withheld: 0 });
      await expect(listOf(sme.api)).rejects.toMatchObject({ status: 404 });
      expect((await take(drawing.id, sme.token)).status).toBe(404);
      expect((await take(drawing.id)).status).toBe(404);
      expect((await upload(sme, `/demands/${demandId}/files?name=a.png`, await png())).status).toBe(404);
    });

    it('open by stage: to everybody, to matched firms, after the NDA, to named readers', async () => {
      await toDemand('公开.pdf', 'public', await pdf('QXPUBLICZ'));
      await toDemand('匹配.png', 'matched', await png(600, 400));
      await toDemand('指定.docx', 'named', office('docx', 'QXNAMEDZ'));
      await toDemand('自用.pdf', 'owner', await pdf('QXOWNZ'));
      await leader.api.post(`/demands/${demandId}/submission`);
      await settled(deployment);
      await eventually(async () => (await sme.api.get<{ items: object[] }>('/proposals')).items.length === 1);
      expect(await namesFor(other)).toEqual({ names: ['公开.pdf'], withheld: 4 });
      expect(await namesFor(sme)).toEqual({ names: ['公开.pdf', '匹配.png'], withheld: 3 });
      const { id } = await sme.api.put<{ id: string }>(`/demands/${demandId}/response`, { plan: '先送样' });
      await sme.api.post(`/responses/${id}/submission`);
      await leader.api.post(`/responses/${id}/choice`);
      threadId = await eventually(async () => (await sme.api.get<Listed>('/engagements')).items[0]?.id);
      expect((await take(drawing.id, sme.token)).status).toBe(404);
      await leader.api.post(`/engagements/${threadId}/steps/nda/closing`, { outcome: 'done' });
      expect(await namesFor(sme)).toEqual({ names: ['公开.pdf', '匹配.png', '图纸 A3.exe.pdf'], withheld: 2 });
      await leader.api.put(`/engagements/${threadId}/readers`, { personIds: [sme.personId] });
      expect(await namesFor(sme)).toMatchObject({ withheld: 1 });
      expect(await namesFor(other)).toEqual({ names: ['公开.pdf'], withheld: 4 });
    }, 60_000);

    it('tell no reader who has added them, or to which circle they are kept', async () => {
      for (const one of (await listOf(sme.api)).items)
        expect([one.byName, one.disclosure, one.mine]).toEqual([undefined, undefined, false]);
      for (const one of (await listOf(leader.api)).items) expect(one.byName).toBe(`${leader.organisationName}的人`);
    });

    it('are given to the owner as they came, and to a reader with a mark that names the reader', async () => {
      expect((await bytesFor(leader, drawing.id)).equals(drawingContent)).toBe(true);
      const copy = await bytesFor(sme, drawing.id);
      const text = textIn(copy);
      const day = new Date().toISOString().slice(0, 10);
      expect(text).toContain(`${sme.creditCode} ${sme.email}`);
      expect(text).toContain(`${day} `);
      expect(text).toContain('QXDRAWINGZ');
      expect(textIn(await bytesFor(staff, drawing.id))).toContain(`${staff.creditCode} ${staff.email}`);
      const [picture] = (await listOf(sme.api)).items.filter(({ name }) => name === '匹配.png');
      const { width, height = 0 } = await sharp(await bytesFor(sme, picture?.id ?? '')).metadata();
      expect([width, height > 400]).toEqual([600, true]);
      const [open] = (await listOf(other.api)).items;
      expect([open?.marked, textIn(await bytesFor(other, open?.id ?? '')).includes(other.creditCode)]).toEqual([
        false,
        false,
      ]);
    }, 60_000);

    it('come as files to keep, never as something to show', async () => {
      const { headers } = await take(drawing.id, sme.token);
      expect(headers.get('content-type')).toBe('application/pdf');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-disposition')).toBe(
        `attachment; filename="__ A3.exe.pdf"; filename*=UTF-8''${encodeURIComponent('图纸 A3.exe.pdf')}`,
      );
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    });

    it('leave a line in the log of their owner: who has seen their names, and who has taken them', async () => {
      await settled(deployment);
      const log = await leader.api.get<{ items: { byName: string; readIn: string; files?: string[] }[] }>(
        `/demands/${demandId}/access-log?limit=100`,
      );
      const of = (member: Member, readIn: string) =>
        new Set(
          log.items
            .filter((line) => line.byName === `${member.organisationName}的人` && line.readIn === readIn)
            .flatMap(({ files = [] }) => files),
        );
      expect([...of(sme, 'files')].sort()).toEqual(['图纸 A3.exe.pdf', '指定.docx']);
      expect([...of(sme, 'download')]).toEqual(['图纸 A3.exe.pdf']);
      expect([...of(staff, 'download')]).toEqual(['图纸 A3.exe.pdf']);
      expect([...of(other, 'files'), ...of(leader, 'files'), ...of(leader, 'download')]).toEqual([]);
    });

    it('are kept to another circle, and taken away, by the owner alone', async () => {
      const change = (member: Member, disclosure: string) =>
        member.api
          .patch<View>(`/files/${drawing.id}`, { disclosure })
          .catch(({ status }: { status: number }) => status);
      expect(await change(sme, 'public')).toBe(404);
      const moved = { from: 'nda', to: 'owner', at: expect.any(String), byName: `${leader.organisationName}的人` };
      expect(await change(leader, 'owner')).toMatchObject({ disclosure: 'owner', version: 2, circles: [moved] });
      expect(await change(leader, 'owner')).toMatchObject({ circles: [moved] });
      expect((await take(drawing.id, sme.token)).status).toBe(404);
      expect(await sme.api.delete(`/files/${drawing.id}`).catch(({ status }: { status: number }) => status)).toBe(404);
      await leader.api.delete(`/files/${drawing.id}`);
      expect((await take(drawing.id, leader.token)).status).toBe(404);
      expect((await namesFor(leader)).names).not.toContain('图纸 A3.exe.pdf');
    });
  });

  describe('of a thread', () => {
    it('go to the other side as a message, marked for it, and are evidence of a step', async () => {
      const content = await pdf('QXREPORTZ');
      const report = await add(sme, `/engagements/${threadId}/files?name=报告.pdf&step=sample`, content);
      expect(report).toMatchObject({ name: '报告.pdf', step: 'sample', mine: true, marked: false });
      const [message] = (await leader.api.get<{ items: Message[] }>(`/engagements/${threadId}/messages`)).items;
      expect(message).toMatchObject({ text: '报告.pdf', side: 'firm', step: 'sample', file: { id: report.id } });
      const [listed] = (await leader.api.get<Listed>(`/engagements/${threadId}/files`)).items;
      expect(listed).toMatchObject({ id: report.id, mine: false, marked: true, byName: `${sme.organisationName}的人` });
      expect(textIn(await bytesFor(leader, report.id))).toContain(`${leader.creditCode} ${leader.email}`);
      expect((await bytesFor(sme, report.id)).equals(content)).toBe(true);
      await settled(deployment);
      const notices = await leader.api.get<{ items: { kind: string; body: string }[] }>('/notices?limit=100');
      const told = notices.items.filter(({ kind, body }) => kind === 'message.posted' && body.includes('报告.pdf'));
      expect(told).toHaveLength(1);
    });

    it('are between the two sides and staff', async () => {
      const [file] = (await staff.api.get<Listed>(`/engagements/${threadId}/files`)).items;
      expect((await take(file?.id ?? '', staff.token)).status).toBe(200);
      expect((await take(file?.id ?? '', other.token)).status).toBe(404);
      expect((await take(file?.id ?? '')).status).toBe(404);
      expect((await upload(other, `/engagements/${threadId}/files?name=a.png`, await png())).status).toBe(404);
    });

    it('are there once, however often the upload is repeated', async () => {
      const path = `/engagements/${threadId}/files?name=${encodeURIComponent('样件.png')}`;
      const key = { 'idempotency-key': 'upload-of-a-picture' };
      const answers = [await upload(sme, path, await png(), key), await upload(sme, path, await png(), key)];
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      expect(answers[1]?.json).toEqual(answers[0]?.json);
      const { items } = await sme.api.get<{ items: Message[] }>(`/engagements/${threadId}/messages`);
      expect(items.filter(({ file }) => file?.name === '样件.png')).toHaveLength(1);
    });
  });

  it('are refused with what to do: of no kind that is taken, too large, empty, sent in another way', async () => {
    const path = `/engagements/${threadId}/files?name=a.pdf`;
    const refused: [string, number, Uint8Array][] = [
      ['file.unknown_type', 415, Buffer.from('<svg><script>alert(1)</script></svg>')],
      ['file.unknown_type', 415, Buffer.from('<!doctype html>')],
      ['file.pdf_active', 422, await pdf('x', { script: true })],
      ['file.broken', 422, Buffer.from('%PDF-1.7 nothing')],
      ['engagement.file_empty', 422, Buffer.alloc(0)],
      ['engagement.file_too_large', 413, Buffer.alloc(21 * 1024 * 1024, 1)],
    ];
    const before = (await sme.api.get<Listed>(`/engagements/${threadId}/files`)).items.length;
    for (const [code, status, body] of refused) {
      const answer = await upload(sme, path, body);
      expect([codeOf(answer), answer.status]).toEqual([code, status]);
      expect((answer.json as { detail: string }).detail).toMatch(/^[A-Z].{20,}\.$/);
    }
    const chinese = await upload(sme, path, Buffer.from('x'), { 'accept-language': 'zh' });
    expect((chinese.json as { detail: string }).detail).toContain('可上传：PDF');
    expect(codeOf(await upload(sme, path, await png(), { 'content-type': 'text/csv' }))).toBe('engagement.file_body');
    expect(codeOf(await upload(sme, path, Buffer.from('{}'), { 'content-type': 'application/json' }))).toBe(
      'engagement.file_body',
    );
    expect((await upload(sme, `/engagements/${threadId}/files`, await png())).status).toBe(422);
    expect((await upload(sme, `${path}&step=nonsense`, await png())).status).toBe(422);
    expect((await sme.api.get<Listed>(`/engagements/${threadId}/files`)).items).toHaveLength(before);
  }, 60_000);

  it('survive that every process is killed', async () => {
    const content = await png(900, 700);
    const file = await add(leader, `/engagements/${threadId}/files?name=kept.png`, content);
    await deployment.kill();
    await deployment.start();
    const again = (await signIn(deployment, leader.email)).token;
    const read = await eventually(async () => {
      const answer = await take(file.id, again);
      return answer.ok && Buffer.from(await answer.arrayBuffer());
    }, 60_000);
    expect(read.equals(content)).toBe(true);
  }, 120_000);

  it('stay when the thread is over, and none comes to it', async () => {
    const api = (await signIn(deployment, sme.email)).api;
    const { token } = await signIn(deployment, sme.email);
    const mine = (await api.get<Listed>(`/engagements/${threadId}/files`)).items.find(({ mine: own }) => own);
    await api.post(`/engagements/${threadId}/ending`, { reason: 'completed' });
    const late = await upload({ ...sme, token }, `/engagements/${threadId}/files?name=a.png`, await png());
    expect(codeOf(late)).toBe('engagement.thread_ended');
    const kept = await api.delete(`/files/${mine?.id}`).catch((error: { problem?: { code: string } }) => error.problem);
    expect(kept).toMatchObject({ code: 'engagement.thread_ended' });
    expect((await take(mine?.id ?? '', token)).status).toBe(200);
  });

  it('name a colleague for himself, where a person has not been named', async () => {
    const { api } = await signIn(deployment, sme.email);
    const email = `${nextCreditCode().toLowerCase()}@example.com`;
    await api.post(`/organisations/${sme.organisationId}/people`, { name: '旁人', email, password: PASSWORD });
    const colleague = await signIn(deployment, email);
    const { items } = await colleague.api.get<Listed>(`/demands/${demandId}/files`);
    expect(items.map(({ name }) => name)).not.toContain('指定.docx');
  });
});
