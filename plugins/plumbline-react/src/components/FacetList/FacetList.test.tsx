import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FacetList } from './FacetList';
import { facetOptions } from './facetOptions';

const VALUES = Array.from({ length: 9 }, (_, index) => ({
  value: `cluster-${index}`,
  count: 9 - index,
}));

describe('facetOptions', () => {
  it('keeps what is chosen in sight, also when nothing matches it', () => {
    const { options, hidden } = facetOptions(VALUES, ['cluster-8', 'gone'], 3);
    expect(options.map(option => option.value)).toEqual([
      'cluster-0',
      'cluster-1',
      'cluster-2',
      'cluster-8',
      'gone',
    ]);
    expect(options[4].count).toBeUndefined();
    expect(hidden).toBe(5);
  });

  it('prefers the label of the backend', () => {
    const { options } = facetOptions(
      [
        { value: 'a', label: 'Alpha', count: 1 },
        { value: 'b', count: 1 },
      ],
      [],
      6,
      value => value.toUpperCase(),
    );
    expect(options.map(option => option.label)).toEqual(['Alpha', 'B']);
  });
});

describe('FacetList', () => {
  it('chooses a value and shows the rest on request', async () => {
    const onChange = jest.fn();
    const { container } = render(
      <FacetList
        label="Cluster"
        values={VALUES}
        selected={[]}
        onChange={onChange}
      />,
    );
    const user = userEvent.setup();
    await user.click(screen.getByRole('checkbox', { name: /cluster-1/ }));
    expect(onChange).toHaveBeenCalledWith(['cluster-1']);

    await user.click(screen.getByRole('button', { name: '3 more' }));
    expect(screen.getByRole('checkbox', { name: /cluster-8/ })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });
});
