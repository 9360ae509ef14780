import fc from 'fast-check';
import { formatPath } from './format';
import { parseJsonPointer } from './jsonPointer';
import { locatePath } from './locate';
import { createMarker, elementsOn } from './elements';
import { patternCovers, textCovers } from './match';
import { parsePath, parsePattern } from './parse';
import { fields, Segment } from './segment';

const IMAGE: Segment[] = [
  ...fields('spec', 'containers'),
  { key: { name: 'web' } },
  { field: 'image' },
];

describe('paths', () => {
  it.each([
    'spec.replicas',
    'metadata.labels.app.kubernetes.io/name',
    'metadata.annotations.example.com/a.b',
    'data.pool.size',
    'spec.template.spec.containers[name=web].image',
    'spec.ports[port=80,protocol=TCP].targetPort',
    'rules[0].verbs',
    'metadata.finalizers[=a/b]',
  ])('reads and writes %s', text => {
    const path = parsePath(text);
    expect(path && formatPath(path)).toBe(text);
  });

  it('takes a quoted key whole', () => {
    expect(parsePath('spec["a.b/c"].d')).toEqual(fields('spec', 'a.b/c', 'd'));
  });

  it.each(['', 'a..b', 'a.', 'a[b', 'a[b].'])('refuses %j', text => {
    expect(parsePath(text)).toBeUndefined();
  });

  it('takes a wildcard for a pattern, not for a path', () => {
    expect(parsePath('metadata.labels.*')).toBeUndefined();
    expect(parsePattern('a[*].b')).toEqual([
      { field: 'a' },
      { any: true },
      { field: 'b' },
    ]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab.[]=,*"\' 0') }),
        text => {
          expect([undefined, 'object']).toContain(
            parsePattern(text) && typeof parsePattern(text),
          );
        },
      ),
    );
  });

  it('locates in a map of very many keys as fast as in one of few', () => {
    const data = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`key.${index}`, index]),
    );
    const found = Object.keys(data).map(
      key => locatePath(`data.${key}`, [{ data }])?.length,
    );
    expect(new Set(found)).toEqual(new Set([2]));
  });

  it('finds a dotted key only where the object has it', () => {
    const object = { spec: { selector: { 'a.b/c': 'x', a: 'y' } } };
    expect(locatePath('spec.selector.a.b/c', [object])).toEqual(
      fields('spec', 'selector', 'a.b/c'),
    );
    expect(locatePath('spec.selector.a', [object])).toEqual(
      fields('spec', 'selector', 'a'),
    );
  });
});

describe('covering', () => {
  const covers = (pattern: string, path = IMAGE, roots = [{}]) =>
    patternCovers(
      parsePattern(pattern) ?? [],
      path,
      elementsOn(path, roots, createMarker()),
    );

  it.each([
    'spec',
    'spec.containers',
    'spec.containers[*]',
    'spec.*[name=web].image',
  ])('%s covers the image', pattern => {
    expect(covers(pattern)).toBe(true);
  });

  it.each([
    'spec.containers[name=db]',
    'spec.containers[name=web].image.tag',
    'status',
  ])('%s does not', pattern => {
    expect(covers(pattern)).toBe(false);
  });

  it('finds the element that an alias or a position means', () => {
    const port: Segment[] = [
      ...fields('spec', 'ports'),
      { key: { containerPort: 8080, protocol: 'TCP' } },
    ];
    const object = {
      spec: {
        ports: [
          { containerPort: 1, name: 'x' },
          { containerPort: 8080, name: 'http' },
        ],
      },
    };
    expect(covers('spec.ports[name=http]', port, [object])).toBe(true);
    expect(covers('spec.ports[containerPort=8080]', port, [object])).toBe(true);
    expect(covers('spec.ports[1]', port, [object])).toBe(true);
    expect(covers('spec.ports[0]', port, [object])).toBe(false);
  });

  it('compares text at the borders of steps only', () => {
    expect(textCovers('spec.containers', IMAGE)).toBe(true);
    expect(textCovers('spec.cont', IMAGE)).toBe(false);
  });

  it('reads JSON Pointers', () => {
    const pattern = parseJsonPointer('/metadata/labels/a~1b') ?? [];
    expect(patternCovers(pattern, fields('metadata', 'labels', 'a/b'))).toBe(
      true,
    );
    expect(parseJsonPointer('spec')).toBeUndefined();
  });
});
