import type { Answer } from '#platform/outward/outward-post';
import { deliveryErrors } from '../delivery.errors.js';
import { byStatus, jsonOf, type Outcome } from './outcome.js';

/** Codes of a robot's answer that are no mere failure of this try. */
export interface RobotCodes {
  /** Field of the answer that holds the code; 0 is success. */
  readonly code: string;
  readonly message: string;
  /** It is told too often. */
  readonly tooOften: readonly number[];
  /** Seconds to wait then. */
  readonly wait: number;
  /** Its address, key, signature or words do not fit: no repeat will do. */
  readonly setUp: readonly number[];
}

/** Robots answer HTTP 200 also when they refuse. An answer without the code is none of theirs. */
export function judgeRobot(codes: RobotCodes): (answer: Answer) => Outcome {
  return (answer) => {
    const refused = byStatus(answer);
    if (refused) return refused;
    const said = jsonOf(answer);
    const code = said[codes.code];
    if (typeof code !== 'number')
      return { result: 'later', reason: deliveryErrors.robot({ code: '-', message: 'no code in its answer' }) };
    if (code === 0) return { result: 'sent', receipt: 'ok' };
    if (codes.tooOften.includes(code))
      return { result: 'later', reason: deliveryErrors.too_often(), after: codes.wait };
    const params = { code, message: String(said[codes.message] ?? '').slice(0, 200) };
    if (codes.setUp.includes(code))
      return { result: 'refused', reason: deliveryErrors.robot_setup({ ...params, keyword: '入链' }) };
    return { result: 'later', reason: deliveryErrors.robot(params) };
  };
}
