import { parseArgs } from 'node:util';

/**
 * What `yarn replay` was asked for.
 *
 * @internal
 */
export interface ReplayOptions {
  files: string[];
  url?: string;
  cluster: string;
  tokenFile?: string;
  caFile?: string;
  /** How many times as fast as it happened; `Infinity` is as fast as the portal takes it. */
  pace: number;
  /** Milliseconds to move all times by, or `now`: so that the newest event happens now. */
  retime: number | 'now' | undefined;
  batch: number;
}

/** How to call it. */
export const REPLAY_USAGE = `usage: yarn replay FILE… [options]
Posts audit events (any shape kube-audit reads, gzipped or not) to a running portal.
  --cluster NAME      default prod-eu
  --url URL           default https://127.0.0.1:7443
  --token-file FILE   default: $PLUMBLINE_TOKEN, else the example's token
  --ca FILE           default: the example's certificate authority
  --pace P            max (default), realtime, or a factor such as 10x
  --retime R          none (default), now (the newest event happens now), or a shift such as +3h (or --retime=-2d)
  --batch N           events in one request, default 400`;

const UNITS: Record<string, number> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * Reads the arguments of `yarn replay`.
 *
 * @throws TypeError that says what is wrong.
 * @internal
 */
export function readReplayOptions(argv: readonly string[]): ReplayOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      cluster: { type: 'string', default: 'prod-eu' },
      'token-file': { type: 'string' },
      ca: { type: 'string' },
      pace: { type: 'string', default: 'max' },
      retime: { type: 'string', default: 'none' },
      batch: { type: 'string', default: '400' },
    },
  });
  if (positionals.length === 0) {
    throw new TypeError('which FILE?');
  }
  const batch = Number(values.batch);
  if (!Number.isInteger(batch) || batch < 1) {
    throw new TypeError(`--batch is a number from 1: ${values.batch}`);
  }
  return {
    files: positionals,
    url: values.url,
    cluster: values.cluster,
    tokenFile: values['token-file'],
    caFile: values.ca,
    pace: readPace(values.pace),
    retime: readRetime(values.retime),
    batch,
  };
}

function readPace(text: string): number {
  if (text === 'max') {
    return Infinity;
  }
  const factor =
    text === 'realtime' ? 1 : Number(/^(\d+(?:\.\d+)?)x$/.exec(text)?.[1]);
  if (!(factor > 0)) {
    throw new TypeError(`--pace is max, realtime or like 10x: ${text}`);
  }
  return factor;
}

function readRetime(text: string): ReplayOptions['retime'] {
  if (text === 'none') {
    return undefined;
  }
  if (text === 'now') {
    return 'now';
  }
  const shift = /^([+-])(\d+)([smhd])$/.exec(text);
  if (!shift) {
    throw new TypeError(`--retime is none, now or like +3h: ${text}`);
  }
  const [, sign, count, unit] = shift;
  return (sign === '-' ? -1 : 1) * Number(count) * UNITS[unit];
}
