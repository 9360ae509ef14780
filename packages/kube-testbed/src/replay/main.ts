import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { systemClock } from '../audit/AuditSender';
import { IngestAddress, IngestClient } from '../audit/IngestClient';
import { ExampleFolder } from '../example/ExampleFolder';
import { Replay } from './Replay';
import { readAuditFile } from './readAuditFile';
import {
  REPLAY_USAGE,
  ReplayOptions,
  readReplayOptions,
} from './replayOptions';

/**
 * `replay FILE… [options]`; see {@link REPLAY_USAGE}.
 *
 * @internal
 */
export async function main(
  print: (line: string) => void,
  argv: string[],
): Promise<number> {
  if (argv.length === 0 || argv.includes('--help')) {
    print(REPLAY_USAGE);
    return argv.length === 0 ? 2 : 0;
  }
  const options = readReplayOptions(argv);
  const client = new IngestClient(await addressFor(options));
  const replay = new Replay({
    post: body => client.post(body),
    clock: systemClock,
  });
  let unread = 0;
  try {
    for (const file of options.files) {
      const { events, unreadable } = await readAuditFile(file);
      unread += unreadable;
      const { posted, ...answer } = await replay.run(events, options);
      print(
        `${file}: ${posted} posted, ${answer.stored} stored, ${answer.duplicates} duplicates, ${answer.quarantined} quarantined` +
          `${unreadable > 0 ? `, ${unreadable} no JSON and not posted` : ''}`,
      );
    }
  } finally {
    client.close();
  }
  return unread > 0 ? 1 : 0;
}

async function addressFor(options: ReplayOptions): Promise<IngestAddress> {
  const example = new ExampleFolder();
  const tokenFile = options.tokenFile ?? example.tokenFile(options.cluster);
  const fromEnv = options.tokenFile ? undefined : process.env.PLUMBLINE_TOKEN;
  if (fromEnv === undefined && !existsSync(tokenFile)) {
    throw new Error(
      `no token for ${options.cluster}: set PLUMBLINE_TOKEN or give --token-file (the example has none of this name)`,
    );
  }
  const exampleCa = example.tlsFile('ca.crt');
  const caFile =
    options.caFile ?? (existsSync(exampleCa) ? exampleCa : undefined);
  return {
    url: options.url ?? 'https://127.0.0.1:7443',
    cluster: options.cluster,
    token: (fromEnv ?? (await readFile(tokenFile, 'utf8'))).trim(),
    ca: caFile && (await readFile(caFile, 'utf8')),
  };
}
