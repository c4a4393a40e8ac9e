import { NodeHelpers } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';

import { templateChoiceFields } from '../../../nodes/WhatsAppBusiness/operations/message/sendTemplate/templateChoice';

const languageCode = templateChoiceFields.find(
	({ name }) => name === 'languageCode',
) as INodeProperties;

describe('the language code', () => {
	it.each([
		['nothing chosen yet', 'list', '', false],
		['a template from the list', 'list', 'order_confirmation|en_US', false],
		['a name', 'name', 'order_confirmation', true],
		['an expression', 'name', '={{ $json.template }}', true],
		[
			'an expression that looks like a template from the list',
			'list',
			"={{ $json.a || 'order' }}",
			true,
		],
	])('is shown only if the language is not known: %s', (_what, mode, value, shown) => {
		const values = { template: { __rl: true, mode, value } };
		expect(NodeHelpers.displayParameter(values, languageCode, null, null)).toBe(shown);
	});
});
