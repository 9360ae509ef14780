import { Button, SearchField, Tag, TagGroup } from '@backstage/ui';
import {
  formatRange,
  FilterSelect,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import {
  countFilters,
  TIME_SPANS,
  type TimeSpan,
} from '../AuditExplorer/auditFilters';
import type { AuditFilterState } from '../AuditExplorer/useAuditFilters';
import styles from './AuditFilterBar.module.css';

const OWN_SPAN = 'own';
const TYPING_MS = 300;

/** Words and time; what is zoomed into is a tag that can be taken back. */
export function AuditFilterBar(props: { state: AuditFilterState }) {
  const { state } = props;
  const { filters } = state;
  const [text, setText] = useState(filters.q);
  useEffect(() => setText(filters.q), [filters.q]);
  useDebounce(
    () => {
      if (text !== filters.q) {
        state.setText(text);
      }
    },
    TYPING_MS,
    [text],
  );
  const spans = Object.entries(TIME_SPANS).map(([id, span]) => ({
    id,
    label: span.label,
  }));
  const ownSpan = state.canBeLive
    ? undefined
    : formatRange(filters.from, filters.to);

  return (
    <div className={styles.bar}>
      <SearchField
        aria-label="Search events"
        placeholder="Search sentence, object, person or command"
        size="small"
        className={styles.search}
        value={text}
        onChange={setText}
      />
      <FilterSelect
        label="Time"
        options={ownSpan ? [...spans, { id: OWN_SPAN, label: ownSpan }] : spans}
        value={ownSpan ? OWN_SPAN : filters.span}
        onChange={value =>
          value !== OWN_SPAN && state.setSpan(value as TimeSpan)
        }
      />
      {ownSpan && (
        <TagGroup
          aria-label="Zoomed time"
          items={[{ id: OWN_SPAN, text: ownSpan }]}
          onRemove={() => state.setSpan(filters.span)}
        >
          {tag => (
            <Tag id={tag.id} size="medium">
              {tag.text}
            </Tag>
          )}
        </TagGroup>
      )}
      {countFilters(filters) > 0 && (
        <Button size="small" variant="tertiary" onPress={state.clear}>
          Clear filters
        </Button>
      )}
    </div>
  );
}
