import { path } from '../../../nodes/graphApi/path';
import { Memory } from '../../../nodes/memory/memory';
import { ProcessStore } from '../../../nodes/memory/processStore';
import type {
	FollowUp,
	Operation,
	OperationRequest,
} from '../../../nodes/WhatsAppBusiness/operation';
import { OptOuts, SkippedError } from '../../../nodes/WhatsAppBusiness/run/optOuts';
import { Conversations } from '../../../nodes/shared/conversation/conversations';

const phoneNumberId = '106540352242922';
const to = '16505551234';

function message(body: OperationRequest['body'] = { to }): FollowUp {
	const recipient = String(body?.to);
	const request = {
		...{ method: 'POST' as const, path: path`/${phoneNumberId}/messages`, body },
		countsFor: { phoneNumberId, recipient },
	};
	return { request } as unknown as FollowUp;
}

function operation(isMarketing: Operation['isMarketing']): Operation {
	return {
		...{ displayName: 'Test', action: '', description: '', fields: [] },
		isMarketing,
	};
}

const marketing = operation(() => Promise.resolve(true));

const silent = { warn: () => undefined, info: () => undefined };
const strong = () => new Memory(new ProcessStore(), () => '', silent);
const weak = () => new Memory(undefined, () => 'There is no store.', silent);

async function optedOut(memory: Memory, user = to): Promise<void> {
	await new Conversations(memory).optOut({ phoneNumberId, users: [user] }, 'Wrote STOP');
}

describe('The opt-outs of a run', () => {
	it('let a message to a group pass, and any operation that is not for marketing', async () => {
		const memory = strong();
		await optedOut(memory);
		const optOuts = new OptOuts(memory);
		await optOuts.check(marketing, message({ to, recipient_type: 'group' }));
		await optOuts.check(operation(undefined), message());
		await expect(optOuts.check(marketing, message())).rejects.toThrow(SkippedError);
	});

	it('ask only for people who have opted out whether it is for marketing', async () => {
		const asked = jest.fn(() => Promise.resolve(false));
		const memory = strong();
		const optOuts = new OptOuts(memory);
		await optOuts.check(operation(asked), message());
		expect(asked).not.toHaveBeenCalled();
		await optedOut(memory);
		await optOuts.check(operation(asked), message());
		expect(asked).toHaveBeenCalledTimes(1);
	});

	it.each<[string, () => Memory, Operation, string | undefined]>([
		['marketing with a weak memory', weak, marketing, 'There is no store.'],
		['marketing', strong, marketing, undefined],
		['something else', weak, operation(() => Promise.resolve(false)), undefined],
		['something unknown', weak, operation(() => Promise.reject(new Error('x'))), undefined],
	])('warn after %s: %#', async (_what, memory, sent, hint) => {
		const optOuts = new OptOuts(memory());
		expect(await optOuts.hint()).toBeUndefined();
		await optOuts.check(sent, message());
		const expected =
			hint && `Only opt-outs that this n8n process remembers were respected. ${hint}`;
		expect((await optOuts.hint())?.message).toBe(expected);
	});
});
