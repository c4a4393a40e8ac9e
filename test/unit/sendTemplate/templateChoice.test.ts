import { NodeHelpers } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';

import {
	readTemplateIdentity,
	templateChoiceFields,
} from '../../../nodes/WhatsAppBusiness/fields/templateValues/templateChoice';
import { Parameters } from '../../../nodes/WhatsAppBusiness/parameters/parameters';

const languageCode = templateChoiceFields.find(
	({ name }) => name === 'languageCode',
) as INodeProperties;

describe('the language code', () => {
	it.each([
		['nothing chosen yet', 'list', '', false],
		['a template from the list', 'list', 'order_confirmation|en_US', false],
		['no name yet', 'name', '', true],
		['a name', 'name', 'order_confirmation', true],
		['an expression', 'name', '={{ $json.template }}', true],
		['an expression like a template from the list', 'name', "={{ $json.a || 'order' }}", true],
	])('is shown unless the template is from the list: %s', (_what, mode, value, shown) => {
		const values = { template: { __rl: true, mode, value } };
		expect(NodeHelpers.displayParameter(values, languageCode, null, null)).toBe(shown);
	});

	it('is shown for a template that is stored as a text', () => {
		const values = { template: '={{ $json.template }}' };
		expect(NodeHelpers.displayParameter(values, languageCode, null, null)).toBe(true);
	});
});

describe('readTemplateIdentity', () => {
	const identity = (values: Record<string, unknown>) =>
		readTemplateIdentity(
			new Parameters(templateChoiceFields, {
				value: (name) => values[name],
				binary: () => undefined,
				timezone: 'UTC',
			}),
		);

	const inEnglish = { name: 'order_confirmation', code: 'en_US' };
	it.each([
		['from the list', { __rl: true, mode: 'list', value: 'order_confirmation|en_US' }],
		['as plain text', 'order_confirmation, en_US'],
		['with the language in parentheses', 'order_confirmation (en_US)'],
		['with a space', { __rl: true, mode: 'name', value: ' order_confirmation en_US ' }],
		['with a slash', 'order_confirmation/en_US'],
	])('reads name and language %s', (_how, template) => {
		expect(identity({ template })).toEqual(inEnglish);
		expect(identity({ template, languageCode: 'de' })).toEqual(inEnglish);
	});

	it('takes the language from its field if the name comes alone', () => {
		const template = 'order_confirmation';
		expect(identity({ template, languageCode: 'en_US' })).toEqual(inEnglish);
	});

	it('says what to do about a missing language where the field is not shown', () => {
		const template = { __rl: true, mode: 'list', value: 'order_confirmation' };
		expect(() => identity({ template })).toThrow(
			expect.objectContaining({
				todo: expect.stringMatching(/behind the name: order_confirmation, en_US/) as unknown,
			}),
		);
	});

	it.each([
		['without a language', 'order_confirmation', /^'Language Code' is empty/],
		['with a title', 'Order confirmation', /^'Template' is not a valid template name/],
		['with a sentence', 'order confirmation for ada', /^'Template' is not a valid template name/],
		['with an invalid language', 'hello, en-US', /^'Language Code' is not a valid language code/],
	])('refuses a text %s', (_what, template, message) => {
		expect(() => identity({ template })).toThrow(message);
	});
});
