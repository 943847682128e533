import { type Clock, systemClock } from '#platform/clock.ts';

/** A clock that can be put back to tell what happened, and goes on as the system's when released. */
export type DemoClock = Clock & Readonly<{ put(at: Temporal.Instant): void; release(): void }>;

/** The system's clock until it is put. */
export function demoClock(): DemoClock {
  let told: Temporal.Instant | undefined;
  return {
    now: () => told ?? systemClock.now(),
    put(at) {
      told = at;
    },
    release() {
      told = undefined;
    },
  };
}
