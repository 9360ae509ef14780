import {
  RenderError,
  type HelmOptions,
  type HelmParameter,
} from '@plumbline/backstage-plugin-plumbline-node';

/** What `helm template` is told, beside where the files are. */
export interface HelmCall {
  releaseName: string;
  namespace: string;
  /** Absolute paths, weakest first. */
  valueFiles: readonly string[];
  options: Omit<HelmOptions, 'apiVersions'> & {
    apiVersions?: readonly string[];
  };
}

const RELEASE_NAME = /^[a-z0-9]([-a-z0-9.]{0,51}[a-z0-9])?$/;
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const KUBE_VERSION = /^v?\d+\.\d+(\.\d+)?([-+][\w.+-]+)?$/;
const API_VERSION = /^[\w.-]+(\/[\w.-]+){0,2}$/;
const MAX_PARAMETERS = 64 * 1024;

/**
 * The arguments for a chart. All of it is checked or bound to its flag, so that no value can become a flag of its own.
 *
 * @throws RenderError
 */
export function helmArguments(chart: string, call: HelmCall): string[] {
  const { releaseName, namespace, options } = call;
  check(RELEASE_NAME, releaseName, 'a release name');
  check(NAMESPACE, namespace, 'a namespace');
  return [
    'template',
    releaseName,
    chart,
    `--namespace=${namespace}`,
    options.skipCrds ? '--skip-crds' : '--include-crds',
    '--skip-tests',
    ...call.valueFiles.map(file => `--values=${file}`),
    ...setFlags(options.parameters ?? []),
    ...versionFlags(options),
  ];
}

function versionFlags({ kubeVersion, apiVersions = [] }: HelmCall['options']) {
  if (kubeVersion !== undefined) {
    check(KUBE_VERSION, kubeVersion, 'a Kubernetes version');
  }
  apiVersions.forEach(item => check(API_VERSION, item, 'an API version'));
  return [
    ...(kubeVersion === undefined ? [] : [`--kube-version=${kubeVersion}`]),
    ...apiVersions.map(item => `--api-versions=${item}`),
  ];
}

function setFlags(parameters: readonly HelmParameter[]): string[] {
  const flags = parameters.map(({ name, value, forceString }) => {
    const flag = forceString ? '--set-string' : '--set';
    return `${flag}=${name}=${escapeCommas(value)}`;
  });
  const text = flags.join('');
  if (text.length > MAX_PARAMETERS || text.includes('\0')) {
    throw new RenderError(
      'Cannot render: the parameters for Helm are too long; use a values file',
    );
  }
  return flags;
}

/** A comma would begin the next parameter; in braces it separates the items of a list. */
function escapeCommas(value: string): string {
  return /^\{.*\}$/s.test(value) ? value : value.replace(/(?<!\\),/g, '\\,');
}

function check(pattern: RegExp, text: string, what: string): void {
  if (!pattern.test(text)) {
    throw new RenderError(
      `Cannot render: ${JSON.stringify(
        text.slice(0, 80),
      )} cannot be ${what} for Helm`,
    );
  }
}
