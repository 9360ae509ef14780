import fc from 'fast-check';
import { originalText } from './originalText';
import { readManifests } from './readManifests';

const one = (data: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n${data}`;

function dataOf(yaml: string) {
  const { objects, errors } = readManifests(one(`data:\n  x: ${yaml}\n`));
  expect(errors).toEqual([]);
  return (objects[0].object.data as { x: unknown }).x;
}

/** Integers beyond 2^53 are read exactly; JSON itself rounds them. */
function withoutBigInt(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

describe('readManifests', () => {
  it.each([
    ['0644', 420],
    ['0o17', 15],
    ['0b11', 3],
    ['0x1F', 31],
    ['1_000', 1000],
    ['12:30', '12:30'],
    ['2026-01-01', '2026-01-01'],
    ['1e3', 1000],
    ['yes', true],
    ['OFF', false],
    ['y', true],
    ['N', false],
    ['0_8', 8],
    ['190:20', '190:20'],
    ['0x', '0x'],
    ['tRue', 'tRue'],
    ['1.', 1],
    ['.5', 0.5],
    ['1_0.5', 10.5],
    ['._5', '._5'],
    ['-010', -8],
    ['0777777777777777777777777', 7.777777777777778e23],
    ['~', null],
    ['09', 9],
    ['"0644"', '0644'],
    ['9007199254740993', 9007199254740993n],
  ])('reads %s as kubectl does', (yaml, value) => {
    expect(dataOf(yaml)).toEqual(value);
  });

  it('remembers a word that other readers take for text', () => {
    const { objects } = readManifests(one('data: {x: yes, z: true}'));
    expect(originalText(objects[0].object.data, 'x')).toBe('yes');
    expect(originalText(objects[0].object.data, 'z')).toBeUndefined();
    expect(JSON.stringify(objects[0].object.data)).toBe('{"x":true,"z":true}');
  });

  it('expands lists and merges', () => {
    const { objects, errors } = readManifests(
      `kind: List
apiVersion: v1
items:
- {apiVersion: v1, kind: Pod, metadata: {name: a}}
- &base {apiVersion: v1, kind: Pod, metadata: {name: b}}
- <<: *base
  kind: Service
`,
    );
    expect(errors).toEqual([]);
    expect(objects.map(({ object }) => object.kind)).toEqual([
      'Pod',
      'Pod',
      'Service',
    ]);
  });

  it('types the items of a typed list', () => {
    const { objects } = readManifests(
      '{"apiVersion":"apps/v1","kind":"DeploymentList","items":[{"metadata":{"name":"a"}}]}',
    );
    expect(objects[0].object).toMatchObject({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
    });
  });

  it('fails a bad document alone, with its line', () => {
    const text = `${one('data: {a: b}')}\n---\na: [\n---\n# nothing\n---\n${one(
      '',
    )}`;
    const { objects, errors } = readManifests(text, { file: 'a.yaml' });
    expect(objects).toHaveLength(2);
    expect(errors).toHaveLength(1);
    expect(errors[0].file).toBe('a.yaml');
    expect(errors[0].line).toBeGreaterThanOrEqual(5);
  });

  it.each([
    ['a duplicate key', 'data: {a: b, a: c}', 'duplicate key'],
    ['a null key', 'data: {~: b}', 'null key'],
    ['infinity', 'data: {a: .inf}', 'JSON'],
    ['an alias that holds itself', 'data: &a {b: *a}', 'itself'],
    ['an unknown alias', 'data: *nobody', 'alias'],
  ])('refuses %s', (_, data, message) => {
    const { objects, errors } = readManifests(one(data));
    expect(objects).toEqual([]);
    expect(errors[0].message).toContain(message);
  });

  it('refuses duplicate keys in JSON too', () => {
    const { errors } = readManifests(
      '{"apiVersion":"v1","kind":"A","metadata":{"name":"a","name":"b"}}',
    );
    expect(errors[0].message).toBe('duplicate key');
  });

  it('never repeats the document in a message', () => {
    const { errors } = readManifests(
      one('stringData: {password: "hunter2-hunter2" oops}'),
    );
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
  });

  it('refuses an alias bomb in bounded time', () => {
    const levels = 'abcdefghij'
      .split('')
      .map((name, at, all) =>
        at === 0
          ? `${name}: &${name} [x, x, x, x, x, x, x, x, x]`
          : `${name}: &${name} [${Array(9).fill(`*${all[at - 1]}`)}]`,
      )
      .join('\n');
    const started = Date.now();
    const { errors } = readManifests(one(levels), { file: 'a.yaml' });
    expect(errors).toEqual([
      {
        file: 'a.yaml',
        line: expect.any(Number),
        message: 'aliases expand to too many nodes',
      },
    ]);
    expect(errors[0].line).toBeGreaterThan(one('').split('\n').length - 1);
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it.each(['['.repeat(100_000), `{a: ${'{a: '.repeat(2_000)}`])(
    'refuses deep nesting, with its line (%#)',
    text => {
      expect(readManifests(`# head\na: ${text}`).errors).toEqual([
        { line: 2, message: 'nested too deeply' },
      ]);
    },
  );

  it.each(['{}', '[]', '} ', '...\n'])('is not held up by %j', unit => {
    const started = performance.now();
    expect(readManifests(unit.repeat(500_000)).objects).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('tells where a merge key takes no map', () => {
    expect(readManifests(one('data:\n  <<: text')).errors).toEqual([
      { line: one('data:\n').split('\n').length, message: expect.any(String) },
    ]);
  });

  it('takes a number too large for a float for text', () => {
    const { objects } = readManifests(one('data: {a: 1e999, b: 1e99}'));
    expect(objects[0].object.data).toEqual({ a: '1e999', b: 1e99 });
  });

  it('keeps to its limits', () => {
    const limits = { maxDocuments: 2, maxDocumentBytes: 100 };
    const many = readManifests(Array(4).fill(one('')).join('\n---\n'), {
      limits,
    });
    expect(many.objects).toHaveLength(2);
    expect(many.errors[0].message).toContain('more than 2 documents');
    const large = readManifests(one(`data: {a: ${'x'.repeat(100)}}`), {
      limits,
    });
    expect(large.errors[0].message).toContain('larger than 100 bytes');
  });

  it('does not let a key reach the prototype', () => {
    const { objects } = readManifests(one('data: {__proto__: {polluted: x}}'));
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(Object.keys(objects[0].object.data as object)).toEqual([
      '__proto__',
    ]);
  });

  it('answers lines when asked for positions', () => {
    const text = `# head
---
apiVersion: v1
kind: Pod
metadata:
  name: a
spec:
  containers:
  - name: web
    image: x
    ports:
    - containerPort: 80
`;
    const [{ lineOf }] = readManifests(text, { positions: true }).objects;
    expect(lineOf?.('spec.containers[name=web].image')).toBe(10);
    expect(
      lineOf?.(
        'spec.containers[name=web].ports[containerPort=80,protocol=TCP]',
      ),
    ).toBe(12);
    expect(lineOf?.('spec.containers[name=web].command')).toBe(9);
    expect(readManifests(text).objects[0].lineOf).toBeUndefined();
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({
            unit: fc.constantFrom(...'[]{}:-&*!|>\'"%@ \n\tab0~<,#'),
          }),
          fc.json(),
        ),
        text => {
          const { objects, errors } = readManifests(text);
          expect(Array.isArray(objects) && Array.isArray(errors)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('reads JSON objects that follow each other', () => {
    const json = (name: string) =>
      `{\n  "apiVersion": "v1", "kind": "ConfigMap",\n  "metadata": {"name": "${name}"},\n  "data": {"x": "}\\" {"}\n}`;
    const { objects, errors } = readManifests(
      `\n${json('a')}\n${json('b')}${json('c')}\n`,
      { positions: true },
    );
    expect(errors).toEqual([]);
    expect(objects.map(({ object }) => object.metadata.name)).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(objects.map(({ lineOf }) => lineOf?.('data.x'))).toEqual([
      5, 10, 14,
    ]);
    expect(readManifests(`${json('a')}\n${json('b')} {`).errors).toHaveLength(
      1,
    );
  });

  it('reads JSON as JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const object = {
          apiVersion: 'v1',
          kind: 'A',
          metadata: { name: 'a' },
          value: JSON.parse(JSON.stringify(value)),
        };
        const { objects } = readManifests(JSON.stringify(object));
        expect(
          objects.map(read => JSON.stringify(read.object, withoutBigInt)),
        ).toEqual([JSON.stringify(object)]);
      }),
    );
  });
});
