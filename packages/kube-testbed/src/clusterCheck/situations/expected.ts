/** Who is expected to be named. */
export const JANE = ['jane@example.com'];
export const OMAR = ['omar@example.com'];

/** The container of the Deployment. */
export const CONTAINER = 'spec.template.spec.containers[name=web]';

export const LIVE = ['live-changed'];
export const AHEAD = ['git-ahead'];

export const PROVEN = ['proven'];
/** The most that can be said of Secrets and objects of a CRD: the recommended audit policy records no bodies of these. */
export const STRONG = ['strong'];
