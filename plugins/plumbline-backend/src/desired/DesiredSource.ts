import type { RepositoryFile } from '@plumbline/backstage-plugin-plumbline-node';

/** A commit as evidence. */
export interface SourceCommit {
  sha: string;
  author?: string;
  /** First line. */
  message?: string;
  /** Milliseconds since the epoch. */
  time?: number;
  url?: string;
}

/** A regular file of a source. */
export type SourceFile = RepositoryFile;

/** Something below the path that is not read, and why. */
export interface RefusedFile {
  path: string;
  reason: string;
}

/** The files below one path, all of one commit. */
export interface SourceTree {
  commit: SourceCommit;
  files: SourceFile[];
  refused: RefusedFile[];
}

/** Where a line of a manifest comes from. */
export interface SourceEvidence {
  /** The commit that wrote the line, or that last touched the file; absent when the history does not reach it. */
  commit?: SourceCommit;
  /** Page of the file at the host. */
  url?: string;
}

/** What is read below a path. */
export interface SourceReadOptions {
  /** Files that can hold manifests by their name (default), or every regular file, as a renderer may need. */
  files?: 'manifests' | 'all';
  /** Commit, branch or tag to read instead of the one that the location names. */
  revision?: string;
}

/** A place that manifests are read from. */
export interface DesiredSource {
  /**
   * Reads the files at or below a path at one commit.
   *
   * @throws DesiredStateError
   */
  read(
    location: string,
    path: string,
    options?: SourceReadOptions,
  ): Promise<SourceTree>;
  /** What is known of the origin of a line; empty rather than a guess. */
  evidenceOf(
    location: string,
    at: { sha: string; file: string; line?: number },
  ): Promise<SourceEvidence>;
}
