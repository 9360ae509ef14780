import { MASK, maskArguments, maskText, namesSecret } from './maskText';

/**
 * A request URI with secrets in its query masked: parameters that name one, and arguments of a command run in a pod.
 *
 * @returns the URI itself when there is nothing to mask
 */
export function maskRequestUri(uri: string): string {
  const mark = uri.indexOf('?');
  if (mark < 0) {
    return uri;
  }
  const parameters = [...new URLSearchParams(uri.slice(mark + 1))];
  const command = maskArguments(
    parameters.filter(([name]) => name === 'command').map(([, value]) => value),
  );
  let argument = 0;
  const masked = parameters.map(([name, value]): [string, string] => {
    if (name === 'command') {
      argument += 1;
      return [name, command[argument - 1]];
    }
    return [name, namesSecret(name) && value !== '' ? MASK : maskText(value)];
  });
  const changed = masked.some(([, value], i) => value !== parameters[i][1]);
  return changed
    ? `${uri.slice(0, mark)}?${new URLSearchParams(masked).toString()}`
    : uri;
}
