import { useRouteRef } from '@backstage/core-plugin-api';
import { Alert, Link } from '@backstage/ui';
import type { WaysOut } from '@plumbline/backstage-plugin-plumbline-common';
import {
  CommandLine,
  StatePanel,
} from '@plumbline/backstage-plugin-plumbline-react';
import { Fragment } from 'react';
import { incidentRouteRef } from '../../routes';
import { arrangeWarnings, keyOf, type RestoreWarning } from './restoreWarnings';
import styles from './WaysOut.module.css';

type Restore = WaysOut['restore'];

/**
 * The commands that bring back what Git says, the narrowest first, with what else each of them does.
 *
 * @internal
 */
export function RestoreWay(props: { restore: Restore }) {
  const { commands, ends, reason } = props.restore;
  if (commands.length === 0) {
    return (
      <StatePanel kind="empty" title="No command restores this">
        {reason ?? 'Plumbline knows none for this kind of change.'}
      </StatePanel>
    );
  }
  const arranged = arrangeWarnings(commands);
  return (
    <>
      <Warnings items={arranged.shared} />
      <ol className={styles.commands}>
        {arranged.commands.map(({ command, own }) => (
          <li key={command.text}>
            <span className={styles.does}>{command.does}</span>
            <CommandLine text={command.text} />
            <Warnings items={own} />
          </li>
        ))}
      </ol>
      {reason && <p className={styles.note}>{reason}</p>}
      <p className={styles.note}>
        <Ends ends={ends} />
        Plumbline runs nothing: copy, review, run.
      </p>
    </>
  );
}

function Warnings(props: { items: RestoreWarning[] }) {
  return (
    <>
      {props.items.map(warning => (
        <Alert
          key={keyOf(warning)}
          status={warning.severity}
          icon
          title={warning.title}
          description={warning.text}
        />
      ))}
    </>
  );
}

function Ends(props: { ends: Restore['ends'] }) {
  const incidentHref = useRouteRef(incidentRouteRef);
  const { ends } = props;
  if (ends.length === 0) {
    return null;
  }
  return (
    <>
      Applying the whole file also ends{' '}
      {ends.map((incident, index) => (
        <Fragment key={incident.id}>
          {index > 0 && (index === ends.length - 1 ? ' and ' : ', ')}
          <Link href={incidentHref({ id: incident.id })} variant="body-small">
            INC-{incident.number}
          </Link>
        </Fragment>
      ))}
      .{' '}
    </>
  );
}
