export {
  DenseTable,
  type DenseColumn,
  type DenseTableProps,
} from './DenseTable';
