import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from '@jest/globals';
import { deploy } from './deploy.js';
import { Listener } from './listener.js';
import { addMember } from './people.js';

/** More than HTTP clients keep open to two processes unless told otherwise. */
const STREAMS = 400;

it('keeps many notices streams open beside other requests, stops cleanly and ends them', async () => {
  const deployment = await deploy();
  try {
    const sme = await addMember(deployment, 'sme', '青岛长连接科技有限公司');
    const listeners: Listener[] = [];
    while (listeners.length < STREAMS) {
      listeners.push(...(await Promise.all(Array.from({ length: 50 }, () => Listener.open(deployment, sme.token)))));
    }
    expect(await sme.api.get('/me')).toMatchObject({ role: 'sme' });
    const over = listeners.map((listener) => listener.each(() => undefined));
    await deployment.stop();
    await Promise.all(over);
  } finally {
    await deployment.destroy();
  }
});

it('stops cleanly while a connection is open that has asked nothing', async () => {
  const deployment = await deploy();
  try {
    const { hostname, port } = new URL(deployment.url);
    const connection = connect(Number(port), hostname);
    await once(connection, 'connect');
    // Behind it in the server's queue: once this is answered, the silent one has been accepted as well.
    await fetch(`${deployment.url}/health/live`);
    const over = once(connection, 'close');
    await deployment.stop();
    await over;
  } finally {
    await deployment.destroy();
  }
});
