import type { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ignoreRuleWritePermission,
  portalIgnoreRuleWritePermission,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { ReaderView } from '../../permissions';

/** Which rules a person may write. */
export interface RuleRights {
  /** Those of entities that the person may see. */
  entities: boolean;
  /** Those of the whole portal. */
  portal: boolean;
}

/** Says who may write which rules. */
export class RuleWriters {
  readonly #permissions: PermissionsService;

  constructor(permissions: PermissionsService) {
    this.#permissions = permissions;
  }

  async rightsOf({ credentials }: ReaderView): Promise<RuleRights> {
    const [entities, portal] = await this.#permissions.authorize(
      [
        { permission: ignoreRuleWritePermission },
        { permission: portalIgnoreRuleWritePermission },
      ],
      { credentials },
    );
    return {
      entities: entities.result === AuthorizeResult.ALLOW,
      portal: portal.result === AuthorizeResult.ALLOW,
    };
  }

  /**
   * @param entityRef - whose rule; undefined for one of the whole portal
   * @throws NotFoundError when the entity may not be seen
   * @throws NotAllowedError when the permission is missing
   */
  async assertMayWrite(
    entityRef: string | undefined,
    view: ReaderView,
  ): Promise<void> {
    if (entityRef !== undefined) {
      await view.assertVisible(entityRef);
    }
    const rights = await this.rightsOf(view);
    if (!mayWrite(rights, entityRef)) {
      const { name } =
        entityRef === undefined
          ? portalIgnoreRuleWritePermission
          : ignoreRuleWritePermission;
      throw new NotAllowedError(`You need the permission ${name}`);
    }
  }
}

export function mayWrite(
  rights: RuleRights,
  entityRef: string | undefined,
): boolean {
  return entityRef === undefined ? rights.portal : rights.entities;
}
