import path from 'node:path';
import { CommandResult } from '../cluster/runCommand';
import { PACKAGE_FOLDER } from '../repositoryFolders';
import { splitCommandLine } from '../story/commandLine';
import { until } from '../until';
import { CheckList } from './CheckList';
import { CLUSTER, CheckedCluster } from './CheckedCluster';
import { PortalApi, PortalFinding, PortalIncident } from '../portal/PortalApi';
import { APPLIED, COMPONENTS, HAND_EDITS, HandEdit } from './handEdits';

/** The slowest incident may take so long from the command. */
const INCIDENT_WITHIN_S = 10;

const PATIENCE_MS = 30_000;

/** Watches, owner index and the scheduled first runs need a moment on a slow machine. */
const BASELINE_MS = 120_000;

/**
 * Plays hand edits on a cluster and checks what the portal says of them.
 *
 * @internal
 */
export class ClusterCheck {
  readonly #cluster: CheckedCluster;
  readonly #api: PortalApi;
  readonly #checks: CheckList;
  /** Seconds from command to incident. */
  readonly #seconds: number[] = [];

  constructor(cluster: CheckedCluster, checks: CheckList) {
    this.#cluster = cluster;
    this.#api = new PortalApi(cluster.portal.url);
    this.#checks = checks;
  }

  /** Longest time from a command to its incident so far, in seconds. */
  get slowest(): number {
    return Math.max(0, ...this.#seconds);
  }

  /** Makes all checks. `withPods` is whether something plays kubelet. */
  async run(withPods: boolean): Promise<void> {
    await this.#apply();
    await this.#checkBaseline(withPods);
    const incidents = new Map<HandEdit, PortalIncident>();
    for (const edit of HAND_EDITS) {
      const incident = await this.#checkAppears(edit);
      if (incident) {
        incidents.set(edit, incident);
      }
    }
    if (withPods) {
      await this.#checkExec();
    } else {
      this.#checks.skip('kubectl exec', 'no kwok: there are no running pods');
    }
    const reapplied = new Date();
    await this.#apply();
    for (const edit of HAND_EDITS) {
      await this.#checkResolves(edit, incidents.get(edit), reapplied);
    }
  }

  async #apply(): Promise<void> {
    for (const { folder, namespace } of APPLIED) {
      const scope = namespace ? ['-n', namespace] : [];
      await this.#cluster.plane.mustRun(
        'ci',
        ['apply', '-f', folder, ...scope],
        { cwd: this.#cluster.repository },
      );
    }
  }

  /** Nothing may drift before anybody has touched anything, whatever autoscaler and admission did. */
  async #checkBaseline(withPods: boolean): Promise<void> {
    const since = new Date();
    for (const component of COMPONENTS) {
      await until({
        ask: () => this.#api.startDriftRuns(component),
        satisfies: () => true,
        since,
        timeoutMs: BASELINE_MS,
      });
      const { ok, value, problem, seconds } = await until({
        ask: () => this.#api.target(component, CLUSTER),
        satisfies: target => target?.state === 'in-sync',
        since,
        timeoutMs: BASELINE_MS,
      });
      this.#checks.record(
        `${component} is in sync after CI applied it`,
        ok,
        `${value?.state ?? problem ?? 'no target'} ${
          value?.reason ?? ''
        } after ${seconds.toFixed(1)} s`,
      );
    }
    if (withPods) {
      const { ok, value, seconds } = await until({
        ask: () => this.#expectedPaths('checkout-web'),
        satisfies: paths => paths.includes('spec.replicas'),
        since,
        timeoutMs: PATIENCE_MS,
      });
      this.#checks.record(
        'replicas moved by the autoscaler are expected, not drift',
        ok,
        `expected: ${value?.join(', ') || 'nothing'} after ${seconds.toFixed(
          1,
        )} s`,
      );
    }
  }

  async #expectedPaths(component: string): Promise<string[]> {
    return (await this.#api.findings(component))
      .filter(({ verdict }) => verdict === 'expected')
      .map(({ path: at }) => at);
  }

  async #checkAppears(edit: HandEdit): Promise<PortalIncident | undefined> {
    const command = await this.#play(edit);
    const user = `${edit.user}@example.com`;
    const { ok, value, problem, seconds } = await until({
      ask: () => this.#find(edit),
      satisfies: found => {
        const attribution = found?.finding.attribution;
        return (
          attribution?.level === 'proven' &&
          attribution.principals.join() === user &&
          edit.commandContains.every(part =>
            attribution.command?.text.includes(part),
          )
        );
      },
      since: command.startedAt,
      timeoutMs: PATIENCE_MS,
    });
    this.#seconds.push(seconds);
    this.#checks.record(
      `${edit.name}: the incident names ${user} and the command`,
      ok && seconds <= INCIDENT_WITHIN_S,
      `${seconds.toFixed(1)} s from command to incident; ${
        value ? describe(value) : problem ?? 'no incident'
      }`,
    );
    return value?.incident;
  }

  async #checkResolves(
    edit: HandEdit,
    incident: PortalIncident | undefined,
    since: Date,
  ): Promise<void> {
    const name = `${edit.name}: resolved after CI applied again`;
    if (!incident) {
      this.#checks.record(name, false, 'there was no incident');
      return;
    }
    const { ok, value, seconds } = await until({
      ask: async () =>
        (
          await this.#api.incidents(edit.component)
        ).find(({ id }) => id === incident.id),
      satisfies: found => found?.state === 'resolved',
      since,
      timeoutMs: PATIENCE_MS,
    });
    this.#checks.record(
      name,
      ok,
      `${value?.state ?? 'gone'} ${seconds.toFixed(1)} s after it began`,
    );
  }

  async #checkExec(): Promise<void> {
    const pod = ['exec', '-i', '-n', 'payments', 'ledger-0', '--', 'sh'];
    await this.#cluster.plane.mustRun('admin', [
      ...['wait', '-n', 'payments', 'pod/ledger-0'],
      ...['--for=condition=Ready', '--timeout=60s'],
    ]);
    const { startedAt } = await this.#cluster.plane.run('omar', pod, {
      input: 'date\nexit\n',
    });
    const friction = await until({
      ask: () => this.#api.frictionEvents('ledger'),
      satisfies: events =>
        events.some(
          ({ ruleId, actor }) =>
            ruleId === 'pod-shell' && actor.name === 'omar@example.com',
        ),
      since: startedAt,
      timeoutMs: PATIENCE_MS,
    });
    this.#checks.record(
      'kubectl exec: a shell is friction',
      friction.ok,
      `${friction.seconds.toFixed(1)} s; ${
        friction.value?.map(({ ruleId }) => ruleId).join(', ') ||
        friction.problem ||
        'no event'
      }`,
    );
    const activity = await until({
      ask: () => this.#api.activity('ledger'),
      satisfies: events =>
        events.some(
          ({ actor, object }) =>
            actor.name === 'omar@example.com' && object?.subresource === 'exec',
        ),
      since: startedAt,
      timeoutMs: PATIENCE_MS,
    });
    this.#checks.record(
      'kubectl exec: it is told as activity',
      activity.ok,
      activity.value?.[0]?.sentence ?? activity.problem ?? 'no activity',
    );
  }

  async #play(edit: HandEdit): Promise<CommandResult> {
    const [, ...argv] = splitCommandLine(edit.command);
    const editor = path.join(PACKAGE_FOLDER, 'kubectl', 'editor.cjs');
    const result = await this.#cluster.plane.run(edit.user, argv, {
      env: edit.edit && {
        KUBE_EDITOR: `env '${editor}'`,
        EDIT_FROM: edit.edit.from,
        EDIT_TO: edit.edit.to,
      },
    });
    if (result.code !== 0) {
      throw new Error(`${edit.command}: ${result.stderr}`);
    }
    return result;
  }

  /** The open incident with what the edit did, however many other edits it holds. */
  async #find(edit: HandEdit): Promise<Found | undefined> {
    const { kind, name } = edit.object;
    const incidents = await this.#api.incidents(edit.component);
    return incidents
      .filter(({ state }) => state !== 'resolved')
      .flatMap(incident =>
        incident.findings.map(finding => ({ incident, finding })),
      )
      .find(
        ({ finding: { object } }) =>
          object.kind === kind && object.name === name,
      );
  }
}

interface Found {
  incident: PortalIncident;
  finding: PortalFinding;
}

function describe({ incident, finding }: Found): string {
  const { level, principals, command } = finding.attribution ?? {
    level: 'none',
    principals: [],
  };
  const who = principals.join(', ') || 'nobody';
  return `"${incident.title}", ${finding.path}: ${level}, ${who}, ${
    command?.text ?? 'no command'
  }`;
}
