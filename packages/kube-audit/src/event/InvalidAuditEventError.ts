/**
 * Thrown by {@link normalizeEvent} for a value that cannot be an audit event.
 * The message starts with the field that is wrong.
 * @public
 */
export class InvalidAuditEventError extends Error {
  readonly field: string;

  constructor(field: string, reason: string) {
    super(`${field}: ${reason}`);
    this.name = 'InvalidAuditEventError';
    this.field = field;
  }
}
