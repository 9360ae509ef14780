import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { auditEvent } from './__fixtures__/auditEvent';

const bin = resolve(__dirname, '../bin/kube-audit');
const folder = mkdtempSync(join(tmpdir(), 'kube-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (args: string[], input = '') =>
  spawnSync(process.execPath, [bin, ...args], { input, encoding: 'utf8' });

describe('kube-audit explain', () => {
  it('prints one line per event of standard input', () => {
    const event = JSON.stringify(auditEvent({ auditID: 'a' }));
    const { stdout, status } = run(['explain', '--cluster', 'prod'], event);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      auditID: 'a',
      stage: 'ResponseComplete',
      time: expect.stringMatching(/^2026-.*Z$/),
      cluster: 'prod',
      sentence: 'jane@example.com read Pod web in shop',
      command: {
        text: 'kubectl get pods web -n shop',
        confidence: 'approximate',
        missing: ['-o', 'subcommand'],
      },
      actor: { name: 'jane@example.com', class: 'human' },
      object: {
        apiVersion: 'v1',
        resource: 'pods',
        namespace: 'shop',
        name: 'web',
      },
      outcome: 'success',
      dryRun: false,
      rules: [],
    });
  });

  it('reads files, also gzipped, and reports what it cannot read', () => {
    const plain = join(folder, 'a.log');
    const gzipped = join(folder, 'b.log.gz');
    writeFileSync(plain, `${JSON.stringify(auditEvent())}\n{"kind":0}\n`);
    writeFileSync(gzipped, gzipSync(JSON.stringify(auditEvent())));
    const { stdout, status } = run(['explain', plain, gzipped]);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines.map(line => line.error)).toEqual([
      undefined,
      'is not an audit event of any known shape',
      undefined,
    ]);
    expect(lines[1].line).toBe('{"kind":0}');
    expect(status).toBe(1);
  });

  it('uses rules of one’s own', () => {
    const rules = join(folder, 'rules.yaml');
    writeFileSync(
      rules,
      'rules: [{ id: mine, title: Mine, severity: low, category: friction, message: "{name}", match: { verbs: [get] } }]',
    );
    const { stdout } = run(
      ['explain', '--rules', rules],
      JSON.stringify(auditEvent()),
    );
    expect(JSON.parse(stdout).rules).toMatchObject([
      { id: 'mine', message: 'web' },
    ]);
  });

  it.each([
    [[]],
    [['explode']],
    [['explain', '--what']],
    [['explain', '/no/such/file']],
  ])('refuses %j with status 2', args => {
    const { stderr, status } = run(args);
    expect(stderr).toMatch(/^kube-audit: .*\nTry kube-audit --help/);
    expect(status).toBe(2);
  });

  it('helps', () => {
    expect(
      execFileSync(process.execPath, [bin, '--help'], { encoding: 'utf8' }),
    ).toMatch(/^Usage: kube-audit explain/);
  });

  it('puts up with a reader that goes away', () => {
    const many = `${JSON.stringify(auditEvent())}\n`.repeat(3000);
    const { stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${bin}" explain | head -n 1`],
      { input: many, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
  });
});
