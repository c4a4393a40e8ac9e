import { operations } from '../../../nodes/WhatsAppBusiness/operationList';
import type { OperationRequest } from '../../../nodes/WhatsAppBusiness/operation';
import type { JsonObject } from '../../../nodes/graphApi/types';
import { buildRequest, parametersFor } from '../../support/buildRequest';

const saved = { templateIds: '1689556908129832, 2', sourceWabaId: '1' };

function outputOf(name: string, response: JsonObject) {
	const operation = operations.find((one) => one.resource === 'template' && one.operation === name);
	if (!operation) throw new Error(`There is no operation '${name}'`);
	const request: OperationRequest = buildRequest(operation, saved);
	return operation.output?.(response, parametersFor(operation, saved), request);
}

describe('Results of several templates', () => {
	it.each([
		['archive', 'archived_templates'],
		['unarchive', 'unarchived_templates'],
		['migrate', 'migrated_templates'],
	])('%s: takes IDs as texts and as numbers', (name, done) => {
		const failed_templates = { 2: 'Template not found' };
		for (const id of ['1689556908129832', 1689556908129832]) {
			expect(outputOf(name, { [done]: [id], failed_templates })).toEqual([
				{ id: '1689556908129832', success: true },
				{ id: '2', success: false, error: 'Template not found' },
			]);
		}
	});
});
