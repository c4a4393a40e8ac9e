import { business } from '../../simulator';
import type { Simulator } from '../../simulator';
import type { RequestCase } from '../cases/requestCase';

/** The case with message IDs that the simulator knows, of a message a customer writes to the same number. */
export async function aboutRealMessages(
	simulator: Simulator,
	requestCase: RequestCase,
): Promise<RequestCase> {
	const text = JSON.stringify(requestCase);
	const messageIds = /wamid\.[\w+/=]+/g;
	if (!messageIds.test(text)) return requestCase;
	const number = business.phoneNumbers.find(({ id }) => text.includes(`/${id}/`));
	const { id } = await simulator.writeAs(business.customers[0].waId, {
		type: 'text',
		text: 'Hello',
		phoneNumberId: number?.id,
	});
	return JSON.parse(text.replace(messageIds, id)) as RequestCase;
}
