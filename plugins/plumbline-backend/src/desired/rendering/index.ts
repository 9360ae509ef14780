export { PlainRenderer } from './PlainRenderer';
export { Renderers } from './Renderers';
export type * from './RenderOptions';
export { UnsupportedRenderer } from './UnsupportedRenderer';
