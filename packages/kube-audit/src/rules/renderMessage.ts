import { visible } from '../sentence/visible';

/** Fills `{placeholders}`; what has no value becomes nothing. */
export function renderMessage(
  template: string,
  values: Record<string, string | undefined>,
): string {
  const text = template.replace(/\{(\w+)\}/g, (_, key: string) =>
    Object.hasOwn(values, key) ? values[key] ?? '' : '',
  );
  return visible(text.replace(/\s+/g, ' ').trim());
}
