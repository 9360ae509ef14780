import type { Actor } from '@plumbline/backstage-plugin-plumbline-common';
import { RiLock2Line } from '@remixicon/react';
import { ActorClassIcon } from '../EventSentence';
import styles from './ActorName.module.css';

/**
 * Who sent a request, with the class of actor as an icon. A pseudonym carries a lock. For the author of a *change* use
 * `LevelBadge` beside the name: a request is certain, a cause is not.
 *
 * @public
 */
export function ActorName(props: { actor: Actor }) {
  const { name, class: actorClass, onBehalfOf, pseudonym } = props.actor;
  return (
    <span className={styles.actor}>
      <span className={styles.icon}>
        {pseudonym ? (
          <RiLock2Line size={16} role="img" aria-label="Name hidden" />
        ) : (
          <ActorClassIcon actorClass={actorClass} />
        )}
      </span>
      <span className={pseudonym ? styles.pseudonym : styles.name}>{name}</span>
      {onBehalfOf && (
        <span className={styles.behalf}>impersonated by {onBehalfOf}</span>
      )}
    </span>
  );
}
