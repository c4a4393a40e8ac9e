import type { IDataObject } from 'n8n-workflow';

import { asObjects, getPath } from '../../../../graphApi/coerce';
import type { JsonObject, JsonValue } from '../../../../graphApi/types';
import type { FollowUp, OutputItem } from '../../../operation';
import { sentMessage } from '../sentMessage';
import { readTemplateIdentity } from '../../../fields/templateValues/templateChoice';
import { wabaFor } from '../../../fields/waba';
import { fetchTemplate } from '../../../fields/templateValues/mapped/templateDefinition';
import type { TemplateDefinition } from '../../../fields/templateValues/mapped/templateDefinition';
import { previewOf } from '../../../fields/templateValues/mapped/preview';
import type { Preview } from '../../../fields/templateValues/mapped/preview';

/** How long to wait for the template, in milliseconds. The message has already been sent. */
const patience = 10_000;

type Needed = Pick<FollowUp, 'parameters' | 'request' | 'withAccount' | 'send' | 'oncePerRun'>;

/**
 * The output of a template: with 'Simplify' what was sent, with the text, buttons and cards that the recipient sees. The
 * template is fetched once per run. If it cannot be read, they are missing, because the message has been sent anyway.
 */
export async function sentTemplate(response: JsonObject, followUp: Needed): Promise<OutputItem[]> {
	const { parameters, request } = followUp;
	const json: IDataObject = sentMessage(response, parameters, request);
	if (json === response) return [{ json }];
	return [{ json: { ...json, ...(await sentPreview(followUp)) } }];
}

/** The text of a template that was sent. Undefined if the template cannot be read. */
export async function textOfTemplate(followUp: FollowUp): Promise<string | undefined> {
	return (await sentPreview(followUp))?.text;
}

/** Never rejects: the message has been sent. */
async function sentPreview(followUp: Needed): Promise<Preview | undefined> {
	try {
		const template = await within(patience, templateOf(followUp));
		const sent = getPath(followUp.request.body, 'template.components') as JsonValue | undefined;
		return template && previewOf(template.components, asObjects<JsonObject>(sent));
	} catch {
		return undefined;
	}
}

/**
 * The template of an item, which is fetched once per run. Undefined if the account does not have it.
 * @throws RequestError when it cannot be read, InputError when the account is not known.
 */
export async function templateOf({
	parameters,
	withAccount,
	send,
	oncePerRun,
}: Omit<Needed, 'request'>): Promise<TemplateDefinition | undefined> {
	const { name, code } = readTemplateIdentity(parameters);
	return await oncePerRun(`template ${name} ${code}`, () =>
		withAccount((account) => fetchTemplate(send, wabaFor(undefined, account), name, code)),
	);
}

async function within<Result>(ms: number, result: Promise<Result>): Promise<Result | undefined> {
	let timer: NodeJS.Timeout | undefined;
	const timedOut = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), ms);
	});
	try {
		return await Promise.race([result, timedOut]);
	} finally {
		clearTimeout(timer);
	}
}
