/** Value of a facet as the backend counts it. @public */
export interface FacetValue {
  value: string;
  label?: string;
  count: number;
}

/** One line of a facet. @internal */
export interface FacetOption {
  value: string;
  label: string;
  /** Absent for a chosen value that no event of the current filters has. */
  count?: number;
}

/**
 * Lines of one facet: what is chosen stays visible even when nothing matches it any more, so that it can be taken
 * back.
 *
 * @param limit - how many lines are shown; chosen ones are always
 * @internal
 */
export function facetOptions(
  values: FacetValue[],
  selected: string[],
  limit: number,
  labelOf: (value: string) => string | undefined = () => undefined,
): { options: FacetOption[]; hidden: number } {
  const known = new Set(values.map(value => value.value));
  const all: FacetOption[] = [
    ...values.map(value => ({
      value: value.value,
      label: value.label ?? labelOf(value.value) ?? value.value,
      count: value.count,
    })),
    ...selected
      .filter(value => !known.has(value))
      .map(value => ({ value, label: labelOf(value) ?? value })),
  ];
  const options = all.filter(
    (option, index) => index < limit || selected.includes(option.value),
  );
  return { options, hidden: all.length - options.length };
}
