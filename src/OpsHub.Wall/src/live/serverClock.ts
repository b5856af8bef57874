import { SECOND } from '../format/instants';

const SAMPLES = 12;

/** From when on a wrong screen clock is said. */
export const CLOCK_TOLERANCE = 5 * SECOND;

/**
 * The hub's clock seen from here. Terms are judged by the hub's time, so countdowns run on it.
 * A message is never early: of the last samples the largest offset is the least delayed.
 */
export class ServerClock {
  private offsets: number[] = [];

  observe(serverTime: number, monotonic: number): void {
    this.offsets = [...this.offsets, serverTime - monotonic].slice(-SAMPLES);
  }

  get known(): boolean {
    return this.offsets.length > 0;
  }

  /** The hub's time; before the first message the screen's own. */
  now(monotonic: number, screen: number): number {
    return this.known ? monotonic + Math.max(...this.offsets) : screen;
  }

  /** How far the screen's own clock is off, null while that is small or unknown. */
  screenError(monotonic: number, screen: number): number | null {
    if (!this.known) return null;
    const error = screen - this.now(monotonic, screen);
    return Math.abs(error) > CLOCK_TOLERANCE ? error : null;
  }
}
