import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

/** A broker may have asked a client to wait a moment shorter than this: it looks again after it. */
const LEAST_MS = 10;

/**
 * Each connection of kafkajs 2.2.4 looks a thousand times a second whether a request waits to be sent, also when none does
 * (https://github.com/tulios/kafkajs/issues/1704). A process has some forty connections: that was more than half of what a
 * service used with nothing to do. Here a queue looks again only while something waits in it; what is answered and what is
 * added looks by itself, as before.
 */
export function restWhenIdle(): void {
  if (installed) return;
  installed = true;
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.throttleCheckTimeoutId || this.pending.length === 0) return;
    this.throttleCheckTimeoutId = setTimeout(
      () => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      },
      Math.max(this.throttledUntil - Date.now(), LEAST_MS),
    );
  };
}

let installed = false;
