import { readFileSync, writeSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { explainText } from './explainText';
import { loadRuleSet } from './rules/loadRuleSet';

const USAGE = `Usage: kube-audit explain [options] [FILE…]

Explains Kubernetes audit events: one line of JSON per event, with a sentence,
the command that was probably run, the actor, and the rules that match.
Reads any supported shape (NDJSON, EventList, single events, arrays, and the
envelopes of EKS, GKE, AKS, OpenShift, OTLP and log collectors; also gzipped)
from the FILEs, or from standard input.

Options:
  --cluster NAME   name of the cluster the events are from
  --rules FILE     rules to use instead of the built-in pack (YAML)
  -h, --help       show this help

Exit status: 0, 1 when something could not be read, 2 for a wrong call.
`;

function main(argv: string[]): number {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      cluster: { type: 'string' },
      rules: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    write(1, USAGE);
    return 0;
  }
  const [command, ...files] = positionals;
  if (command !== 'explain') {
    throw new Error(command ? `unknown command ${command}` : 'no command');
  }
  const rules =
    values.rules === undefined
      ? undefined
      : loadRuleSet(readText(values.rules), values.rules);
  let status = 0;
  for (const file of files.length > 0 ? files : ['-']) {
    const text = readText(file);
    const lines = explainText(text, { cluster: values.cluster, rules });
    if (lines.some(line => 'error' in line)) {
      status = 1;
    }
    write(1, lines.map(line => `${JSON.stringify(line)}\n`).join(''));
  }
  return status;
}

function readText(file: string): string {
  const bytes = readFileSync(file === '-' ? 0 : file);
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (gzipped ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Writes all of it before returning: an exit must not cut the output of a pipe. */
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
  // A reader that went away (`| head`) is no fault of ours.
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
    write(
      2,
      `kube-audit: ${(error as Error).message}\nTry kube-audit --help.\n`,
    );
    process.exitCode = 2;
  }
}
