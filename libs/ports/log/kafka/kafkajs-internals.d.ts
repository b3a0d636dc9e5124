declare module 'kafkajs/src/protocol/requests/fetch/v11/response.js' {
  interface FetchedPartition {
    readonly partition: number;
    readonly messages: object[];
  }
  interface FetchResponse {
    readonly responses: readonly { readonly topicName: string; readonly partitions: readonly FetchedPartition[] }[];
  }
  const response: { decode(raw: Buffer): Promise<FetchResponse> };
  export default response;
}

declare module 'kafkajs/src/network/requestQueue/index.js' {
  export interface QueueOptions {
    readonly maxInFlightRequests: number;
    readonly requestTimeout: number;
    readonly enforceRequestTimeout: boolean;
    readonly clientId: string;
    readonly broker: string;
    readonly logger: object;
  }
  interface PushedRequest {
    readonly entry: { readonly correlationId: number; resolve(): void; reject(error: Error): void };
    readonly expectResponse: boolean;
    sendRequest(): void;
  }
  /** What one connection has sent and has still to send. */
  export default class RequestQueue {
    constructor(options: QueueOptions);
    /** Sent when a broker allows it. */
    pending: object[];
    /** Until when the broker has asked for silence, ms since 1970; -1 for never. */
    throttledUntil: number;
    throttleCheckTimeoutId: NodeJS.Timeout | null;
    push(request: PushedRequest): void;
    fulfillRequest(answer: { correlationId: number; payload: Buffer; size: number }): void;
    maybeThrottle(ms: number): void;
    checkPendingRequests(): void;
    scheduleCheckPendingRequests(): void;
    destroy(): void;
  }
}
