import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { isUnavailable } from '#ports/unavailable';
import { asUnavailable } from './errors.js';

const { MongoBulkWriteError, MongoNetworkError, MongoServerSelectionError, MongoServerError } = mongoose.mongo;

/** As the driver has them inside: its name does not begin like those of the others. */
class PoolClearedOnNetworkError extends MongoNetworkError {
  override get name(): string {
    return 'PoolClearedOnNetworkError';
  }
}

describe('an error of the driver', () => {
  it.each([
    new MongoNetworkError('connection reset'),
    new PoolClearedOnNetworkError('interrupted due to server monitor timeout'),
    new MongoServerSelectionError('no server', {} as never),
    new MongoServerError({ message: 'stepping down', code: 189 }),
    new MongoBulkWriteError(
      new PoolClearedOnNetworkError('interrupted due to server monitor timeout') as never,
      {} as never,
    ),
  ])('becomes Unavailable when the server did not answer (%#)', (error) => {
    expect(isUnavailable(asUnavailable(error))).toBe(true);
  });

  it.each([
    new MongoServerError({ message: 'E11000 duplicate key', code: 11000 }),
    new TypeError('x is not a function'),
  ])('stays as it is otherwise (%#)', (error) => {
    expect(asUnavailable(error)).toBe(error);
  });
});
