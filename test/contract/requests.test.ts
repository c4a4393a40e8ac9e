import { prepareItem } from '../../nodes/WhatsAppBusiness/run/runOperation';
import { caseList } from '../cases/caseList';
import { account, buildRequest, parametersFor, requestJson } from '../support/buildRequest';
import { recall } from '../support/recall';
import metaRequestExamples from './metaRequestExamples.json';

// By the name a case gives: the name alone for messages, "<endpoint> › <name>" for the others.
const examples: Record<string, unknown> = Object.fromEntries(
	Object.entries(metaRequestExamples).flatMap(([endpoint, named]) =>
		Object.entries(named).map(([name, body]): [string, unknown] => [
			endpoint === 'POST /{Phone-Number-ID}/messages' ? name : `${endpoint} › ${name}`,
			body,
		]),
	),
);

// Meta's documentation says otherwise, and the API follows the documentation.
const uploadNeedsType =
	'The documentation calls `type` required: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#upload-media';
const templateKeepsName =
	'Name and language of a template can not be changed: https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management#edit-templates';
const appsAreListed =
	'The app stands in `supported_apps`: https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/autofill-button-authentication-templates';
const usernameHasEdge =
	'A username is set with `/username`: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#adopt-or-change-a-business-username';
const noWelcomeMessage =
	'The welcome message is gone: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/conversational-components';
const applicationIsFlat =
	'An application has fields of its own and no action: https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/whatsapp-business-account-official-business-account-status-api';
const documentationDiffers: Record<string, string> = {
	'POST /{Phone-Number-ID}/media › Upload Audio': uploadNeedsType,
	'POST /{Phone-Number-ID}/media › Upload Image': uploadNeedsType,
	'POST /{Phone-Number-ID}/media › Upload Sticker': uploadNeedsType,
	'POST /{Phone-Number-ID}/conversational_automation › disable_automation': noWelcomeMessage,
	'POST /{Phone-Number-ID}/conversational_automation › enable_welcome_with_prompts':
		noWelcomeMessage,
	'POST /{Phone-Number-ID}/conversational_automation › full_automation_setup': noWelcomeMessage,
	'POST /{Phone-Number-ID}/conversational_automation › setup_bot_commands': noWelcomeMessage,
	'POST /{Phone-Number-ID}/official_business_account › resubmit_application': applicationIsFlat,
	'POST /{Phone-Number-ID}/official_business_account › submit_application': applicationIsFlat,
	'POST /{Phone-Number-ID}/official_business_account › withdraw_application': applicationIsFlat,
	'POST /{Phone-Number-ID} › comprehensive_update': usernameHasEdge,
	'POST /{Phone-Number-ID} › set_username': usernameHasEdge,
	'POST /{Phone-Number-ID}/settings › Configure data storage':
		'It is `status` and `data_localization_region`: https://developers.facebook.com/documentation/business-messaging/whatsapp/local-storage',
	'POST /{Phone-Number-ID}/settings › Enable user identity change':
		'It is `enable_identity_key_check`: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers#identity-change-check',
	'POST /{TEMPLATE_ID} › Edit template': templateKeepsName,
	'POST /{WABA-ID}/message_templates › Create authentication template w/ OTP one-tap autofill button':
		appsAreListed,
	'POST /{WABA-ID}/message_templates › Create catalog template': appsAreListed,
};

describe('Requests to the Graph API', () => {
	describe.each(caseList)(
		'$operation.resource: $operation.operation',
		({ operation, cases, computed = [], recalled = [], rejected }) => {
			it('has a smallest, a fullest and a rejected case', () => {
				const names = [...cases, ...computed, ...recalled].map(({ name }) => name);
				expect(names).toEqual(expect.arrayContaining(['smallest', 'fullest']));
				expect(rejected).not.toEqual([]);
			});

			for (const requestCase of cases) {
				const { name, parameters, binary, request, substitute, following, example } = requestCase;
				it(name, () => {
					const built = requestJson(buildRequest(operation, parameters, binary));
					const prepared = prepareItem(
						operation,
						parametersFor(operation, parameters, binary),
						account,
					);
					expect(prepared.substitute && requestJson(prepared.substitute.request)).toEqual(
						substitute && { ...request, body: substitute },
					);
					expect(built).toEqual(request);
					expect(
						prepared.request?.following?.map((message) => requestJson(message.request)),
					).toEqual(following?.map((body) => ({ ...request, body })));
					if (example) expect(keyPaths(built.body)).toEqual(keyPaths(examples[example]));
				});
			}

			for (const { name, parameters, output } of computed) {
				it(name, () => {
					expect(operation.compute?.(parametersFor(operation, parameters))).toEqual(output);
				});
			}

			for (const recorded of recalled) {
				it(recorded.name, async () => {
					expect(await recall(operation, recorded)).toMatchObject(recorded.output);
				});
			}

			for (const { name, parameters, binary, message } of rejected) {
				it(`rejects ${name}`, () => {
					const read = () => {
						const values = parametersFor(operation, parameters, binary);
						operation.compute?.(values);
						operation.question?.(values);
						prepareItem(operation, values, account);
						if (operation.request) buildRequest(operation, parameters, binary);
					};
					expect(read).toThrow(message);
				});
			}
		},
	);

	it('reproduce every request example of Meta once, except those that contradict the documentation', () => {
		const reproduced = caseList.flatMap(({ cases }) =>
			cases.flatMap(({ example }) => example ?? []),
		);
		const expected = Object.keys(examples).filter((name) => !(name in documentationDiffers));
		expect(reproduced.sort()).toEqual(expected.sort());
	});

	// The path of every key, e.g. `template.components.0.type`.
	function keyPaths(value: unknown, path = ''): string[] {
		if (typeof value !== 'object' || value === null) return [path];
		return Object.entries(value)
			.flatMap(([key, entry]) => keyPaths(entry, path === '' ? key : `${path}.${key}`))
			.sort();
	}
});
