import type { Account } from '../../../graphApi/connection';
import { path } from '../../../graphApi/path';
import type { JsonObject } from '../../../graphApi/types';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { readWaba, wabaField } from '../../fields/waba';
import type { FollowUp, Operation, OutputItem } from '../../operation';
import { checksFor } from '../../../shared/setup/checks';
import { gatherFacts } from '../../../shared/setup/facts';
import { runChecks } from '../../../shared/setup/runChecks';
import { setupHint } from './setupHint';

/** The first request is for the user of the token, because everything else needs a valid token, too. */
export const operation: Operation = {
	displayName: 'Check Setup',
	action: 'Check the setup',
	description:
		'Check everything that sending and receiving need, from the token to webhooks, templates and payment. Each check becomes an item with what was found and what to do.',
	fields: [optionsField([phoneNumberField, wabaField])],
	request(parameters) {
		// A chosen ID must be valid. The credential's may be missing, which is an item.
		readPhoneNumberId(parameters, someAccount);
		readWaba(parameters, someAccount);
		return { method: 'GET', path: path`/me`, on: 'fixed', query: { fields: 'id,name' } };
	},
	finish: (user, tools) => checkSetup(() => Promise.resolve(user), tools),
	recover: (error, tools) => checkSetup(() => Promise.reject(error), tools),
	hint: setupHint,
};

const someAccount: Account = { phoneNumberId: '1', wabaId: '1', appId: '1' };

async function checkSetup(
	user: () => Promise<JsonObject>,
	{ parameters, credential, connect, n8nUrls }: FollowUp,
): Promise<OutputItem[]> {
	const facts = await gatherFacts({
		credential,
		connect,
		n8nUrls: n8nUrls(),
		user,
		phoneNumberId: (account) => readPhoneNumberId(parameters, account),
		wabaId: (account) => readWaba(parameters, account),
	});
	return (await runChecks(checksFor(facts), facts)).map((json) => ({ json: { ...json } }));
}
