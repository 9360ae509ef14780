import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { attributeFrom } from './cli/audit';
import { isInSync } from './cli/exitStatus';
import { readSide } from './cli/input';
import { OPTION_NAMES, readOptions } from './cli/options';
import { formatText } from './cli/text';
import { diffManifests } from './diffManifests';

const USAGE = `Usage: kube-drift diff --desired PATH --live PATH [options]

Compares manifests with live objects and gives every difference a verdict.
PATH is a file or a folder of YAML or JSON; - stands for none.

Options:
  --desired PATH   what Git wants
  --live PATH      what runs, with managedFields (kubectl get -o yaml
                   --show-managed-fields)
  --options FILE   options of the comparison (JSON)
  --audit FILE     audit events: says who made each difference
  --output FORMAT  json or text (default text)
  -h, --help       show this help

Exit status: 0 in sync, 1 drift, 2 error.

Options in FILE, described where DiffOptions and AttributionOptions are:
${wrapped(OPTION_NAMES)}
`;

function wrapped(names: readonly string[]): string {
  return names
    .join(', ')
    .replace(/(.{1,74})(?: |$)/g, '  $1\n')
    .trimEnd();
}

function main(argv: string[]): number {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      desired: { type: 'string' },
      live: { type: 'string' },
      options: { type: 'string' },
      audit: { type: 'string' },
      output: { type: 'string', default: 'text' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    write(1, USAGE);
    return 0;
  }
  const [command, ...rest] = positionals;
  if (command !== 'diff' || rest.length > 0) {
    throw new Error(command ? `unknown command ${command}` : 'no command');
  }
  if (values.desired === undefined || values.live === undefined) {
    throw new Error('diff needs --desired and --live');
  }
  if (values.output !== 'json' && values.output !== 'text') {
    throw new Error(`--output is json or text, not ${values.output}`);
  }
  return diff(values.desired, values.live, values);
}

function diff(
  desiredPath: string,
  livePath: string,
  flags: { options?: string; audit?: string; output?: string },
): number {
  const { options, unknown } = readOptions(flags.options);
  for (const name of unknown) {
    write(
      2,
      `kube-drift: ${flags.options}: there is no option ${name}, it is left out; see --help\n`,
    );
  }
  const desired = readSide(desiredPath, { positions: true });
  const live = readSide(livePath);
  const compared = diffManifests(desired.objects, live.objects, {
    // With nothing declared, what is handed in as live is the target's.
    ...(desiredPath === '-' && { unexpected: 'all' }),
    ...options,
  });
  const errors = [...desired.errors, ...live.errors, ...compared.errors];
  const sides = { desired: desired.objects, live: live.objects, options };
  const comparison = {
    ...(flags.audit === undefined
      ? compared
      : attributeFrom(flags.audit, compared, sides)),
    errors,
  };
  write(
    1,
    flags.output === 'json'
      ? `${JSON.stringify(comparison)}\n`
      : formatText(comparison),
  );
  for (const { file, line, message } of errors) {
    const where = [file, line].filter(part => part !== undefined).join(':');
    write(2, `kube-drift: ${where ? `${where}: ` : ''}${message}\n`);
  }
  if (errors.length > 0) {
    return 2;
  }
  return isInSync(comparison) ? 0 : 1;
}

/** Writes all of it before returning: an exit must not cut a pipe's output. */
function write(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') {
        throw error;
      }
    }
  }
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  // A reader that went away (`| head`) is no fault of ours.
  if (code !== 'EPIPE') {
    write(2, `kube-drift: ${message}\nTry kube-drift --help.\n`);
    process.exitCode = 2;
  }
}
