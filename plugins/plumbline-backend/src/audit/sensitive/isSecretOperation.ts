import { namesSecretVariable } from './maskText';

/** Value of a variable by its position, so that nobody knows its name. */
const UNNAMED_VARIABLE = /\/env\/\d+\/value$/;

/** Whether an operation of a JSON patch sets what must not be kept: its pointer says what the value is. */
export function isSecretOperation({
  op,
  path,
}: Record<string, unknown>): boolean {
  if (typeof op !== 'string' || typeof path !== 'string') {
    return false;
  }
  const field = path.slice(path.lastIndexOf('/') + 1);
  return UNNAMED_VARIABLE.test(path) || namesSecretVariable(field);
}
