import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { auditEventPage, auditEventRow } from '../../testUtils';
import { EventSentence } from './EventSentence';
import { splitSentence } from './splitSentence';

describe('splitSentence', () => {
  it('cuts at the name and keeps every letter', () => {
    expect(splitSentence('jane scaled cart', 'jane')).toEqual({
      before: '',
      name: 'jane',
      after: ' scaled cart',
    });
    expect(splitSentence('cart was scaled', 'jane').after).toBe(
      'cart was scaled',
    );
    expect(splitSentence('somebody did', '').after).toBe('somebody did');
  });
});

describe('EventSentence', () => {
  it('says who and what, with the command and its rules', async () => {
    const { container } = render(
      <EventSentence
        withIcon
        event={auditEventRow()}
        rules={['Scaled by hand']}
      />,
    );
    expect(screen.getByText('jane@example.com').tagName).toBe('STRONG');
    expect(screen.getByRole('img', { name: 'Human' })).toBeVisible();
    expect(screen.getByText(/^kubectl scale/)).toBeVisible();
    expect(screen.getByText('Scaled by hand')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('marks a command that is not exact, and only that', () => {
    const [likely] = auditEventPage().items;
    const { rerender } = render(<EventSentence event={likely} />);
    expect(screen.getByText('likely')).toBeVisible();
    rerender(<EventSentence event={auditEventRow()} />);
    expect(screen.queryByText('exact')).not.toBeInTheDocument();
  });

  it('shows a pseudonym as one', () => {
    const hidden = auditEventPage().items.find(event => event.actor.pseudonym);
    render(<EventSentence event={hidden ?? auditEventRow()} />);
    expect(screen.getByText('person-7f3a')).toHaveAttribute('data-pseudonym');
  });
});
