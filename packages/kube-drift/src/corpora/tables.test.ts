import { compareDeclared } from '../compare/walk';
import { Difference } from '../compare/difference';
import { droppedFields } from '../compare/dropped';
import { ElementFinder } from '../fields/elementFinder';
import { parseFieldsV1, serialiseFieldsV1 } from '../fields/fieldSet';
import { formatPathElement, parsePathElement } from '../fields/pathElement';
import { formatPath } from '../path/format';
import { compileOpenApi } from '../schema/compileOpenApi';
import { CompiledSchemaReader, SchemaNode } from '../schema/schemaNode';
import { maskSecretPair } from '../secrets/mask';
import { JsonMap, JsonValue } from '../values/json';
import { parseQuantity, quantityToDecimal } from '../values/quantity';
import { parseYamlDocument } from '../yaml/parse';
import { describeCorpus, readCorpus, report, SKIPPED } from './corpus';

interface Suite<T> {
  items: T[];
}

/** Runs a table; prints how many items are right and returns the others. */
function check<T>(
  name: string,
  items: T[],
  isRight: (item: T) => boolean,
  known: (item: T) => boolean = () => false,
): T[] {
  const wrong = items.filter(item => !isRight(item) && !known(item));
  const excused = items.filter(item => !isRight(item) && known(item)).length;
  const note = excused > 0 ? `, ${excused} contradict themselves` : '';
  report(
    `${name.padEnd(24)} ${items.length - wrong.length - excused}/${
      items.length
    }${note}`,
  );
  return wrong;
}

interface QuantityItem {
  kind: 'canonical' | 'value' | 'compare' | 'invalid';
  input: string;
  canonical: string;
  decimal: string;
  a: string;
  b: string;
  expect: number;
}

interface ThreeWayItem {
  description: string;
  lastApplied: JsonMap | null;
  desired: JsonMap;
  live: JsonMap;
  verdict: 'none' | 'drift';
  paths: string[];
}

function differences(item: ThreeWayItem, schema?: SchemaNode): string[] {
  const declared: Difference[] = [];
  compareDeclared(item.desired, item.live, { path: [], schema }, declared);
  const stale = item.lastApplied
    ? droppedFields(
        item.lastApplied,
        item.desired,
        item.live,
        { path: [], schema },
        new ElementFinder(),
      )
    : [];
  return [...declared.filter(({ orderOnly }) => !orderOnly), ...stale].map(
    ({ path }) => formatPath(path),
  );
}

describeCorpus(`tables of upstream projects${SKIPPED}`, () => {
  it('reads quantities', () => {
    const { items } = readCorpus<Suite<QuantityItem>>(
      'drift/kubernetes__apimachinery/quantities.json',
    );
    const wrong = check('quantities', items, item => {
      const value = parseQuantity(item.input ?? '');
      switch (item.kind) {
        case 'invalid':
          return value === undefined;
        case 'value':
          return (
            value !== undefined && quantityToDecimal(value) === item.decimal
          );
        case 'compare': {
          const difference = parseQuantity(item.a)! - parseQuantity(item.b)!;
          return Math.sign(Number(difference)) === item.expect;
        }
        default:
          return value !== undefined && value === parseQuantity(item.canonical);
      }
    });
    expect(wrong).toEqual([]);
  });

  it('reads YAML', () => {
    const { items } = readCorpus<
      Suite<{ yaml: string; json: string; error: boolean }>
    >('drift/kubernetes-sigs__yaml/yaml-to-json.json');
    const limits = { maxDocumentBytes: 1_000_000, maxNodesPerByte: 10 };
    const read = (text: string) => parseYamlDocument({ text, line: 1 }, limits);
    const wrong = check('yaml-to-json', items, ({ yaml, json, error }) => {
      const parsed = read(yaml);
      if (error) {
        return 'message' in parsed;
      }
      const expected = read(json);
      return (
        'value' in parsed &&
        'value' in expected &&
        inspect(parsed.value) === inspect(expected.value)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('reads and writes FieldsV1', () => {
    const { items } = readCorpus<
      Suite<{ kind: string; text: string; fieldsV1: JsonMap }>
    >('drift/kubernetes-sigs__structured-merge-diff/fieldsv1.json');
    const wrong = check('fieldsv1', items, ({ kind, text, fieldsV1 }) => {
      if (kind === 'golden') {
        return (
          inspect(serialiseFieldsV1(parseFieldsV1(fieldsV1))) ===
          inspect(fieldsV1)
        );
      }
      const element = parsePathElement(text);
      if ('segment' in element) {
        const again = parsePathElement(formatPathElement(element.segment));
        return kind === 'validElement' && inspect(again) === inspect(element);
      }
      return (
        kind ===
        ('unknown' in element ? 'unknownElementType' : 'invalidElement')
      );
    });
    expect(wrong).toEqual([]);
  });

  it('masks secrets', () => {
    const { items } = readCorpus<
      Suite<
        Record<
          'live' | 'desired' | 'maskedLive' | 'maskedDesired',
          JsonMap | null
        >
      >
    >('drift/kubernetes__kubectl/secret-mask.json');
    const wrong = check('secret-mask', items, item => {
      const masked = maskSecretPair(item.live, item.desired);
      return (
        inspect(masked.live) === inspect(item.maskedLive) &&
        inspect(masked.desired) === inspect(item.maskedDesired)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('compares three ways without a schema', () => {
    const { items } = readCorpus<Suite<ThreeWayItem>>(
      'drift/kubernetes__apimachinery/jsonmerge-three-way.json',
    );
    const wrong = check(
      'jsonmerge-three-way',
      items,
      item => {
        const tops = new Set(
          differences(item).map(path => path.split(/[.[]/)[0]),
        );
        return item.verdict === 'none'
          ? tops.size === 0
          : inspect([...tops].sort()) === inspect([...item.paths].sort());
      },
      // Verdict none, yet a path that its own patch touches: 1 is not true.
      item => item.verdict === 'none' && item.paths.length > 0,
    );
    expect(wrong).toEqual([]);
  });

  it('compares three ways with list types', () => {
    const { items } = readCorpus<Suite<ThreeWayItem>>(
      'drift/kubernetes__apimachinery/strategic-three-way.json',
    );
    const document = readCorpus<{
      components: { schemas: Record<string, JsonMap> };
    }>('drift/kubernetes__apimachinery/merge-item-schema.json');
    const { mergeItem } = document.components.schemas;
    (mergeItem.properties as JsonMap).metadata = {
      type: 'object',
      properties: {},
    };
    const schema = new CompiledSchemaReader(compileOpenApi([document])).kind(
      'fake-group/some-version',
      'mergeItem',
    );
    const understood = items.filter(
      ({ desired }) => !JSON.stringify(desired).includes('"$'),
    );
    const wrong = check('strategic-three-way', understood, item => {
      const found = differences(item, schema);
      return item.verdict === (found.length > 0 ? 'drift' : 'none');
    });
    expect(wrong).toEqual([]);
  });
});

function inspect(value: unknown): string {
  return JSON.stringify(value, (_, item: JsonValue) =>
    typeof item === 'bigint' ? `${item}n` : item,
  );
}
