import type { INode } from 'n8n-workflow';

import { CredentialError } from '../../nodes/graphApi/connection';
import { errorFromResponse, withUnknownOutcome } from '../../nodes/graphApi/errors';
import { errorDetails, nodeError } from '../../nodes/WhatsAppBusiness/nodeErrors';

const node = { name: 'WhatsApp Business', type: 'test', typeVersion: 1 } as INode;

function answered(code: number) {
	const error = { code, message: `(#${code}) Title`, error_data: { details: 'Body is too long' } };
	return errorFromResponse({ status: 400, body: { error }, secrets: [], repeatable: false });
}

const descriptionOf = (error: Error) => String(nodeError(error, node).description);

it.each([100, 131009, 131008, 132018, 200, 987654])(
	"says what Meta says before its own advice when %i doesn't tell what is wrong",
	(code) => {
		expect(descriptionOf(answered(code))).toMatch(/^Meta's details: Body is too long\. [A-Z]/);
	},
);

it.each([131047, 190, 131026])('says what to do first when %i tells what is wrong', (code) => {
	expect(descriptionOf(answered(code))).toMatch(/^(?!Meta's details).*Meta's details: Body is/);
});

it('says first that a message may have been sent', () => {
	expect(descriptionOf(withUnknownOutcome(answered(100)))).toMatch(/^An earlier try got no answer/);
});

it('names the field of the credential that is wrong', () => {
	const error = new CredentialError('Access Token', 'The credential has no access token.');
	expect(errorDetails(nodeError(error, node), error)).toMatchObject({
		message: 'The credential has no access token.',
		field: 'Access Token',
		outcome: 'notAccepted',
	});
});
