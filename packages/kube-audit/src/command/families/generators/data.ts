import { objectAt, stringAt } from '../../../event/json';
import type { Flag } from '../../Draft';
import { isSensitiveName, REDACTED } from '../../redact';
import { hasPlainMetadata, type Generator } from './Generator';

export const configMap: Generator = body => {
  if (!hasPlainMetadata(body)) {
    return undefined;
  }
  const data = Object.entries(objectAt(body, 'data') ?? {});
  const binary = Object.keys(objectAt(body, 'binaryData') ?? {});
  const isFile = ([key, value]: [string, unknown]) =>
    /\.\w+$/.test(key) || String(value).includes('\n');
  return {
    type: 'configmap',
    flags: [
      ...data.map(
        (entry): Flag =>
          isFile(entry)
            ? ['--from-file', entry[0]]
            : [
                '--from-literal',
                `${entry[0]}=${
                  isSensitiveName(entry[0]) ? REDACTED : entry[1]
                }`,
              ],
      ),
      ...binary.map((key): Flag => ['--from-file', key]),
    ],
    vague: data.some(isFile) || binary.length > 0,
  };
};

/** Values of a Secret are never shown; its type names the generator. */
export const secret: Generator = body => {
  const type = stringAt(body, 'type') ?? 'Opaque';
  if (!hasPlainMetadata(body)) {
    return undefined;
  }
  if (type === 'kubernetes.io/tls') {
    return {
      type: 'secret tls',
      flags: [
        ['--cert', '<file>'],
        ['--key', '<file>'],
      ],
      vague: true,
    };
  }
  if (type === 'kubernetes.io/dockerconfigjson') {
    return { type: 'secret docker-registry', flags: [], vague: true };
  }
  const keys = Object.keys(objectAt(body, 'data') ?? {});
  return {
    type: 'secret generic',
    flags: keys.map((key): Flag => ['--from-literal', `${key}=${REDACTED}`]),
    vague: true,
  };
};

export const serviceAccount: Generator = body =>
  hasPlainMetadata(body) && !body.secrets && !body.imagePullSecrets
    ? { type: 'serviceaccount', flags: [] }
    : undefined;

export const namespace: Generator = (body, name) =>
  hasPlainMetadata(body) ||
  hasPlainMetadata(body, { 'kubernetes.io/metadata.name': name })
    ? { type: 'namespace', flags: [] }
    : undefined;
