import { business } from '../../../simulator';
import { sdp } from '../../support/callSession';
import type { ExampleStage } from '../support/exampleStage';
import { quiet, world } from '../support/world';

const [pablo, ada] = business.customers;
const [{ id: phoneNumberId }] = business.phoneNumbers;

/** The business accepts a call. */
async function accept(call_id: string): Promise<void> {
	const response = await fetch(`${world.simulator.url}/v25.0/${phoneNumberId}/calls`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${business.accessToken}`,
			'content-type': 'application/json',
		},
		body: JSON.stringify({
			messaging_product: 'whatsapp',
			call_id,
			action: 'accept',
			session: { sdp_type: 'answer', sdp },
		}),
	});
	expect(response.status).toBe(200);
}

export async function play(stage: ExampleStage): Promise<void> {
	const { simulator } = world;
	await stage.publish();
	simulator.closeWindow(pablo.waId);

	const { id } = simulator.callAs(ada.waId);
	await accept(id);
	simulator.actOnCall(id, 'hangUp');
	simulator.callAs(pablo.waId, { hangUpAfterMs: 10 });

	expect(await stage.nextMessage()).toMatchObject({
		to: `+${pablo.waId}`,
		text: { body: expect.stringMatching(/^Hello Pablo Morales, sorry that we missed your call/) },
	});
	// Nobody missed the other call.
	await quiet();
	expect(simulator.messages()).toMatchObject([{ phoneNumberId, recipient: pablo.waId }]);
}
