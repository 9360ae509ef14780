import { isJsonObject, parseJson } from './json';
import type { LookFailure } from './LookFailure';

const MAX_MESSAGE_LENGTH = 500;

/** An answer that is not a success. */
export interface RefusedAnswer {
  status: number;
  body: string;
  retryAfter?: string;
}

/** Says what an answer other than 2xx means. The text of the API server is kept, as it names verb and resource. */
export function failureOfAnswer(answer: RefusedAnswer): LookFailure {
  const { status } = answer;
  const said = whatItSaid(answer.body);
  const words = said.message ?? `the API server answered ${status}`;
  if (status >= 300 && status < 400) {
    return {
      problem: 'invalid-answer',
      message: `the API server's address answers with a redirect (${status}), which is not followed`,
      transient: false,
    };
  }
  if (said.by === 'portal') {
    return failureOfPortal(status, words);
  }
  switch (status) {
    case 401:
      return {
        problem: 'unauthenticated',
        message: `the API server does not accept the credentials: ${words}`,
        transient: false,
      };
    case 403:
      return { problem: 'forbidden', message: words, transient: false };
    case 404:
      return { problem: 'unknown-kind', message: words, transient: false };
    case 410:
      return {
        problem: 'invalid-answer',
        message: words,
        transient: false,
        expired: true,
      };
    default:
      return {
        problem: 'invalid-answer',
        message: words,
        transient: status === 429 || status >= 500,
        retryAfter: secondsOf(answer.retryAfter),
      };
  }
}

/** Whether a 404 means that this one object is not there, rather than that its kind is not served. */
export function saysObjectIsAbsent(body: string): boolean {
  const document = parseJson(body);
  return (
    isJsonObject(document) &&
    document.kind === 'Status' &&
    document.reason === 'NotFound' &&
    isJsonObject(document.details) &&
    typeof document.details.name === 'string'
  );
}

/** The kubernetes plugin refuses in Backstage's error shape before the API server is reached. */
function failureOfPortal(status: number, words: string): LookFailure {
  if (status === 401) {
    return {
      problem: 'unauthenticated',
      message: `the kubernetes plugin does not accept the backend's own credentials: ${words}`,
      transient: false,
    };
  }
  if (status === 403) {
    return {
      problem: 'forbidden',
      message: `the kubernetes plugin does not let the backend through: ${words}`,
      transient: false,
    };
  }
  return {
    problem: 'unreachable',
    message:
      status === 404
        ? `the kubernetes plugin does not know the cluster: ${words}`
        : `the kubernetes plugin could not reach the cluster: ${words}`,
    transient: status === 503,
  };
}

function whatItSaid(body: string): { by?: 'api' | 'portal'; message?: string } {
  const document = parseJson(body);
  if (!isJsonObject(document)) {
    return {};
  }
  if (document.kind === 'Status') {
    return { by: 'api', message: shorten(document.message) };
  }
  if (isJsonObject(document.error)) {
    return { by: 'portal', message: shorten(document.error.message) };
  }
  return {};
}

function shorten(text: unknown): string | undefined {
  return typeof text === 'string' && text !== ''
    ? text.slice(0, MAX_MESSAGE_LENGTH)
    : undefined;
}

function secondsOf(retryAfter: string | undefined): number | undefined {
  const seconds = Number(retryAfter ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
