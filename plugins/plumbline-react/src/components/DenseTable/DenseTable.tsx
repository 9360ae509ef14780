import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './DenseTable.module.css';

/** One column of a {@link DenseTable}. @public */
export interface DenseColumn<T> {
  id: string;
  label: string;
  cell: (item: T) => ReactNode;
  /** Pixels; columns without a width share what is left. */
  width?: number;
  /** Figures stand right. */
  align?: 'end';
  /** Names the row for screen readers. */
  isRowHeader?: boolean;
}

/** Properties of {@link DenseTable}. @public */
export interface DenseTableProps<T> {
  label: string;
  columns: DenseColumn<T>[];
  items: T[];
  keyOf: (item: T) => string;
  /** Name of a row, for typing ahead. */
  textOf: (item: T) => string;
  /** Makes rows act on click and Enter. */
  onOpen?: (item: T) => void;
  /** Key of the row that is open beside the table. */
  openKey?: string;
  /** Narrowest width before the table scrolls sideways. */
  minWidth?: number;
}

/** Rows of 12 to 14 px text between hairlines: the table of every list in the suite. @public */
export function DenseTable<T>(props: DenseTableProps<T>) {
  const { label, columns, items, keyOf, textOf, onOpen, openKey } = props;
  return (
    <div className={styles.scroll}>
      <TableRoot
        aria-label={label}
        className={styles.table}
        style={{ minWidth: props.minWidth }}
      >
        <TableHeader>
          {columns.map(column => (
            <Column
              key={column.id}
              id={column.id}
              isRowHeader={column.isRowHeader}
              className={column.align === 'end' ? styles.end : undefined}
              style={{ width: column.width }}
            >
              {column.label}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {items.map(item => {
            const key = keyOf(item);
            return (
              <Row
                key={key}
                id={key}
                textValue={textOf(item)}
                className={onOpen ? styles.action : undefined}
                data-open={key === openKey ? '' : undefined}
                onAction={onOpen && (() => onOpen(item))}
              >
                {columns.map(column => (
                  <Cell
                    key={column.id}
                    className={column.align === 'end' ? styles.end : undefined}
                  >
                    {column.cell(item)}
                  </Cell>
                ))}
              </Row>
            );
          })}
        </TableBody>
      </TableRoot>
    </div>
  );
}
