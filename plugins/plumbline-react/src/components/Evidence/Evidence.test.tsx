import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { MemoryRouter } from 'react-router-dom';
import { entityDriftFixture, findingFixture } from '../../testUtils';
import { Evidence } from './Evidence';

const fixture = (id: string) =>
  findingFixture(entityDriftFixture().findings.find(item => item.id === id));

describe('Evidence', () => {
  it('shows claim, command, reasons, cross-check and the raw event', async () => {
    const { container } = render(
      <MemoryRouter>
        <Evidence
          finding={findingFixture()}
          eventHref={id => `/audit?event=${id}`}
        />
      </MemoryRouter>,
    );

    expect(screen.getByText('Proven')).toBeVisible();
    expect(
      screen.getByText(/set spec.replicas to 5 with kubectl scale/),
    ).toBeVisible();
    expect(screen.getByText('kubectl · Update · scale')).toBeVisible();
    expect(screen.getByText(/0 s apart/)).toBeVisible();
    // The same event is evidence twice and is listed once.
    expect(screen.getAllByRole('link')).toHaveLength(1);
    expect(screen.getByRole('link')).toHaveAttribute(
      'href',
      '/audit?event=7c1e4b52-93aa-4d0e-b1f6-2f60c8d5a913',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says what is missing when only a tool is known', () => {
    render(<Evidence finding={fixture('finding-timeout')} />);

    expect(
      screen.getByRole('heading', { name: 'Why tool only' }),
    ).toBeVisible();
    expect(screen.getByRole('img', { name: 'Missing:' })).toBeVisible();
    expect(
      screen.getByText('No audit event of this write arrived'),
    ).toBeVisible();
    expect(screen.queryByText(/by audit event/)).not.toBeInTheDocument();
  });

  it('names the commit when Git is ahead', () => {
    render(<Evidence finding={fixture('finding-memory')} />);

    expect(screen.getByText('Git commit')).toBeVisible();
    expect(
      screen.getByText(/4f2c9e1 Raise memory limit to 512Mi; live still has/),
    ).toBeVisible();
  });
});
