import { feedFixtures } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { feedState } from './feedState';

const [partial, live, silent] = feedFixtures();

describe('feedState', () => {
  it('is good only when events arrive, nothing is kept back and the cluster answers', () => {
    expect(feedState(live)).toMatchObject({ word: 'Live', tone: 'good' });
    expect(feedState(partial)).toMatchObject({
      word: 'Partial',
      tone: 'warning',
      reason: '2 could not be stored and are in quarantine',
    });
  });

  it('says that a cluster could not be looked at before it says that its feed is silent', () => {
    expect(feedState(silent)).toMatchObject({
      word: 'Unobservable',
      reason: 'connection timed out; no event since 13:48',
    });
    expect(feedState({ ...silent, observable: true }).word).toBe('Silent');
  });

  it('does not blame a cluster that is not meant to be read', () => {
    expect(feedState({ ...live, access: 'none', observable: false }).word).toBe(
      'Live',
    );
  });

  it.each([
    ['never', 'No events yet'],
    ['no-subject', 'No sender'],
  ] as const)('is never good while %s', (state, word) => {
    expect(feedState({ ...live, state })).toMatchObject({
      word,
      tone: 'muted',
    });
  });
});
