import { readsElsewhere } from './readsElsewhere';

describe('readsElsewhere', () => {
  it.each([
    '{"$ref":"https://example.com/x.json"}',
    '{"properties":{"a":{"$ref":"file:///etc/passwd"}}}',
    '{"allOf":[{"$ref":"other.json#/a"}]}',
    '{"\\u0024ref":"/etc/passwd"}',
    '{"$schema":"file:///etc/passwd"}',
    '{"$id":"file:///etc/","$ref":"#/a"}',
  ])('finds it in %s', schema => {
    expect(readsElsewhere(schema)).toBe(true);
  });

  it.each([
    '{"$schema":"https://json-schema.org/draft-07/schema#","$ref":"#/$defs/a"}',
    '{"properties":{"a":{"type":"string","description":"$ref: https://x"}}}',
    // A value of that name, not a keyword.
    '{"properties":{"id":{"type":"string"}}}',
    '',
    'no JSON',
  ])('does not find it in %s', schema => {
    expect(readsElsewhere(schema)).toBe(false);
  });
});
