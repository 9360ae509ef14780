export {
  BUILT_IN_RENDERERS,
  createRenderers,
  type RenderersConfig,
} from './createRenderers';
export { PlainRenderer } from './plain/PlainRenderer';
export { Renderers } from './Renderers';
export type * from './RenderOptions';
