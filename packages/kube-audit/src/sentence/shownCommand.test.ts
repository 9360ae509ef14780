import { shownCommand } from './shownCommand';

describe('shownCommand', () => {
  it.each([
    [['ls', '-l', '/tmp'], 'ls -l /tmp'],
    [['sh', '-c', 'ls | wc -l'], "sh -c 'ls | wc -l'"],
    [
      ['mysql', '--password', 'hunter2', 'shop'],
      'mysql --password <redacted> shop',
    ],
    [['a', '--tokenless'], 'a --tokenless'],
  ])('%j as %s', (argv, expected) => {
    expect(shownCommand(argv)).toBe(expected);
  });

  it.each([
    [['mysql', '--password=hunter2']],
    [['env', 'DB_PASSWORD=hunter2', 'run']],
    [['sh', '-c', "export API_KEY='hunter2 x'; run"]],
    [['sh', '-c', 'mysql --password hunter2 shop']],
    [['curl', '-H', 'Authorization: Bearer hunter2']],
  ])('holds no credential of %j', argv => {
    expect(shownCommand(argv)).toContain('<redacted>');
    expect(shownCommand(argv)).not.toContain('hunter2');
  });

  it('is cut beyond 120 characters', () => {
    expect(shownCommand(['x'.repeat(120)])).toBe('x'.repeat(120));
    expect(shownCommand(['x'.repeat(121)])).toBe(`${'x'.repeat(120)}…`);
  });
});
