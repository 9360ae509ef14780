import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

const ROW = 'hmac';

/**
 * The key by which secret values and people's names are compared. It is made once per installation and shared by all
 * replicas; operators who want it outside the database set `plumbline.secrets.key`.
 */
export class InstallKeyStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async getOrCreate(): Promise<string> {
    await this.#knex('install_keys')
      .insert({ name: ROW, value: randomBytes(32).toString('hex') })
      .onConflict('name')
      .ignore();
    const row = await this.#knex('install_keys').where({ name: ROW }).first();
    return row.value;
  }
}
