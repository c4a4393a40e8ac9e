import type { IDataObject } from 'n8n-workflow';

import type { JsonObject } from '../../../graphApi/types';
import { kapsoMessageItem } from '../../../shared/items/kapsoMessage';
import type { AboutKapsoMessage } from '../../../shared/items/kapsoMessage';
import type { Parameters } from '../../parameters/parameters';

/** A message with the keys of the trigger's items or, without Simplify, as Kapso keeps it. */
export function messageOutput(
	message: JsonObject,
	parameters: Parameters,
	about?: AboutKapsoMessage,
): IDataObject {
	return parameters.boolean('simplify') ? { ...kapsoMessageItem(message, about) } : message;
}
