import { objectName, shareText } from './unattributedText';

describe('unattributedText', () => {
  it('names an object by what is known of it', () => {
    expect(
      objectName({
        kind: 'Job',
        resource: 'jobs',
        namespace: 'batch',
        name: 'nightly',
      }),
    ).toBe('Job batch / nightly');
    expect(objectName({ resource: 'pods', subresource: 'exec' })).toBe(
      'pods/exec',
    );
    expect(objectName({ resource: 'nodes', name: 'a' })).toBe('nodes a');
  });

  it('never rounds some to none', () => {
    expect(shareText(1, 100_000)).toContain('less than 0.1 %');
    expect(shareText(0, 10)).toContain('0.0 %');
    expect(shareText(393, 18_750)).toBe(
      '393 of 18,750 events (2.1 %) belong to no entity, or to more than one.',
    );
    expect(shareText(0, 0)).toBe('No events are stored yet.');
  });
});
