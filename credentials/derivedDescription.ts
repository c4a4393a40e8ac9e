import type { ICredentialType } from 'n8n-workflow';

import { credentialFields } from './form';

/** What of the credential's description comes from the hosts. */
export type DerivedDescription = Pick<ICredentialType, 'properties'>;

export const derivedDescription: DerivedDescription = { properties: credentialFields };
