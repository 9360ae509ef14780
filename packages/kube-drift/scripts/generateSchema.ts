/*
 * Writes src/schema/snapshot.json from a running API server:
 *
 *   KUBECONFIG=… node -r @backstage/cli-node/config/nodeTransform.cjs \
 *     scripts/generateSchema.ts
 *
 * Needs kubectl on the PATH. Nothing but built-in types goes into the file.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileOpenApi } from '../src/schema/compileOpenApi';

const OUTPUT = resolve(__dirname, '../src/schema/snapshot.json');

function get<T>(path: string): T {
  const text = execFileSync('kubectl', ['get', '--raw', path], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(text);
}

const { gitVersion } = get<{ gitVersion: string }>('/version');
const { paths } = get<{
  paths: Record<string, { serverRelativeURL: string }>;
}>('/openapi/v3');
const documents = Object.keys(paths)
  .filter(path => /^(?:api|apis\/[^/]+)\/v\w+$/.test(path))
  .sort()
  .map(path => get<object>(paths[path].serverRelativeURL));
const schema = compileOpenApi(documents, gitVersion);
writeFileSync(OUTPUT, `${JSON.stringify(schema, undefined, 1)}\n`);
process.stdout.write(
  `${OUTPUT}: Kubernetes ${gitVersion}, ${
    Object.keys(schema.kinds).length
  } kinds, ${Object.keys(schema.types).length} types\n`,
);
