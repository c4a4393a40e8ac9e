import { phonePath } from '../../simulator/phone';
import { owner } from '../n8n/client';

export interface GuideFacts {
	editorUrl: string;
	workflowUrl: string;
	simulatorUrl: string;
	/** Phone number of the customer to play, digits only. */
	customer: string;
	/** A button that the example workflow sends. */
	button: string;
}

/** What the demo prints when it is up: addresses, log-in, and what to try. */
export function guide(facts: GuideFacts): string {
	const { editorUrl, workflowUrl, simulatorUrl, customer, button } = facts;
	const phoneUrl = `${simulatorUrl}${phonePath}#${customer}`;
	const write = (message: object) =>
		`curl ${simulatorUrl}/control/customers/${customer}/messages -H 'Content-Type: application/json' -d '${JSON.stringify(message)}'`;
	return `
n8n with the WhatsApp Business nodes is running. No Meta account is used: a simulator plays Meta.

  Phone          ${phoneUrl}
  n8n editor     ${editorUrl}
  Log in         ${owner.email}
  Password       ${owner.password}
  The workflow   ${workflowUrl}
  Simulator      ${simulatorUrl}

Open the phone to write as a customer, tap buttons, send pictures, and watch limits and faults.

Or in a second terminal:

  Write as a customer
    ${write({ type: 'text', text: 'Hello' })}

  Tap a button as the customer
    ${write({ type: 'button', title: button })}

  See what the workflow sent
    curl ${simulatorUrl}/control/messages

Then change a text in the workflow, publish it again, and write once more.
Press Ctrl-C to stop n8n and the simulator.

The conversation (the first message is written for you):
`;
}
