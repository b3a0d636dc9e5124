import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { WorkerHandle } from '#platform/worker/rpc';
import { TemporaryHouse } from '#test/kit/embedded';
import { profileEvent, profileState } from '#test/kit/makers';
import type { MatchBookMethods } from './match-book.js';
import { MatchIndex } from './match-index.js';

/** An index that never catches up, as its thread takes nothing in. */
class Behind extends MatchIndex {
  protected override open(): WorkerHandle<MatchBookMethods> {
    const handle = super.open();
    const call = Object.create(handle.call) as typeof handle.call;
    return { ...handle, call: Object.assign(call, { apply: () => Promise.reject(new Error('nothing is taken in')) }) };
  }
}

let house: TemporaryHouse;
let index: Behind;
beforeEach(async () => {
  house = await TemporaryHouse.open();
  index = new Behind(house.log);
});
afterEach(async () => {
  await index.onApplicationShutdown();
  await house.destroy();
});

it('lets nobody wait long for it when the process ends', async () => {
  await house.log.append([profileEvent(profileState('f'))]);
  const waiting = index.affectedBy(['f'], '2026-11-22');
  const refused = expect(waiting).rejects.toMatchObject({ name: 'Unavailable' });
  index.beforeApplicationShutdown();
  await refused;
});
