import type { IWebhookFunctions } from 'n8n-workflow';

import {
	credentialLifetime,
	recentCredential,
} from '../../../nodes/WhatsAppBusinessTrigger/receive/recentCredential';

/** A database with one credential whose app secret counts how often it was read. */
class Stored {
	reads = 0;
	failing = false;

	context({ mode = 'webhook', workflow = 'w', node = 'n', credential = 'c' } = {}) {
		return {
			getMode: () => mode,
			getWorkflow: () => ({ id: workflow }),
			getNode: () => ({ id: node, credentials: { whatsAppBusinessApi: { id: credential } } }),
			getCredentials: async () => {
				await Promise.resolve();
				this.reads++;
				if (this.failing) throw new Error('gone');
				return { appSecret: `read ${this.reads}` };
			},
		} as unknown as IWebhookFunctions;
	}

	async secret(settings?: Parameters<Stored['context']>[0]) {
		return (await recentCredential(this.context(settings))).appSecret;
	}
}

let stored: Stored;

beforeEach(() => {
	jest.useFakeTimers();
	stored = new Stored();
});
afterEach(() => jest.useRealTimers());

describe('recentCredential', () => {
	it('reads the credential once for concurrent and soon following webhooks', async () => {
		expect(await Promise.all([stored.secret(), stored.secret()])).toEqual(['read 1', 'read 1']);
		jest.advanceTimersByTime(credentialLifetime - 1);
		expect(await stored.secret()).toBe('read 1');
	});

	it('reads the credential again after its lifetime, so that a change takes effect', async () => {
		await stored.secret();
		jest.advanceTimersByTime(credentialLifetime);
		expect(await stored.secret()).toBe('read 2');
	});

	it('reads the credential for each test run', async () => {
		await stored.secret();
		expect(await stored.secret({ mode: 'manual' })).toBe('read 2');
		expect(await stored.secret({ mode: 'manual' })).toBe('read 3');
		expect(await stored.secret()).toBe('read 1');
	});

	it.each([{ workflow: 'other' }, { node: 'other' }, { credential: 'other' }])(
		'does not share the credential with another trigger: %p',
		async (other) => {
			await stored.secret();
			expect(await stored.secret(other)).toBe('read 2');
		},
	);

	it('remembers a failure as long, since anybody can cause it', async () => {
		stored.failing = true;
		await expect(stored.secret()).rejects.toThrow('gone');
		stored.failing = false;
		await expect(stored.secret()).rejects.toThrow('gone');
		jest.advanceTimersByTime(credentialLifetime);
		expect(await stored.secret()).toBe('read 2');
	});

	it('reads the credential again if it is older than the caller allows', async () => {
		await stored.secret();
		jest.advanceTimersByTime(999);
		expect(await recentCredential(stored.context(), 1_000)).toEqual({ appSecret: 'read 1' });
		jest.advanceTimersByTime(1);
		expect(await recentCredential(stored.context(), 1_000)).toEqual({ appSecret: 'read 2' });
		// The timer of the first reading does not shorten the second.
		jest.advanceTimersByTime(credentialLifetime - 1);
		expect(await stored.secret()).toBe('read 2');
	});
});
