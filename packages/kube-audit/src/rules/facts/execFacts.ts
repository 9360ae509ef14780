import type { Fact, FactInput } from './Fact';

const SHELLS =
  /^(.*\/)?(sh|bash|ash|dash|zsh|ksh|fish|busybox sh|pwsh|powershell(\.exe)?|cmd(\.exe)?)$/;

const SENSITIVE = [
  /169\.254\.169\.254|metadata\.google\.internal|fd00:ec2::254/,
  /\/var\/run\/secrets\/(kubernetes\.io|eks\.amazonaws\.com|azure)/,
  /\/run\/secrets\/kubernetes\.io/,
  /\/etc\/(shadow|kubernetes\/(pki|admin\.conf|kubelet\.conf))/,
  /\/var\/lib\/kubelet/,
  /\/dev\/(tcp|udp)\//,
  /\b(nc|ncat|netcat)\b.*\s-[a-z]*e/,
  /\b(curl|wget)\b.*\|\s*(ba|da|a|z)?sh\b/,
  /\bbash\s+-i\b.*>&/,
];

const argvOf = ({ query }: FactInput) => query.getAll('command');
const isTty = ({ query }: FactInput) => query.get('tty') === 'true';

/** An argv that came without `-c` and is nothing but a shell. */
function isBareShell(argv: string[]): boolean {
  return (
    argv.length > 0 &&
    SHELLS.test(argv[0]) &&
    argv.slice(1).every(arg => /^-[il]+$|^--login$/.test(arg))
  );
}

/** What kubectl cp asks before it writes; never an act of its own. */
function isCopyProbe(argv: string[]): boolean {
  return argv.length === 3 && argv[0] === 'test' && argv[1] === '-d';
}

const copiesFiles: Fact = input => {
  const argv = argvOf(input);
  const script = argv[0] === 'sh' && argv[1] === '-c' ? argv[2] ?? '' : '';
  if (/^tar cf - .*\|\s*tail -c\+\d+$/.test(script)) {
    return 'out of';
  }
  if (argv[0] !== 'tar') {
    return false;
  }
  if (argv[1] === 'cf' && argv[2] === '-') {
    return `${argv.slice(3).join(' ')} out of`;
  }
  return /^-?[a-z]*x/.test(argv[1] ?? '') && input.query.get('stdin') === 'true'
    ? 'into'
    : false;
};

const runsSensitiveCommand: Fact = input => {
  const line = argvOf(input).join(' ');
  return SENSITIVE.some(pattern => pattern.test(line)) ? line : false;
};

const runsShell: Fact = input => {
  const argv = argvOf(input);
  return (
    (isTty(input) || isBareShell(argv)) && (argv.join(' ') || 'a terminal')
  );
};

const runsCommand: Fact = input => {
  const argv = argvOf(input);
  return !isCopyProbe(argv) && (argv.join(' ') || 'a command');
};

/** Names that usually stand for a store of data. */
const databaseLikeName: Fact = ({ e }) =>
  /(^|-)(db|database|postgres(ql)?|pg|mysql|mariadb|mongo(db)?|redis|cassandra|elasticsearch|opensearch|clickhouse|cockroach(db)?|etcd|kafka|rabbitmq|vault)(-|$)/.test(
    e.object?.name ?? '',
  );

/** A 403 was not let through; what the backend answered does not matter. */
const authorised: Fact = ({ e }) => e.code !== 401 && e.code !== 403;

export const execFacts = {
  'copies-files': copiesFiles,
  'runs-sensitive-command': runsSensitiveCommand,
  'runs-shell': runsShell,
  'runs-command': runsCommand,
  'database-like-name': databaseLikeName,
  authorised,
};
