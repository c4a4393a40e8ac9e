import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../../shared/limits';
import type { Parameters } from '../../../parameters/parameters';

const usual = 'Choose';

/** The option for the button of a list that stands in for buttons. Read with `readListButton`. */
export const listButtonField: INodeProperties = {
	displayName: 'List Button Text',
	name: 'listButtonLabel',
	type: 'string',
	default: usual,
	description: `Text on the button that opens the list, if the choices do not fit on buttons. At most ${limits.buttonTitle} characters.`,
};

/** @throws InputError when it is too long. */
export function readListButton(parameters: Parameters): string {
	const text = parameters
		.group('options')
		.optionalText(listButtonField.name, { maxLength: limits.buttonTitle });
	return text ?? usual;
}
