/** By how many milliseconds a moment is moved; `undefined` leaves it where it is. */
type ShiftOf = (epochMs: number) => number | undefined;

/**
 * A stretch of recorded time and the moment its start is moved to.
 *
 * @internal
 */
export interface Chapter {
  startedAt: Date;
  movedTo: Date;
}

const TIMESTAMP =
  /\b(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)(?![\w:])/g;

/**
 * Moves the times in recorded Kubernetes data, wherever they stand: event times, managedFields, creation and status times,
 * annotations. Moves are by whole seconds, so that times cut to seconds still agree with those that are not.
 *
 * @internal
 */
export class Retimer {
  readonly #shiftOf: ShiftOf;

  private constructor(shiftOf: ShiftOf) {
    this.#shiftOf = shiftOf;
  }

  /** Moves everything by the same time, rounded down to seconds. */
  static by(milliseconds: number): Retimer {
    const shift = Math.floor(milliseconds / 1000) * 1000;
    return new Retimer(() => shift);
  }

  /**
   * Moves each chapter to its own moment. A chapter lasts until the next begins; what lies before the first moves with the
   * first. Times outside of the recording stay where they are.
   *
   * @throws RangeError when there are no chapters, or they are out of order, or begin within a second.
   */
  static byChapters(
    chapters: readonly Chapter[],
    recording: { from: Date; to: Date },
  ): Retimer {
    if (chapters.length === 0) {
      throw new RangeError('there are no chapters to move by');
    }
    const moves = chapters.map(({ startedAt, movedTo }) => {
      const start = startedAt.getTime();
      if (start % 1000 !== 0) {
        throw new RangeError(
          `a chapter must begin at a whole second: ${startedAt.toISOString()}`,
        );
      }
      const target = Math.floor(movedTo.getTime() / 1000) * 1000;
      return { start, target, shift: target - start };
    });
    for (let i = 1; i < moves.length; i++) {
      if (
        moves[i].start <= moves[i - 1].start ||
        moves[i].target <= moves[i - 1].target
      ) {
        throw new RangeError(
          `chapters must follow each other, recorded and moved: ${chapters[
            i
          ].startedAt.toISOString()}`,
        );
      }
    }
    return new Retimer(epochMs => {
      if (
        epochMs < recording.from.getTime() ||
        epochMs > recording.to.getTime()
      ) {
        return undefined;
      }
      const move = moves.findLast(({ start }) => start <= epochMs) ?? moves[0];
      return move.shift;
    });
  }

  /** The moment that a recorded moment is moved to. */
  move(moment: Date): Date {
    const time = moment.getTime();
    return new Date(time + (this.#shiftOf(time) ?? 0));
  }

  /** Moves every RFC 3339 time in a text. Fractions keep their digits and zones their offset. */
  moveText(text: string): string {
    return text.replace(
      TIMESTAMP,
      (original, seconds: string, fraction: string = '', zone: string) => {
        const time = Date.parse(`${seconds}${zone}`);
        // The fraction decides where a time lies, but is not itself moved.
        const shift = this.#shiftOf(
          time + Math.floor(Number(`0${fraction || '.0'}`) * 1000),
        );
        if (Number.isNaN(time) || shift === undefined) {
          return original;
        }
        const local = new Date(time + shift + offsetMs(zone));
        return `${local.toISOString().slice(0, 19)}${fraction}${zone}`;
      },
    );
  }
}

function offsetMs(zone: string): number {
  if (zone === 'Z') {
    return 0;
  }
  const [hours, minutes] = zone.slice(1).split(':').map(Number);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
