import { RenderError } from '@plumbline/backstage-plugin-plumbline-node';

/** Where in a file something is. */
export interface FilePlace {
  file: string;
  line?: number;
}

/** The error of a refusal, with the place that it is about. */
export function cannotRender(place: FilePlace, message: string): RenderError {
  const where =
    place.line === undefined ? place.file : `${place.file}, line ${place.line}`;
  return new RenderError(`Cannot render: ${where}: ${message}`);
}
