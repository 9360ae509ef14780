import { unobservedText } from './unobservedText';

describe('unobservedText', () => {
  it('says for each cluster why, since when and what is unknown', () => {
    expect(
      unobservedText([
        { cluster: 'edge-us', reason: 'connection refused', services: 1 },
        { cluster: 'lab', reason: 'no answer', services: 0 },
      ]),
    ).toBe(
      'edge-us: connection refused; 1 service is unobservable there. lab: no answer. Numbers on this page leave them out.',
    );
  });
});
