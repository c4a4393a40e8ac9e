import { actionWorkflow, startName } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { caseList } from '../../cases/caseList';
import { expectSuccess } from '../support/executions';
import { world } from '../support/world';
import { files } from '../../support/files';

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

	test.each([
		['what a browser has recorded', { ...files.webm, mimeType: 'video/webm' }, 'audio/ogg'],
		['a file that n8n calls a text', { ...files.ogg, mimeType: 'text/plain' }, 'audio/ogg'],
		['a file that n8n calls a video', { ...files.ogg, mimeType: 'video/mp4' }, 'audio/ogg'],
	])('%s goes out as a voice message', async (_what, data, type) => {
		const { n8n, simulator } = world;
		const workflow = await n8n.createWorkflow(
			actionWorkflow('A voice message', world.credential, {
				parameters: {
					...{ resource: 'message', operation: 'sendMedia', mediaType: 'audio' },
					...{ to: `+${business.customers[0].waId}`, options: { voiceMessage: true } },
				},
				items: [{ json: {}, binary: { data: { ...data, fileName: 'voice' } } }],
			}),
		);
		expectSuccess(await n8n.runWorkflow(workflow, startName));
		const { body } = simulator.messages().at(-1) ?? {};
		expect(body).toMatchObject({ type: 'audio', audio: { voice: true } });
		const { id = '' } = body?.audio as { id?: string };
		expect(simulator.state.media.get(id)).toMatchObject({ mimeType: type, fileName: 'voice.ogg' });
		expect(simulator.state.media.get(id)?.processedAs).toBeUndefined();
	});
});
