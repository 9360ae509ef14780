export { restoreCommands } from './restoreCommands';
export type {
  RestoreCommand,
  RestoreController,
  RestoreFinding,
  RestoreInput,
  RestoreTool,
  RestoreWarning,
} from './RestoreInput';
