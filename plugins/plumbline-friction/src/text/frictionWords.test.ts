import {
  entityFriction,
  unknownFriction,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import {
  ringLabel,
  scoreChange,
  unknownScoreText,
  weekChangeText,
} from './frictionWords';

describe('frictionWords', () => {
  it.each([
    [24, { direction: 'up', amount: 24 }],
    [-6.4, { direction: 'down', amount: 6 }],
    [0.2, { direction: 'same', amount: 0 }],
    [undefined, undefined],
  ])('reads a change of %s', (change, expected) => {
    expect(scoreChange(change)).toEqual(expected);
  });

  it('says above, below, the same and not known apart', () => {
    expect(weekChangeText(22)).toBe('22 above a week ago');
    expect(weekChangeText(-3)).toBe('3 below a week ago');
    expect(weekChangeText(0)).toBe('as a week ago');
    expect(weekChangeText(undefined)).toBe('no score a week ago');
  });

  it('never says a number that is not known', () => {
    expect(ringLabel(entityFriction())).toBe('Friction score 76 of 100, high');
    expect(ringLabel(unknownFriction())).toBe('Friction score unknown');
  });

  it('gives the reason of the backend as a sentence', () => {
    expect(unknownScoreText(unknownFriction('no-feed'))).toEqual({
      title: 'Score unknown',
      text: 'edge-us sends no audit events since 13:48.',
    });
    expect(unknownScoreText({ state: 'not-resolved' }).title).toBe('No score');
  });
});
