import { operations } from '../../../nodes/WhatsAppBusiness/operationList';
import { prepareItem } from '../../../nodes/WhatsAppBusiness/run/runOperation';
import { account, parametersFor } from '../../support/buildRequest';

describe('prepareItem', () => {
	it.each([
		['message', 'sendTemplate', 'templates'],
		['template', 'create', 'templates'],
		['template', 'delete', 'templates'],
		['message', 'sendText', undefined],
	])('of %s: %s leads to the page about its fields in an error', (resource, name, page) => {
		const operation = operations.find(
			(listed) => listed.resource === resource && listed.operation === name,
		);
		if (!operation) throw new Error(`There is no operation ${name}`);
		expect(() => prepareItem(operation, parametersFor(operation, {}), account)).toThrow(
			expect.objectContaining({ name: 'InputError', page }),
		);
	});
});
