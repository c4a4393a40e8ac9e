import { nameLookup } from '../shared/nameLookup';
import { operations, resources } from './operationList';

const operationName = nameLookup(
	'$parameter["operation"]',
	operations.map(({ operation, displayName }) => [operation, displayName]),
);
const resourceName = nameLookup(
	'$parameter["resource"]',
	resources.map(({ resource, displayName }) => [resource, displayName]),
);

/** Stands under the node on the canvas: 'Send Text', 'Get Many: Template'. What is sent needs no resource. */
export const subtitle = `={{ ${operationName} + ($parameter["operation"].startsWith("send") ? "" : ": " + ${resourceName}) }}`;
