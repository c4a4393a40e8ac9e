import { sendingOptionsField } from '../../../nodes/WhatsAppBusiness/fields/sendingOptions';
import { operations } from '../../../nodes/WhatsAppBusiness/operationList';

const sendingOptions = (sendingOptionsField([]).options ?? []).map(({ name }) => name);

describe.each(operations)('$resource: $operation', ({ sendsMessages, fields }) => {
	const options = fields.find(({ name }) => name === 'options')?.options ?? [];
	const offered = options.map(({ name }) => name).filter((name) => sendingOptions.includes(name));

	it(`has ${sendsMessages ? 'all' : 'none'} of the options about sending`, () => {
		expect(offered.sort()).toEqual(sendsMessages ? [...sendingOptions].sort() : []);
	});
});

describe('operations that send messages', () => {
	it('are declared as such', () => {
		const declared = operations.filter(({ sendsMessages }) => sendsMessages);
		expect(new Set(declared.map(({ resource }) => resource))).toEqual(new Set(['message']));
	});
});
