import { entityFriction } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { nextSteps } from './orderNextSteps';

describe('nextSteps', () => {
  it('orders by points and leaves out rules without a way out', () => {
    const drivers = [...entityFriction().breakdown].reverse();
    expect(nextSteps(drivers).map(step => step.ruleId)).toEqual([
      'pod-exec',
      'image-hotfix',
      'manual-scale',
    ]);
  });

  it('promises nothing for a driver that has decayed to 0', () => {
    const [driver] = entityFriction().breakdown;
    expect(nextSteps([{ ...driver, points: 0 }])).toEqual([]);
  });
});
