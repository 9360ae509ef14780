import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { diffManifests } from '../diffManifests';
import { container, deployment } from '../fixtures/objects';
import { JsonMap, JsonValue } from '../values/json';
import { KubeObject, readManifests } from '../yaml/readManifests';
import { AdoptChange } from './AdoptChange';
import { adoptPatch } from './adoptPatch';

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
const text = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', minLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('1.20', 'yes', '0644', '1e3', '~', 'a: b', '- x', '12:30'),
  fc.constantFrom('a\nb', 'a\nb\n', ' a\nb', 'a\n\n', '# x', "it's", '"', '{'),
);

const variables = fc.uniqueArray(fc.record({ name, value: text }), {
  selector: variable => variable.name,
  minLength: 1,
  maxLength: 5,
});

/** The ways in which people and tools write manifests. */
const writing = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  singleQuote: fc.option(fc.boolean(), { nil: undefined }),
  crlf: fc.boolean(),
  comments: fc.boolean(),
  json: fc.boolean(),
  flow: fc.boolean(),
  endless: fc.boolean(),
});
type Writing = typeof writing extends fc.Arbitrary<infer T> ? T : never;

function write(object: KubeObject, how: Writing): string {
  const { indent, indentSeq, singleQuote } = how;
  const written = how.json
    ? `${JSON.stringify(object, null, indent)}\n`
    : stringify(object, {
        indent,
        indentSeq,
        singleQuote,
        lineWidth: 0,
        aliasDuplicateObjects: false,
        ...(how.flow && { collectionStyle: 'flow' as const }),
      });
  const commented =
    how.comments && !how.json && !how.flow ? withComments(written) : written;
  const ended = how.endless ? commented.replace(/\n$/, '') : commented;
  return how.crlf ? ended.replace(/\n/g, '\r\n') : ended;
}

/** A comment behind each short line, and one on a line of its own before it. */
function withComments(source: string): string {
  if (/[|>][-+]?\n/.test(source)) {
    return source; // inside a block they would be text
  }
  return source
    .split('\n')
    .map((line, index) =>
      /^ *[a-zA-Z]+: [a-z0-9]+$/.test(line)
        ? `${/^ */.exec(line)?.[0]}# above ${index}\n${line} # behind ${index}`
        : line,
    )
    .join('\n');
}

const webOf = (env: JsonValue, replicas: number): KubeObject => {
  const object = deployment({ replicas });
  Object.assign(container(object), { env, args: ['--a', '--b=1', '--c'] });
  return object;
};

function refOf({ apiVersion, kind, metadata }: KubeObject): string {
  return [apiVersion, kind, metadata.namespace ?? 'shop', metadata.name].join(
    '/',
  );
}

/** Differences between a manifest and a live object, with what is live. */
function changesOf(source: string, live: KubeObject): AdoptChange[] {
  const { objects } = diffManifests(source, [live], { namespace: 'shop' });
  return objects.flatMap(({ ref, findings }) =>
    findings.map(({ path, type, live: value }) => ({
      ref,
      path,
      type,
      live: value,
    })),
  );
}

describe('for every manifest, however it is written', () => {
  it('nothing differs after what differs was adopted', () => {
    fc.assert(
      fc.property(
        variables,
        variables,
        fc.nat(9),
        fc.array(fc.constantFrom('--a', '--b=2', '--x', 'yes', '1'), {
          maxLength: 4,
        }),
        writing,
        (before, after, replicas, args, how) => {
          const source = write(webOf(before, 3), how);
          const live = webOf(after, replicas);
          Object.assign(container(live), { args });
          const changes = changesOf(source, live);
          const result = adoptPatch(source, changes, {
            file: 'a.yaml',
            namespace: 'shop',
          });
          const secret = /secret values|must not be shown/;
          const left = result.notAdopted.filter(
            ({ reason }) => !secret.test(reason),
          );
          expect(left).toEqual([]);
          const adopted = new Set(result.adopted.map(({ path }) => path));
          const still = changesOf(result.text, live).filter(({ path }) =>
            adopted.has(path),
          );
          expect(still).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('every text can be written, and is read as it is live', () => {
    fc.assert(
      fc.property(text, text, writing, (before, after, how) => {
        const config = (data: JsonMap): KubeObject => ({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'a' },
          data,
        });
        const source = write(config({ key: before, other: 'x' }), how);
        fc.pre(before !== after);
        const { text: patched, notAdopted } = adoptPatch(
          source,
          [
            {
              ref: 'v1/ConfigMap/shop/a',
              path: 'data.key',
              type: 'changed',
              live: after,
            },
            {
              ref: 'v1/ConfigMap/shop/a',
              path: 'data.new',
              type: 'additive',
              live: after,
            },
          ],
          { file: 'a.yaml' },
        );
        expect(notAdopted).toEqual([]);
        expect(readManifests(patched).objects[0].object.data).toEqual({
          key: after,
          other: 'x',
          new: after,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('a number changes one line and no other byte', () => {
    fc.assert(
      fc.property(
        variables,
        fc.integer({ min: 4, max: 99 }),
        writing.filter(({ flow }) => !flow),
        (env, replicas, how) => {
          const object = webOf(env, 3);
          const source = write(object, how);
          const { text: patched } = adoptPatch(
            source,
            [
              {
                ref: refOf(object),
                path: 'spec.replicas',
                type: 'changed',
                live: replicas,
              },
            ],
            { file: 'a.yaml' },
          );
          expect(patched).toBe(
            source.replace(/(replicas"?: )3/, `$1${replicas}`),
          );
        },
      ),
    );
  });
});

/** The version of git, where there is one. */
function gitVersion(): string | undefined {
  try {
    return execFileSync('git', ['--version'], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}

(gitVersion() ? describe : describe.skip)(
  'git takes the patch (skipped without git)',
  () => {
    let dir: string;
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'adopt-'));
    });
    afterEach(() => rmSync(dir, { recursive: true, force: true }));

    it('at the root, with blanks in names, CRLF and no newline at the end', () => {
      fc.assert(
        fc.property(
          variables,
          variables,
          fc.nat(9),
          writing,
          (before, after, replicas, how) => {
            const source = write(webOf(before, 3), how);
            const changes = changesOf(source, webOf(after, replicas));
            const result = adoptPatch(source, changes, {
              file: 'my app.yaml',
              namespace: 'shop',
            });
            fc.pre(result.patch !== '');
            writeFileSync(join(dir, 'my app.yaml'), source);
            writeFileSync(join(dir, 'a.patch'), result.patch);
            execFileSync('git', ['apply', '--whitespace=nowarn', 'a.patch'], {
              cwd: dir,
              env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
            });
            expect(readFileSync(join(dir, 'my app.yaml'), 'utf8')).toBe(
              result.text,
            );
          },
        ),
        { numRuns: 40 },
      );
    });
  },
);
