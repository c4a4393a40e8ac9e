import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { readOptionalUuid, uuidLocator } from '../../fields/kapsoIds';
import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

/** Read with `readUuid`. */
export const embedField: INodeProperties = uuidLocator({
	displayName: 'Inbox Embed',
	name: 'inboxEmbed',
	required: true,
	searchListMethod: 'searchKapsoInboxEmbeds',
});

export const embedNameField: INodeProperties = {
	displayName: 'Name',
	name: 'embedName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Support desk',
	description: 'Name of the inbox embed in Kapso',
};

/** The member of the project whose conversations are shown. */
export const assignedUserField = uuidLocator({
	displayName: 'Assigned User',
	name: 'assignedUser',
	description: 'Whose conversations are shown',
	searchListMethod: 'searchKapsoUsers',
});

export const scopeOptions: INodePropertyOptions[] = [
	{ name: 'Customer', value: 'customer' },
	{ name: 'Phone Number', value: 'phone_number' },
	{ name: 'Project', value: 'project' },
];

/** What can be changed later, too. Read with `readEmbed`. */
export const embedFields: INodeProperties[] = [
	{
		displayName: 'Allowed Origins',
		name: 'allowedOrigins',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Origin' },
		default: [],
		placeholder: 'e.g. https://app.example.com',
		description: 'The sites that may show the inbox',
	},
	assignedUserField,
	{
		displayName: 'Default Mode',
		name: 'defaultMode',
		type: 'options',
		options: [
			{ name: 'Dark', value: 'dark' },
			{ name: 'Light', value: 'light' },
			{ name: 'System', value: 'system' },
		],
		default: 'system',
		description: 'The colors of the inbox',
	},
	{
		displayName: 'Expires At',
		name: 'expiresAt',
		type: 'dateTime',
		default: '',
		description: 'When the link stops working',
	},
	{
		displayName: 'Language',
		name: 'embedLanguage',
		type: 'string',
		default: '',
		placeholder: 'e.g. en',
		description: 'The language of the inbox, as a code',
	},
];

/** @throws InputError for an invalid value. */
export function readEmbed(given: Parameters): RequestBody {
	return {
		allowed_origins: given.isAdded('allowedOrigins') ? readOrigins(given) : undefined,
		assigned_user_id: readOptionalUuid(given, assignedUserField),
		default_mode: given.optionalChoice('defaultMode'),
		language: given.optionalText('embedLanguage')?.trim(),
		expires_at: given.optionalIsoTime('expiresAt'),
	};
}

/** Without a scheme or with a path it would match no page, and none could show the inbox. */
function readOrigins(given: Parameters): string[] {
	return given.texts('allowedOrigins', {}).map((entry) => {
		// What a wildcard may look like is Kapso's matter.
		if (entry.includes('*')) return entry;
		const url = /^https?:/i.test(entry) && URL.canParse(entry) ? new URL(entry) : undefined;
		if (url && url.href === `${url.origin}/`) return url.origin;
		throw given.error(
			'allowedOrigins',
			'has an entry that is not an origin',
			'Enter each as https://app.example.com: with https:// in front, and without a path.',
		);
	});
}

/** What a simplified inbox embed has. */
export const embedKeys = [
	'id',
	'name',
	'status',
	'scope_type',
	'scope_id',
	'allowed_origins',
	'expires_at',
	'last_used_at',
] as const;
