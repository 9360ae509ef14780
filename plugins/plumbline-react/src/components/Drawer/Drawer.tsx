import { ButtonIcon } from '@backstage/ui';
import MuiDrawer from '@material-ui/core/Drawer';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import {
  RiArrowDownSLine,
  RiArrowUpSLine,
  RiCloseLine,
} from '@remixicon/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { PlumblineTheme } from '../../theme';
import styles from './Drawer.module.css';

/** From this width on a drawer stands beside the content instead of over it. */
const BESIDE_QUERY = '(min-width: 1280px)';
/** That of Backstage UI's dialogs: one that is opened from a drawer comes later, and so stands in front of it. */
const LAYER = 1000;

/** @public */
export interface DrawerProps {
  /** Name for screen readers, e.g. `Evidence for spec.replicas`. */
  label: string;
  /** Head of the drawer, left of its buttons. */
  head: ReactNode;
  children: ReactNode;
  /** Called by the close button and by Escape. The caller gives focus back to what opened the drawer. */
  onClose: () => void;
  /** Goes to the previous item; also the key `k`. */
  onPrevious?: () => void;
  /** Goes to the next item; also the key `j`. */
  onNext?: () => void;
}

/**
 * What stands behind a row. Beside the content on wide screens, over it on narrow ones. Takes the focus when it opens.
 *
 * @public
 */
export function Drawer(props: DrawerProps) {
  const beside = useMediaQuery(BESIDE_QUERY, { noSsr: true });
  if (beside) {
    return <DrawerPanel {...props} />;
  }
  return (
    <MuiDrawer
      open
      anchor="right"
      onClose={props.onClose}
      style={{ zIndex: LAYER }}
      PaperProps={{ className: styles.paper }}
    >
      <PlumblineTheme>
        <DrawerPanel {...props} over />
      </PlumblineTheme>
    </MuiDrawer>
  );
}

function DrawerPanel(props: DrawerProps & { over?: boolean }) {
  const { label, head, children, over, onClose, onPrevious, onNext } = props;
  const root = useRef<HTMLElement>(null);
  useEffect(() => root.current?.focus({ preventScroll: true }), []);

  const isFirst = onPrevious === undefined;
  const isLast = onNext === undefined;
  useEffect(() => {
    // A button that gets disabled drops the focus, and with it the drawer would lose its keys.
    if (document.activeElement?.matches('body, :disabled')) {
      root.current?.focus({ preventScroll: true });
    }
  }, [isFirst, isLast]);

  const keys = useRef<Record<string, (() => void) | undefined>>({});
  keys.current = { Escape: onClose, j: onNext, k: onPrevious };
  useEffect(() => {
    const element = root.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const action = keys.current[event.key];
      if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        event.stopPropagation();
        action();
      }
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <aside
      ref={root}
      className={over ? styles.over : styles.beside}
      aria-label={label}
      tabIndex={-1}
    >
      <header className={styles.head}>
        <div className={styles.title}>{head}</div>
        {!(isFirst && isLast) && (
          <>
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={<RiArrowUpSLine />}
              aria-label="Previous"
              isDisabled={isFirst}
              onPress={onPrevious}
            />
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={<RiArrowDownSLine />}
              aria-label="Next"
              isDisabled={isLast}
              onPress={onNext}
            />
          </>
        )}
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiCloseLine />}
          aria-label="Close"
          onPress={onClose}
        />
      </header>
      {children}
    </aside>
  );
}
