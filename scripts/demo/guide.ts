import { phonePath } from '../../simulator/phone';
import type { Owner } from '../n8n/owner';

export interface GuideFacts {
	workflowUrl: string;
	owner: Owner;
	simulatorUrl: string;
	/** Phone number of the customer to play, digits only. */
	customer: string;
	/** A button that the example workflow sends. */
	button: string;
}

/** What the demo prints when it is ready: URLs, log-in, and what to try. */
export function guide(facts: GuideFacts): string {
	const { workflowUrl, owner, simulatorUrl, customer, button } = facts;
	const phoneUrl = `${simulatorUrl}${phonePath}#${customer}`;
	const write = (message: object) =>
		`curl ${simulatorUrl}/control/customers/${customer}/messages -H 'Content-Type: application/json' -d '${JSON.stringify(message)}'`;
	return `
n8n with the WhatsApp Business nodes is running. No Meta account is used: a simulator plays Meta.

  Phone          ${phoneUrl}
  The workflow   ${workflowUrl}
  Log in         ${owner.email}
  Password       ${owner.password}

Open the phone: tap a button, write as the customer, send pictures, and try limits and faults.
Then change a text in the workflow, publish it again, and write once more.

Without the phone, in a second terminal:

  Write as a customer
    ${write({ type: 'text', text: 'Hello' })}

  Tap a button as the customer
    ${write({ type: 'button', title: button })}

  See what the workflow sent
    curl ${simulatorUrl}/control/messages

Press Ctrl-C to stop n8n and the simulator.

The conversation (the first message is written for you):
`;
}
