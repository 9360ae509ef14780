import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ClusterBinaries } from './ClusterBinaries';
import { ClusterUser, EXAMPLE_USERS, SYSTEM_USERS } from './ClusterUser';
import { ControlPlaneOptions } from './ControlPlaneOptions';
import { ServerProcess } from './ServerProcess';
import {
  apiserverArguments,
  controllerManagerArguments,
  etcdArguments,
  kwokArguments,
  schedulerArguments,
} from './commandLines';
import { freePorts } from './freePorts';
import { KubernetesFiles, writeKubernetesFiles } from './kubernetesFiles';
import { CommandOptions, CommandResult, runCommand } from './runCommand';
import { firstObjects } from './firstObjects';

/**
 * A real Kubernetes control plane on loopback, with its own users and audit log, gone when it is stopped.
 *
 * @internal
 */
export class ControlPlane {
  readonly folder: string;
  readonly #binaries: ClusterBinaries;
  readonly #files: KubernetesFiles;
  readonly #server: string;
  readonly #processes: ServerProcess[] = [];

  private constructor(
    options: ControlPlaneOptions,
    server: string,
    files: KubernetesFiles,
  ) {
    this.folder = options.folder;
    this.#binaries = options.binaries;
    this.#server = server;
    this.#files = files;
  }

  /**
   * Starts etcd and kube-apiserver, then whichever of controller manager, scheduler and kwok there are, and waits until
   * they work.
   *
   * @throws Error that names the log file of the program that did not come up; everything started is stopped again.
   */
  static async start(options: ControlPlaneOptions): Promise<ControlPlane> {
    await mkdir(options.folder, { recursive: true });
    const [api, client, peer, manager, scheduler, kubelet] = await freePorts(6);
    const server = `https://127.0.0.1:${api}`;
    const users = [
      ...Object.values(SYSTEM_USERS),
      ...(options.users ?? EXAMPLE_USERS),
    ];
    const files = await writeKubernetesFiles(options.folder, server, users);
    const plane = new ControlPlane(options, server, files);
    try {
      await plane.#startAll(options, users, {
        api,
        client,
        peer,
        manager,
        scheduler,
        kubelet,
      });
    } catch (error) {
      await plane.stop();
      throw error;
    }
    return plane;
  }

  /** `https://127.0.0.1:PORT` of the API server. */
  get server(): string {
    return this.#server;
  }

  /** The audit log, one event a line; a command that has returned is in it. */
  get auditLog(): string {
    return this.#files.auditLog;
  }

  /**
   * Path of the kubeconfig of a user, by short name (`admin`, `jane`, …).
   *
   * @throws RangeError for an unknown user.
   */
  kubeconfigOf(user: string): string {
    const file = this.#files.kubeconfigs.get(user);
    if (!file) {
      throw new RangeError(`no such user of the control plane: ${user}`);
    }
    return file;
  }

  /** Runs kubectl as a user; `argv` is without the program's name. */
  async run(
    user: string,
    argv: readonly string[],
    options: CommandOptions = {},
  ): Promise<CommandResult> {
    return runCommand(this.#binaries.kubectl, argv, {
      ...options,
      env: { ...this.#envOf(user), ...options.env },
    });
  }

  /** Runs a line in a POSIX shell as a user, as they would paste it. */
  async runLine(
    user: string,
    line: string,
    options: CommandOptions = {},
  ): Promise<CommandResult> {
    const kubectl = path.dirname(this.#binaries.kubectl);
    return runCommand('sh', ['-c', line], {
      ...options,
      env: {
        ...this.#envOf(user),
        PATH: `${kubectl}${path.delimiter}${process.env.PATH}`,
        ...options.env,
      },
    });
  }

  /**
   * Runs kubectl as a user and returns its standard output.
   *
   * @throws Error when it fails, with what it said.
   */
  async mustRun(
    user: string,
    argv: readonly string[],
    options?: CommandOptions,
  ): Promise<string> {
    const result = await this.run(user, argv, options);
    if (result.code !== 0) {
      throw new Error(
        `kubectl ${argv.join(' ')} (as ${user}) ended with ${result.code}: ${
          result.stderr || result.stdout
        }`,
      );
    }
    return result.stdout;
  }

  /** Stops what was started, last started first: an API server that outlives its etcd would wait for ever. */
  async stop(): Promise<void> {
    for (const process of this.#processes.splice(0).reverse()) {
      await process.stop();
    }
  }

  #envOf(user: string): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH,
      HOME: this.folder,
      KUBECONFIG: this.kubeconfigOf(user),
    };
  }

  async #startAll(
    options: ControlPlaneOptions,
    users: readonly ClusterUser[],
    ports: {
      api: number;
      client: number;
      peer: number;
      manager: number;
      scheduler: number;
      kubelet: number;
    },
  ): Promise<void> {
    const { folder } = this;
    const binaries = this.#binaries;
    this.#start('etcd', binaries.etcd, etcdArguments(folder, ports));
    const apiserver = this.#start(
      'kube-apiserver',
      binaries.kubeApiserver,
      apiserverArguments(this.#files, ports, options),
    );
    await apiserver.waitUntil(() => this.#answers(['get', '--raw', '/readyz']));
    await this.mustRun('admin', ['apply', '-f', '-'], {
      input: firstObjects(users, binaries.kwok ? options.nodes : []),
    });
    if (binaries.kubeControllerManager) {
      const manager = this.#start(
        'kube-controller-manager',
        binaries.kubeControllerManager,
        controllerManagerArguments(this.#files, ports.manager),
      );
      await manager.waitUntil(() =>
        this.#answers(['get', 'serviceaccount', 'default']),
      );
    }
    if (binaries.kubeScheduler) {
      this.#start(
        'kube-scheduler',
        binaries.kubeScheduler,
        schedulerArguments(this.#files, folder, ports.scheduler),
      );
    }
    if (binaries.kwok) {
      const kwok = this.#start(
        'kwok',
        binaries.kwok,
        kwokArguments(this.#files, ports.kubelet),
      );
      const ready = ['--for=condition=Ready', 'node', '--all', '--timeout=1s'];
      await kwok.waitUntil(() => this.#answers(['wait', ...ready]));
    }
  }

  #start(name: string, program: string, args: string[]): ServerProcess {
    const process = ServerProcess.start({
      name,
      program,
      args,
      logFile: path.join(this.folder, 'logs', `${name}.log`),
    });
    this.#processes.push(process);
    return process;
  }

  async #answers(argv: string[]): Promise<boolean> {
    return (await this.run('admin', argv)).code === 0;
  }
}
