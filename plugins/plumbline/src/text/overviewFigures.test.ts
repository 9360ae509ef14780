import { overviewFixture } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { overviewFigures } from './overviewFigures';

const valueOf = (figures: ReturnType<typeof overviewFigures>, id: string) =>
  figures.find(figure => figure.id === id)?.value;

describe('overviewFigures', () => {
  it('says at least while a cluster could not be looked at', () => {
    const figures = overviewFigures(overviewFixture());
    expect(valueOf(figures, 'fields')).toBe('at least 23');
    expect(valueOf(figures, 'incidents')).toBe('at least 11');
    expect(
      valueOf(overviewFigures(overviewFixture({ unobserved: [] })), 'fields'),
    ).toBe('23');
  });

  it('says 0 only when it looked everywhere', () => {
    const none = {
      figures: { ...overviewFixture().figures, driftedFields: 0 },
    };
    expect(valueOf(overviewFigures(overviewFixture(none)), 'fields')).toBe(
      'none seen',
    );
    expect(
      valueOf(
        overviewFigures(overviewFixture({ ...none, unobserved: [] })),
        'fields',
      ),
    ).toBe('0');
  });

  it('names the two worst severities that occur', () => {
    const figures = overviewFigures(overviewFixture());
    expect(figures[1].notes).toEqual(['1 critical, 4 high']);
  });

  it('says unknown where there is no number', () => {
    const { figures } = overviewFixture();
    const unknown = overviewFigures(
      overviewFixture({
        figures: {
          ...figures,
          medianIncidentSeconds: undefined,
          meanFrictionScore: undefined,
          scoredServices: undefined,
        },
      }),
    );
    expect(valueOf(unknown, 'life')).toBe('unknown');
    expect(valueOf(unknown, 'friction')).toBe('unknown');
  });
});
