/** That commits were pushed, as far as an event tells. */
export interface GitPush {
  /** Addresses of the repository in all spellings that the event names. */
  urls: string[];
  /** `owner/name`, where the event names no address. */
  fullName?: string;
  /** Branch or tag, without `refs/heads/` and `refs/tags/`. */
  ref: string;
  /** Whether the branch is the default one; undefined where the event does not say. */
  isDefaultBranch?: boolean;
  /** Files that were added, changed or removed, from the root of the repository; undefined where not all are known. */
  paths?: string[];
}
