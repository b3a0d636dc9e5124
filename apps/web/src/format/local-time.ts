/** A time as the browser's own field writes it: on the reader's clock, without a zone. */
export const localTime = (iso: string): string => {
  const time = new Date(iso);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};
