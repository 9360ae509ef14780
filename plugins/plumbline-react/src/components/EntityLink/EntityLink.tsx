import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useEntityHref } from '../../hooks';

/** Title of an entity as the catalog presents it, as a link to its page or to one of its tabs. @public */
export function EntityLink(props: {
  entityRef: string;
  /** Path of the tab, e.g. `friction`. */
  tab?: string;
  /** Kind that needs not be said, e.g. `group` in a column of owners. */
  defaultKind?: string;
  /** 12 px, for headings of rows and meta lines. */
  small?: boolean;
}) {
  const { entityRef, tab, defaultKind = 'component', small } = props;
  const href = useEntityHref();
  const { primaryTitle } = useEntityPresentation(entityRef, { defaultKind });
  return (
    <Link
      href={href(entityRef, { tab })}
      variant={small ? 'body-small' : 'body-medium'}
    >
      {primaryTitle}
    </Link>
  );
}
