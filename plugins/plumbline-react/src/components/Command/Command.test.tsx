import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Command, CommandText } from './Command';

const command = {
  text: 'kubectl set <?> deployment/payments-api -n payments',
  confidence: 'approximate' as const,
  missing: ['request body'],
};

describe('Command', () => {
  it('copies the text and says what could not be known', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    render(<Command command={command} />);

    await user.click(screen.getByRole('button', { name: 'Copy command' }));

    expect(writeText).toHaveBeenCalledWith(command.text);
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
    expect(screen.getByText('approximate')).toBeVisible();
    expect(screen.getByText('Not recorded: request body')).toBeVisible();
  });

  it('is silent about an exact command in a row', () => {
    const { rerender } = render(<CommandText command={command} />);
    expect(screen.getByText('approximate')).toBeVisible();

    rerender(<CommandText command={{ ...command, confidence: 'exact' }} />);
    expect(screen.queryByText('exact')).not.toBeInTheDocument();
  });
});
