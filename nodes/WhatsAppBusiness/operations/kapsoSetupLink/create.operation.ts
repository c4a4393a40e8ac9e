import { path } from '../../../graphApi/path';
import { kapsoCustomerField, readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import { optionsField } from '../../fields/options';
import type { Operation } from '../../operation';
import { linkOptions, readLink } from './linkOptions';

/** https://docs.kapso.ai/docs/platform/setup-links/create-and-configure */
export const operation: Operation = {
	displayName: 'Create',
	action: 'Create a Kapso setup link',
	description:
		'Create a link with which a customer connects a number. It is valid for 30 days and revokes the one before.',
	fields: [kapsoCustomerField, optionsField(linkOptions)],
	request: (parameters) => ({
		method: 'POST',
		path: path`/customers/${readUuid(parameters, kapsoCustomerField)}/setup_links`,
		...onPlatform,
		body: { setup_link: readLink(parameters.group('options')) },
	}),
};
