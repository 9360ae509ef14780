import { refusal } from './refusal';

const fileOf = (template: string) =>
  template === 'web/templates/a.yaml' ? 'chart/templates/a.yaml' : undefined;
const messageOf = (stderr: string) =>
  refusal(stderr, 'chart/Chart.yaml', fileOf).message;

describe('refusal', () => {
  it.each([
    [
      'Error: execution error at (web/templates/a.yaml:6:8): hunter2',
      'chart/templates/a.yaml, line 6',
    ],
    [
      'Error: YAML parse error on web/templates/a.yaml: error converting hunter2',
      'chart/templates/a.yaml',
    ],
    ['Error: hunter2/templates/hunter2:1', 'chart/Chart.yaml'],
    ['Error: hunter2', 'chart/Chart.yaml'],
  ])('tells only the place of %j', (stderr, place) => {
    expect(messageOf(stderr)).toBe(
      `Cannot render: ${place}: Helm refuses it; "helm template" in a checkout says why`,
    );
  });

  it('takes time in proportion to what Helm says', () => {
    const start = performance.now();
    messageOf('/templates/'.repeat(6_000));
    messageOf('/templates/a '.repeat(5_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});
