import { adoptPatch } from './adoptPatch';

const MANIFEST = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      containers:
        - name: api
          envFrom:
            # settings of the shop
            - configMapRef:
                name: settings
            - secretRef:
                name: tokens
`;
const REF = 'apps/v1/Deployment/shop/web';
const PATH = 'spec.template.spec.containers[name=api].envFrom[0].configMapRef';

const live = (...envFrom: object[]) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { template: { spec: { containers: [{ name: 'api', envFrom }] } } },
});

describe('elements of lists without keys', () => {
  it('are taken over with what stands in the place of what they lack', () => {
    const object = live(
      { prefix: 'X_', configMapRef: { name: 'settings' } },
      { secretRef: { name: 'tokens' } },
    );
    object.spec.template.spec.containers[0].envFrom[0] = {
      secretRef: { name: 'others' },
    };
    const { patch, text } = adoptPatch(
      MANIFEST,
      [{ ref: REF, path: PATH, type: 'missing' }],
      { file: 'web.yaml', live: [object] },
    );
    expect(text).toContain(`            - secretRef:
                name: others
`);
    expect(text).not.toContain('{}');
    expect(patch).toContain('name: others');
  });
});
