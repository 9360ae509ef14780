/**
 * Takes the body out of an answer of the typed client.
 *
 * @throws Error when the backend answered 2xx without the body that the contract promises.
 * @internal
 */
export async function readData<T>(
  answer: Promise<{ data?: T }>,
): Promise<NonNullable<T>> {
  const { data } = await answer;
  if (data === undefined || data === null) {
    throw new Error('The backend answered without a body');
  }
  return data;
}
