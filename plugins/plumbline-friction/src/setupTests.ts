import '@testing-library/jest-dom';
import { toHaveNoViolations } from 'jest-axe';

expect.extend(toHaveNoViolations);

// A screen with a heatmap has hundreds of cells, and finding one by its role reads them all.
jest.setTimeout(30_000);
