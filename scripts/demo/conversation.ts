import { business } from '../../simulator';
import type { AcceptedMessage, ReceivedMessage, Simulator } from '../../simulator';
import { templateText } from '../../simulator/phone/page/content/templateText';
import type { TemplateContent } from '../../simulator/phone/page/wire';

const everyMs = 250;

interface Line {
	id: string;
	at: number;
	who: string;
	what: string;
}

/** Prints every new message of the simulated business as a line of a chat until `stop` is called. */
export function printConversation(simulator: Simulator): { stop(): void } {
	const printed = new Set<string>();
	const printNew = () => {
		const { received, accepted } = simulator.state;
		const lines = [
			...received.map((message) => fromCustomer(simulator, message)),
			...accepted.map((message) => fromBusiness(simulator, message)),
		];
		for (const line of lines.sort((a, b) => a.at - b.at)) {
			if (printed.has(line.id)) continue;
			printed.add(line.id);
			const time = new Date(line.at).toTimeString().slice(0, 8);
			console.log(`  ${time}  ${line.who}: ${line.what}`);
		}
	};
	const timer = setInterval(printNew, everyMs);
	return { stop: () => clearInterval(timer) };
}

function fromCustomer(simulator: Simulator, { id, at, from, message }: ReceivedMessage): Line {
	const who = simulator.state.customer(from)?.profileName ?? from;
	const tapped = (message as CustomerContent).interactive?.button_reply?.title;
	return { id, at, who, what: tapped ? `taps [${tapped}]` : textOf(simulator, message) };
}

function fromBusiness(
	simulator: Simulator,
	{ id, acceptedAt, phoneNumberId, body }: AcceptedMessage,
): Line {
	const number = business.phoneNumbers.find((candidate) => candidate.id === phoneNumberId);
	return {
		id,
		at: acceptedAt,
		who: number?.verifiedName ?? phoneNumberId,
		what: textOf(simulator, body),
	};
}

interface CustomerContent {
	interactive?: { button_reply?: { title: string } };
}

interface Content {
	type?: string;
	text?: { body: string };
	template?: TemplateContent;
	interactive?: {
		body?: { text: string };
		action?: { buttons?: Array<{ reply: { title: string } }> };
	};
}

/** What a person would read; for a message without text, its type. */
function textOf({ state }: Simulator, message: Content): string {
	const { type, text, interactive, template } = message;
	const filledIn = template && templateText({ sections: state }, template);
	const words = text?.body ?? interactive?.body?.text ?? filledIn ?? `(${type ?? 'message'})`;
	const buttons = interactive?.action?.buttons ?? [];
	return [words, ...buttons.map(({ reply }) => `[${reply.title}]`)].join('  ');
}
