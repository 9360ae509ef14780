import { argoSyncDocument } from './argoSync';
import { splitCommandLine } from './commandLine';
import { splitAuditLog } from './splitAuditLog';
import { readStory } from './Story';

describe('readStory', () => {
  it('reads commands, syncs, waits and pauses', () => {
    const story = readStory(`
cluster: prod
chapters:
  - name: before
    audit: off
    steps:
      - argocd: sync deploy/cart to shop as cart
  - name: today
    steps:
      - jane: kubectl exec -i web -- sh
        input: date
        until: 2s
      - rita: kubectl delete pod web
        fails: true
      - wait: kubectl rollout status deployment/web
      - pause: 250ms
`);
    expect(story.chapters.map(({ audited }) => audited)).toEqual([false, true]);
    expect(story.chapters[0].steps[0]).toEqual({
      does: 'sync',
      user: 'argocd',
      path: 'deploy/cart',
      namespace: 'shop',
      application: 'cart',
    });
    expect(story.chapters[1].steps).toMatchObject([
      { user: 'jane', input: 'date', interruptAfterMs: 2000, fails: false },
      { user: 'rita', fails: true },
      { does: 'wait' },
      { does: 'pause', milliseconds: 250 },
    ]);
  });

  it.each([
    [
      '{ jane: kubectl get pods, omar: kubectl get pods }',
      /one "who: command"/,
    ],
    ['{ jane: rm -rf / }', /kubectl command or a sync/],
    ['{ pause: soon }', /1500ms or 3s/],
  ])('refuses the step %s', (step, message) => {
    expect(() =>
      readStory(`{ cluster: c, chapters: [{ name: a, steps: [${step}] }] }`),
    ).toThrow(message);
  });
});

describe('splitCommandLine', () => {
  it('splits at spaces outside of quotes', () => {
    expect(
      splitCommandLine(`kubectl patch web -p '{"a": "b c"}' --x="1 2"`),
    ).toEqual(['kubectl', 'patch', 'web', '-p', '{"a": "b c"}', '--x=1 2']);
  });
});

describe('argoSyncDocument', () => {
  it('gives every object the annotation Argo CD tracks it by', () => {
    const { items } = JSON.parse(
      argoSyncDocument(
        [
          'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: cart}\n---\n---\napiVersion: v1\nkind: Service\nmetadata: {name: cart}\n',
        ],
        'cart',
        'shop',
      ),
    );
    expect(
      items.map(
        (item: { metadata: { annotations: object } }) =>
          item.metadata.annotations,
      ),
    ).toEqual([
      { 'argocd.argoproj.io/tracking-id': 'cart:apps/Deployment:shop/cart' },
      { 'argocd.argoproj.io/tracking-id': 'cart:/Service:shop/cart' },
    ]);
  });
});

describe('splitAuditLog', () => {
  it('puts each event into the chapter in which its request arrived', () => {
    const line = (time: string) =>
      JSON.stringify({ requestReceivedTimestamp: time });
    const lines = [
      line('2026-01-01T00:00:00.9Z'),
      line('2026-01-01T00:00:01.1Z'),
      line('2026-01-01T00:00:09Z'),
      line('2026-01-01T00:00:05Z'),
    ];
    const split = splitAuditLog(lines, [
      { name: 'a', startedAt: '2026-01-01T00:00:01.000Z' },
      { name: 'b', startedAt: '2026-01-01T00:00:05.000Z' },
    ]);
    expect(Object.fromEntries(split)).toEqual({
      a: [lines[1]],
      b: [lines[2], lines[3]],
    });
  });
});
