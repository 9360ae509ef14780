import { request } from '../__fixtures__/auditEvent';
import { explainEvents } from '../explainEvents';
import { classicRuleSet, defaultRuleSet } from './defaultRuleSet';
import { loadRuleSet } from './loadRuleSet';
import { CLASSIC_PACK, PLUMBLINE_PACK } from './ruleTexts.generated';

const rule = (match: string, extra = '') => `
rules:
  - id: mine
    title: Mine
    severity: high
    category: friction
    message: '{actor} {verb} {object}: {name}'
    ${extra}
    match: ${match}
`;

describe('loadRuleSet', () => {
  it('accepts both packs and reads them as the library does', () => {
    expect(loadRuleSet(PLUMBLINE_PACK)).toEqual(defaultRuleSet);
    expect(loadRuleSet(CLASSIC_PACK)).toEqual(classicRuleSet);
  });

  it.each([
    [
      'a wrong severity',
      rule('{ verbs: [get] }').replace('high', 'urgent'),
      /my\.yaml:5: rule mine: severity: .*critical/,
    ],
    [
      'an unknown key',
      rule('{ verb: get }'),
      /my\.yaml:\d+: rule mine: match.*verb/,
    ],
    [
      'a missing message',
      rule('{}').replace(/message:.*\n/, 'enabled: true\n'),
      /rule mine: .*message/,
    ],
    [
      'an unknown fact',
      rule('{ facts: [reads-minds] }'),
      /rule mine: fact reads-minds does not exist/,
    ],
    ['a wrong path', rule("{ body: [{ path: '$[' }] }"), /rule mine: path/],
    [
      'a wrong expression',
      rule("{ body: [{ path: '$.a', matches: '(' }] }"),
      /rule mine: /,
    ],
    [
      'an id used twice',
      `${rule('{}')}${rule('{}').replace('\nrules:\n', '')}`,
      /used twice/,
    ],
    ['broken YAML', 'rules: [', /my\.yaml:\d+: /],
    ['no object', '- a', /my\.yaml:1: /],
  ])('refuses %s', (_, text, message) => {
    expect(() => loadRuleSet(text, 'my.yaml')).toThrow(message);
  });

  it('reads inline lists, comments and quotes as YAML does', () => {
    const set = loadRuleSet(
      rule("{ verbs: [delete], resources: ['pods'] } # only pods"),
    );
    const ids = (verb: string, object: string) =>
      explainEvents([request({ verb, object, body: {} })], {
        rules: set,
      })[0].rules.map(r => r.id);
    expect(ids('delete', 'pods/web')).toEqual(['mine']);
    expect(ids('delete', 'services/web')).toEqual([]);
    expect(ids('get', 'pods/web')).toEqual([]);
  });

  it('matches bodies by path, value and linear-time expression', () => {
    const set = loadRuleSet(
      rule(
        "{ verbs: [create], body: [{ path: '$.data[*]', matches: '^(a+)+$' }, { path: '$.kind', equals: ConfigMap }] }",
      ),
    );
    const fires = (value: string) =>
      explainEvents(
        [
          request({
            verb: 'create',
            object: 'configmaps/c',
            body: { kind: 'ConfigMap', data: { k: value } },
          }),
        ],
        { rules: set },
      )[0].rules.length;
    expect(fires('aaa')).toBe(1);
    expect(fires(`${'a'.repeat(5000)}!`)).toBe(0);
  });

  it('sees an annotation only when this request sets it', () => {
    const set = loadRuleSet(
      rule("{ verbs: [patch, update], setsAnnotations: { 'x/y': 'on' } }"),
    );
    const annotated = {
      metadata: { name: 'web', annotations: { 'x/y': 'on' } },
    };
    const read = request({
      verb: 'get',
      object: 'pods/web',
      response: annotated,
    });
    const put = request({
      verb: 'update',
      object: 'pods/web',
      body: annotated,
    });
    const patch = request({
      verb: 'patch',
      object: 'pods/web',
      body: annotated,
    });
    const count = (...events: Parameters<typeof explainEvents>[0]) =>
      explainEvents(events, { rules: set }).flatMap(e => e.rules).length;
    expect(count(patch)).toBe(1);
    expect(count(read, put)).toBe(0);
  });
});
