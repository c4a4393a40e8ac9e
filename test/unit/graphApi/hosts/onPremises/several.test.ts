import { ApiError } from '../../../../../nodes/graphApi/errors/apiError';
import { connectionFromCredential } from '../../../../../nodes/graphApi/hosts';
import { path } from '../../../../../nodes/graphApi/path';
import type { GraphRequest } from '../../../../../nodes/graphApi/types';
import { factsOfFailure } from '../../../../support/failure';

const { several } = connectionFromCredential({
	host: 'onPremises',
	accessToken: 'fixed',
	baseUrl: 'https://wa.example.com',
	phoneNumberId: '1',
});

const refusal = new ApiError({
	what: 'The server refused it.',
	todo: 'Correct it.',
	outcome: 'notAccepted',
	retryable: false,
});

const profile = {
	method: 'POST',
	on: 'phoneNumber',
	path: path`/1/whatsapp_business_profile`,
} as const;
const png = { fileName: 'a.png', mimeType: 'image/png', content: Buffer.from('bytes') };

describe('a call that takes several requests', () => {
	it.each<[string, GraphRequest, string, string]>([
		[
			'the profile before the text',
			{ ...profile, body: { about: 'Hi', email: 'ada@example.com' } },
			'/settings/profile/about',
			"Only 'About' was not changed, the rest of the profile was. Correct it.",
		],
		[
			'nothing before the text',
			{ ...profile, body: { about: 'Hi' } },
			'/settings/profile/about',
			'Correct it.',
		],
		[
			'the picture before the subject',
			{ method: 'POST', on: 'group', path: path`/7`, form: { subject: 'Team', file: png } },
			'/groups/7',
			'Only the subject was not changed, the picture was. Correct it.',
		],
		[
			'the end of a link before the new one',
			{ method: 'POST', on: 'group', path: path`/7/invite_link` },
			'GET /groups/7/invite',
			'The former invite link no longer works. Correct it.',
		],
	])('says what was changed if it fails half-way: %s', async (_what, request, failing, todo) => {
		const carryOut = several?.(request);
		const sent = carryOut?.(async ({ method, path: target }) => {
			if ([target, `${method} ${target}`].includes(failing)) throw refusal;
			return { body: {} };
		});
		expect((await factsOfFailure(sent ?? Promise.resolve())).todo).toBe(todo);
	});
});
