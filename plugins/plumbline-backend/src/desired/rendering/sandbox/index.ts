export {
  Sandbox,
  type RunProgram,
  type SandboxLimits,
  type SandboxResult,
} from './Sandbox';
