import { z } from 'zod';
import type { Flow } from '../../../flows/flow';
import type { KapsoCall } from '../endpoint';
import type { KapsoMessage } from '../inbox';

interface FlowResponse {
	message: KapsoMessage;
	response: unknown;
	token?: string;
}

const replySchema = z.looseObject({
	context: z.looseObject({ id: z.string() }),
	interactive: z.looseObject({ nfm_reply: z.looseObject({ response_json: z.string() }) }),
});
const sentSchema = z.looseObject({
	interactive: z.looseObject({
		action: z.looseObject({
			parameters: z.looseObject({
				flow_id: z.string().optional(),
				flow_name: z.string().optional(),
				flow_token: z.string().optional(),
			}),
		}),
	}),
});

/** The replies to messages with this Flow, the newest first. */
export function responsesTo({ kapso }: KapsoCall, flow: Flow): FlowResponse[] {
	kapso.inbox.sync();
	return kapso.inbox
		.messages()
		.flatMap((message): FlowResponse[] => {
			const reply = replySchema.safeParse(message.content).data;
			if (!reply) return [];
			const sent = sentSchema.safeParse(kapso.inbox.message(reply.context.id)?.content).data;
			const parameters = sent?.interactive.action.parameters;
			if (parameters?.flow_id !== flow.id && parameters?.flow_name !== flow.name) return [];
			const response: unknown = JSON.parse(reply.interactive.nfm_reply.response_json);
			return [{ message, response, token: parameters.flow_token }];
		})
		.reverse();
}
