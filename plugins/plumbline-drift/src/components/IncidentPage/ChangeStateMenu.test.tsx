import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import {
  incidentHandlers,
  renderIncident,
} from './__testUtils__/renderIncident';

// In a file of its own: what a permission was answered is kept for all tests of a file.
describe('the state of an incident', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('cannot be changed without the right, and says which', async () => {
    server.use(...incidentHandlers());
    renderIncident('/incident-212', { mayChange: false });

    const reason = await screen.findByText(
      'Needs the permission plumbline.incident.update',
    );
    expect(reason).toBeVisible();
    const button = screen.getByRole('button', { name: 'Change state' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(reason.textContent ?? '');
    expect(
      screen.queryByRole('button', { name: 'Edit note' }),
    ).not.toBeInTheDocument();
  });
});
