/**
 * What the check reads of a finding: one field, or an object that is gone.
 *
 * @internal
 */
export interface PortalFinding {
  object: { kind: string; name: string };
  path: string;
  type: string;
  direction: string;
  verdict: string;
  attribution?: {
    level: string;
    principals: string[];
    command?: { text: string };
  };
}

/**
 * What the check reads of an incident. Edits by one person at about the same time share one.
 *
 * @internal
 */
export interface PortalIncident {
  id: string;
  title: string;
  state: 'open' | 'acknowledged' | 'resolved' | 'reopened';
  resolution?: string;
  findings: PortalFinding[];
}

/**
 * What the check reads of an audit event.
 *
 * @internal
 */
export interface PortalEvent {
  actor: { name: string };
  sentence: string;
  object?: { resource: string; subresource?: string };
}

/**
 * What the check reads of the ways out of an incident.
 *
 * @internal
 */
export interface PortalWaysOut {
  adopt: { reason?: string; patches: { patch: string }[] };
  restore: { reason?: string; commands: { text: string }[] };
}

const entityPath = (component: string) =>
  `entities/component/default/${component}`;

/**
 * Reads a running portal as a guest, over its HTTP API.
 *
 * @internal
 */
export class PortalApi {
  readonly #url: string;
  #token?: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Incidents of a component, in every state. */
  async incidents(component: string): Promise<PortalIncident[]> {
    const page = await this.#entity<{ items: PortalIncident[] }>(
      component,
      'incidents?state=all&limit=100',
    );
    return page.items;
  }

  async waysOut(incidentId: string): Promise<PortalWaysOut> {
    return (await this.#call(
      'GET',
      `incidents/${incidentId}/ways-out`,
    )) as PortalWaysOut;
  }

  /** State of a component's target on a cluster, and its count of drifted fields; `undefined` without such a target. */
  async target(
    component: string,
    cluster: string,
  ): Promise<{ state: string; reason?: string } | undefined> {
    const { targets } = await this.#entity<{
      targets: { cluster: string; state: string; reason?: string }[];
    }>(component, 'drift');
    return targets.find(target => target.cluster === cluster);
  }

  /** All differences of a component, whatever their verdict. */
  async findings(component: string): Promise<PortalFinding[]> {
    const { findings } = await this.#entity<{ findings: PortalFinding[] }>(
      component,
      'drift',
    );
    return findings;
  }

  /** When a component was looked at last. */
  async lastCheckAt(component: string): Promise<Date | undefined> {
    const { lastCheckAt } = await this.#entity<{ lastCheckAt?: string }>(
      component,
      'drift',
    );
    return lastCheckAt === undefined ? undefined : new Date(lastCheckAt);
  }

  async frictionEvents(
    component: string,
  ): Promise<{ ruleId: string; actor: { name: string } }[]> {
    const page = await this.#entity<{
      items: { ruleId: string; actor: { name: string } }[];
    }>(component, 'friction/events');
    return page.items;
  }

  async activity(component: string): Promise<PortalEvent[]> {
    const page = await this.#entity<{ items: PortalEvent[] }>(
      component,
      'activity',
    );
    return page.items;
  }

  /** Names of the components that the portal knows, and whether they say where their manifests are. */
  async components(): Promise<{ name: string; annotated: boolean }[]> {
    const { items } = (await this.#call('GET', 'coverage?limit=100')) as {
      items: { entityRef: string; steps: { id: string; result: string }[] }[];
    };
    return items.map(({ entityRef, steps }) => ({
      name: entityRef.replace('component:default/', ''),
      annotated: steps.some(
        ({ id, result }) => id === 'annotation' && result === 'ok',
      ),
    }));
  }

  /** Asks for a check of all targets now. */
  async startDriftRuns(component: string): Promise<void> {
    await this.#call('POST', `${entityPath(component)}/drift-runs`);
  }

  #entity<T>(component: string, what: string): Promise<T> {
    return this.#call('GET', `${entityPath(component)}/${what}`) as Promise<T>;
  }

  async #call(method: string, path: string): Promise<unknown> {
    this.#token ??= await this.#signIn();
    const response = await fetch(`${this.#url}/api/plumbline/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}` },
    });
    if (!response.ok) {
      throw new Error(
        `${method} ${path}: ${response.status} ${await response.text()}`,
      );
    }
    return response.json();
  }

  async #signIn(): Promise<string> {
    const response = await fetch(`${this.#url}/api/auth/guest/refresh`);
    if (!response.ok) {
      throw new Error(
        `sign-in as guest: ${response.status} ${await response.text()}`,
      );
    }
    const session = (await response.json()) as {
      backstageIdentity: { token: string };
    };
    return session.backstageIdentity.token;
  }
}
