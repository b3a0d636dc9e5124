import { expect, it } from '@jest/globals';
import { crashRun } from '#test/soak/crash-run';
import { shape } from './deploy.js';

/** A dozen processes need longer to be there again; `npm run soak -- crash` kills them as often as one likes. */
const KILLS = shape === 'standalone' ? 5 : 3;

it('killed again and again under load, loses nothing that was answered and does nothing twice', async () => {
  const report = await crashRun({ kills: KILLS, seed: 20261122, seconds: 300 });
  expect(report.told).toEqual([]);
  expect(report).toMatchObject({ kills: KILLS, disagreements: 0 });
  // Sending at least once, the embedded log drops what it has already; Kafka keeps it, and who hears it drops it.
  if (shape === 'standalone') expect(report.eventsSentAgain).toBe(0);
  // The comparison is worth something only when there was something to compare.
  const { writesAnswered, demands, firmsClaimed, imports, pairsDecidedAnew, notices, repeated } = report;
  const least = Math.min(demands, firmsClaimed, imports, pairsDecidedAnew, notices, repeated);
  expect(writesAnswered).toBeGreaterThan(30);
  expect(least).toBeGreaterThan(0);
}, 600_000);
