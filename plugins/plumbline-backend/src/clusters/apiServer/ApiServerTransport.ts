/** An answer whose body has not been read yet. */
export interface ApiServerResponse {
  status: number;
  /** Header names are in lower case. */
  header(name: string): string | undefined;
  body: AsyncIterable<Uint8Array>;
}

/** How requests reach the API server of one cluster, and with whose credentials. */
export interface ApiServerTransport {
  /**
   * Sends a GET. Redirects are answers like any other, never followed.
   *
   * @param path - path and query, beginning with `/api`
   * @throws whatever the network says, or ClusterAccessError when there are no credentials to go with
   */
  get(
    path: string,
    options: { accept: string; signal: AbortSignal },
  ): Promise<ApiServerResponse>;
}
