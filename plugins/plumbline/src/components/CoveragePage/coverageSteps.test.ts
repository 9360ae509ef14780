import { coveragePage } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import {
  annotationSnippet,
  coverageFigures,
  failedStep,
} from './coverageSteps';

describe('coverageSteps', () => {
  it('finds the step at which an entity stops', () => {
    const [none, wrongPath, noCluster, covered] = coveragePage().items;
    expect(failedStep(none)?.id).toBe('annotation');
    expect(failedStep(wrongPath)?.id).toBe('manifests');
    expect(failedStep(noCluster)?.id).toBe('cluster');
    expect(failedStep(covered)).toBeUndefined();
  });

  it('shows counts that add up to all entities', () => {
    const [total, ...parts] = coverageFigures(coveragePage().counts).map(
      figure => Number(figure.value),
    );
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
  });

  it('indents an annotation of one line and of several', () => {
    expect(annotationSnippet('cart', 'plumbline.io/manifests: deploy')).toBe(
      [
        'metadata:',
        '  name: cart',
        '  annotations:',
        '    plumbline.io/manifests: deploy',
      ].join('\n'),
    );
    expect(
      annotationSnippet('cart', 'plumbline.io/manifests: |\n  - path: a\n'),
    ).toContain('    plumbline.io/manifests: |\n      - path: a');
  });
});
