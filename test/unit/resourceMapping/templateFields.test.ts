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
	it('shows the variables of the chosen language', async () => {
		const { fields } = await ask(orderConfirmation);
		expect(fields[2]).toEqual({
			id: 'Body {{2}}',
			displayName: 'Body {{2}} e.g. 86019…',
			required: true,
			removed: false,
			display: true,
			type: 'string',
			defaultMatch: false,
			canBeUsedToMatch: false,
		});
	});

	it('shows optional values that the recipient sees; the user adds others', async () => {
		const shown = async (name: string) => {
			const { fields } = await ask({ template: chosen({ name, language: 'en_US' }) });
			return fields.map(({ id, removed }) => (removed ? `+ ${id}` : id));
		};
		expect(await shown('invoice_document')).toContain('Header File Name');
		expect(await shown('book_appointment_flow')).toContain('+ Button 1 Flow Token');
		expect((await shown('order_confirmation')).join()).not.toContain('Payload');
	});

	it('accepts a template by name with its language', async () => {
		const template = { __rl: true, mode: 'name', value: 'order_confirmation' };
		const { fields } = await ask({ template, languageCode: 'en_US' });
		expect(fields[0]?.defaultValue).toContain('Thank you');
	});

	describe('of a node that was filled in before', () => {
		const refreshed = async (value: Record<string, string>) => {
			const schema = Object.keys(value).map((id) => ({ id, displayName: id }));
			const { fields } = await ask({ ...orderConfirmation, templateValues: { value, schema } });
			return fields.map(({ id }) => id);
		};

		it('keep the IDs of an earlier version, so that the editor keeps the values', async () => {
			const earlier = { 'body.1': 'Pablo', 'body.2': '860198', 'button.0.quickReply.payload': 'x' };
			expect(await refreshed(earlier)).toEqual([
				'body.1',
				'body.2',
				'Body {{3}}',
				'button.0.quickReply.payload',
			]);
		});

		it('have the text of the template above, as long as it is the same', async () => {
			const { fields } = await ask(orderConfirmation);
			const text = fields[0]?.defaultValue;
			expect(fields[0]).toMatchObject({ id: 'Template Text', readOnly: true, required: false });
			expect(text).toBe('¡Gracias, {{1}}! Tu pedido {{2}} por {{3}} está confirmado. / Contactar');
			const ids = ['Template Text', 'Body {{1}}', 'Body {{2}}', 'Body {{3}}'];
			expect(await refreshed({ 'Template Text': String(text), 'Body {{1}}': 'Pablo' })).toEqual(
				ids,
			);
			expect(await refreshed({ 'Template Text': 'Before', 'Body {{1}}': 'Pablo' })).toEqual(
				ids.slice(1),
			);
		});
	});

	it('show the URL of a button that takes a value in the text of the template', async () => {
		const { fields } = await ask({
			template: chosen({ name: 'new_arrivals_image', language: 'en_US' }),
		});
		expect(fields[0]?.defaultValue).toBe(
			'New plants for you, {{1}}. / Shop now: https://www.luckyshrub.com/shop?promo={{1}} / Call us',
		);
	});

	it.each([
		[
			'no variables',
			{ template: chosen({ name: 'hello_world', language: 'en_US' }) },
			/takes no values\. It reads: .*Welcome/,
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
		expect(emptyFieldsNotice?.replaceAll('<wbr>', '')).toContain(docsUrl('errors'));
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
