import { z } from 'zod';
import type { SimulatorContext } from '../context';
import { endpoint } from '../graph/endpoint';
import { invalidParameter } from '../graph/errors';
import { flag } from '../graph/flag';
import { newGraphId } from '../graph/id';
import { validate } from '../graph/validation';
import { checkIsNotDeleted } from './isNew';
import { setTemplateStatus } from './review';
import { checkComponents, checkIdentity } from './rules';
import { creationSchema } from './schema';
import { storedComponents } from './stored';
import type { Template } from './template';

const upsertSchema = creationSchema
	.omit({ language: true })
	.required({ components: true })
	.extend({ languages: z.array(z.string()).min(1) });

/**
 * Creates authentication templates in several languages, or updates those that exist. Meta approves their fixed texts
 * at once.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/bulk-management
 */
export const upsertTemplates = endpoint({
	method: 'POST',
	on: 'waba',
	edge: 'upsert_message_templates',
	handle: ({ simulator, body }) => {
		const input = validate(upsertSchema, body);
		if (input.category !== 'AUTHENTICATION') {
			throw invalidParameter('Param category must be one of {AUTHENTICATION}');
		}
		if ('language' in body) throw invalidParameter('Unexpected key "language"');
		checkComponents(input, input.components);
		checkLabels(input.components);
		for (const language of input.languages) {
			checkIdentity(input.name, language);
			checkIsNotDeleted(simulator.state, input.name, language);
		}
		return { data: input.languages.map((language) => upsert(simulator, input, language)) };
	},
});

/** WhatsApp translates the labels of the button itself. */
function checkLabels(components: z.output<typeof upsertSchema>['components']): void {
	for (const button of components.flatMap(({ buttons = [] }) => buttons)) {
		for (const key of ['text', 'autofill_text'] as const) {
			if (button[key] === undefined) continue;
			throw invalidParameter(`Unexpected key "${key}" on param "components[\'BUTTONS\']"`);
		}
	}
}

function upsert(
	simulator: SimulatorContext,
	input: z.output<typeof upsertSchema>,
	language: string,
): Record<string, unknown> {
	const { templates } = simulator.state;
	const { name } = input;
	const content = {
		category: 'AUTHENTICATION' as const,
		components: storedComponents('AUTHENTICATION', input.components),
		message_send_ttl_seconds: input.message_send_ttl_seconds,
	};
	const existing = templates.find((other) => other.name === name && other.language === language);
	const template: Template = existing ?? {
		id: newGraphId(),
		name,
		language,
		status: 'PENDING',
		parameter_format: 'POSITIONAL',
		...content,
	};
	if (existing) Object.assign(existing, content);
	else templates.push(template);
	setTemplateStatus(simulator, template, { status: 'APPROVED' });
	return { id: template.id, status: template.status, language };
}

const previewSchema = z.looseObject({
	category: z.literal('AUTHENTICATION'),
	languages: z.string().optional(),
	add_security_recommendation: flag.optional(),
	code_expiration_minutes: z.coerce.number().int().min(1).max(90).optional(),
	button_types: z.literal('OTP'),
});

/** Meta's texts in the languages that its documentation shows. */
const texts: Record<
	string,
	{ code: string; advice: string; expires: string; buttons: [string, string] }
> = {
	en_US: {
		code: '*{{1}}* is your verification code.',
		advice: ' For your security, do not share this code.',
		expires: 'This code expires in # minutes.',
		buttons: ['Copy code', 'Autofill'],
	},
	es_ES: {
		code: 'Tu código de verificación es *{{1}}*.',
		advice: ' Por tu seguridad, no lo compartas.',
		expires: 'Este código caduca en # minutos.',
		buttons: ['Copiar código', 'Autocompletar'],
	},
};

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates#template-previews */
export const previewTemplates = endpoint({
	method: 'GET',
	on: 'waba',
	edge: 'message_template_previews',
	handle: ({ query }) => {
		const input = validate(previewSchema, Object.fromEntries(query));
		const languages = input.languages?.split(',') ?? Object.keys(texts);
		const minutes = input.code_expiration_minutes;
		return {
			data: languages.map((language) => {
				const known = texts[language];
				if (!known) throw invalidParameter(`Param language is not supported: "${language}"`);
				const [text, autofill_text] = known.buttons;
				return {
					body: `${known.code}${input.add_security_recommendation ? known.advice : ''}`,
					buttons: [{ autofill_text, text }],
					...(minutes !== undefined && { footer: known.expires.replace('#', String(minutes)) }),
					language,
				};
			}),
		};
	},
});
