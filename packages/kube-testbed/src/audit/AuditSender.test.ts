import fc from 'fast-check';
import { AuditSender, Clock, DeliveryAnswer } from './AuditSender';

class VirtualClock implements Clock {
  #now = 0;

  now() {
    return this.#now;
  }

  async sleep(milliseconds: number) {
    this.#now += milliseconds;
  }
}

const BODY = Buffer.from('{"kind":"EventList"}');

function sender(
  answers: (time: number) => DeliveryAnswer | 'silence',
  random: () => number = () => 0.5,
) {
  const clock = new VirtualClock();
  return new AuditSender({
    clock,
    random,
    deliver: async (_body, timeoutMs) => {
      const answer = answers(clock.now());
      if (answer === 'silence') {
        await clock.sleep(timeoutMs);
        throw new Error('context deadline exceeded');
      }
      return answer;
    },
  });
}

/** Seconds of the tries, rounded. */
const seconds = (report: { tries: { at: number }[] }) =>
  report.tries.map(({ at }) => Math.round(at / 1000));

// Measured on kube-apiserver 1.36.3.
describe('AuditSender keeps the schedule of a real API server', () => {
  it.each([301, 400, 401, 403, 404, 413, 429, 500, 503])(
    '%d without a header: five tries, lost after about 90 s',
    async status => {
      const report = await sender(() => ({ status })).send(BODY);
      expect(report.delivered).toBe(false);
      expect(seconds(report)).toEqual([0, 11, 28, 52, 89]);
    },
  );

  it('503 with Retry-After 3: fifty tries, every 3 s for 27 s, five rounds', async () => {
    const report = await sender(() => ({ status: 503, retryAfter: '3' })).send(
      BODY,
    );
    expect(report.tries).toHaveLength(50);
    expect(seconds(report).slice(0, 11)).toEqual([
      0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 38,
    ]);
    expect(report.took).toBeGreaterThan(210_000);
    expect(report.took).toBeLessThan(240_000);
  });

  it('503 with Retry-After 20: ten tries', async () => {
    const report = await sender(() => ({ status: 503, retryAfter: '20' })).send(
      BODY,
    );
    expect(seconds(report).slice(0, 6)).toEqual([0, 20, 41, 61, 88, 108]);
    expect(report.tries).toHaveLength(10);
  });

  it('503 with Retry-After 60: five tries that wait out their 30 s', async () => {
    const report = await sender(() => ({ status: 503, retryAfter: '60' })).send(
      BODY,
    );
    expect(seconds(report)).toEqual([0, 41, 88, 142, 209]);
  });

  it('no answer: five tries of 30 s', async () => {
    const report = await sender(() => 'silence').send(BODY);
    expect(seconds(report)).toEqual([0, 41, 88, 142, 209]);
    expect(report.tries[0].answer).toBeInstanceOf(Error);
  });

  it('does not read Retry-After of a 400, nor a date', async () => {
    const notRepeatable = sender(() => ({ status: 400, retryAfter: '3' }));
    expect((await notRepeatable.send(BODY)).tries).toHaveLength(5);
    const date = sender(() => ({
      status: 503,
      retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT',
    }));
    expect((await date.send(BODY)).tries).toHaveLength(5);
  });

  it('keeps a batch over any outage that ends before its last try', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 230_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (outage, random) => {
          const report = await sender(
            time =>
              time < outage
                ? { status: 503, retryAfter: '3' }
                : { status: 200 },
            () => random,
          ).send(BODY);
          const last = report.tries.at(-1)!.at;
          expect(report.delivered).toBe(last >= outage);
          // Whatever the jitter: what measured as 238 s is never less than 200 s.
          expect(report.delivered || outage >= 200_000).toBe(true);
        },
      ),
    );
  });

  it('sends the same bytes each time and batches side by side', async () => {
    const bodies: Buffer[] = [];
    const failing = new AuditSender({
      clock: new VirtualClock(),
      deliver: async body => {
        bodies.push(Buffer.from(body));
        return { status: 500 };
      },
    });
    const reports = await failing.sendAll([BODY, Buffer.from('other')]);
    expect(reports.map(({ tries }) => tries.length)).toEqual([5, 5]);
    expect(bodies.slice(0, 2).map(String)).toEqual([String(BODY), 'other']);
    expect(new Set(bodies.map(String)).size).toBe(2);
  });
});
