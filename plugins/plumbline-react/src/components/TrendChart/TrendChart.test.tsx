import { render, screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { TrendChart } from './TrendChart';

const SERIES = [
  {
    id: 'score',
    label: 'Score',
    points: [{ day: '2026-11-19' }, { day: '2026-11-20', value: 31 }],
  },
];

describe('TrendChart', () => {
  it('says what the line shows', async () => {
    const { container } = render(<TrendChart series={SERIES} />);
    expect(await screen.findByText(/^Score: 31 on 20 Nov/)).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('has a table, newest first, with unknown days in words', async () => {
    const { container } = render(<TrendChart asTable series={SERIES} />);
    const [, newest, oldest] = screen.getAllByRole('row');
    expect(within(newest).getByText('31')).toBeVisible();
    expect(within(oldest).getByText('unknown')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });
});
