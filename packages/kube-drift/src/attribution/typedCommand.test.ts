import type { ExplainedEvent } from '@plumbline/kube-audit';
import { judge, Request, scale, scaledLive } from '../fixtures/requests';
import { typedCommand } from './typedCommand';

const AUTOSCALER =
  'system:serviceaccount:kube-system:horizontal-pod-autoscaler';

const explained = (
  confidence: 'exact' | 'equivalent',
  actorClass: ExplainedEvent['actor']['class'] = 'human',
) => ({
  actor: { name: 'x', class: actorClass },
  command: { text: 'kubectl scale deploy/web', confidence, missing: [] },
});

describe('typedCommand', () => {
  it.each(['human', 'ci', 'service-account', 'controller'] as const)(
    'keeps what %s did with kubectl',
    actorClass => {
      expect(typedCommand(scale(3), explained('exact', actorClass))).toBe(
        'kubectl scale deploy/web',
      );
    },
  );

  it('drops what nobody typed', () => {
    expect(typedCommand(scale(3), explained('equivalent'))).toBeUndefined();
    expect(
      typedCommand(scale(3), { ...explained('exact'), command: null }),
    ).toBeUndefined();
  });

  it.each(['service-account', 'controller'] as const)(
    'believes no kubectl of a %s that does not even claim it',
    actorClass => {
      const event = scale(3, { userAgent: 'manager/v1.30.0' });
      expect(
        typedCommand(event, explained('exact', actorClass)),
      ).toBeUndefined();
    },
  );
});

describe('the wording of a proven write', () => {
  const attributionOf = (options: Request) =>
    judge(scaledLive(3), [scale(3, options)]).attribution;

  it('has the command of a person with kubectl', () => {
    const { wording, command } = attributionOf({});
    expect(command).toContain('kubectl scale');
    expect(wording).toContain(`with ${command}`);
  });

  it.each<[string, Request]>([
    [
      'service account kube-system/horizontal-pod-autoscaler',
      { user: AUTOSCALER, userAgent: 'kube-controller-manager/v1.36.3' },
    ],
    [
      'service account shop/operator',
      {
        user: 'system:serviceaccount:shop:operator',
        userAgent: 'operator/v0.1.0',
      },
    ],
    ['jane@example.com', { user: 'jane@example.com', userAgent: 'Lens/6.5' }],
  ])('has no command of %s with another client', (who, options) => {
    const attribution = attributionOf(options);
    expect(attribution).not.toHaveProperty('command');
    expect(attribution).toMatchObject({
      level: 'proven',
      wording: `${who} set spec.replicas to 3 at 2026-01-02T10:00:00.000000Z`,
    });
  });
});
