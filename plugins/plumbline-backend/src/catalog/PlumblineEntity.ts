import type { Entity } from '@backstage/catalog-model';

/** An entity that Plumbline may know something of, as the backend sees it with its own credentials. */
export interface PlumblineEntity {
  entityRef: string;
  entity: Entity;
  /** Entity refs. */
  owner?: string;
  system?: string;
}

/** The entities of the catalog that run somewhere: components, and all with one of our or the honoured annotations. Cached for a short time. */
export interface PlumblineEntities {
  list(): Promise<PlumblineEntity[]>;
  get(entityRef: string): Promise<PlumblineEntity | undefined>;
}
