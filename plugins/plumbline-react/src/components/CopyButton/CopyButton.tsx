import { Button } from '@backstage/ui';
import { RiCheckLine, RiCloseLine, RiFileCopyLine } from '@remixicon/react';
import { useCopy } from '../../hooks';

const ICONS = {
  idle: RiFileCopyLine,
  copied: RiCheckLine,
  failed: RiCloseLine,
};
const RESULTS = { copied: 'Copied', failed: 'Could not copy' };

/**
 * Copies a text and says that it did.
 *
 * @public
 */
export function CopyButton(props: {
  text: string;
  label: string;
  variant?: 'primary' | 'secondary' | 'tertiary';
}) {
  const [state, copy] = useCopy();
  const Icon = ICONS[state];
  return (
    <Button
      size="small"
      variant={props.variant ?? 'secondary'}
      iconStart={<Icon />}
      onPress={() => copy(props.text)}
    >
      <span aria-live="polite">
        {state === 'idle' ? props.label : RESULTS[state]}
      </span>
    </Button>
  );
}
