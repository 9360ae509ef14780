import { findingFixture } from '../../testUtils';
import { describeSides } from './describeSides';
import { fieldName } from './fieldName';

const words = (finding: Parameters<typeof describeSides>[0]) => {
  const { git, live } = describeSides(finding);
  return [git.text, live.text];
};
const object = { path: '$resource', desired: undefined, live: undefined };

describe('describeSides', () => {
  it('has the values of a field', () => {
    expect(words(findingFixture())).toEqual(['3', '5']);
    expect(words(findingFixture({ live: undefined }))).toEqual(['3', 'absent']);
  });

  it('tells apart what would look the same', () => {
    expect(words(findingFixture({ desired: '3', live: 3 }))).toEqual([
      '"3"',
      '3',
    ]);
    expect(words(findingFixture({ desired: 'on', live: 'on ' }))).toEqual([
      '"on"',
      '"on "',
    ]);
  });

  it('says which side has the object', () => {
    expect(
      words(findingFixture({ ...object, type: 'object-missing' })),
    ).toEqual(['in Git', 'absent']);
    expect(
      words(findingFixture({ ...object, type: 'object-unexpected' })),
    ).toEqual(['not in Git', 'exists']);
  });

  it('never says absent of what nobody could read', () => {
    const verdict = 'unverifiable';
    expect(
      words(findingFixture({ ...object, type: 'object-missing', verdict })),
    ).toEqual(['in Git', 'not read']);
    expect(words(findingFixture({ live: undefined, verdict }))).toEqual([
      '3',
      'not read',
    ]);
  });
});

describe('fieldName', () => {
  it('says what stands for the object itself', () => {
    expect(['', '$resource', 'spec.replicas'].map(fieldName)).toEqual([
      'whole object',
      'whole object',
      'spec.replicas',
    ]);
  });
});
