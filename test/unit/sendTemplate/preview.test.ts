import fc from 'fast-check';

import { previewOf } from '../../../nodes/WhatsAppBusiness/fields/templateValues/mapped/preview';

describe('previewOf', () => {
	it('fills the values into the variables of the body, whatever they contain', () => {
		const word = fc.stringMatching(/^[ a-z.]{1,8}$/);
		const variable = fc.constantFrom('1', '2', '3');
		const part = fc.oneof(
			word.map((text) => ({ text })),
			variable.map((name) => ({ name })),
		);
		const value = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('{{1}}', '$&', '$1', '0'));
		fc.assert(
			fc.property(
				fc.array(part, { minLength: 1 }),
				fc.record({ 1: value, 2: value, 3: value }),
				(parts, values) => {
					const names = parts.flatMap((each) => ('name' in each ? [each.name] : []));
					const written = parts.map((each) => ('name' in each ? `{{${each.name}}}` : each.text));
					const filled = parts.map((each) => ('name' in each ? values[each.name] : each.text));
					const parameters = [...new Set(names)].sort().map((name) => ({ text: values[name] }));
					const preview = previewOf(
						[{ type: 'BODY', text: written.join('') }],
						[{ type: 'body', parameters }],
					);
					expect(preview.text).toBe(filled.join(''));
				},
			),
		);
	});

	it('keeps a variable without a value', () => {
		const body = { type: 'BODY', text: 'Order {{1}} of {{2}}' };
		const sent = { type: 'body', parameters: [{ text: '4711' }] };
		expect(previewOf([body], [sent]).text).toBe('Order 4711 of {{2}}');
	});
});
