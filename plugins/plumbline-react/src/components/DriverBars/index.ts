export { DriverBars, type DriverBarsProps } from './DriverBars';
export { driverRows, type DriverRow, type DriverRows } from './driverRows';
