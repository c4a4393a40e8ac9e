import { z } from 'zod';
import { metaIssue } from '../graph/validation';
import { body, footer, header, interactive } from '../messages/interactive/parts';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/sendingaflow */
export const flow = interactive('flow', {
	header: header('text', 'image', 'video', 'document').optional(),
	body: body(),
	footer: footer.optional(),
	action: z.strictObject({
		name: z.literal('flow'),
		parameters: z
			.strictObject({
				flow_message_version: z.union([z.literal('3'), z.literal(3)]),
				flow_id: z.string().optional(),
				flow_name: z.string().optional(),
				flow_cta: z.string().min(1),
				flow_token: z.string().optional(),
				mode: z.enum(['draft', 'published']).optional(),
				flow_action: z.enum(['navigate', 'data_exchange']).optional(),
				flow_action_payload: z
					.strictObject({
						screen: z.string().optional(),
						data: z
							.record(z.string(), z.unknown())
							.refine(
								(data) => Object.keys(data).length > 0,
								metaIssue(131009, 'flow_action_payload data must be dynamic_object'),
							)
							.optional(),
					})
					.optional(),
			})
			.refine(
				({ flow_id, flow_name }) => (flow_id === undefined) !== (flow_name === undefined),
				metaIssue(131009, 'Exactly one of flow_id and flow_name is required'),
			),
	}),
});
