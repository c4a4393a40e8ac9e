import type { INodeProperties } from 'n8n-workflow';

import type { IdKind } from '../../../shared/idLocator';

/** The account of a number that is not in the project yet. Read with `readTypedId`. */
export const accountField: INodeProperties = {
	displayName: 'Account ID',
	name: 'businessAccountId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 102290129340398',
	description: 'ID of the WhatsApp Business Account',
};

export const accountId: IdKind = {
	what: 'the ID of a WhatsApp Business Account',
	where: "'Kapso Phone Number: Get Many' returns it with each number of the project.",
};
