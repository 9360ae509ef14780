import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { configMap } from './fixtures/objects';

// Reads many files, or starts processes, on a machine that may be busy.
jest.setTimeout(60_000);

const BIN = resolve(__dirname, '../bin/kube-drift');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kube-drift-'));
  const write = (name: string, content: unknown) =>
    writeFileSync(
      join(folder, name),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  write('fast.yaml', configMap({ mode: 'fast' }));
  write('slow.yaml', configMap({ mode: 'slow' }));
  write('bad.yaml', 'a: [');
  write('options.json', { ignore: ['data.mode'] });
});

afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  try {
    const stdout = execFileSync(process.execPath, [BIN, ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return { status: 0, stdout, stderr: '' };
  } catch (error) {
    const { status, stdout, stderr } = error as {
      status: number;
      stdout: string;
      stderr: string;
    };
    return { status, stdout, stderr };
  }
}

describe('kube-drift diff', () => {
  it('exits 0 in sync and 1 with drift', () => {
    expect(
      run('diff', '--desired', 'fast.yaml', '--live', 'fast.yaml').status,
    ).toBe(0);
    const drift = run(
      ...['diff', '--desired', 'fast.yaml', '--live', 'slow.yaml'],
      ...['--output', 'json'],
    );
    expect(drift.status).toBe(1);
    expect(JSON.parse(drift.stdout)).toMatchObject({
      objects: [
        {
          ref: 'v1/ConfigMap/shop/settings',
          verdict: 'drift',
          findings: [{ path: 'data.mode', desired: 'fast', live: 'slow' }],
        },
      ],
      summary: { objects: { drift: 1 } },
    });
  });

  it('takes - for nothing', () => {
    const missing = run('diff', '--desired', 'fast.yaml', '--live', '-');
    expect(missing.status).toBe(1);
    expect(missing.stdout).toContain('missing');
  });

  it('takes options', () => {
    const ignored = run(
      ...['diff', '--desired', 'fast.yaml', '--live', 'slow.yaml'],
      ...['--options', 'options.json'],
    );
    expect(ignored.status).toBe(0);
    expect(ignored.stdout).toContain('ignored changed data.mode');
  });

  it('exits 2 with file and line for what it cannot read', () => {
    const bad = run('diff', '--desired', 'bad.yaml', '--live', '-');
    expect(bad.status).toBe(2);
    expect(bad.stderr).toMatch(/bad\.yaml:1: /);
  });

  it.each([
    ['diff'],
    ['diff', '--desired', 'nowhere', '--live', '-'],
    ['nonsense'],
  ])('exits 2 for a wrong call: %s', (...args) => {
    expect(run(...args).status).toBe(2);
  });
});
