import { NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import { CredentialError } from '../../../nodes/graphApi/connection';
import { ApiError } from '../../../nodes/graphApi/errors/apiError';
import { withUnknownOutcome } from '../../../nodes/graphApi/errors/requestError';
import { errorFromResponse } from '../../../nodes/graphApi/errors/responseError';
import { docsUrl } from '../../../nodes/shared/docsUrl';
import { InputError } from '../../../nodes/shared/inputError';
import {
	errorDetails,
	nodeError,
	pageAbout,
	plainDescription,
	textDescription,
} from '../../../nodes/shared/nodeErrors';

const node = { name: 'WhatsApp Business', type: 'test', typeVersion: 1 } as INode;

function responseError(code: number, details = 'Body is too long') {
	const error = { code, message: `(#${code}) Title`, error_data: { details } };
	return errorFromResponse({ status: 400, body: { error }, secrets: [], idempotent: false });
}

const descriptionOf = (error: Error) => String(nodeError(error, node).description);

describe('nodeError', () => {
	it.each([100, 131009, 131008, 132018, 200, 987654])(
		"puts Meta's details before the advice for the generic code %i",
		(code) => {
			expect(descriptionOf(responseError(code))).toMatch(
				/^Meta's details: Body is too long\. [A-Z]/,
			);
		},
	);

	it.each([131047, 190, 131026])('puts the advice first for the specific code %i', (code) => {
		expect(descriptionOf(responseError(code))).toMatch(
			/^(?!Meta's details).*Meta's details: Body is/,
		);
	});

	it.each([
		['expects 2 params (1)', 'expects 2 params (1). '],
		['expects 2 params (not 1.)', 'expects 2 params (not 1.) '],
		['(expects 2 params)', '(expects 2 params). '],
		['expects 2 params!', 'expects 2 params! '],
	])("ends Meta's details with one full stop: %s", (details, shown) => {
		expect(descriptionOf(responseError(100, details))).toContain(`details: ${shown}`);
	});

	it('puts no full stop behind the codes', () => {
		expect(descriptionOf(responseError(100))).not.toContain(').');
	});

	it('says first that a message may have been sent', () => {
		expect(descriptionOf(withUnknownOutcome(responseError(100)))).toMatch(
			/^An earlier try got no response/,
		);
	});

	it('names the field of the credential that is wrong', () => {
		const error = new CredentialError('Access Token', 'The credential has no access token.');
		expect(errorDetails(nodeError(error, node), error)).toMatchObject({
			message: 'The credential has no access token.',
			field: 'Access Token',
			outcome: 'notAccepted',
		});
	});

	const runSummary = 'Sent: item 0. Not sent: all others.';

	it.each([
		'The server responded with HTTP status 502 and without an explanation from Meta.',
		'The file could not be fetched from example.com (ECONNREFUSED).',
	])("keeps the message that n8n would replace: '%s'", (what) => {
		const error = new ApiError({ what, todo: '', outcome: 'notAccepted', retryable: false });
		expect(nodeError(error, node).message).toBe(what);
	});

	it.each([
		[undefined, 'Nothing was sent or changed; it is safe to run again.'],
		[runSummary, runSummary],
	])("says what to do, Meta's details, how things stand and Meta's codes", (given, said) => {
		const facts = {
			details: 'More than 24 hours have passed',
			code: 131047,
			subcode: 2494010,
			fbtraceId: 'Az8or2',
		};
		const texts = { what: 'Refused', todo: 'Use a template.' };
		const error = new ApiError({ ...texts, ...facts, outcome: 'notAccepted', retryable: false });
		expect(errorDetails(nodeError(error, node, 1, given), error)).toMatchObject(facts);
		expect(plainDescription(nodeError(error, node, 1, given))).toBe(
			`Use a template. Meta's details: More than 24 hours have passed. ${said} (Meta error code 131047, subcode 2494010, trace ID Az8or2)`,
		);
	});

	it.each([
		[responseError(131047), 'errors'],
		[new InputError('Body', 'is empty', 'Enter a text.'), 'errors'],
		[new Error('Out of memory'), 'errors'],
		[new CredentialError('Access Token', 'The credential has no access token.'), 'credential'],
	] as const)('links to the page about %s', (error, page) => {
		const url = docsUrl(page);
		const shown = nodeError(error, node, 0, runSummary);
		expect(shown.description).toContain(runSummary);
		expect(shown.description).toMatch(
			new RegExp(`\\(<a href="${url}" target="_blank">documentation</a>\\)$`),
		);
		const details = errorDetails(shown, error);
		expect(details.documentation).toBe(url);
		expect(textDescription(shown)).toBe(`${plainDescription(shown)} (${url})`);
		expect(details.description).toContain(runSummary);
		expect(details.description).not.toContain('<a');
	});

	it.each([
		[responseError(131047), 'errors'],
		[responseError(132001), 'templates'],
		[responseError(2388040), 'templates'],
		[new InputError('Body', 'is empty', 'Enter a text.'), 'errors'],
		[new InputError('Body {{1}}', 'is empty', 'Enter a text.', 'templates'), 'templates'],
		[new Error('Out of memory'), 'errors'],
		[new CredentialError('Access Token', 'The credential has no access token.'), 'credential'],
	] as const)('is about a subject that has a page: %s', (error, page) => {
		expect(pageAbout(error)).toBe(page);
	});

	it('adds the item and the run summary to an error of n8n', () => {
		const n8nError = new NodeOperationError(node, 'The file is gone', {
			description: 'Run it again',
		});
		expect(nodeError(n8nError, node, 3, runSummary)).toMatchObject({
			message: 'The file is gone',
			description: `Run it again. ${runSummary}`,
			context: { itemIndex: 3 },
		});
	});
});
