import { ExpectedFinding } from './Situation';
import { PortalFinding } from '../../portal/PortalApi';

/**
 * Holds what the portal shows against what must be shown.
 *
 * @returns what is wrong, a sentence each; empty when all is right
 * @internal
 */
export function judgeFindings(
  expected: readonly ExpectedFinding[],
  found: readonly PortalFinding[],
): string[] {
  const open = [...found];
  const problems = expected.flatMap(wanted => {
    const at = open.findIndex(finding => isAbout(wanted, finding));
    if (at === -1) {
      return [`${wanted.object} ${wanted.path} is not shown`];
    }
    const [finding] = open.splice(at, 1);
    return faultsOf(wanted, finding);
  });
  const surplus = open.filter(({ verdict }) => verdict === 'drift');
  return [
    ...problems,
    ...surplus.map(
      finding =>
        `${objectOf(finding)} ${finding.path} drifts (${describeCause(
          finding,
        )}) and should not`,
    ),
  ];
}

/** What the portal says of a finding, on one line. */
export function describeFinding(finding: PortalFinding): string {
  return `${objectOf(finding)} ${finding.path}: ${finding.type}, ${
    finding.direction
  }, ${describeCause(finding)}`;
}

function isAbout(wanted: ExpectedFinding, finding: PortalFinding): boolean {
  const isPath = wanted.path.endsWith('*')
    ? finding.path.startsWith(wanted.path.slice(0, -1))
    : finding.path === wanted.path;
  return wanted.object === objectOf(finding) && isPath;
}

function faultsOf(wanted: ExpectedFinding, finding: PortalFinding): string[] {
  const {
    level = 'none',
    principals = [],
    command,
  } = finding.attribution ?? {};
  const facts: [string, string, readonly string[]][] = [
    ['verdict', finding.verdict, [wanted.verdict ?? 'drift']],
    ['type', finding.type, [wanted.type]],
    ['direction', finding.direction, wanted.direction],
  ];
  if (wanted.level.length > 0) {
    facts.push(
      ['level', level, wanted.level],
      ['who', names(principals), [names(wanted.principals)]],
    );
  } else {
    // Whatever else is said of it, nobody may be held to have done it.
    facts.push(['level', level, ['none', 'tool-only']]);
  }
  const faults = facts
    .filter(([, is, allowed]) => !allowed.includes(is))
    .map(
      ([what, is, allowed]) =>
        `${wanted.object} ${wanted.path}: ${what} is ${is}, not ${allowed.join(
          ' or ',
        )}`,
    );
  const missing = (wanted.commandContains ?? []).filter(
    part => !command?.text.includes(part),
  );
  return missing.length > 0
    ? [
        ...faults,
        `${wanted.object} ${wanted.path}: the command is ${
          command?.text ?? 'unknown'
        }, without ${missing.join(', ')}`,
      ]
    : faults;
}

function describeCause({ attribution }: PortalFinding): string {
  return attribution
    ? `${attribution.level} ${names(attribution.principals)}`
    : 'no attribution';
}

function objectOf({ object }: PortalFinding): string {
  return `${object.kind}/${object.name}`;
}

function names(principals: readonly string[]): string {
  return principals.length > 0 ? [...principals].sort().join(', ') : 'nobody';
}
