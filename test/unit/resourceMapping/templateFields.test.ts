import type { INodeParameters } from 'n8n-workflow';

import { getTemplateFields } from '../../../nodes/WhatsAppBusiness/resourceMapping/templateFields';
import { docsUrl } from '../../../nodes/shared/docsUrl';
import { business, startSimulator, type Simulator } from '../../../simulator';
import { credentialFor } from '../../support/credential';
import { editorWith } from '../../support/editor';
import { chosen } from '../../support/templateValues';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());

const orderConfirmation = { template: chosen({ name: 'order_confirmation', language: 'es_ES' }) };
const ask = (parameters: INodeParameters, credential = credentialFor(simulator.url)) =>
	getTemplateFields.call(editorWith(credential, parameters));
const expired = () => credentialFor(simulator.url, { accessToken: business.expiredAccessToken });

describe('getTemplateFields', () => {
	it('shows the variables of the chosen language; optional ones are added by the user', async () => {
		const { fields } = await ask(orderConfirmation);
		expect(fields[1]).toEqual({
			id: 'body.2',
			displayName: 'Body {{2}} · e.g. 860198-230332 · “Tu pedido {{2}} por {{3}} está confirmado.”',
			required: true,
			removed: false,
			display: true,
			type: 'string',
			defaultMatch: false,
			canBeUsedToMatch: false,
		});
		expect(fields[3]).toMatchObject({ id: 'button.0.quickReply.payload', removed: true });
	});

	it('accepts a template by name with its language', async () => {
		const template = { __rl: true, mode: 'name', value: 'order_confirmation' };
		const { fields } = await ask({ template, languageCode: 'en_US' });
		expect(fields[0]?.displayName).toContain('Thank you');
	});

	it.each([
		[
			'no variables',
			{ template: chosen({ name: 'hello_world', language: 'en_US' }) },
			/takes no values/,
		],
		[
			'no template',
			{ template: { __rl: true, mode: 'list', value: '' } },
			/^'Template' is empty\. Select/,
		],
		[
			'no language',
			{ template: { __rl: true, mode: 'name', value: 'hello_world' } },
			/'Language Code' is empty/,
		],
		[
			'an unknown template',
			{ template: chosen({ name: 'nothing', language: 'en' }) },
			/'nothing' does not exist in the language en/,
		],
		[
			'markup',
			{ template: chosen({ name: '<b>', language: 'en' }) },
			/^'Template' is not a valid template name/,
		],
	])('shows a notice for %s', async (_, parameters, notice) => {
		const { fields, emptyFieldsNotice } = await ask(parameters);
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toMatch(notice);
	});

	it('shows the problem with the token instead of fields', async () => {
		const { fields, emptyFieldsNotice } = await ask(orderConfirmation, expired());
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toMatch(/expired/i);
		expect(emptyFieldsNotice).toContain(docsUrl('errors'));
		expect(emptyFieldsNotice).not.toContain(business.expiredAccessToken);
	});

	it('keeps existing fields when the token has expired', async () => {
		const { fields } = await ask(orderConfirmation);
		const templateValues = { schema: JSON.parse(JSON.stringify(fields)) as INodeParameters[] };
		await expect(ask({ ...orderConfirmation, templateValues }, expired())).rejects.toThrow(
			/expired/i,
		);
	});
});
