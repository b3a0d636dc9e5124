import { png } from '#test/kit/sample-files';
import { type About, both, type Call, type Calls, foreign, own, standing } from './fixture.js';
import { type House, SECRET, unique } from './world.js';

type OfHouse = About & { readonly house: House };

const TYPE = 'application/octet-stream';
const CONTENT = await png(8, 8);

/** A file that is sent, to what the organisation has. */
const sending =
  (kind: 'published' | 'engagement', more: string) =>
  ({ house }: OfHouse) => {
    const id = house.standing[kind];
    const name = encodeURIComponent(unique('图纸'));
    return id === undefined
      ? undefined
      : { params: { id }, query: `name=${name}.png${more}`, headers: { 'content-type': TYPE }, body: CONTENT };
  };

/** A file of the organisation's demand, kept to a circle, that the call may use up. */
const fileOf =
  (disclosure: string, body?: unknown) =>
  async ({ house }: OfHouse) => {
    const demand = house.standing.published;
    if (demand === undefined || house.frozen) return undefined;
    const name = encodeURIComponent(disclosure === 'public' ? unique('图纸') : `${SECRET} ${unique('图纸')}`);
    const path = `/demands/${demand}/files?name=${name}.png&disclosure=${disclosure}`;
    const { id } = await house.admin.upload<{ id: string }>(path, TYPE, new Blob([new Uint8Array(CONTENT)]).stream());
    return { params: { id }, ...(body === undefined ? {} : { body }) };
  };

const keptBack = (rule: NonNullable<Call['narrower']>['rule']) => ({
  title: 'one for after the NDA',
  narrower: { rule, because: 'it is kept to a circle' },
});

export const filesCalls: Calls = {
  'POST /demands/{id}/files': both(sending('published', '&disclosure=matched')),
  'GET /demands/{id}/files': both(standing('published')),
  'POST /engagements/{id}/files': both(sending('engagement', '&step=sample')),
  'GET /engagements/{id}/files': both(standing('engagement')),
  'GET /files/{id}/content': [
    ...both(fileOf('public'), { title: 'one for everybody' }),
    own(fileOf('nda'), keptBack({ any: ['staff', 'operator'], own: ['leader', 'sme'] })),
    foreign(fileOf('nda'), keptBack({ any: ['staff', 'operator'] })),
  ],
  'PATCH /files/{id}': both(fileOf('nda', { disclosure: 'matched' })),
  'DELETE /files/{id}': both(fileOf('nda')),
};
