/** Slots without a meeting between a party's first and last one; those in which it could not meet anybody do not count. */
export function idleSlots(slots: number, meets: (slot: number) => boolean, present: (slot: number) => boolean): number {
  let [idle, waiting, begun] = [0, 0, false];
  for (let slot = 0; slot < slots; slot += 1) {
    if (meets(slot)) {
      idle += waiting;
      waiting = 0;
      begun = true;
    } else if (begun && present(slot)) waiting += 1;
  }
  return idle;
}
