import fc from 'fast-check';
import { diffManifests } from '../diffManifests';
import { container, deployment, lastApplied } from '../fixtures/objects';
import { JsonMap } from '../values/json';
import { KubeObject } from '../yaml/readManifests';
import { maskSecretPair } from './mask';
import { sensitiveTexts } from './sensitiveTexts';

function secret(data: JsonMap, more: JsonMap = {}): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 's', namespace: 'shop' },
    data,
    ...more,
  };
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Every six characters in a row, as JSON writes them. */
function pieces(value: string): string[] {
  const shown = JSON.stringify(value).slice(1, -1);
  return Array.from({ length: Math.max(0, shown.length - 5) }, (_, at) =>
    shown.slice(at, at + 6),
  );
}

describe('secrets', () => {
  it('are compared and not shown', () => {
    const [{ findings }] = diffManifests(
      [secret({}, { stringData: { same: 'x', password: 'hunter2' } })],
      [secret({ same: base64('x'), password: base64('hunter3') })],
      { secretKey: 'installation' },
    ).objects;
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      path: 'data.password',
      type: 'changed',
      desired: { masked: true, length: 12 },
    });
    const { desired, live } = findings[0] as {
      desired: { fingerprint: string };
      live: { fingerprint: string };
    };
    expect(desired.fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(desired.fingerprint).not.toBe(live.fingerprint);
  });

  it('are hidden in variables and below a parent', () => {
    const desired = deployment();
    container(desired).env = [
      { name: 'DB_PASSWORD', value: 'canary-1' },
      { name: 'MODE', value: 'fast' },
    ];
    const live = deployment();
    container(live).env = [{ name: 'DB_PASSWORD', value: 'canary-2' }];
    const text = JSON.stringify(diffManifests([desired], [live]));
    expect(text).not.toContain('canary');
    expect(text).toContain('fast');
  });

  it('leak nowhere, whatever they are', () => {
    const word = fc.string({ minLength: 6, maxLength: 40 });
    const key = fc.stringMatching(/^[a-z][a-z0-9.]{0,8}$/);
    const data = fc.dictionary(key, word, { maxKeys: 4 });
    fc.assert(
      fc.property(data, data, data, (plain, desired, live) => {
        const encode = (map: Record<string, string>) =>
          Object.fromEntries(
            Object.entries(map).map(([name, value]) => [name, base64(value)]),
          );
        const wanted = secret(encode(desired), { stringData: plain });
        const found = secret(encode(live));
        found.metadata.annotations = lastApplied(secret(encode(plain)));
        const text = JSON.stringify(
          diffManifests([wanted], [found], { secretKey: 'key' }),
        );
        const values = [plain, desired, live].flatMap(Object.values);
        // Pieces that our own words hold anyway prove nothing.
        const leaked = values
          .flatMap(value => [...pieces(value), base64(value)])
          .filter(piece => !/^[a-z0-9 :",]{6}$/i.test(piece))
          .filter(piece => text.includes(piece));
        expect(leaked).toEqual([]);
      }),
    );
  });

  it('are known in a request body, plain and encoded', () => {
    expect(
      sensitiveTexts('Secret', { data: { a: base64('hunter2') } }),
    ).toEqual([base64('hunter2'), 'hunter2']);
    expect(
      sensitiveTexts('', [
        { op: 'add', path: '/spec/env/0/value', value: 'hunter2' },
      ]),
    ).toEqual(['hunter2']);
    expect(sensitiveTexts('', { data: { mode: 'fast' } })).toEqual([]);
  });
});

describe('maskSecretPair', () => {
  it('shows which keys changed', () => {
    expect(
      maskSecretPair(
        { data: { a: '1', b: '2', gone: '3' } },
        { data: { a: '1', b: '4' } },
      ),
    ).toEqual({
      live: { data: { a: '***', b: '*** (before)', gone: '***' } },
      desired: { data: { a: '***', b: '*** (after)' } },
    });
  });
});
