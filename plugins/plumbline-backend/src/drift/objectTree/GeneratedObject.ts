import type { OwnerReference } from '../../clusters/objectMetadata';

/** An object that a controller made, with who owns it. */
export interface GeneratedObject {
  uid: string;
  apiVersion: string;
  kind: string;
  namespace: string | undefined;
  name: string;
  owners: OwnerReference[];
}
