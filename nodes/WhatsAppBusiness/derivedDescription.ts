import type { INodeTypeDescription } from 'n8n-workflow';

import { resources } from './operationList';
import { nodeProperties } from './properties';
import { subtitle } from './subtitle';

/** What of the node's description comes from its operations. */
export type DerivedDescription = Pick<INodeTypeDescription, 'properties' | 'subtitle'>;

export const derivedDescription: DerivedDescription = {
	properties: nodeProperties(resources),
	subtitle,
};
