import { actionWorkflow, startName } from '../../../scripts/workflows';
import { caseList } from '../../cases/caseList';
import { expectSuccess } from '../support/executions';
import { world } from '../support/world';

describe('Upload of a file in n8n', () => {
	test('one file in 3 items is uploaded once and sent with each', async () => {
		const { n8n, simulator } = world;
		const sendMedia = caseList.find(({ operation }) => operation.operation === 'sendMedia');
		const fromBinary = sendMedia?.cases.find((requestCase) => requestCase.binary);
		if (!fromBinary) throw new Error('No request case of sendMedia has binary data.');
		const { parameters, binary } = fromBinary;
		const workflow = await n8n.createWorkflow(
			actionWorkflow('One file, several items', world.credential, {
				parameters: { resource: 'message', operation: 'sendMedia', ...parameters },
				items: Array.from({ length: 3 }, () => ({ json: {}, binary })),
			}),
		);
		const execution = await n8n.runWorkflow(workflow, startName);
		expectSuccess(execution);
		expect(simulator.messages()).toHaveLength(3);
		const uploads = simulator
			.requests()
			.filter(({ method, path }) => method === 'POST' && path.endsWith('/media'));
		expect(uploads).toHaveLength(1);
	});
});
