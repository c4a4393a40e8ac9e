import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { caseList } from '../cases/caseList';
import { kapsoCredentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import { startServer } from '../support/server';
import type { TestServer } from '../support/server';

/** Where the advice sends whoever does not know what became of the call. */
const whereToLook: Record<string, string> = {
	'kapsoBroadcast:addRecipients': 'Kapso Broadcast: Get Recipients',
	'kapsoBroadcast:cancel': 'Kapso Broadcast: Get',
	'kapsoBroadcast:create': 'Kapso Broadcast: Get Many',
	'kapsoBroadcast:schedule': 'Kapso Broadcast: Get',
	'kapsoBroadcast:send': 'Kapso Broadcast: Get',
	'kapsoFunction:invoke': 'Kapso Function: Get Invocations',
	'kapsoPhoneNumber:connect': 'Kapso Phone Number: Get Many',
};
const nameOf = ({ operation: { resource, operation } }: (typeof caseList)[number]) =>
	`${resource}:${operation}`;

describe.each(caseList.filter((one) => nameOf(one) in whereToLook))(
	'What became of $operation.resource: $operation.operation is unknown',
	(one) => {
		const { operation, cases } = one;
		let server: TestServer;
		let isCut = false;
		beforeAll(async () => {
			server = await startServer((_request, response, socket) => {
				if (isCut) socket.destroy();
				else response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
			});
		});
		afterAll(() => server.stop());
		beforeEach(() => server.received.splice(0));

		it.each([
			['a gateway responds', false],
			['the connection is cut', true],
		])('when %s: it is not called again, and the advice says where to look', async (_name, cut) => {
			isCut = cut;
			const { error } = await runNode({
				node: new WhatsAppBusiness(),
				parameters: {
					resource: operation.resource,
					operation: operation.operation,
					...cases[0]?.parameters,
				},
				credential: kapsoCredentialFor(server.url),
				items: [{ json: {} }],
				settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			});
			expect(server.received).toHaveLength(1);
			expect(error?.description).toContain(`'${whereToLook[nameOf(one)]}'`);
		});
	},
);
