import { describe, expect, it } from '@jest/globals';
import { planFind } from './query.js';

const index = { fields: ['owner', 'rank'] };
const unique = { fields: ['key'], unique: true };
const numbers = { $gte: Number.NEGATIVE_INFINITY };
const strings = { $gte: '' };

describe('queries of a page', () => {
  it('start with one walk of the index', () => {
    expect(planFind(index, { limit: 5 }, undefined)).toEqual({
      filters: [{ 'doc.owner': { $exists: true } }],
      sort: { 'doc.owner': 1, 'doc.rank': 1, _id: 1 },
    });
    expect(planFind(index, { eq: ['o'], limit: 5, descending: true }, undefined)).toEqual({
      filters: [{ 'doc.owner': { $eq: 'o' } }],
      sort: { 'doc.rank': -1, _id: -1 },
    });
    expect(planFind(unique, { limit: 5 }, undefined).sort).toEqual({ 'doc.key': 1 });
  });

  it('go on after a cursor with the ties, then field by field from the deepest, then type by type', () => {
    const { filters } = planFind(index, { limit: 5 }, { keys: ['o', 7], id: 'x' });
    const owner = { $eq: 'o' };
    expect(filters).toEqual([
      { 'doc.owner': owner, 'doc.rank': { $eq: 7 }, _id: { $gt: 'x' } },
      { 'doc.owner': owner, 'doc.rank': { $gt: 7 } },
      { 'doc.owner': owner, 'doc.rank': strings },
      { 'doc.owner': { $gt: 'o' } },
    ]);
  });

  it('come to absent values last when they descend, first when they ascend', () => {
    const eq = ['o'];
    const owner = { 'doc.owner': { $eq: 'o' } };
    expect(planFind(index, { eq, limit: 5, descending: true }, { keys: ['s'], id: 'x' }).filters).toEqual([
      { ...owner, 'doc.rank': { $eq: 's' }, _id: { $lt: 'x' } },
      { ...owner, 'doc.rank': { $gte: '', $lt: 's' } },
      { ...owner, 'doc.rank': numbers },
      { ...owner, 'doc.rank': { $eq: null } },
    ]);
    expect(planFind(index, { eq, limit: 5 }, { keys: [null], id: 'x' }).filters).toEqual([
      { ...owner, 'doc.rank': { $eq: null }, _id: { $gt: 'x' } },
      { ...owner, 'doc.rank': numbers },
      { ...owner, 'doc.rank': strings },
    ]);
  });

  it('keep a range within its type and the far bound after a cursor', () => {
    const find = (range: object, keys?: (string | number)[]) =>
      planFind({ fields: ['rank'] }, { range, limit: 5 }, keys && { keys, id: 'x' }).filters;
    expect(find({ gt: 2 })).toEqual([{ 'doc.rank': { $gt: 2 } }]);
    expect(find({ lte: 'b' })).toEqual([{ 'doc.rank': { $lte: 'b' } }]);
    expect(find({ gte: 2, lt: 9 }, [5])[1]).toEqual({ 'doc.rank': { $lt: 9, $gt: 5 } });
    expect(find({ gte: 2, lt: 'b' })).toEqual([{ 'doc.rank': { $gte: 2 } }, { 'doc.rank': { $lt: 'b' } }]);
    expect(find({ gte: 'b', lt: 2 })).toEqual([]);
    expect(find({})).toEqual([{ 'doc.rank': { $exists: true } }]);
  });
});
