import { importArgoIgnoreDifferences } from './argoIgnoreDifferences';
import { readArgoIgnoreDifferences } from './argoIgnoreText';

describe('ignoreDifferences of Argo CD', () => {
  it('keep group, kind, name and namespace; no group is the core group', () => {
    const { rules, refused } = importArgoIgnoreDifferences([
      {
        group: 'apps',
        kind: 'Deployment',
        name: 'web',
        namespace: 'shop',
        jsonPointers: ['/spec/replicas'],
      },
      { kind: 'Service', jqPathExpressions: ['.spec.ports[]?.nodePort'] },
      { group: '*', kind: '*', managedFieldsManagers: ['kcm'] },
    ]);
    expect(refused).toEqual([]);
    expect(rules).toEqual([
      {
        title: 'Argo CD: Deployment/web /spec/replicas',
        group: 'apps',
        kind: 'Deployment',
        name: 'web',
        namespace: 'shop',
        jsonPointer: '/spec/replicas',
      },
      {
        title: 'Argo CD: Service .spec.ports[]?.nodePort',
        group: '',
        kind: 'Service',
        jq: '.spec.ports[]?.nodePort',
      },
      { title: 'Argo CD: all kinds manager kcm', manager: 'kcm' },
    ]);
  });

  it('are refused by name where they are not understood', () => {
    const { rules, refused } = importArgoIgnoreDifferences([
      'text',
      { group: 'apps', jsonPointers: ['/spec'] },
      { group: '*.example.com', kind: 'Widget', jsonPointers: ['/spec'] },
      { kind: 'Service' },
      {
        kind: 'Service',
        jqPathExpressions: ['.spec.ports[] | select(.name | test("x"))'],
        jsonPointers: ['spec'],
      },
    ]);
    expect(rules).toEqual([]);
    expect(refused).toEqual([
      'entry 1: no mapping',
      expect.stringContaining('entry 2: no kind'),
      expect.stringContaining('*.example.com'),
      expect.stringContaining('entry 4: none of'),
      expect.stringContaining('not a JSON Pointer: spec'),
      expect.stringContaining('test("x")'),
    ]);
  });

  it('give each rule a title of its own', () => {
    const { rules } = importArgoIgnoreDifferences([
      { kind: 'Service', namespace: 'a', jsonPointers: ['/spec'] },
      { kind: 'Service', namespace: 'b', jsonPointers: ['/spec'] },
    ]);
    expect(rules.map(({ title }) => title)).toEqual([
      'Argo CD: Service /spec',
      'Argo CD: Service /spec (2)',
    ]);
  });
});

describe('ignoreDifferences as text', () => {
  const LIST = `- group: apps
  kind: Deployment
  jsonPointers: [/spec/replicas]
`;
  const indented = LIST.replace(/^/gm, '    ');

  it.each([
    ['the list', LIST],
    ['a mapping', `ignoreDifferences:\n${LIST}`],
    [
      'an Application',
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  ignoreDifferences:\n${indented}`,
    ],
    [
      'argocd-cm',
      `kind: ConfigMap\ndata:\n  resource.customizations.ignoreDifferences.apps_Deployment: |\n    jsonPointers:\n    - /spec/replicas\n`,
    ],
  ])('are found in %s', (_, text) => {
    expect(readArgoIgnoreDifferences(text)).toEqual({
      rules: [
        {
          title: 'Argo CD: Deployment /spec/replicas',
          group: 'apps',
          kind: 'Deployment',
          jsonPointer: '/spec/replicas',
        },
      ],
      refused: [],
    });
  });

  it('mean every kind under the key all', () => {
    const text = `data:\n  resource.customizations.ignoreDifferences.all: |\n    managedFieldsManagers: [kcm]\n`;
    expect(readArgoIgnoreDifferences(text).rules).toEqual([
      { title: 'Argo CD: all kinds manager kcm', manager: 'kcm' },
    ]);
  });

  it.each(['a: [', 'kind: Application', 'just text', 'data: {a: b}'])(
    'are refused with a message where there are none: %s',
    text => {
      const { rules, refused } = readArgoIgnoreDifferences(text);
      expect(rules).toEqual([]);
      expect(refused).toEqual([expect.any(String)]);
    },
  );
});
