import type { Overview } from '@plumbline/backstage-plugin-plumbline-common';
import { formatTime } from '@plumbline/backstage-plugin-plumbline-react';

/** @returns one sentence per cluster that could not be looked at. */
export function unobservedText(unobserved: Overview['unobserved']): string {
  return unobserved
    .map(({ cluster, reason, since, services }) => {
      const when = since ? ` since ${formatTime(since)}` : '';
      const what =
        services === 0
          ? ''
          : `; ${services} ${
              services === 1 ? 'service is' : 'services are'
            } unobservable there`;
      return `${cluster}: ${reason}${when}${what}.`;
    })
    .concat('Numbers on this page leave them out.')
    .join(' ');
}
