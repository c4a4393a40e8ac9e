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
import { until } from '../../support/until';

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
const unreachable = () => {
	const store = new ProcessStore();
	store.get = () => Promise.reject(new Error('unreachable'));
	return new Memory(store, () => 'The store is gone.', silent);
};
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

	const hint = (reason: string) =>
		`Only opt-outs that this n8n process remembers were respected. ${reason}`;
	const cutOff = 'The store is gone.';

	it.each<[string, () => Memory, Operation, string | undefined]>([
		['marketing while the memory cannot be reached', unreachable, marketing, hint(cutOff)],
		['marketing', strong, marketing, undefined],
		['marketing where there is no store, and nobody has opted out', weak, marketing, undefined],
		['something else', unreachable, operation(() => Promise.resolve(false)), undefined],
		['something unknown', unreachable, operation(() => Promise.reject(new Error('x'))), undefined],
	])('warn after %s: %#', async (_what, memory, sent, expected) => {
		const optOuts = new OptOuts(memory());
		expect(await optOuts.hint()).toBeUndefined();
		await optOuts.check(sent, message());
		expect((await optOuts.hint())?.message).toBe(expected);
	});

	it('warn where there is no store, and somebody was skipped', async () => {
		const memory = weak();
		await optedOut(memory);
		const optOuts = new OptOuts(memory);
		await expect(optOuts.check(marketing, message())).rejects.toThrow(SkippedError);
		expect((await optOuts.hint())?.message).toBe(hint('There is no store.'));
	});

	it('do not warn while the memory can still be read', async () => {
		const store = new ProcessStore();
		const memory = new Memory(store, () => 'The disk is full.', silent);
		await optedOut(memory);
		store.set = () => Promise.reject(new Error('full'));
		await memory.set('key', '', 1);
		expect(memory.weakness).toBeDefined();
		const optOuts = new OptOuts(memory);
		await optOuts.check(marketing, message({ to: '16505550000' }));
		await expect(optOuts.check(marketing, message())).rejects.toThrow(SkippedError);
		expect(await optOuts.hint()).toBeUndefined();
	});

	it('warn also when the memory is back at the end of the run', async () => {
		const store = new ProcessStore();
		const { get } = store;
		store.get = () => Promise.reject(new Error('unreachable'));
		const memory = new Memory(store, () => 'The store is gone.', silent, 1);
		const optOuts = new OptOuts(memory);
		await optOuts.check(marketing, message());
		store.get = get;
		await until(() => memory.weakness === undefined);
		expect((await optOuts.hint())?.message).toBe(
			"For a while the memory could not be reached, and only opt-outs that this n8n process remembers were respected. n8n's log says why.",
		);
	});
});
