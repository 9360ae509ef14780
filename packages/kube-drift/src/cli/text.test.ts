import { diffManifests } from '../diffManifests';
import { asLive, configMap, managed } from '../fixtures/objects';
import { KubeObject, readManifests } from '../yaml/readManifests';
import { formatText } from './text';

const DECLARED = `apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: shop}
data:
  mode: fast
`;

function text(live: KubeObject[], declared = DECLARED): string[] {
  const { objects } = readManifests(declared, {
    file: 'settings.yaml',
    positions: true,
  });
  return formatText(diffManifests(objects, live)).trimEnd().split('\n');
}

describe('the comparison as text', () => {
  it('names object, field, both values, where declared and who wrote', () => {
    const live = asLive(configMap({ mode: 'slow' }), {
      managedFields: [managed('kubectl-edit', { 'f:data': { 'f:mode': {} } })],
    });
    expect(text([live])).toEqual([
      'drift        v1/ConfigMap/shop/settings',
      '  drift changed data.mode',
      '    Git:  "fast"  (settings.yaml:5)',
      '    live: "slow"  (last written with kubectl-edit)',
      '1 object: 1 drift',
    ]);
  });

  it('says what is missing', () => {
    expect(text([])).toEqual([
      'missing      v1/ConfigMap/shop/settings',
      '  drift object-missing $resource',
      '1 object: 1 missing',
    ]);
  });

  it('shows no secret, only how long it is', () => {
    const secret = (password: string): KubeObject => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'login', namespace: 'shop' },
      data: { password },
    });
    const lines = text(
      [secret('bGl2ZQ==')],
      JSON.stringify(secret('Z2l0aHVi')),
    );
    expect(lines[2]).toContain('(masked, 8 characters)');
    expect(lines.join('\n')).not.toMatch(/bGl2ZQ|Z2l0aHVi/);
  });

  it('lets no control character speak to the terminal', () => {
    const lines = text([configMap({ mode: '\u001b[31mred\u202e' })]);
    expect(lines[3]).toBe('    live: "\\u001b[31mred\\u202e"');
  });
});
