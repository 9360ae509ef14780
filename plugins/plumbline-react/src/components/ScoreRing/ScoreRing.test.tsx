import { render, screen } from '@testing-library/react';
import { ScoreRing } from './ScoreRing';

describe('ScoreRing', () => {
  it('is an image with a sentence', () => {
    render(<ScoreRing score={76} label="Friction score 76 of 100, high" />);
    expect(
      screen.getByRole('img', { name: 'Friction score 76 of 100, high' }),
    ).toHaveTextContent('76');
  });

  it('shows a dash, not a 0, when the score is not known', () => {
    render(<ScoreRing label="Friction score unknown" />);
    expect(screen.getByRole('img')).toHaveTextContent('–');
  });
});
