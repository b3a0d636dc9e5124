import { expect, it } from '@jest/globals';
import { crashRun } from '#test/soak/crash-run';
import { shape } from './deploy.js';

it('killed five times under load, loses nothing that was answered and does nothing twice', async () => {
  const report = await crashRun({ kills: 5, seed: 20261122, seconds: 300 });
  expect(report.told).toEqual([]);
  expect(report).toMatchObject({ kills: 5, disagreements: 0 });
  // Sending at least once, the embedded log drops what it has already; Kafka keeps it, and who hears it drops it.
  if (shape === 'standalone') expect(report.eventsSentAgain).toBe(0);
  // The comparison is worth something only when there was something to compare.
  const { writesAnswered, demands, firmsClaimed, imports, pairsDecidedAnew, notices, repeated } = report;
  const least = Math.min(demands, firmsClaimed, imports, pairsDecidedAnew, notices, repeated);
  expect(writesAnswered).toBeGreaterThan(50);
  expect(least).toBeGreaterThan(0);
}, 600_000);
