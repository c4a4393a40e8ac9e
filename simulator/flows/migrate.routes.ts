import { z } from 'zod';
import { business } from '../business';
import { endpoint } from '../graph/endpoint';
import { newGraphId } from '../graph/id';
import { validate } from '../graph/validation';
import { newPreview } from './flow';
import { flowError } from './status';

const schema = z.looseObject({
	source_waba_id: z.union([z.string(), z.number()]).transform(String),
	source_flow_names: z.array(z.string()).optional(),
});

const failure = (source_name: string, reason: string) => ({
	source_name,
	error_code: '4233041',
	error_message: `Flows Migration Error: ${reason}`,
});

/**
 * Copies Flows of the shared account. Each Flow succeeds or fails by itself.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi#migrate
 */
export const migrateFlows = endpoint({
	method: 'POST',
	on: 'waba',
	edge: 'migrate_flows',
	handle: ({ simulator, body }) => {
		const { flows } = simulator.state;
		const given = validate(schema, body);
		const { sharedWaba } = business.portfolio;
		if (given.source_waba_id !== sharedWaba.id) {
			throw flowError(
				100,
				'Invalid source WABA',
				'The source WhatsApp Business Account does not exist, or you have no access to it.',
			);
		}
		const migrated_flows = [];
		const failed_flows = [];
		for (const name of given.source_flow_names ?? sharedWaba.flows.map((flow) => flow.name)) {
			const source = sharedWaba.flows.find((flow) => flow.name === name);
			if (!source) {
				failed_flows.push(failure(name, 'Flow name not found in source WABA.'));
			} else if (flows.some((flow) => flow.name === name)) {
				failed_flows.push(failure(name, 'Flow with the same name exists in destination WABA.'));
			} else {
				const id = newGraphId();
				flows.push({
					id,
					name,
					status: 'DRAFT',
					categories: ['OTHER'],
					validationErrors: [],
					preview: newPreview(),
				});
				migrated_flows.push({ source_name: name, source_id: source.id, migrated_id: id });
			}
		}
		return { migrated_flows, failed_flows };
	},
});
