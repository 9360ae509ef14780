import { spawn } from 'node:child_process';
import { REPOSITORY_FOLDER } from '../repositoryFolders';

/**
 * Runs a command at the root of the repository with its output passed through.
 *
 * @returns whether it ended with 0
 * @internal
 */
export async function runStep(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<boolean> {
  const child = spawn(command, args, {
    cwd: REPOSITORY_FOLDER,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => resolve(code === 0));
  });
}
