import type { SourceInput } from './LocatedSource';
import { readInputs, type InputReader } from './readInputs';

const VALUES: SourceInput = {
  kind: 'values-file',
  repository: 'https://lena:hunter2@github.com/shop/values',
  revision: 'main',
  path: 'envs/prod.yaml',
  isOptional: false,
};

const read = (
  inputs: SourceInput[],
  reader: Partial<InputReader> = {},
  options = {},
) =>
  readInputs(
    { options, inputs, path: 'charts/web' },
    {
      file: async () => undefined,
      configMap: async () => undefined,
      ...reader,
    },
  );

describe('readInputs', () => {
  it('reads values by their strength', async () => {
    const { helm } = await read(
      [
        VALUES,
        { kind: 'own-values-file', path: '/envs/eu.yaml', isOptional: true },
        {
          kind: 'values-config-map',
          namespace: 'shop',
          name: 'sizes',
          key: 'values.yaml',
          isOptional: false,
        },
        { kind: 'values', yaml: 'a: 4', source: 'helm.values' },
      ],
      {
        file: async ({ path }) => `of: ${path}`,
        configMap: async () => ({ 'values.yaml': 'a: 3' }),
      },
      { helm: { releaseName: 'web' } },
    );
    expect(helm).toEqual({
      releaseName: 'web',
      values: [
        {
          yaml: 'of: envs/prod.yaml',
          source: 'envs/prod.yaml of https://github.com/shop/values',
        },
        { file: '../../envs/eu.yaml', isOptional: true },
        { yaml: 'a: 3', source: 'key values.yaml of ConfigMap shop/sizes' },
        { yaml: 'a: 4', source: 'helm.values' },
      ],
    });
  });

  it('says which values are missing, without the credentials of their repository', async () => {
    await expect(read([VALUES])).rejects.toThrow(
      /^Values are missing: envs\/prod\.yaml of https:\/\/github\.com\/shop\/values$/,
    );
    expect(await read([{ ...VALUES, isOptional: true }])).toEqual({});
  });

  it('takes what stands in the object itself before what it refers to', async () => {
    const from = (name: string): SourceInput => ({
      kind: 'variables-config-map',
      namespace: 'flux-system',
      name,
      isOptional: name === 'gone',
    });
    const { kustomize } = await read(
      [from('sizes'), from('gone')],
      {
        configMap: async ({ name }) =>
          name === 'gone' ? undefined : { A: '1', B: '1' },
      },
      { kustomize: { substitute: { B: '2' } } },
    );
    expect(kustomize).toEqual({ substitute: { A: '1', B: '2' } });
    await expect(read([from('sizes')])).rejects.toThrow(
      "ConfigMap flux-system/sizes, which the controller's object refers to, does not exist",
    );
  });
});
