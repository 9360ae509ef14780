import { opensShell } from './shell';

describe('opensShell', () => {
  it.each([
    [['sh'], false],
    [['/bin/bash', '-l'], false],
    [['/usr/bin/zsh', '-i'], false],
    [['sh', '-c', 'command -v bash >/dev/null && exec bash || exec sh'], true],
    [['sh', '-c', 'clear; (bash || ash || sh)'], true],
  ])('sees a prompt in %j', (argv, terminal) => {
    expect(opensShell(argv, terminal)).toBe(true);
  });

  it.each([
    [[], true],
    [['top'], true],
    [['sh', '-c', 'rm -rf /data'], true],
    [['sh', '-c', 'bash; rm -rf /data'], true],
    [['sh', '-c', 'exec bash'], false],
    [['sh', '-c', ''], true],
    [['bash', 'script.sh'], true],
    [['shred'], true],
  ])('sees a command in %j', (argv, terminal) => {
    expect(opensShell(argv, terminal)).toBe(false);
  });
});
