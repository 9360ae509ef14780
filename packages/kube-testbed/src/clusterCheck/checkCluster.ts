import path from 'node:path';
import { CommandResult } from '../cluster/runCommand';
import { PACKAGE_FOLDER } from '../repositoryFolders';
import { splitCommandLine } from '../story/commandLine';
import { until } from '../until';
import { CheckList } from './CheckList';
import { CLUSTER, CheckedCluster } from './CheckedCluster';
import { PortalApi, PortalFinding, PortalIncident } from '../portal/PortalApi';
import { APPLIED, COMPONENTS, SITUATIONS, Situation } from './situations';

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
    const incidents = new Map<Situation, PortalIncident>();
    for (const situation of SITUATIONS) {
      const incident = await this.#checkAppears(situation);
      if (incident) {
        incidents.set(situation, incident);
      }
    }
    if (withPods) {
      await this.#checkExec();
    } else {
      this.#checks.skip('kubectl exec', 'no kwok: there are no running pods');
    }
    const reapplied = new Date();
    await this.#apply();
    for (const situation of SITUATIONS) {
      await this.#checkResolves(situation, incidents.get(situation), reapplied);
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
        ask: () => this.#api.expectedPaths('checkout-web'),
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

  async #checkAppears(
    situation: Situation,
  ): Promise<PortalIncident | undefined> {
    const command = await this.#play(situation);
    const user = `${situation.user}@example.com`;
    const { ok, value, problem, seconds } = await until({
      ask: () => this.#find(situation),
      satisfies: found => {
        const attribution = found?.finding.attribution;
        return (
          attribution?.level === 'proven' &&
          attribution.principals.join() === user &&
          situation.commandContains.every(part =>
            attribution.command?.text.includes(part),
          )
        );
      },
      since: command.startedAt,
      timeoutMs: PATIENCE_MS,
    });
    this.#seconds.push(seconds);
    this.#checks.record(
      `${situation.name}: the incident names ${user} and the command`,
      ok && seconds <= INCIDENT_WITHIN_S,
      `${seconds.toFixed(1)} s from command to incident; ${
        value ? describe(value) : problem ?? 'no incident'
      }`,
    );
    return value?.incident;
  }

  async #checkResolves(
    situation: Situation,
    incident: PortalIncident | undefined,
    since: Date,
  ): Promise<void> {
    const name = `${situation.name}: resolved after CI applied again`;
    if (!incident) {
      this.#checks.record(name, false, 'there was no incident');
      return;
    }
    const { ok, value, seconds } = await until({
      ask: async () =>
        (
          await this.#api.incidents(situation.component)
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

  async #play(situation: Situation): Promise<CommandResult> {
    const [, ...argv] = splitCommandLine(situation.command);
    const editor = path.join(PACKAGE_FOLDER, 'kubectl', 'editor.cjs');
    const result = await this.#cluster.plane.run(situation.user, argv, {
      env: situation.edit && {
        KUBE_EDITOR: `env '${editor}'`,
        EDIT_FROM: situation.edit.from,
        EDIT_TO: situation.edit.to,
      },
    });
    if (result.code !== 0) {
      throw new Error(`${situation.command}: ${result.stderr}`);
    }
    return result;
  }

  /** The open incident with what the situation did, however many other edits it holds. */
  async #find(situation: Situation): Promise<Found | undefined> {
    const { kind, name } = situation.object;
    const incidents = await this.#api.incidents(situation.component);
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
