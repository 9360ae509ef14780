import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { auditEventCreatePermission } from '@plumbline/backstage-plugin-plumbline-common';
import type { ClusterRegistry } from '@plumbline/backstage-plugin-plumbline-node';
import type { Request } from 'express';

/** Says whether a sender may post a cluster's events, by what it authenticates with and nothing else. */
export class SenderCheck {
  readonly #httpAuth: HttpAuthService;
  readonly #permissions: PermissionsService;
  readonly #clusters: Pick<ClusterRegistry, 'get'>;

  constructor(options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    clusters: Pick<ClusterRegistry, 'get'>;
  }) {
    this.#httpAuth = options.httpAuth;
    this.#permissions = options.permissions;
    this.#clusters = options.clusters;
  }

  /**
   * @throws AuthenticationError without credentials, saying how to send them
   * @throws NotAllowedError for a user, and for any other sender than the one bound to this cluster; the same for a
   *   cluster that does not exist
   */
  async check(request: Request, cluster: string): Promise<void> {
    const credentials = await this.#httpAuth.credentials(request, {
      allow: ['service', 'none'],
    });
    if (credentials.principal.type === 'none') {
      throw new AuthenticationError(missingCredentials(request));
    }
    const { subject } = credentials.principal;
    const known = await this.#clusters.get(cluster);
    if (known?.auditSubject === undefined || known.auditSubject !== subject) {
      throw new NotAllowedError(
        `"${subject}" may not send audit events of this cluster: plumbline.clusters[].auditSubject binds each cluster to its own sender`,
      );
    }
    const [decision] = await this.#permissions.authorize(
      [{ permission: auditEventCreatePermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `"${subject}" lacks the permission ${auditEventCreatePermission.name}`,
      );
    }
  }
}

function missingCredentials(request: Request): string {
  const isKubernetes = /^Go-http-client\//.test(
    request.headers['user-agent'] ?? '',
  );
  return isKubernetes && request.headers.authorization === undefined
    ? 'No credentials came. kube-apiserver sends no token over http://: let the webhook kubeconfig name an https:// server (plumbline.ingest.listener, or an ingress with TLS) and its certificate-authority, and give its user a token'
    : 'No credentials came. Audit events are sent with the bearer token of the backend.auth.externalAccess entry whose subject is bound to this cluster';
}
