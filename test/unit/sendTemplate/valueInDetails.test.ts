import { valueInDetails } from '../../../nodes/WhatsAppBusiness/operations/message/sendTemplate/valueInDetails';

const text = (value: string, name?: string) => ({
	type: 'text',
	text: value,
	parameter_name: name,
});
const body = {
	template: {
		components: [
			{ type: 'header', parameters: [{ type: 'image', image: { id: '1' } }] },
			{ type: 'BODY', parameters: [text('Pablo'), text('Monday')] },
			{ type: 'button', sub_type: 'url', index: '1', parameters: [text('summer')] },
			{
				type: 'carousel',
				cards: [{}, { components: [{ type: 'body', parameters: [text('Ada', 'name')] }] }],
			},
			{ type: 'header', parameters: [{ type: 'location', location: {} }] },
			{ type: 'header', parameters: [text('Berlin', 'city')] },
			{ type: 'limited_time_offer', parameters: [{}] },
		],
	},
};

describe('valueInDetails', () => {
	it.each([
		[
			"Param template['components'][0]['parameters'][0]['image']['id'] is not a valid whatsapp business account media attachment ID",
			'Header Image',
		],
		["Param template['components'][1]['parameters'][1]['text'] must be a string.", 'Body {{2}}'],
		["Param template['components'][1]", 'Body {{1}}'],
		["Param template['components'][2]['parameters'][0]", 'Button 2'],
		[
			"Param template['components'][3]['cards'][1]['components'][0]['parameters'][0]",
			'Card 2 Body {{name}}',
		],
		["Param template['components'][4]['parameters'][0]", 'Header'],
		["Param template['components'][5]['parameters'][0]", 'Header {{city}}'],
		["Param template['components'][6]['parameters'][0]", undefined],
		["Param template['components'][3]['cards'][7]['components'][0]", undefined],
		["Param template['components'][9]", undefined],
		['body: number of localizable_params (1) does not match the expected number (3)', 'Body'],
		['header: Format mismatch, expected IMAGE, received UNKNOWN', 'Header'],
		['buttons: Button at index 0 of type Url requires a parameter', 'Button 1'],
		['Param text cannot have new-line/tab characters', undefined],
		['The body: of something', undefined],
	])('of %j is %s', (details, name) => {
		expect(valueInDetails(details, body)).toBe(name);
	});

	it('is unknown without a template', () => {
		expect(valueInDetails("template['components'][0]", undefined)).toBeUndefined();
		expect(valueInDetails("template['components'][0]", { template: 'x' })).toBeUndefined();
	});
});
