import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Drawer } from './Drawer';

/** jsdom has no layout: the width of the screen is what this says. */
function screenIsWide(wide: boolean) {
  window.matchMedia = (query: string) =>
    Object.assign(new EventTarget(), {
      matches: wide,
      media: query,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    });
}

describe('Drawer', () => {
  it.each([true, false])(
    'takes the focus and obeys its keys (wide screen: %s)',
    async wide => {
      screenIsWide(wide);
      const calls: string[] = [];
      render(
        <Drawer
          label="Evidence"
          head="spec.replicas"
          onClose={() => calls.push('close')}
          onNext={() => calls.push('next')}
          onPrevious={() => calls.push('previous')}
        >
          Body
        </Drawer>,
      );
      const user = userEvent.setup();
      expect(
        screen.getByRole('complementary', { name: 'Evidence' }),
      ).toHaveFocus();

      await user.keyboard('jk{Control>}j{/Control}{Escape}');
      await user.click(screen.getByRole('button', { name: 'Next' }));

      expect(calls).toEqual(['next', 'previous', 'close', 'next']);
    },
  );

  it('keeps the focus when the button that holds it comes to the end', async () => {
    screenIsWide(true);
    const drawer = (onNext: (() => void) | undefined) => (
      <Drawer
        label="Evidence"
        head="a"
        onClose={() => {}}
        onPrevious={() => {}}
        onNext={onNext}
      >
        Body
      </Drawer>
    );
    const { rerender } = render(drawer(() => {}));
    act(() => screen.getByRole('button', { name: 'Next' }).focus());

    rerender(drawer(undefined));

    expect(
      screen.getByRole('complementary', { name: 'Evidence' }),
    ).toHaveFocus();
  });

  it('stands behind a dialog that is opened from it', () => {
    screenIsWide(false);
    render(
      <Drawer label="Evidence" head="a" onClose={() => {}}>
        Body
      </Drawer>,
    );

    expect(screen.getByRole('presentation')).toHaveStyle({ zIndex: 1000 });
  });

  it('disables the way that leads nowhere', () => {
    screenIsWide(true);
    render(
      <Drawer label="Evidence" head="a" onClose={() => {}} onNext={() => {}}>
        Body
      </Drawer>,
    );

    expect(screen.getByRole('button', { name: 'Previous' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Next' })).toBeEnabled();
  });
});
