import { findProgram } from './findProgram';
import { runProcess } from './runProcess';

const PROBE_TIMEOUT = 5_000;
const MEBIBYTE = 1024 * 1024;
/** Memory of one render; charts and overlays of thousands of objects stay far below it. */
const MEMORY = 1024 * MEBIBYTE;
const FILE_SIZE = 64 * MEBIBYTE;
const OPEN_FILES = 256;

/** What the platform can keep from a program that renders. */
export interface Isolation {
  /** Put before a command: takes its network away and bounds its memory. Empty where the platform has neither. */
  prefix: readonly string[];
  hasNetwork: boolean;
  hasMemoryCap: boolean;
}

/**
 * Tries what util-linux offers: a network namespace without any interface, which needs no root where user namespaces are
 * allowed, and resource limits.
 *
 * @param cpuSeconds - processor time of one program; so one ends even when nobody is left to kill it
 */
export async function detectIsolation(
  searchPath: string | undefined,
  cpuSeconds: number,
): Promise<Isolation> {
  const limits = await usable('prlimit', searchPath, [
    `--data=${MEMORY}`,
    `--fsize=${FILE_SIZE}`,
    `--nofile=${OPEN_FILES}`,
    `--cpu=${cpuSeconds}`,
    '--core=0',
  ]);
  const network = await usable('unshare', searchPath, [
    '--map-root-user',
    '--net',
  ]);
  return {
    prefix: [...network, ...limits],
    hasNetwork: network.length === 0,
    hasMemoryCap: limits.length > 0,
  };
}

async function usable(
  name: string,
  searchPath: string | undefined,
  args: string[],
): Promise<string[]> {
  const program = await findProgram(name, searchPath);
  if (program === undefined) {
    return [];
  }
  const prefix: [string, ...string[]] = [program, ...args, '--'];
  const outcome = await runProcess({
    command: [...prefix, program, '--version'],
    cwd: '/',
    env: {},
    timeout: PROBE_TIMEOUT,
    maxOutputBytes: MEBIBYTE,
  });
  return outcome.kind === 'exited' && outcome.code === 0 ? prefix : [];
}
