import { Checkbox, CheckboxGroup } from '@backstage/ui';
import { useState } from 'react';
import { facetOptions, type FacetValue } from './facetOptions';
import styles from './FacetList.module.css';

/** Properties of {@link FacetList}. @public */
export interface FacetListProps {
  label: string;
  values: FacetValue[];
  selected: string[];
  onChange: (selected: string[]) => void;
  /** Word for a value that the backend sends without a label. */
  labelOf?: (value: string) => string | undefined;
  /** Lines before "Show more". */
  limit?: number;
}

/** One facet: checkboxes with counts. @public */
export function FacetList(props: FacetListProps) {
  const { label, values, selected, onChange, labelOf, limit = 6 } = props;
  const [isOpen, setOpen] = useState(false);
  const { options, hidden } = facetOptions(
    values,
    selected,
    isOpen ? Number.MAX_SAFE_INTEGER : limit,
    labelOf,
  );
  if (options.length === 0) {
    return null;
  }
  return (
    <div className={styles.facet}>
      <CheckboxGroup label={label} value={selected} onChange={onChange}>
        {options.map(option => (
          <Checkbox
            key={option.value}
            value={option.value}
            className={styles.option}
          >
            <span className={styles.line}>
              <span className={styles.label} title={option.label}>
                {option.label}
              </span>
              <span className={styles.count}>{option.count ?? '–'}</span>
            </span>
          </Checkbox>
        ))}
      </CheckboxGroup>
      {hidden > 0 && (
        <button
          type="button"
          className={styles.more}
          onClick={() => setOpen(true)}
        >
          {hidden} more
        </button>
      )}
    </div>
  );
}
