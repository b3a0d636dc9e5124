import { once } from 'node:events';
import { connect } from 'node:net';
import { it } from '@jest/globals';
import { deploy } from './deploy.js';
import { Listener } from './listener.js';
import { addMember } from './people.js';

it('stops cleanly while a notices stream is open, and ends the stream', async () => {
  const deployment = await deploy();
  try {
    const sme = await addMember(deployment, 'sme', '青岛长连接科技有限公司');
    const listener = await Listener.open(deployment, sme.token);
    const over = listener.each(() => undefined);
    await deployment.stop();
    await over;
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
