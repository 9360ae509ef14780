/** Whole objects. */
export const ACCEPT_JSON = 'application/json';

/** Only apiVersion, kind and metadata; no fallback to whole objects, since Secrets are listed so. */
export const ACCEPT_METADATA_LIST =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/** All kinds in one document, where the server can; else the old list of groups. */
export const ACCEPT_DISCOVERY =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,' +
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,' +
  'application/json';
