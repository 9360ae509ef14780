import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OptionsFile, readOptions } from './options';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kube-drift-options-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function read(options: unknown): OptionsFile {
  const file = join(folder, 'options.json');
  writeFileSync(
    file,
    typeof options === 'string' ? options : JSON.stringify(options),
  );
  return readOptions(file);
}

describe('options of the command line', () => {
  it('are read as they stand', () => {
    const options = {
      namespace: 'shop',
      gitopsManagers: ['argocd'],
      ignore: ['spec.replicas'],
      ignoreRules: [{ kind: 'Service', path: 'spec' }],
      excludeLabels: { skip: 'yes' },
      knownTypes: { 'example.com/App': { 'spec.pod': 'core/v1/PodSpec' } },
      lastCleanObservation: '2026-01-01T00:00:00Z',
      unavailable: { Secret: 'forbidden' },
    };
    expect(read(options)).toEqual({ options, unknown: [] });
  });

  it('are told from what is no option', () => {
    expect(read({ ignroe: [], constructor: 1, additive: false })).toEqual({
      options: { additive: false },
      unknown: ['ignroe', 'constructor'],
    });
  });

  it.each<[unknown, string]>([
    ['{', 'options.json: '],
    [[], 'a JSON object is expected'],
    [{ gitopsManagers: 'argocd' }, 'gitopsManagers: a list of texts'],
    [{ ignore: [1] }, 'ignore: a list of texts'],
    [{ excludeLabels: { a: true } }, 'excludeLabels: an object whose values'],
    [{ additive: 'no' }, 'additive: true or false'],
    [{ observedAt: 'soon' }, 'observedAt: a time'],
    [{ unexpected: 'some' }, 'unexpected: proof or all'],
    [{ ignoreRules: [{ paths: ['spec'] }] }, 'ignoreRules[0]: paths: '],
    [{ ignoreRules: [{ kind: 'A' }, {}] }, 'ignoreRules[1]: the rule would'],
    [{ coverageGaps: [{ from: 'x' }] }, 'coverageGaps: a list of'],
  ])('are refused with the option named: %j', (options, message) => {
    expect(() => read(options)).toThrow(message);
  });
});
