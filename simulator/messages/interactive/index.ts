import { z } from 'zod';
import { flow } from '../../flows/message';
import { SimulatedGraphError, invalidParameter, missingParameter } from '../../graph/errors';
import { validate } from '../../graph/validation';
import { addressMessage } from './addressMessage';
import { button } from './button';
import { callPermissionRequest } from './callPermissionRequest';
import { carousel } from './carousel';
import { catalogMessage } from './catalogMessage';
import { contactInfoRequest } from './contactInfoRequest';
import { ctaUrl } from './ctaUrl';
import { list } from './list';
import { locationRequest } from './locationRequest';
import { orderDetails } from './orderDetails';
import { orderStatus } from './orderStatus';
import { product } from './product';
import { productList } from './productList';
import { voiceCall } from './voiceCall';

/** One schema per value of `interactive.type`. */
const interactiveSchemas = [
	addressMessage,
	button,
	callPermissionRequest,
	carousel,
	catalogMessage,
	contactInfoRequest,
	ctaUrl,
	flow,
	list,
	locationRequest,
	orderDetails,
	orderStatus,
	product,
	productList,
	voiceCall,
];

const byType = new Map(
	interactiveSchemas.map((schema) => [
		schema.shape.type.value as string,
		z.object({ interactive: schema }),
	]),
);

/** A validated `interactive` object. */
export type Interactive = z.output<(typeof interactiveSchemas)[number]>;

/**
 * Validates the `interactive` object of a message.
 *
 * @throws SimulatedGraphError 100, 131008 or 131009 as Meta would
 */
export function validateInteractive(value: unknown): Interactive {
	if (value === undefined) throw missingParameter('interactive');
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw invalidParameter('Param interactive must be a JSON object.');
	}
	const { type } = value as { type?: unknown };
	if (type === undefined) throw missingParameter("interactive['type']");
	const schema = byType.get(typeof type === 'string' ? type : '');
	if (!schema) {
		throw new SimulatedGraphError(100, {
			message: `(#100) Param interactive['type'] must be one of {${[...byType.keys()].map((name) => name.toUpperCase()).join(', ')}} - got "${typeof type === 'string' ? type : JSON.stringify(type)}".`,
		});
	}
	const validated: { interactive: Interactive } = validate(schema, { interactive: value });
	return validated.interactive;
}
