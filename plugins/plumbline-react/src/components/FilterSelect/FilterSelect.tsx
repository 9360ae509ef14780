import { Select } from '@backstage/ui';
import styles from './FilterSelect.module.css';

/** A value to filter by. @public */
export interface FilterOption {
  id: string;
  label: string;
}

/** One choice; the first option is the one that is meant when nothing is chosen. @public */
export function FilterSelect(props: {
  label: string;
  options: FilterOption[];
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, options, value, onChange } = props;
  return (
    <Select
      aria-label={label}
      size="small"
      className={styles.select}
      options={options}
      value={value}
      onChange={key => key !== null && onChange(String(key))}
    />
  );
}

/** Any number of choices; none means all. @public */
export function FilterMultiSelect(props: {
  label: string;
  /** Shown while nothing is chosen, e.g. `Any owner`. */
  placeholder: string;
  options: FilterOption[];
  value: string[];
  onChange: (value: string[]) => void;
}) {
  const { label, placeholder, options, value, onChange } = props;
  return (
    <Select
      aria-label={label}
      placeholder={placeholder}
      size="small"
      className={styles.select}
      selectionMode="multiple"
      options={options}
      value={value}
      onChange={keys => onChange(keys.map(String))}
    />
  );
}
