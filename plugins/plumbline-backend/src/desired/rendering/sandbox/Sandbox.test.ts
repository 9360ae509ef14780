import { mockServices } from '@backstage/backend-test-utils';
import { existsSync } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Sandbox, type SandboxLimits } from './Sandbox';

jest.setTimeout(60_000);

const FILES = [{ path: 'a.yaml', text: 'a' }];

describe('Sandbox', () => {
  let folder: string;
  let workspaces: string;
  let sandbox: Sandbox;

  const sandboxWith = (limits: Partial<SandboxLimits> = {}) =>
    new Sandbox({
      limits: {
        timeout: 10_000,
        outputBytes: 100_000,
        concurrency: 2,
        ...limits,
      },
      logger: mockServices.logger.mock(),
      searchPath: process.env.PATH,
      folder: workspaces,
    });

  /** Installs a program that this JavaScript is run by. */
  const program = async (script: string, name = 'program') => {
    const file = join(folder, name);
    await writeFile(`${file}.cjs`, script);
    await writeFile(
      file,
      `#!/bin/sh\nexec '${process.execPath}' '${file}.cjs' "$@"\n`,
    );
    await chmod(file, 0o700);
    return file;
  };

  const run = async (script: string, subject = sandbox) => {
    const file = await program(script);
    return subject.open(FILES, call => call(file, source => [source]));
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-test-'));
    workspaces = join(folder, 'workspaces');
    await mkdir(workspaces);
    sandbox = sandboxWith();
  });

  afterEach(async () => {
    sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('gives a program nothing of the environment of the backend', async () => {
    process.env.PLUMBLINE_TEST_TOKEN = 'hunter2';
    try {
      const { isDone, stdout } = await run(
        'console.log(JSON.stringify(process.env))',
      );
      expect(isDone).toBe(true);
      expect(stdout).not.toContain('hunter2');
      const env = JSON.parse(stdout);
      expect(env.PATH).toBe('');
      expect(env.HOME).toContain('plumbline-render-');
      expect(env.HOME).not.toBe(process.env.HOME);
      expect(
        Object.keys(env)
          .filter(key => key !== 'PWD')
          .sort(),
      ).toEqual([
        'GOMEMLIMIT',
        'HELM_PLUGINS',
        'HOME',
        'LANG',
        'PATH',
        'TMPDIR',
        'XDG_CACHE_HOME',
        'XDG_CONFIG_HOME',
        'XDG_DATA_HOME',
      ]);
    } finally {
      delete process.env.PLUMBLINE_TEST_TOKEN;
    }
  });

  it('gives it the files and an empty home', async () => {
    const { stdout } = await run(
      `const { readdirSync } = require('node:fs');
       console.log(JSON.stringify([readdirSync(process.argv[2]), readdirSync('.')]));`,
    );
    expect(JSON.parse(stdout)).toEqual([['a.yaml'], []]);
  });

  it('lets it reach nobody where the platform allows that', async () => {
    const server: Server = createServer(socket => socket.end('reached'));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    try {
      const logger = mockServices.logger.mock();
      const subject = new Sandbox({
        limits: { timeout: 10_000, outputBytes: 1_000, concurrency: 1 },
        logger,
        searchPath: process.env.PATH,
        folder: workspaces,
      });
      const { stdout } = await run(
        `require('node:net').connect(${port}, '127.0.0.1')
           .on('data', data => console.log(String(data)))
           .on('error', error => console.log(error.code));`,
        subject,
      );
      const warned = logger.warn.mock.calls.flat().join(' ');
      expect(stdout.trim()).toBe(
        warned.includes('network namespace') ? 'reached' : 'ENETUNREACH',
      );
    } finally {
      server.close();
    }
  });

  it('ends all that a program started, and leaves no folder', async () => {
    const mark = join(folder, 'still-here');
    await expect(
      run(
        `const child = require('node:child_process').spawn(process.execPath,
           ['-e', "setTimeout(() => require('node:fs').writeFileSync('${mark}', ''), 1500)"],
           { stdio: 'ignore' });
         setInterval(() => {}, 1000);`,
        sandboxWith({ timeout: 700 }),
      ),
    ).rejects.toThrow(
      'Rendering takes longer than 0.7 seconds; simplify it or raise plumbline.git.renderers.timeout',
    );
    await wait(1_500);
    expect(existsSync(mark)).toBe(false);
    expect(await readdir(workspaces)).toEqual([]);
  });

  it('does not wait for what a program leaves running', async () => {
    const { isDone, stdout } = await run(
      `require('node:child_process').spawn('/bin/sleep', ['30'], { stdio: 'ignore' }).unref();
       console.log('done');`,
    );
    expect([isDone, stdout.trim()]).toEqual([true, 'done']);
  });

  it('says when the system ended it', async () => {
    await expect(run("process.kill(process.pid, 'SIGKILL')")).rejects.toThrow(
      'Rendering was ended by the system',
    );
  });

  it('bounds what it says, and lets it say little of its errors', async () => {
    await expect(
      run("setInterval(() => process.stdout.write('x'.repeat(10000)), 1)"),
    ).rejects.toThrow('Rendering yields more than 100000 bytes');
    const { isDone, stderr } = await run(
      "process.stderr.write('x'.repeat(1e6)); process.exitCode = 3",
    );
    expect(isDone).toBe(false);
    expect(stderr.length).toBeLessThanOrEqual(64 * 1024);
  });

  it('runs as many at once as it may', async () => {
    const subject = sandboxWith({ concurrency: 2 });
    const log = join(folder, 'log');
    const script = `const { appendFileSync } = require('node:fs');
      appendFileSync('${log}', '+');
      setTimeout(() => appendFileSync('${log}', '-'), 300);`;
    await Promise.all([1, 2, 3, 4].map(() => run(script, subject)));
    let running = 0;
    const most = [...(await readFile(log, 'utf8'))].reduce((max, step) => {
      running += step === '+' ? 1 : -1;
      return Math.max(max, running);
    }, 0);
    expect(most).toBe(2);
  });

  it('ends what runs when the backend stops', async () => {
    const running = run('setInterval(() => {}, 1000)').catch(error => error);
    await wait(500);
    sandbox.close();
    expect(await running).toMatchObject({
      name: 'RenderError',
      message: 'Rendering was ended because the backend stops',
    });
    expect(await readdir(workspaces)).toEqual([]);
  });
});
