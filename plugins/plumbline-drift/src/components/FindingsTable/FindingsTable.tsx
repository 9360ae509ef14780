import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import {
  Button,
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  useBreakpoint,
} from '@backstage/ui';
import {
  DirectionBadge,
  fieldName,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useState } from 'react';
import { type FindingGroup, firstRows } from '../../findings';
import {
  CauseCell,
  FieldCell,
  ValueCell,
  WhenCell,
  WhyCell,
} from './FindingCells';
import styles from './FindingsTable.module.css';
import { GroupHead } from './GroupHead';
import { type FindingColumn, findingColumns } from './findingColumns';

/** Every row costs a browser about 2 ms each time that the address changes. */
const PAGE_SIZE = 100;

interface FindingsTableProps {
  label: string;
  groups: FindingGroup[];
  /** *Why* instead of *Who / what*: for differences that are not drift. */
  reasons: boolean;
  /** Narrow: beside an open drawer. On a small screen the table is narrow in any case. */
  compact: boolean;
  /** The object of the rows stands above them already. */
  hideObject?: boolean;
  /** The cause of all rows stands above the table already. */
  hideCause?: boolean;
  /** Id of the finding whose evidence is open. */
  openId: string | undefined;
  onOpen: (finding: Finding) => void;
}

/**
 * Differences field by field, grouped; of very many the first, with the way to the others. Arrows move between rows,
 * Enter opens the evidence.
 *
 * @internal
 */
export function FindingsTable(props: FindingsTableProps) {
  const { groups, openId } = props;
  const [pages, setPages] = useState(1);
  const all = groups.flatMap(group => group.findings);
  const openIndex = all.findIndex(finding => finding.id === openId);
  const shown = Math.max(pages, Math.ceil((openIndex + 1) / PAGE_SIZE));
  if (shown > pages) {
    // What the evidence came across stays in the table when it is closed.
    setPages(shown);
  }
  const count = shown * PAGE_SIZE;
  const left = all.length - count;
  return (
    <>
      <FindingGrid {...props} count={count} />
      {left > 0 && (
        <div className={styles.more}>
          <span>
            The first {count} of {all.length} are listed.
          </span>
          <Button
            size="small"
            variant="secondary"
            onPress={() => setPages(shown + 1)}
          >
            Show {Math.min(left, PAGE_SIZE)} more
          </Button>
        </div>
      )}
    </>
  );
}

function FindingGrid(
  props: FindingsTableProps & {
    /** How many rows are listed. */
    count: number;
  },
) {
  const { label, groups, reasons, compact, openId, onOpen, count } = props;
  const { hideObject, hideCause } = props;
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const screen = useBreakpoint();
  const narrow = !screen.up('xl') || compact;
  const tight = !screen.up(compact ? 'xl' : 'md') && !hideCause;
  const columns = findingColumns({
    reasons,
    compact: narrow,
    tight,
    hideCause,
  });
  const headless = groups.length === 1 && groups[0].title === '';

  const toggle = (key: string) =>
    setCollapsed(current => {
      const next = new Set(current);
      if (!next.delete(key)) {
        next.add(key);
      }
      return next;
    });

  return (
    <TableRoot
      aria-label={label}
      className={styles.table}
      data-compact={narrow || undefined}
      data-tight={tight || undefined}
      data-without-cause={hideCause || undefined}
    >
      <TableHeader>
        {columns.map(column => (
          <Column
            key={column.id}
            id={column.id}
            isRowHeader={column.id === 'field'}
            className={styles[column.id]}
          >
            {column.title}
          </Column>
        ))}
      </TableHeader>
      <TableBody dependencies={[openId, narrow, tight, reasons, hideObject]}>
        {firstRows(groups, count).flatMap(({ group, rows: listed }) => {
          const expanded = headless || !collapsed.has(group.key);
          const rows = expanded
            ? listed.map(finding => (
                <Row
                  key={finding.id}
                  id={finding.id}
                  textValue={fieldName(finding.path)}
                  data-open={finding.id === openId || undefined}
                  onAction={() => onOpen(finding)}
                >
                  {columns.map(column => (
                    <Cell key={column.id} className={styles[column.id]}>
                      <FindingCell
                        column={column.id}
                        finding={finding}
                        compact={narrow}
                        tight={tight}
                        hideObject={hideObject}
                      />
                    </Cell>
                  ))}
                </Row>
              ))
            : [];
          return headless
            ? rows
            : [
                <Row
                  key={`group ${group.key}`}
                  id={`group ${group.key}`}
                  textValue={group.title}
                  data-group
                >
                  <Cell colSpan={columns.length}>
                    <GroupHead
                      group={group}
                      expanded={expanded}
                      compact={narrow}
                      onToggle={() => toggle(group.key)}
                    />
                  </Cell>
                </Row>,
                ...rows,
              ];
        })}
      </TableBody>
    </TableRoot>
  );
}

function FindingCell(props: {
  column: FindingColumn;
  finding: Finding;
  compact: boolean;
  tight: boolean;
  hideObject?: boolean;
}) {
  const { column, finding, compact, tight, hideObject } = props;
  switch (column) {
    case 'field':
      return (
        <FieldCell
          finding={finding}
          compact={compact}
          hideObject={hideObject}
        />
      );
    case 'git':
      return <ValueCell finding={finding} side="git" />;
    case 'live':
      return <ValueCell finding={finding} side="live" />;
    case 'direction':
      return <DirectionBadge direction={finding.direction} />;
    case 'who':
    case 'why':
      return (
        <>
          {column === 'who' ? (
            <CauseCell finding={finding} />
          ) : (
            <WhyCell finding={finding} />
          )}
          {tight && <WhenCell finding={finding} />}
        </>
      );
    default:
      return <WhenCell finding={finding} />;
  }
}
