import { mockServices } from '@backstage/backend-test-utils';
import type {
  RenderOptions,
  RenderRequest,
} from '@plumbline/backstage-plugin-plumbline-node';
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Sandbox, type SandboxLimits } from '../sandbox';

const LIMITS: SandboxLimits = {
  timeout: 20_000,
  outputBytes: 1_000_000,
  concurrency: 2,
};

/** Where programs are looked for: those of a control plane for tests first. */
export const SEARCH_PATH = [process.env.KUBEBUILDER_ASSETS, process.env.PATH]
  .filter(folder => folder !== undefined)
  .join(delimiter);

/** `describe`, or a skip that says so when a program is not installed. */
export function describeWith(program: string): jest.Describe {
  const isInstalled = SEARCH_PATH.split(delimiter).some(folder => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!isInstalled) {
    process.stderr.write(
      `${program} is not installed: tests that run it are skipped\n`,
    );
  }
  return isInstalled ? describe : describe.skip;
}

/** A sandbox that finds the programs of {@link SEARCH_PATH}. */
export function testSandbox(
  limits: Partial<SandboxLimits> = {},
  folder = tmpdir(),
) {
  const logger = mockServices.logger.mock();
  return new Sandbox({
    limits: { ...LIMITS, ...limits },
    logger,
    searchPath: SEARCH_PATH,
    folder,
  });
}

/** A request for files by path and text. */
export function requestOf(
  files: Record<string, string>,
  path: string,
  options: RenderOptions = {},
  refused: RenderRequest['refused'] = [],
): RenderRequest {
  return {
    files: Object.entries(files).map(([name, text]) => ({ path: name, text })),
    refused,
    path,
    namespace: 'shop',
    name: 'web',
    options,
  };
}
